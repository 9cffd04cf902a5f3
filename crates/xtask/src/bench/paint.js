// Collects, for each key, the milliseconds from the press to the frame that shows its letter.
window.benchPaints = [];
let pressed = 0;
for (const kind of ["keydown", "keypress"]) {
  addEventListener(kind, (event) => { pressed = event.timeStamp; }, true);
}
addEventListener("input", () => {
  const from = pressed;
  requestAnimationFrame(() => {
    // A message comes after the frame is painted; a timer may come much later.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.benchPaints.push(performance.now() - from);
    port2.postMessage(null);
  });
}, true);
