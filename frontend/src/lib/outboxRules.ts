/** What an outbox decides, without a clock, a network or a disk. */

/** Something to be sent; its id goes with every try, so that a repeat is harmless. */
export type Entry<Payload> = { readonly id: string; readonly payload: Payload };

export type Refusal<Payload, Current = unknown> = Entry<Payload> & {
  readonly reason: string;
  readonly code: string;
  /** What the server has instead, where it said so. */
  readonly current: Current | null;
};

/** All that waits: to be sent, in order, or for a decision after a refusal. */
export type Kept<Payload, Current> = {
  readonly pending: readonly Entry<Payload>[];
  readonly refused: readonly Refusal<Payload, Current>[];
};

/** One step of what is kept. It is done in this order: remove, amend, refuse, add. */
export type Change<Payload, Current> = {
  readonly remove?: readonly string[];
  /** What entries hold from now on, where they stand. */
  readonly amend?: readonly Entry<Payload>[];
  readonly refuse?: readonly Refusal<Payload, Current>[];
  readonly add?: readonly Entry<Payload>[];
};

/** What the server made of one entry. */
export type Result<Current> =
  | { readonly id: string; readonly kind: "taken" }
  | {
      readonly id: string;
      readonly kind: "refused";
      readonly reason: string;
      readonly code: string;
      readonly current: Current | null;
    };

/** What it means that a request failed as a whole. */
export type Verdict =
  | { readonly kind: "again"; readonly afterSeconds?: number | null }
  | { readonly kind: "signed_out" }
  | { readonly kind: "refused"; readonly reason: string; readonly code: string };

export type Hold = Exclude<Verdict, { kind: "refused" }>;

export type OutboxPhase =
  /** What an earlier page left has not been read yet: nothing is known. */
  | "checking"
  | "saved"
  | "saving"
  /** The last try failed; the next one comes by itself. */
  | "waiting"
  | "offline"
  | "signed_out";

export const NOTHING = { pending: [], refused: [] } as const;
export const BATCH = 25;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export function apply<Payload, Current>(
  { pending, refused }: Kept<Payload, Current>,
  { remove = [], amend = [], refuse = [], add = [] }: Change<Payload, Current>,
): Kept<Payload, Current> {
  const waiting = new Set(pending.map((entry) => entry.id));
  // What has gone meanwhile was decided in another tab: it does not come back.
  const newlyRefused = refuse.filter(({ id }) => waiting.has(id) && !remove.includes(id));
  const gone = new Set([...remove, ...newlyRefused.map(({ id }) => id)]);
  const stays = ({ id }: Entry<Payload>) => !gone.has(id);
  const amended = new Map(amend.map(({ id, payload }) => [id, payload]));
  const now = <Of extends Entry<Payload>>(entry: Of): Of => {
    const payload = amended.get(entry.id);
    return payload === undefined ? entry : { ...entry, payload };
  };
  const aside = [...refused.filter(stays), ...newlyRefused].map(now);
  const left = pending.filter(stays).map(now);
  const known = new Set([...left, ...aside].map(({ id }) => id));
  return { pending: [...left, ...add.filter(({ id }) => !known.has(id))], refused: aside };
}

export function phaseOf(known: {
  isRead: boolean;
  isOnline: boolean;
  pending: number;
  hold: Hold["kind"] | null;
}): OutboxPhase {
  if (!known.isRead) return "checking";
  if (known.pending === 0) return "saved";
  if (known.hold === null) return "saving";
  if (known.hold === "signed_out") return "signed_out";
  return known.isOnline ? "waiting" : "offline";
}

/** Give the ms to wait after so many failures in a row. */
export function waitAfter(failures: number, random: number, afterSeconds?: number | null): number {
  const longest = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
  // Up to half of the wait is random, so that many browsers do not come back at once.
  return Math.max(longest * (1 - random / 2), (afterSeconds ?? 0) * 1_000);
}

/** Tell what follows from the results for the entries sent; one without a result stays. */
export function settle<Payload, Current>(
  batch: readonly Entry<Payload>[],
  results: readonly Result<Current>[],
): { taken: Entry<Payload>[]; refused: Refusal<Payload, Current>[] } {
  const byId = new Map(results.map((result) => [result.id, result]));
  const taken: Entry<Payload>[] = [];
  const refused: Refusal<Payload, Current>[] = [];
  for (const entry of batch) {
    const result = byId.get(entry.id);
    if (result?.kind === "taken") taken.push(entry);
    if (result?.kind !== "refused") continue;
    const { reason, code, current } = result;
    refused.push({ ...entry, reason, code, current });
  }
  return { taken, refused };
}
