import type { Answer } from "@/api/answers";
import type { Flag, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import { reasonWords, sourceTypeOf, wordsOf } from "./marks";
import type { Draft } from "./stacks";
import type { Outcome } from "./state";

const m = panelMessages.outcome;

export type OutcomeProps = { outcome: Outcome; project: Project; isSaved: boolean };

/** What the last key did. */
export function OutcomeWords({ outcome, project, isSaved }: OutcomeProps) {
  const { kind, claim, answer, count } = outcome;
  if (kind !== "answered") return wordsFor(outcome, project);
  const type = sourceTypeOf(project, answer?.source_type ?? null);
  const [saved, kept] = count > 1 ? [m.severalSavedAs, m.severalKeptAs] : [m.savedAs, m.keptAs];
  const lead = (isSaved ? saved : kept)(count > 1 ? count : claim.number);
  if (!answer || !type) {
    const reason = reasonWords(answer?.skip_reason ?? "");
    return `${lead} ${reason ? messages.annotate.skippedBecause(reason) : m.asSkipped}`;
  }
  const color = typeColor(type.color);
  return (
    <>
      {lead}{" "}
      <strong className={typeStyles(color)}>
        <TypeMark color={color} size={11} />
        {m.asAnswered(type.name, answer.confidence ?? 0, project.confidence_scale.length)}
      </strong>
    </>
  );
}

/** The same for whoever hears it, before what is asked next. */
export function SpokenOutcome({ outcome, project }: Omit<OutcomeProps, "isSaved">) {
  return `${wordsFor(outcome, project)}. `;
}

function wordsFor(outcome: Outcome, project: Project): string {
  const { kind, claim, answer, count } = outcome;
  const { number } = claim;
  const changed = changesOf(outcome).join(", ");
  const now = changed || wordsOf(answer, project);
  switch (kind) {
    case "amended":
      return m.amended(number, changed || m.nothing, answer !== null || !changed);
    case "proposed":
      return m.proposed(number);
    case "unproposed":
      return m.unproposed(number);
    case "too_late":
      return m.tooLate(number);
    case "out_of_reach":
      return m.outOfReach;
    case "nothing_to_undo":
      return m.nothingToUndo;
    case "nothing_to_redo":
      return m.nothingToRedo;
    case "redone":
      return count > 1 ? m.severalRedone(count) : m.redone(number, now);
    case "answered":
      return count > 1 ? m.several(count, now) : m.one(number, now);
    case "undone":
      return count > 1 ? m.severalUndone(count) : m.undone(number, now);
  }
}

/** Say what is other now than before; nothing where the answer itself is. */
function changesOf({ kind, change }: Outcome): string[] {
  if (!change || saidBy(change.before) !== saidBy(change.after)) return [];
  const { before, after } = change;
  const isIn = (flags: readonly Flag[]) => (flag: Flag) => flags.includes(flag);
  const isBack = kind === "undone";
  const said = after.flags.filter((flag) => !isIn(before.flags)(flag)).map((flag) => m.on[flag]);
  const off = before.flags.filter((flag) => !isIn(after.flags)(flag)).map((flag) => m.off[flag]);
  said.push(...off);
  if (before.note !== after.note) said.push(noteWords(after.note !== "", isBack));
  if (spansIn(before) !== spansIn(after)) said.push(isBack ? m.wordsBack : m.words);
  return said;
}

function noteWords(hasNote: boolean, isBack: boolean): string {
  if (!hasNote) return m.noNote;
  return isBack ? m.noteBack : m.note;
}

/** What is said of the claim, without what goes with it; all that waits for an answer says the same. */
function saidBy(draft: Draft | Answer): string {
  if (!("skipped" in draft)) return "";
  const { source_type, confidence, skipped, skip_reason } = draft;
  return JSON.stringify([source_type, confidence, skipped, skip_reason]);
}

const spansIn = ({ source, cue }: Draft): string => JSON.stringify([source, cue]);
