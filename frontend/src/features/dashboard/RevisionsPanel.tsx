import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { IntervalRows, MarkSample } from "@/parts/charts/IntervalRows";
import { Legend } from "@/parts/charts/Legend";
import type { Scope } from "@/parts/scope/scope";
import { changesOf, figureOf } from "./changes";
import { coefficientText, endsOf, intervalText, reasonText } from "./kappas";
import { type Scopes, scopesQuery } from "./panelQueries";
import { scaleOf } from "./team";

const m = figuresMessages.revisions;

type Props = { project: Project; scope: Scope };

/** Alpha under each revision of the guidelines: whether new words helped. */
export function RevisionsPanel({ project, scope }: Props) {
  const scopes = useQuery(scopesQuery(project.slug));
  return (
    <ChartPanel
      project={project.slug}
      name="revisions"
      title={m.title}
      text={scope.scope === "all" ? m.text : `${m.text} ${m.ofAll}`}
      query={scopes}
      content={scopes.data && contentOf(scopes.data, scope.labels)}
    />
  );
}

function contentOf({ revisions }: Scopes, labels: Scope["labels"]): ChartContent {
  if (revisions.length === 0) return { empty: m.none };
  const figures = revisions.map((row) => figureOf(row, labels));
  const changes = changesOf(figures);
  const rows = revisions.map(({ revision }, at) => {
    const figure = figures[at] ?? null;
    const { low = null, high = null } = (figure && endsOf(figure)) ?? {};
    const value = figure?.value ?? null;
    const said = value === null ? reasonText(figure?.status ?? "no_data") : coefficientText(value);
    const change = changes[at] ?? null;
    const spoken = figure && value !== null ? `α ${said}${intervalText(figure)}` : said;
    return {
      key: revision,
      name: m.revision(revision),
      value,
      low,
      high,
      text: said,
      note: `n ${count(figure?.pairable_units ?? 0)}`,
      isMarked: change !== null,
      spoken: change ? `${spoken}. ${m.changes[change]}` : spoken,
    };
  });
  const decimal = { format: coefficientText };
  const { revision, alpha, low, high, claims, change } = m.columns;
  const isAnyMarked = rows.some(({ isMarked }) => isMarked);
  return {
    chart: (
      <>
        <IntervalRows
          label={m.title}
          columns={[revision, alpha, claims]}
          rows={rows}
          {...scaleOf(figures.map((one) => ({ value: one.value, ...endsOf(one) })))}
        />
        {isAnyMarked && <Legend items={[{ sample: <MarkSample isMarked />, text: m.marked }]} />}
      </>
    ),
    summary: summaryOf(
      rows.map(({ key }) => key),
      changes,
    ),
    table: {
      columns: [
        { label: revision },
        { label: alpha, ...decimal },
        { label: low, ...decimal },
        { label: high, ...decimal },
        { label: claims },
        { label: change },
      ],
      rows: rows.map((row, at) => {
        const apart = changes[at];
        return [
          row.name,
          row.value,
          row.low,
          row.high,
          figures[at]?.pairable_units ?? null,
          apart ? m.changes[apart] : "",
        ];
      }),
    },
  };
}

function summaryOf(revisions: readonly number[], changes: ReturnType<typeof changesOf>): string {
  if (revisions.length === 1) return m.oneOnly;
  const said = revisions.flatMap((revision, at) => {
    const change = changes[at];
    return change ? [m.apart[change](revision)] : [];
  });
  return said.length > 0 ? said.join(" ") : m.noChange;
}
