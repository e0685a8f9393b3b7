import { peopleMessages } from "@/app/messages/people";
import { bare, decimals, probability } from "@/lib/numbers";
import { type Types, typeNamed } from "@/parts/overview/types";
import type { PairCell, Person, Standing } from "./personQueries";

const m = peopleMessages.person;
/** Where a difference is called one, as everywhere in statistics. */
const SIGNIFICANT = 0.05;
/** Differences in use below so much of the shared claims are not worth a word. */
const WORTH_A_WORD = 0.02;
/** How many types are named at most, each way. */
const MOST_TYPES = 3;

/** Write a coefficient as statisticians do, as in ".72". */
export const coefficientText = (value: number) => bare(decimals(value));

type Ends = { low: number; high: number };
type WithInterval = { interval: { low: number | null; high: number | null } | null };

/** Give the ends of a 95% interval, or null if either is unknown. */
export function endsOf({ interval }: WithInterval): Ends | null {
  if (!interval || interval.low === null || interval.high === null) return null;
  return { low: interval.low, high: interval.high };
}

type Compared = readonly Pick<Standing, "peer_kappa">[];

/** The mean over all annotators of their kappas with their peers: like is compared with like. */
export function referenceOf(standings: Compared): number | null {
  const values = standings.flatMap(({ peer_kappa }) => peer_kappa?.value ?? []);
  if (values.length < 2) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether the whole interval lies below the reference. */
export function differs({ peer_kappa }: Pick<Standing, "peer_kappa">, reference: number | null) {
  const ends = peer_kappa && endsOf(peer_kappa);
  return Boolean(ends && reference !== null && ends.high < reference);
}

/** Say which source types are used more and less often than by the others. */
export function biasText(
  { bias }: Pick<Standing, "bias">,
  labels: readonly string[],
  types: Types,
) {
  if (!bias || bias.p_value === null) return m.standing.useUnknown;
  if (bias.p_value >= SIGNIFICANT) return m.standing.useSame;
  const known = labels.map((key, at) => ({ key, by: bias.differences[at] ?? 0 }));
  const clear = known.filter(({ by }) => Math.abs(by) >= WORTH_A_WORD);
  const listOf = (sign: 1 | -1) =>
    listed(
      clear
        .filter(({ by }) => Math.sign(by) === sign)
        .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
        .slice(0, MOST_TYPES)
        .map(({ key, by }) => m.standing.points(typeNamed(types, key).name, pointsText(by))),
    );
  const [more, less] = [listOf(1), listOf(-1)];
  if (more && less) return `${m.standing.more(more)} ${m.standing.less(less)}`;
  if (more) return m.standing.more(more);
  return less ? m.standing.lessOnly(less) : m.standing.otherwise;
}

const pointsText = (by: number) => `${by > 0 ? "+" : ""}${decimals(by * 100, 0)}`;

function listed(texts: readonly string[]): string {
  const [last = "", ...before] = texts.toReversed();
  return before.length > 0 ? m.standing.and(before.toReversed().join(", "), last) : last;
}

/**
 * Say which likely truth most often becomes something else.
 *
 * @param shares how often each label is likely true: an error in what is rare is rare
 */
export function ratesText(
  rates: readonly (readonly number[])[],
  labels: readonly string[],
  types: Types,
  shares: readonly number[],
): string {
  const errors = rates.flatMap((row, truth) =>
    row
      .map((rate, said) => ({ truth, said, rate, weight: rate * (shares[truth] ?? 1) }))
      .filter(({ said }) => said !== truth),
  );
  const [most] = errors.sort((a, b) => b.weight - a.weight);
  if (!most || most.rate < WORTH_A_WORD) return m.rates.summaryNone;
  const nameOf = (at: number) => typeNamed(types, labels[at] ?? "").name;
  return m.rates.summary(nameOf(most.truth), nameOf(most.said), probability(most.rate));
}

export type Peer = PairCell & { peer: number; name: string };

/** Everybody with whom this person shares claims, the highest kappa first. */
export function peersOf({ id, pairs, annotators }: Person): Peer[] {
  const names = new Map(annotators.map((one) => [one.id, one.name]));
  return pairs
    .map((cell) => ({ ...cell, peer: cell.one === id ? cell.other : cell.one }))
    .map((cell) => ({ ...cell, name: names.get(cell.peer) ?? "" }))
    .sort((a, b) => (b.value ?? -2) - (a.value ?? -2) || a.name.localeCompare(b.name));
}
