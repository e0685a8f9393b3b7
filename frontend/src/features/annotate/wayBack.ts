import { ApiError } from "@/api/client";
import type { Article } from "@/api/types";
import { uuid } from "@/lib/uuid";
import { fetchThose } from "./exchange";
import { pastWith } from "./history";
import type { Action } from "./session";
import type { PastEvent } from "./stacks";
import { findClaim, type Session } from "./state";
import type { AnnotateState, Options } from "./storeState";
import { articlesNeeded, type Direction, proposalNext } from "./undoing";

export { fetchHistory } from "./history";
export { revertProposal } from "./proposing";

type Scene = {
  readonly getState: () => AnnotateState;
  readonly dispatch: (action: Action) => void;
  readonly change: (change: Partial<AnnotateState>) => void;
  /** Fulfilled when no articles are on their way. */
  readonly whenLoaded: () => Promise<void>;
};

/** So many articles are there again for whoever goes back to what they answered. */
const LAST = 5;

/** Leads back to what was done before this page, or at the server: fetches what that needs. */
export class WayBack {
  readonly #options: Options;
  readonly #scene: Scene;
  #history: Promise<boolean> | null = null;

  constructor(options: Options, scene: Scene) {
    this.#options = options;
    this.#scene = scene;
  }

  /** Let undo reach back over what was done before this page; give whether it does. */
  loadHistory(): Promise<boolean> {
    this.#history ??= this.#fetchHistory();
    return this.#history;
  }

  /** Undo or redo once, with all that this needs; give whether it could be had. */
  async revert(direction: Direction): Promise<boolean> {
    try {
      await this.#fetchBack(direction);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#scene.dispatch({ type: "out_of_reach" });
      return false;
    }
  }

  /** Open the article of the last answer, where no article is here, with those before it. */
  async openLast(): Promise<void> {
    this.#scene.change({ isLooking: true });
    const hasHistory = await this.loadHistory();
    const newest = this.#session.past.map(({ article }) => article).reverse();
    const ids = [...new Set(newest)].slice(0, LAST).reverse();
    const articles = await fetchThose(ids, this.#options.fetchArticle);
    this.#scene.change({ isLooking: false });
    if (this.#session.articles.length > 0) return;
    if (articles.length === 0) {
      if (!hasHistory || ids.length > 0) this.#scene.change({ queue: "failed" });
      return;
    }
    this.#addArticles(articles);
    this.#scene.change({ atEnd: false });
    this.#scene.dispatch({ type: "open", article: articles.length - 1 });
  }

  get #session(): Session {
    return this.#scene.getState().session;
  }

  #takeIn(events: readonly PastEvent[]): void {
    const unsent = this.#options.outbox.getState().pending;
    this.#scene.dispatch({ type: "past", past: pastWith(this.#session, events, unsent) });
  }

  #addArticles(articles: readonly Article[]): void {
    const unsent = this.#options.outbox.getState().pending;
    this.#scene.dispatch({ type: "articles", articles, unsent });
  }

  async #fetchHistory(): Promise<boolean> {
    try {
      const events = await this.#options.fetchHistory();
      await this.#scene.whenLoaded();
      this.#takeIn(events);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#history = null;
      // What waits here can be undone without the server.
      if (this.#session.articles.length === 0) await this.#scene.whenLoaded();
      this.#takeIn([]);
      return false;
    }
  }

  async #fetchBack(direction: Direction): Promise<void> {
    const hasHistory = await this.loadHistory();
    const needed = articlesNeeded(this.#session, direction);
    const articles = await Promise.all(needed.map((id) => this.#options.fetchArticle(id)));
    if (articles.length > 0) this.#addArticles(articles);
    const isKnown = this.#session.stacks[direction].length > 0;
    if (isKnown) this.#scene.change({ atEnd: false });
    if (isKnown && (await this.#revertProposal(direction))) return;
    this.#scene.dispatch({ type: isKnown || hasHistory ? direction : "out_of_reach" });
  }

  /** Give whether it was a proposal's turn. */
  async #revertProposal(direction: Direction): Promise<boolean> {
    const event = proposalNext(this.#session, direction);
    if (!event || !findClaim(this.#session, event.claim)) return false;
    const { id: reverts, claim, article, after: before } = event;
    try {
      const after = await this.#options.revertProposal(event);
      this.#scene.dispatch({
        type: "proposal",
        id: uuid(),
        claim,
        article,
        before,
        after,
        reverts,
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.isTemporary) throw error;
      this.#scene.dispatch({ type: "too_late", event });
    }
    return true;
  }
}
