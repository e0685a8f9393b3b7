import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { figuresKey } from "@/parts/scope/scope";
import { type Known, progressQuery } from "./queries";

/**
 * Fetch everything that a new report changes, when there is one.
 *
 * Reports can come faster than figures are fetched: what is under way is let through, and one more
 * look follows it, so that the last report is never missed.
 */
export function useRefresh(slug: string, known: Known | undefined): void {
  const queries = useQueryClient();
  const [openedAt] = useState(Date.now);
  const seen = useRef<number | undefined>(undefined);
  const newest = useRef<number | undefined>(undefined);
  const isAtWork = useRef(false);
  const { id: report, computed_at = "" } = known?.agreement.report ?? {};
  newest.current = report;
  // What was asked for when the page opened is of all reports before.
  const isOld = Date.parse(computed_at) < openedAt + (known?.skewMs ?? 0);
  useEffect(() => {
    if (report === undefined || report === seen.current || isAtWork.current) return;
    if (seen.current === undefined && isOld) {
      seen.current = report;
      return;
    }
    const look = async () => {
      isAtWork.current = true;
      while (seen.current !== newest.current) {
        seen.current = newest.current;
        await Promise.all([
          queries.invalidateQueries({ queryKey: figuresKey(slug) }, { cancelRefetch: false }),
          queries.invalidateQueries({ queryKey: progressQuery(slug).queryKey }),
        ]);
      }
      isAtWork.current = false;
    };
    void look();
  }, [queries, slug, report, isOld]);
}
