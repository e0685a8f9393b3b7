import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { Lazily } from "./LazyPart";
import { parts } from "./panelParts";
import type { Beat } from "./storeState";

type Props = { project: Project; beat: Beat | null; claim: number | null };

/** Shows what has changed in the guidelines, before the next claim: nobody is cut off in one. */
export function Notice({ project, beat, claim }: Props) {
  const { slug, guidelines_read, guideline_revision } = project;
  const queries = useQueryClient();
  const [begun] = useState(guideline_revision);
  // Who begins has the guidelines beside them: there is nothing yet that could have changed.
  const [read, setRead] = useState(guidelines_read || begun);
  const isNew = guidelines_read === 0;
  useEffect(() => {
    if (isNew) void tellRead(slug, begun);
  }, [isNew, slug, begun]);
  const revision = Math.max(begun, beat?.guideline_revision ?? 0);
  // The revision that was there before the page waits for nothing; a newer one for the next claim.
  const [heard, hear] = useState({ revision: begun, at: null as number | null });
  if (revision > heard.revision) hear({ revision, at: claim });
  const isDue = revision > read && claim !== null && claim !== heard.at;
  if (!isDue) return null;
  const close = () => {
    setRead(revision);
    void queries.invalidateQueries({ queryKey: projectQuery(slug).queryKey, exact: true });
  };
  return (
    <Lazily
      part={parts.notice}
      isUnasked
      own={{ slug, from: read, to: revision, onRead: close, onClose: close }}
      onClose={close}
    />
  );
}

async function tellRead(slug: string, number: number): Promise<void> {
  const params = { path: { slug } };
  try {
    await call(api.PUT("/api/v1/projects/{slug}/guidelines/read/", { params, body: { number } }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
