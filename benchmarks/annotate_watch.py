"""What watches the annotate screen from inside the browser."""

LOAD = """
addEventListener("DOMContentLoaded", () => {
  const look = () => {
    const isThere = document.querySelector("[aria-current=step]") &&
      document.querySelector("[data-in-force] button:enabled");
    if (!isThere || window.firstClaimAt !== undefined) return;
    window.firstClaimAt = performance.now();
    watcher.disconnect();
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
});
"""
"""Keeps when the first claim could be answered, since the navigation began."""

KEYS = """
() => {
  window.times = [];
  let pressedAt = null;
  const current = () => document.querySelector("[aria-current=step]")?.dataset.claim;
  let shown = current();
  addEventListener("keydown", (event) => { pressedAt = event.timeStamp; }, true);
  new MutationObserver(() => {
    const now = current();
    if (pressedAt === null || now === undefined || now === shown) return;
    const from = pressedAt;
    const inDocument = performance.now() - from;
    shown = now;
    pressedAt = null;
    requestAnimationFrame(() => {
      const afterPaint = new MessageChannel();
      afterPaint.port1.onmessage = () =>
        window.times.push([inDocument, performance.now() - from]);
      afterPaint.port2.postMessage(null);
    });
  }).observe(document.body, {
    subtree: true, attributes: true, attributeFilter: ["aria-current"], childList: true,
  });
}
"""
"""Keeps how long each key took to the next claim: in the document, on the screen."""
