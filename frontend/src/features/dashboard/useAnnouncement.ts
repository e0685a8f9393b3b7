import { useEffect, useRef, useState } from "react";

const KEPT_MS = 3000;

/** Give `text` for a moment when `kind` changes from one known kind to another; else nothing. */
export function useAnnouncement(kind: string | undefined, text: string): string {
  const last = useRef(kind);
  const [said, say] = useState("");
  useEffect(() => {
    if (kind === undefined || last.current === kind) return;
    if (last.current !== undefined) say(text);
    last.current = kind;
  }, [kind, text]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(""), KEPT_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
