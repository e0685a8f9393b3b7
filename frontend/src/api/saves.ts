import type { Outbox, OutboxState, Refusal } from "@/lib/outbox";
import type { Annotation, Flag } from "./types";

/** A part of the article's text, in code points, the end not included. */
export type Span = { readonly start: number; readonly end: number };

/** What an annotator says of a claim. */
export type Answer = {
  readonly source_type: string | null;
  readonly confidence: number | null;
  readonly skipped: boolean;
  readonly skip_reason: string;
  readonly flags: readonly Flag[];
  readonly note: string;
  readonly seconds: number | null;
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly suggestion_shown: boolean;
  readonly suggestion_accepted: boolean | null;
};

export function answerFrom(annotation: Annotation): Answer {
  const { source_type, confidence, skipped, skip_reason, flags, note, seconds } = annotation;
  const { source, cue, suggestion_shown, suggestion_accepted } = annotation;
  const given = { source_type, confidence, skipped, skip_reason, flags, note, seconds };
  return { ...given, source, cue, suggestion_shown, suggestion_accepted };
}

/** A save on its way: an answer to a claim, or null to take the answer back. */
export type Save = {
  readonly claim: number;
  readonly answer: Answer | null;
  /** The client id of the save that made what this one replaces; null where there was no answer. */
  readonly replaces: string | null;
  /** Shared by saves that were one act. */
  readonly group: string | null;
  /** The client id of the save that this one takes back. */
  readonly reverts: string | null;
  /** For people, should it be refused. */
  readonly quote: string;
  readonly number: number;
  readonly article: number;
  /** When it was given, by `Date.now()`. */
  readonly at: number;
  /** The guidelines that were shown by then; of what an older page gave it is not known. */
  readonly revision?: number | undefined;
};

export type AnswerOutbox = Outbox<Save, Annotation>;
export type AnswerState = OutboxState<Save, Annotation>;
/** A save that the server would not take; with `changed_elsewhere`, `current` is what it has. */
export type RefusedSave = Refusal<Save, Annotation>;

export const isConflict = ({ code }: RefusedSave): boolean => code === "changed_elsewhere";

/** Tell whether a save was refused only because its project takes no answers for now. */
export const isShutOut = ({ code }: RefusedSave): boolean => code === "project_closed";
