import { api, call } from "@/api/client";
import type { Article, Claim, Proposal } from "@/api/types";
import { uuid } from "@/lib/uuid";
import type { ProposalEvent } from "./stacks";
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

type Wish = Pick<Proposal, "kind" | "at" | "note">;

/** Make what sends a proposal; it throws an ApiError where that fails, and nothing typed is lost. */
export function propose({ store, article, claim, clientId, onDone }: Scene) {
  return async (kind: Proposal["kind"], at: number | null, note: string): Promise<void> => {
    const after = await make(claim.id, clientId, { kind, at, note });
    tell(store, article, claim, { id: clientId, before: null, after });
    onDone();
  };
}

/** Make what takes a proposal back. */
export function withdraw({ store, article, claim, onDone }: Scene) {
  return async (id: number): Promise<void> => {
    await takeBack(id);
    const before = article.proposals.find((one) => one.id === id) ?? null;
    tell(store, article, claim, { id: uuid(), before, after: null });
    onDone();
  };
}

/** Bring back what was before a change: give the proposal that there is then. */
export async function revertProposal(event: ProposalEvent): Promise<Proposal | null> {
  const { id, claim, before, after } = event;
  if (after) await takeBack(after.id);
  return before && make(claim, id, before);
}

type Told = { id: string; before: Proposal | null; after: Proposal | null };

function tell(store: AnnotateStore, article: Article, claim: Claim, told: Told): void {
  const { id: of } = article;
  store.dispatch({ type: "proposal", article: of, claim: claim.id, reverts: null, ...told });
}

function make(claim: number, clientId: string, { kind, at, note }: Wish): Promise<Proposal> {
  const params = { path: { claim_id: claim } };
  const body = { client_id: clientId, kind, at, note };
  const signal = AbortSignal.timeout(PATIENCE);
  return call(api.POST("/api/v1/claims/{claim_id}/proposals/", { params, body, signal }));
}

async function takeBack(id: number): Promise<void> {
  const params = { path: { proposal_id: id } };
  const signal = AbortSignal.timeout(PATIENCE);
  await call(api.DELETE("/api/v1/proposals/{proposal_id}/", { params, signal }));
}
