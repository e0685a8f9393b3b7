import { useState, useSyncExternalStore } from "react";
import { type AnswerOutbox, isShutOut } from "@/api/answers";
import type { Project, ProjectState } from "@/api/types";
import type { AnnotateStore } from "./store";
import { useHeartbeat } from "./useHeartbeat";

/** How a project stands to answers. */
export type Standing = {
  readonly state: ProjectState;
  /** How many answers it refused because it was closed. */
  readonly kept: number;
  readonly sendAgain: () => void;
};

/** Follow whether a project takes answers: by each heartbeat, and by what is refused between two. */
export function useStanding(
  store: AnnotateStore,
  outbox: AnswerOutbox,
  project: Pick<Project, "slug" | "state">,
): Standing {
  const { queue, beat, session } = useSyncExternalStore(store.subscribe, store.getState);
  const { refused } = useSyncExternalStore(outbox.subscribe, outbox.getState);
  const [isShut, shut] = useState(false);
  useHeartbeat({ store, outbox, slug: project.slug, isReady: queue === "ready", onShut: shut });
  const here = new Set(session.articles.map(({ id }) => id));
  const kept = refused.filter((one) => isShutOut(one) && here.has(one.payload.article));
  return {
    state: isShut ? "closed" : (beat?.project_state ?? project.state),
    kept: kept.length,
    sendAgain: () => outbox.requeue(kept),
  };
}
