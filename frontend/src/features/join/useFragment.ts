import { useSyncExternalStore } from "react";

/** What stands behind the # of the address: secrets travel there, as no server is sent it. */
export function useFragment(): string {
  return useSyncExternalStore(listen, () => location.hash.slice(1));
}

/** Another link pasted into the same tab changes the fragment alone. */
function listen(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
