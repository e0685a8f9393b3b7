import type { UseQueryResult } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import type { ChartContent } from "@/parts/charts/ChartPanel";
import type { Overview, OverviewFigures } from "@/parts/overview/queries";

const m = figuresMessages.overview;

/** What every panel of the overview is given. */
export type PanelProps = {
  project: Project;
  overview: UseQueryResult<Overview>;
  className?: string | undefined;
};

/** Make a panel's content of the figures, once there are some; else say why there are none. */
export function contentOf(
  overview: Overview | undefined,
  make: (figures: OverviewFigures, computedAt: string) => ChartContent,
): ChartContent | undefined {
  if (!overview) return undefined;
  const { scope, figures, computed_at: computedAt } = overview;
  if (computedAt === null) return { empty: m.notComputed };
  // Where filters leave nothing, it is not for want of answers or articles.
  if (!figures || (scope !== "all" && figures.answers === 0)) return { empty: m.nothing };
  return make(figures, computedAt);
}
