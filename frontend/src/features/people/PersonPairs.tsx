import { Link } from "wouter";
import type { Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { percent } from "@/lib/numbers";
import { type ChartContent, ChartPanel, type ChartQuery } from "@/parts/charts/ChartPanel";
import { type IntervalRow, IntervalRows } from "@/parts/charts/IntervalRows";
import { nice, ticks } from "@/parts/charts/scale";
import type { ChartTable } from "@/parts/charts/table";
import type { Person } from "./personQueries";
import { coefficientText, endsOf, type Peer, peersOf } from "./personWords";

const m = peopleMessages.person.pairs;

type Props = {
  project: Project;
  person: Person;
  /** The query string of the filters, which links keep. */
  search: string;
  query: ChartQuery;
  className?: string | undefined;
};

/** Somebody's kappa with each of the others; a name leads to what the two split on. */
export function PersonPairs({ project, person, search, query, className }: Props) {
  const hrefOf = (peer: Peer) =>
    `/projects/${project.slug}/pairs/${person.id}/${peer.peer}${search}`;
  return (
    <ChartPanel
      project={project.slug}
      name={`person-${person.id}-pairs`}
      title={m.title}
      text={m.text}
      query={query}
      content={contentOf(person, hrefOf)}
      className={className}
    />
  );
}

function contentOf(person: Person, hrefOf: (peer: Peer) => string): ChartContent {
  const peers = peersOf(person);
  if (peers.length === 0) return { empty: m.none };
  const isKnown = (peer: Peer) => peer.units >= person.enough_shared && peer.value !== null;
  const known = peers.filter(isKnown);
  const lows = known.map((peer) => endsOf(peer)?.low ?? peer.value ?? 0);
  const [low] = nice(Math.max(-1, Math.min(0.6, ...lows)), 1, 4);
  const rows = [...known, ...peers.filter((peer) => !isKnown(peer))].map((peer): IntervalRow => {
    const ends = isKnown(peer) ? endsOf(peer) : null;
    const isFew = peer.units < person.enough_shared;
    const value = isKnown(peer) ? peer.value : null;
    return {
      key: peer.peer,
      name: <Link href={hrefOf(peer)}>{peer.name}</Link>,
      value,
      low: ends?.low ?? null,
      high: ends?.high ?? null,
      text: isFew ? m.tooFew : value === null ? m.undefined : coefficientText(value),
      spoken: ends ? m.within(coefficientText(ends.low), coefficientText(ends.high)) : "",
      note: m.n(peer.units),
    };
  });
  return {
    chart: (
      <IntervalRows
        label={m.title}
        columns={[m.columns.name, m.columns.kappa, m.columns.shared]}
        rows={rows}
        domain={[low, 1]}
        ticks={ticks(low, 1, 4).map((value) => ({ value, text: coefficientText(value) }))}
      />
    ),
    summary: summaryOf(known, person.enough_shared),
    table: tableOf(peers, isKnown),
  };
}

function summaryOf(known: readonly Peer[], enough: number): string {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return m.nobody(enough);
  const of = (peer: Peer) => [coefficientText(peer.value ?? 0), peer.name] as const;
  return first === last ? m.one(...of(first)) : m.range(...of(first), ...of(last));
}

function tableOf(peers: readonly Peer[], isKnown: (peer: Peer) => boolean): ChartTable {
  const { name, kappa, low, high, shared, same } = m.columns;
  const decimal = { format: coefficientText };
  return {
    columns: [
      { label: name },
      { label: kappa, ...decimal },
      { label: low, ...decimal },
      { label: high, ...decimal },
      { label: shared },
      { label: same, format: percent },
    ],
    rows: peers.map((peer) => {
      const shown = isKnown(peer) ? peer : null;
      return [
        peer.name,
        shown?.value ?? null,
        shown?.interval?.low ?? null,
        shown?.interval?.high ?? null,
        peer.units,
        shown?.percent_agreement ?? null,
      ];
    }),
  };
}
