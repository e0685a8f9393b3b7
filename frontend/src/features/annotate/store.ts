import type { Answer, AnswerOutbox, Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import type { Article, Heartbeat } from "@/api/types";
import type { Attention } from "@/lib/attention";
import type { Entry } from "@/lib/outbox";
import { uuid } from "@/lib/uuid";
import { Follower } from "./follower";
import type { Place } from "./moving";
import { type Action, update } from "./session";
import type { PastEvent } from "./stacks";
import { type Asked, articleOf, claimOf, countGained, countOpen, nextOpenArticle } from "./state";
import { type AnnotateState, BEGINNING, isSamePlace } from "./storeState";
import { articlesNeeded, type Direction, isHalfWay, noteSent } from "./undoing";

type Options = {
  outbox: AnswerOutbox;
  attention: Attention;
  fetchQueue: (limit: number) => Promise<readonly Article[]>;
  fetchArticle: (id: number) => Promise<Article>;
  /** Give this person's last changes in the project, the oldest first. */
  fetchHistory: () => Promise<readonly PastEvent[]>;
  /** Where the person was when they left. */
  place?: Place | null;
};

/** The next article is fetched while so many claims of this one are still open. */
const FETCH_AHEAD = 3;
const AT_ONCE = 2;

/** Holds the session, sends its saves to the outbox and keeps articles coming. */
export class AnnotateStore {
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  readonly #follower: Follower;
  #state = BEGINNING;
  #loading: Promise<void> | null = null;
  /** The server has nothing more: believed only when it knew of every answer. */
  #isExhausted = false;
  /** The article for whose successor the queue was asked. */
  #aheadOf: number | null = null;
  #history: Promise<boolean> | null = null;
  #isFetchingBack = false;
  #isLeft = false;
  /** What was asked for while something had to be fetched. */
  readonly #wanted: Direction[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#follower = new Follower(options.outbox, this.dispatch);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getState = (): AnnotateState => this.#state;

  readonly dispatch = (action: Action): void => {
    const { attention } = this.#options;
    const before = this.#state.session;
    const { session, saves } = update(before, action, (claim) => attention.secondsOf(claim));
    if (session === before) return;
    const entries = this.#follower.send(inOneGroup(saves));
    for (const { payload } of entries) attention.forget(payload.claim);
    this.#change({ session: noteSent(before, session, entries) });
    this.#fetchAhead();
  };

  /** Fetch the queue, unless that is on its way already. */
  readonly load = (): Promise<void> => {
    this.#isLeft = false;
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  };

  /** Nobody looks at this any more. */
  readonly leave = (): void => {
    this.#isLeft = true;
    this.#follower.end();
  };

  /** Go to the next article that has something open, wherever it must come from. */
  readonly openNext = async (): Promise<void> => {
    if (this.#openKnown()) return;
    const before = this.#state;
    this.#change({ isLooking: true });
    await this.load();
    // Whoever has gone on with something else meanwhile is not taken away from it.
    const isAwaited = isSamePlace(before, this.#state) && this.#state.queue !== "failed";
    const isOver = isAwaited && !this.#openKnown();
    this.#change({ isLooking: false, atEnd: isOver || this.#state.atEnd });
  };

  /** Go to the article before or after this one, done or not. */
  readonly openBeside = (by: 1 | -1): void => {
    const { session, atEnd } = this.#state;
    if (by === 1 && session.at === session.articles.length - 1) {
      void this.openNext();
      return;
    }
    const article = atEnd ? session.at : session.at + by;
    this.#change({ atEnd: false });
    this.dispatch({ type: "open", article });
  };

  /** Let undo reach back over what was done before this page; give whether it does. */
  readonly loadHistory = (): Promise<boolean> => {
    this.#history ??= this.#fetchHistory();
    return this.#history;
  };

  /** Undo or redo; what that needs and is not here is fetched first, and no press is lost. */
  readonly revert = (direction: Direction): void => {
    this.#wanted.push(direction);
    if (!this.#isFetchingBack) this.#goBack();
  };

  /** The outbox is empty now: what the server said before may no longer hold. */
  readonly refresh = async (): Promise<void> => {
    if (this.#state.atEnd && !this.#isExhausted) await this.load();
  };

  /** Give the articles that are worked on here. */
  readonly openArticles = (): readonly number[] => {
    const { session } = this.#state;
    const current = articleOf(session);
    return session.articles
      .filter((article) => article === current || countOpen(session, article) > 0)
      .map(({ id }) => id);
  };

  /** Take over an answer that was given in another tab and is saved. */
  readonly takeOver = (entry: Entry<Save>): void => this.#follower.takeOver(entry);

  readonly hear = (heartbeat: Heartbeat): void => {
    const unsent = this.#options.outbox.getState().pending.length;
    const beat = { ...heartbeat, gained: countGained(this.#state.session), unsent };
    this.#change({ beat });
    this.dispatch({ type: "held", held: heartbeat.assignments });
  };

  /** Show what the server has of a claim, in place of an answer that was refused. */
  readonly take = (claim: number, answer: Answer | null, head: string | null): void => {
    this.dispatch({ type: "reset", claim, answer, head: answer && head });
  };

  #openKnown(): boolean {
    const article = nextOpenArticle(this.#state.session);
    if (article === null) return false;
    this.#change({ atEnd: false });
    this.dispatch({ type: "open", article });
    return true;
  }

  async #fetch(): Promise<void> {
    const { outbox, fetchQueue } = this.#options;
    this.#change({ queue: this.#state.queue === "ready" ? "ready" : "loading" });
    const nothingUnsent = outbox.getState().phase === "saved";
    try {
      const articles = await this.#withPlace(await fetchQueue(AT_ONCE));
      await outbox.ready;
      if (this.#isLeft) return;
      const { session, atEnd } = this.#state;
      const unsent = this.#follower.begin();
      const place = this.#options.place ?? null;
      const arrived = { type: "articles", articles, unsent, place } as const;
      const { session: next } = update(session, arrived, () => 0);
      const isNothingNew = next.articles.length === session.articles.length;
      this.#isExhausted = nothingUnsent && isNothingNew && articles.length < AT_ONCE;
      // An article that was done may have other claims by now.
      const isSame = articleOf(next) === articleOf(session);
      const hasNone = next.at < 0 || (session.at >= 0 && atEnd && isSame);
      this.#change({ session: next, queue: "ready", failure: null, atEnd: hasNone });
      if (hasNone) this.#openKnown();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#change({ queue: "failed", failure: error.isTemporary ? null : error.message });
    }
  }

  /** Add the article in which the person was, where the queue began with others. */
  async #withPlace(articles: readonly Article[]): Promise<readonly Article[]> {
    const { place, fetchArticle } = this.#options;
    const isKnown = !place || articles.some(({ id }) => id === place.article);
    if (isKnown || this.#state.session.articles.length > 0) return articles;
    try {
      const left = await fetchArticle(place.article);
      return left.assignment?.state === "open" ? [left, ...articles] : articles;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return articles;
    }
  }

  async #fetchHistory(): Promise<boolean> {
    try {
      const events = await this.#options.fetchHistory();
      await this.#loading;
      const unsent = this.#options.outbox.getState().pending;
      this.dispatch({ type: "history", events, unsent });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#history = null;
      return false;
    }
  }

  #goBack(): void {
    for (let next = this.#wanted.shift(); next; next = this.#wanted.shift()) {
      const { session } = this.#state;
      const isKnown = session.stacks[next].length > 0 || isHalfWay(session);
      if (!isKnown || articlesNeeded(session, next).length > 0) {
        void this.#fetchBack(next);
        return;
      }
      this.#change({ atEnd: false });
      this.dispatch({ type: next });
    }
  }

  async #fetchBack(direction: Direction): Promise<void> {
    this.#isFetchingBack = true;
    try {
      const hasHistory = await this.loadHistory();
      const needed = articlesNeeded(this.#state.session, direction);
      const articles = await Promise.all(needed.map((id) => this.#options.fetchArticle(id)));
      const unsent = this.#options.outbox.getState().pending;
      if (articles.length > 0) this.dispatch({ type: "articles", articles, unsent });
      const isKnown = this.#state.session.stacks[direction].length > 0;
      if (isKnown) this.#change({ atEnd: false });
      this.dispatch({ type: isKnown || hasHistory ? direction : "out_of_reach" });
    } catch (error) {
      this.#wanted.length = 0;
      if (!(error instanceof ApiError)) throw error;
      this.dispatch({ type: "out_of_reach" });
    } finally {
      this.#isFetchingBack = false;
    }
    this.#goBack();
  }

  #fetchAhead(): void {
    const { session } = this.#state;
    const article = articleOf(session);
    if (!article || this.#isExhausted || this.#aheadOf === article.id) return;
    if (countOpen(session, article) > FETCH_AHEAD || nextOpenArticle(session) !== null) return;
    this.#aheadOf = article.id;
    void this.load();
  }

  #change(change: Partial<AnnotateState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.attention.turnTo(claimOf(this.#state.session)?.id ?? null);
    for (const listener of this.#listeners) listener();
  }
}

function inOneGroup(saves: readonly Asked[]): Save[] {
  const group = saves.length > 1 ? uuid() : null;
  const at = Date.now();
  return saves.map((save) => ({ ...save, group, at }));
}
