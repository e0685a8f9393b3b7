import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { guidelinesQuery, projectQuery, sessionQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { onFirstSign } from "@/lib/firstSign";
import type { AnnotateStore } from "./store";

/** Keep on the device what this screen needs to come up without the server, once it is in use. */
export function useKeeping(store: AnnotateStore, begun: Project, isBegun: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    const user = queries.getQueryData(sessionQuery.queryKey)?.user;
    if (!isBegun || !user) return;
    const look = () => {
      const { articles, answers, heads } = store.getState().session;
      return {
        session: queries.getQueryData(sessionQuery.queryKey),
        project: queries.getQueryData(projectQuery(begun.slug).queryKey),
        guidelines: queries.getQueryData(guidelinesQuery(begun.slug).queryKey),
        articles,
        answers,
        heads,
      };
    };
    let isWanted = true;
    let stop: (() => void) | undefined;
    const begin = async () => {
      const { keepUp } = await import("@/api/keptData");
      if (isWanted) stop = keepUp(user.id, begun, store.subscribe, look);
    };
    const ignore = onFirstSign(() => void begin().catch(() => undefined));
    return () => {
      ignore();
      isWanted = false;
      stop?.();
    };
  }, [queries, store, begun, isBegun]);
}
