import type { Answer } from "@/api/answers";
import type { Flag, Proposal } from "@/api/types";
import type { Span } from "@/lib/offsets";

/** What is added to an answer before it is given. */
export type Draft = {
  readonly flags: readonly Flag[];
  readonly note: string;
  readonly source: Span | null;
  readonly cue: Span | null;
};

type Change =
  | { readonly kind: "answer"; readonly before: Answer | null; readonly after: Answer | null }
  /** Of what waits for an answer: known to this page alone. */
  | { readonly kind: "draft"; readonly before: Draft; readonly after: Draft }
  /** Made at the server, and taken back there: known to this page alone. */
  | {
      readonly kind: "proposal";
      readonly before: Proposal | null;
      readonly after: Proposal | null;
    };

/** One change of one claim, in the order in which they happened. */
export type PastEvent = Change & {
  readonly id: string;
  readonly claim: number;
  readonly article: number;
  /** Shared by changes that were one act. */
  readonly group: string | null;
  /** The change that this one took back. */
  readonly reverts: string | null;
};

export type ProposalEvent = PastEvent & { readonly kind: "proposal" };

/** Changes that were one act. */
export type Act = readonly PastEvent[];

export type Stacks = {
  readonly undo: readonly Act[];
  readonly redo: readonly Act[];
  /** The last save of each claim that had one: null where that took the answer back. */
  readonly tips: ReadonlyMap<number, string | null>;
};

type Acts = Pick<Stacks, "undo" | "redo">;

export const NO_STACKS: Stacks = { undo: [], redo: [], tips: new Map() };

/** Tell what can be undone and redone after `events`, the oldest first. */
export function stacksOf(events: readonly PastEvent[]): Stacks {
  const tips = new Map<number, string | null>();
  let moved: Acts = NO_STACKS;
  for (const act of actsOf(events)) {
    noteTips(tips, act);
    moved = move(moved, withoutSettled(act));
  }
  const { undo, redo } = moved;
  return { undo, redo, tips };
}

/** Give the stacks after one act more. */
export function replay(stacks: Stacks, act: Act): Stacks {
  const tips = new Map(stacks.tips);
  noteTips(tips, act);
  return { ...move(stacks, withoutSettled(act)), tips };
}

function noteTips(tips: Map<number, string | null>, act: Act): void {
  for (const event of act) {
    if (event.kind === "answer") tips.set(event.claim, event.after ? event.id : null);
  }
}

/** Where an act takes back a part of itself, as a settled conflict does, that is what counts. */
function withoutSettled(act: Act): Act {
  const ids = new Set(act.map(({ id }) => id));
  const settling = act.filter(({ reverts }) => reverts !== null && ids.has(reverts));
  if (settling.length === 0) return act;
  const settled = new Set(settling.map(({ claim }) => claim));
  return [
    ...act.filter(({ claim }) => !settled.has(claim)),
    ...settling.map((event) => ({ ...event, reverts: null })),
  ];
}

/**
 * A plain act can be undone, and ends what could be redone. One that took back an act which could
 * be undone can itself be taken back by redo, and the other way round.
 */
function move({ undo, redo }: Acts, act: Act): Acts {
  const reverted = new Set(act.flatMap(({ reverts }) => reverts ?? []));
  if (reverted.size === 0) return { undo: [...undo, act], redo: [] };
  const isTaken = (one: Act) => one.some(({ id }) => reverted.has(id));
  const undone = undo.findLastIndex(isTaken);
  if (undone >= 0) return { undo: undo.toSpliced(undone, 1), redo: [...redo, act] };
  const redone = redo.findLastIndex(isTaken);
  if (redone >= 0) return { undo: [...undo, act], redo: redo.toSpliced(redone, 1) };
  // It took back what was before the first event that is known: most likely an undo.
  return { undo, redo: [...redo, act] };
}

/** Put the events of a group together, where its first one is. */
function actsOf(events: readonly PastEvent[]): Act[] {
  const acts: PastEvent[][] = [];
  const groups = new Map<string, PastEvent[]>();
  for (const event of events) {
    const known = event.group === null ? undefined : groups.get(event.group);
    if (known) {
      known.push(event);
      continue;
    }
    const act = [event];
    acts.push(act);
    if (event.group !== null) groups.set(event.group, act);
  }
  return acts;
}
