// Collects, for each key in the search box, the milliseconds from the press to the frame that shows what was found.
window.benchPaints = [];
let pressed = null;
addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
const results = document.querySelector(".code-groups");
new MutationObserver(() => {
  if (pressed === null) return;
  const from = pressed;
  pressed = null;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.benchPaints.push(performance.now() - from);
    port2.postMessage(null);
  });
}).observe(results, { childList: true });
