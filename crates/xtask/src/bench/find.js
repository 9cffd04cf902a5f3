// Collects, for each key in the search box, the milliseconds from the press to the frame that shows what was found.
window.benchPaints = [];
let pressed = null;
addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
const inResults = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".code-groups");
new MutationObserver((changes) => {
  if (pressed === null) return;
  if (!changes.some((change) => [change.target, ...change.addedNodes].some(inResults))) return;
  const from = pressed;
  pressed = null;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.benchPaints.push(performance.now() - from);
    port2.postMessage(null);
  });
}).observe(document.querySelector(".code-results"), { childList: true, subtree: true, characterData: true });
