import { useMemo } from "react";
import type { Claim } from "@/api/types";
import type { CodePoints } from "@/lib/offsets";
import type { MarkedWords } from "./Paragraphs";
import { type Session, spansOf } from "./state";

/** Give the words of source and cue that are underlined for the claim in view. */
export function useMarkedWords(
  session: Session,
  claim: Claim,
  points: CodePoints,
): readonly MarkedWords[] {
  const { source, cue } = spansOf(session, claim);
  const isFinished = session.step === "finished";
  return useMemo(() => {
    if (isFinished) return [];
    return [
      ...(source ? [{ name: "source" as const, ...points.spanToUnits(source) }] : []),
      ...(cue ? [{ name: "cue" as const, ...points.spanToUnits(cue) }] : []),
    ];
  }, [source, cue, points, isFinished]);
}
