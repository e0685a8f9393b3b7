/** Tell whether a service worker holds all that this page may still load. */
export function isScreenKept(): boolean {
  // It takes over a page only after it has kept everything.
  return Boolean(navigator.serviceWorker?.controller);
}

/** Have the screen kept, so that it opens without the server; where that is not allowed, nothing. */
export function keepScreen(): void {
  if (!import.meta.env.PROD) return;
  navigator.serviceWorker?.register("/service-worker.js").catch(() => undefined);
}
