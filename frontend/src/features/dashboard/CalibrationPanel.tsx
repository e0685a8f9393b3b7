import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { count, percent } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { ExpectedSample, IntervalRows, MarkSample } from "@/parts/charts/IntervalRows";
import { Legend } from "@/parts/charts/Legend";
import type { Scope } from "@/parts/scope/scope";
import { definitionsOf, type Level, verdictOf } from "./calibration";
import { endsOf, intervalText, reasonText } from "./kappas";
import { type Calibration, calibrationQuery } from "./panelQueries";

const m = figuresMessages.calibration;
const TICKS = [0, 0.5, 1].map((value) => ({ value, text: percent(value) }));

type Props = { project: Project; scope: Scope };

/** How many peers agree at each level of confidence: whether confidence says anything. */
export function CalibrationPanel({ project, scope }: Props) {
  const calibration = useQuery(calibrationQuery(project.slug, scope));
  return (
    <ChartPanel
      project={project.slug}
      name="confidence"
      title={m.title}
      text={m.text}
      query={calibration}
      content={calibration.data && contentOf(calibration.data, project)}
    />
  );
}

function contentOf({ levels }: Calibration, project: Project): ChartContent {
  if (levels.every(({ value }) => value === null)) return { empty: m.none };
  const defined = definitionsOf(project.confidence_scale);
  const rows = levels.map((level) => {
    const { low = null, high = null } = endsOf(level) ?? {};
    const verdict = verdictOf(level, defined[level.confidence]);
    const said = level.value === null ? reasonText(level.status) : percent(level.value);
    return {
      key: level.confidence,
      name: nameOf(level),
      value: level.value,
      low,
      high,
      text: said,
      note: `n ${count(level.ratings)}`,
      expected: defined[level.confidence] ?? null,
      isMarked: verdict === "above" || verdict === "below",
      spoken: `${said}${intervalText(level, percent)}. ${m.verdicts[verdict]}`,
    };
  });
  const isAnyMarked = rows.some(({ isMarked }) => isMarked);
  const { level, share, low, high, answers, meaning } = m.columns;
  const decimal = { format: percent };
  const hasDefinitions = Object.keys(defined).length > 0;
  return {
    chart: (
      <>
        <IntervalRows
          label={m.title}
          columns={[level, share, answers]}
          rows={rows}
          domain={[0, 1]}
          ticks={TICKS}
        />
        {hasDefinitions && (
          <Legend
            items={[
              { sample: <ExpectedSample />, text: m.definition },
              ...(isAnyMarked ? [{ sample: <MarkSample isMarked />, text: m.marked }] : []),
            ]}
          />
        )}
      </>
    ),
    summary: summaryOf(levels, hasDefinitions, project),
    table: {
      columns: [
        { label: level },
        { label: share, ...decimal },
        { label: low, ...decimal },
        { label: high, ...decimal },
        { label: answers },
        { label: meaning },
      ],
      rows: levels.map((one) => [
        nameOf(one),
        one.value,
        one.interval?.low ?? null,
        one.interval?.high ?? null,
        one.ratings,
        m.verdicts[verdictOf(one, defined[one.confidence])],
      ]),
    },
  };
}

const nameOf = ({ confidence, word }: Level) => `${confidence} ${word}`;

function summaryOf(levels: readonly Level[], hasDefinitions: boolean, project: Project): string {
  const known = levels.filter((one): one is Level & { value: number } => one.value !== null);
  const [lowest, highest] = [known[0], known.at(-1)];
  if (!lowest || !highest || lowest === highest) return m.oneLevel;
  const ends = m.summary(
    nameOf(lowest),
    percent(lowest.value),
    nameOf(highest),
    percent(highest.value),
  );
  if (!hasDefinitions) return ends;
  const defined = definitionsOf(project.confidence_scale);
  const off = known.filter((one) => {
    const verdict = verdictOf(one, defined[one.confidence]);
    return verdict === "above" || verdict === "below";
  });
  return off.length === 0
    ? `${ends} ${m.asDefined}`
    : `${ends} ${m.off(off.map(nameOf).join(", "))}`;
}
