import { useEffect, useState } from "react";
import type { Guidelines } from "@/api/types";
import { type Draft, draftName, keepDraft, readDraft } from "./draft";

/** Somebody's draft of a project's guidelines, kept in their browser while it differs. */
export function useDraft(user: number, slug: string, inForce: Guidelines) {
  const name = draftName(user, slug);
  const [draft, setDraft] = useState(() => readDraft(name));
  const [isKept, setKept] = useState(true);
  const put = (next: Draft | null) => {
    setDraft(next);
    setKept(keepDraft(name, next));
  };
  useEffect(() => {
    if (!draft) return;
    // Another tab has published or discarded its own, and with it what is kept of this one.
    const keep = ({ key, newValue }: StorageEvent) => {
      if (key === name && newValue === null) setKept(keepDraft(name, draft));
    };
    window.addEventListener("storage", keep);
    return () => window.removeEventListener("storage", keep);
  }, [name, draft]);
  const { base, body, note } = draft ?? { base: inForce.number, body: inForce.body, note: "" };
  const change = (given: Partial<Draft>) => {
    const next = { base, body, note, ...given };
    const isSame = next.base === inForce.number && next.body === inForce.body && next.note === "";
    put(isSame ? null : next);
  };
  return { base, body, note, isThere: draft !== null, isKept, change, drop: () => put(null) };
}
