import type { Answer, AnswerOutbox } from "@/api/answers";
import { api, call } from "@/api/client";
import type { OwnEvent } from "@/api/types";
import type { Attention } from "@/lib/attention";
import type { Memory } from "./memory";
import type { PastEvent } from "./stacks";
import { AnnotateStore } from "./store";

/** So many of the last changes can be undone after a reload. */
const REMEMBERED = 100;

/** How long the server may take, in ms, before it is taken not to be there. */
const PATIENCE = 20_000;

type Options = { slug: string; outbox: AnswerOutbox; attention: Attention; memory: Memory };

/** Make the store of a project's annotate screen, which talks to the server. */
export function makeStore({ slug, outbox, attention, memory }: Options): AnnotateStore {
  const path = { slug };
  const { place, drafts } = memory.read();
  const store = new AnnotateStore({
    outbox,
    attention,
    place,
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
    fetchHistory: async () => {
      const query = { page_size: REMEMBERED };
      const signal = AbortSignal.timeout(PATIENCE);
      const { results } = await call(
        api.GET("/api/v1/projects/{slug}/history/", { params: { path, query }, signal }),
      );
      return results.map(pastEvent).reverse();
    },
  });
  store.dispatch({ type: "drafts", drafts: new Map(drafts) });
  return store;
}

function pastEvent(event: OwnEvent): PastEvent {
  const { client_id, claim, article, group, reverts, before, after } = event;
  const change = { kind: "answer", before: said(before), after: said(after) } as const;
  return { ...change, id: client_id, claim, article, group, reverts };
}

function said(given: OwnEvent["after"]): Answer | null {
  if (given === null) return null;
  const { guideline_revision: _, ...answer } = given;
  return answer;
}
