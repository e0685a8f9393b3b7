declare const self: ServiceWorkerGlobalScope;

/** Stands where the worker stood, if there is to be none: browsers keep one whose script is gone. */
self.addEventListener("install", () => void self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([caches.delete("onrecord"), self.registration.unregister()]));
});
