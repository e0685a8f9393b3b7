import type { components } from "@/api/schema";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";

export type ClaimEvent = components["schemas"]["EventOutput"];
type Said = components["schemas"]["SaidOutput"];
export type Labels = Pick<Project, "source_types" | "archived_source_types" | "confidence_scale">;

const m = panelMessages.history;
const FLAGS = ["flagged", "several_sources", "second_hand"] as const;

/** Say in plain words what a save changed, one sentence a change. */
export function changesOf({ before, after }: ClaimEvent, labels: Labels): string[] {
  if (!after) return [m.takenBack(before ? answerWords(before, labels) : "")];
  const said = before
    ? answerChange(before, after, labels)
    : [m.answered(answerWords(after, labels))];
  const changes = [...said, ...besides(before, after)];
  return changes.length > 0 ? changes : [m.unchanged];
}

function answerChange(before: Said, after: Said, labels: Labels): string[] {
  const isSameType = before.source_type === after.source_type && !before.skipped && !after.skipped;
  if (isSameType && before.confidence !== after.confidence) {
    return [m.confidence(confidenceWords(before, labels), confidenceWords(after, labels))];
  }
  const [old, now] = [answerWords(before, labels), answerWords(after, labels)];
  return old === now ? [] : [m.changedAnswer(old, now)];
}

/** What goes with an answer. */
function besides(before: Said | null, after: Said): string[] {
  const old = before?.flags ?? [];
  const flags = FLAGS.flatMap((flag) => {
    const [was, is] = [old.includes(flag), after.flags.includes(flag)];
    if (was === is) return [];
    return [is ? m.flagOn(m.flags[flag]) : m.flagOff(m.flags[flag])];
  });
  return [
    ...flags,
    ...noteChange(before?.note ?? "", after.note),
    ...(isSame(before?.source, after.source) ? [] : [m.source]),
    ...(isSame(before?.cue, after.cue) ? [] : [m.cue]),
    ...(after.suggestion_accepted && !before?.suggestion_accepted ? [m.accepted] : []),
  ];
}

function noteChange(before: string, after: string): string[] {
  if (before === after) return [];
  if (after === "") return [m.noteRemoved];
  return [before === "" ? m.noteAdded(after) : m.noteChanged(after)];
}

function answerWords(said: Said, labels: Labels): string {
  if (said.skipped) {
    const reasons: Readonly<Record<string, string>> = messages.annotate.skipReasons;
    return said.skip_reason
      ? m.skippedAs(reasons[said.skip_reason] ?? said.skip_reason)
      : m.skipped;
  }
  const types = [...labels.source_types, ...labels.archived_source_types];
  const type = types.find(({ key }) => key === said.source_type);
  return m.answer(type?.name ?? said.source_type ?? "", confidenceWords(said, labels));
}

function confidenceWords({ confidence }: Said, { confidence_scale }: Labels): string {
  return m.of(confidence ?? 0, confidence_scale.length);
}

type MaybeSpan = { readonly start: number; readonly end: number } | null | undefined;

const isSame = (one: MaybeSpan, other: MaybeSpan): boolean =>
  one?.start === other?.start && one?.end === other?.end;
