import { useEffect } from "react";
import type { Session } from "./session";

/** Ask before the page is left while a note or flag waits for an answer to go with. */
export function useLeavePrompt(session: Session): void {
  const isWaiting = hasDrafts(session);
  useEffect(() => {
    if (!isWaiting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isWaiting]);
}

/** Tell whether something was noted or flagged on a claim that has no answer. */
export function hasDrafts({ drafts, answers }: Pick<Session, "drafts" | "answers">): boolean {
  return [...drafts].some(
    ([claim, { flags, note }]) => !answers.has(claim) && (flags.length > 0 || note !== ""),
  );
}
