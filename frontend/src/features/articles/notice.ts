import { useEffect, useState } from "react";
import { useHistoryState } from "wouter/use-browser-location";

/** What the import screen hands to the list. */
export type Imported = { title: string; claims: number };

/** Give what was just imported, once: going back or reloading does not say it again. */
export function useNotice(): Imported | null {
  const state: unknown = useHistoryState();
  const [notice] = useState(() => (isImported(state) ? state : null));
  useEffect(() => {
    if (notice) history.replaceState(null, "");
  }, [notice]);
  return notice;
}

function isImported(state: unknown): state is Imported {
  return (
    typeof state === "object" &&
    state !== null &&
    "title" in state &&
    typeof state.title === "string" &&
    "claims" in state &&
    typeof state.claims === "number"
  );
}
