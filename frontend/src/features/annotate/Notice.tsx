import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { Lazily } from "./LazyPart";
import { parts } from "./panelParts";
import type { AnnotateStore } from "./store";
import type { AnnotateState } from "./storeState";

type Props = {
  project: Project;
  store: AnnotateStore;
  state: Pick<AnnotateState, "beat" | "shown">;
  claim: number | null;
};

/** Shows what has changed in the guidelines, before the next claim: nobody is cut off in one. */
export function Notice({ project, store, state: { beat, shown }, claim }: Props) {
  const { slug, guidelines_read, guideline_revision } = project;
  const queries = useQueryClient();
  useEffect(() => {
    if (guidelines_read < shown) void tellRead(slug, shown, queries);
  }, [guidelines_read, shown, slug, queries]);
  // What the project says may be kept from before: the server may have newer ones, or lack these.
  const revision = beat?.guideline_revision ?? guideline_revision;
  // The revision that was there before the page waits for nothing; a newer one for the next claim.
  const [heard, hear] = useState({ revision, at: null as number | null, isLeft: false });
  if (revision > heard.revision) hear({ revision, at: claim, isLeft: false });
  const isDue = revision > shown && claim !== null && claim !== heard.at && !heard.isLeft;
  if (!isDue) return null;
  const leave = () => hear({ ...heard, isLeft: true });
  return (
    <Lazily
      part={parts.notice}
      isUnasked
      own={{
        slug,
        from: shown,
        to: revision,
        onRead: () => store.noteShown(revision),
        onClose: leave,
      }}
      onClose={leave}
    />
  );
}

/** Say that a revision was shown; if the server cannot be told, it is told another time. */
async function tellRead(slug: string, number: number, queries: QueryClient): Promise<void> {
  const params = { path: { slug } };
  const body = { number };
  try {
    await call(
      api.PUT("/api/v1/projects/{slug}/guidelines/read/", { params, body, keepalive: true }),
    );
    await queries.invalidateQueries({ queryKey: projectQuery(slug).queryKey });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
