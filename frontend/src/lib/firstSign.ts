const SIGNS = ["pointermove", "pointerdown", "wheel", "focusin", "keydown"] as const;

/** Call `listener` once, at the first sign of somebody there; give what ends the waiting. */
export function onFirstSign(listener: () => void): () => void {
  const options = { passive: true, capture: true };
  const ignore = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, begin, options);
  };
  const begin = () => {
    ignore();
    listener();
  };
  for (const sign of SIGNS) window.addEventListener(sign, begin, options);
  return ignore;
}
