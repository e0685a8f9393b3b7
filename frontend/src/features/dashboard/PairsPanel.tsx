import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import type { Scope } from "@/parts/scope/scope";
import { PairGrid } from "./PairGrid";
import { pairsSummary, pairsTable, peopleOf } from "./pairTable";
import { type Pairs, pairsQuery } from "./panelQueries";

const m = figuresMessages.pairs;

type Props = { project: Project; scope: Scope };

/** Cohen's kappa of every two annotators; each opens what the two split on. */
export function PairsPanel({ project, scope }: Props) {
  const pairs = useQuery(pairsQuery(project.slug, scope));
  // Kept while nothing changes: with many people, the cells are a thousand.
  const content = useMemo(
    () => pairs.data && contentOf(pairs.data, project.slug, scope.search),
    [pairs.data, project.slug, scope.search],
  );
  return (
    <ChartPanel
      project={project.slug}
      name="pairs"
      title={m.title}
      text={m.text}
      query={pairs}
      content={content}
    />
  );
}

function contentOf(pairs: Pairs, slug: string, search: string): ChartContent {
  const people = peopleOf(pairs.annotators);
  if (people.length === 0) return { empty: m.nobody };
  if (people.length === 1) return { empty: m.oneOnly };
  return {
    chart: (
      <PairGrid
        people={people}
        cells={pairs.cells}
        enough={pairs.enough_shared}
        hrefOf={(one, other) => `/projects/${slug}/pairs/${one}/${other}${search}`}
      />
    ),
    summary: pairsSummary(pairs, people),
    table: pairsTable(pairs, people),
  };
}
