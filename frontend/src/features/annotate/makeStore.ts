import type { AnswerOutbox } from "@/api/answers";
import { api, call } from "@/api/client";
import { fromDevice } from "@/api/kept";
import type { Project } from "@/api/types";
import type { Attention } from "@/lib/attention";
import type { Memory } from "./memory";
import { AnnotateStore } from "./store";

/** How long the server may take, in ms, before it is taken not to be there. */
const PATIENCE = 20_000;

type Options = { project: Project; outbox: AnswerOutbox; attention: Attention; memory: Memory };

/** Make the store of a project's annotate screen, which talks to the server. */
export function makeStore({ project, outbox, attention, memory }: Options): AnnotateStore {
  const { slug, guidelines_read, guideline_revision } = project;
  const path = { slug };
  const { place, drafts, shown = 0 } = memory.read();
  const store = new AnnotateStore({
    outbox,
    attention,
    place,
    // The project may be of before they were read. Who begins has the guidelines beside them.
    shown: Math.max(shown, guidelines_read) || guideline_revision,
    fetchQueue: async (limit) => {
      const body = { limit };
      const { articles } = await call(
        api.POST("/api/v1/projects/{slug}/queue/", {
          params: { path },
          body,
          signal: AbortSignal.timeout(PATIENCE),
        }),
      );
      return articles;
    },
    fetchArticle: (id) => {
      const params = { path: { article_id: id } };
      const signal = AbortSignal.timeout(PATIENCE);
      return call(api.GET("/api/v1/articles/{article_id}/", { params, signal }));
    },
    readKept: () => fromDevice((data, owner) => data.readArticles(owner, slug)),
    revertProposal: async (event) => (await import("./wayBack")).revertProposal(event),
    fetchHistory: async () => (await import("./wayBack")).fetchHistory(slug),
  });
  store.dispatch({ type: "drafts", drafts: new Map(drafts) });
  return store;
}
