import { api, call } from "@/api/client";
import type { Article, Claim, Proposal } from "@/api/types";
import type { AnnotateStore } from "./store";

/** How long a proposal may take, in ms. */
const PATIENCE = 10_000;

type Scene = {
  readonly store: AnnotateStore;
  readonly article: Article;
  readonly claim: Claim;
  /** The same for every try, so that a repeat is harmless. */
  readonly clientId: string;
  readonly onDone: () => void;
};

/** Make what sends a proposal; it throws an ApiError where that fails, and nothing typed is lost. */
export function propose({ store, article, claim, clientId, onDone }: Scene) {
  return async (kind: Proposal["kind"], at: number | null, note: string): Promise<void> => {
    const params = { path: { claim_id: claim.id } };
    const body = { client_id: clientId, kind, at, note };
    const signal = AbortSignal.timeout(PATIENCE);
    const made = await call(
      api.POST("/api/v1/claims/{claim_id}/proposals/", { params, body, signal }),
    );
    const others = article.proposals.filter(({ id }) => id !== made.id);
    const proposals = [...others, made];
    store.dispatch({ type: "proposals", article: article.id, proposals, claim });
    onDone();
  };
}

export function withdraw({ store, article, onDone }: Scene) {
  return async (id: number): Promise<void> => {
    const params = { path: { proposal_id: id } };
    const signal = AbortSignal.timeout(PATIENCE);
    await call(api.DELETE("/api/v1/proposals/{proposal_id}/", { params, signal }));
    const proposals = article.proposals.filter((one) => one.id !== id);
    store.dispatch({ type: "proposals", article: article.id, proposals, claim: null });
    onDone();
  };
}
