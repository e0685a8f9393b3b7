import type { AnswerOutbox, Save } from "@/api/answers";
import { answerFrom } from "@/api/answers";
import { ApiError } from "@/api/client";
import type { Annotation, Article } from "@/api/types";
import type { Refusal } from "@/lib/outbox";
import {
  type Action,
  articleOf,
  countOpen,
  EMPTY,
  nextOpenArticle,
  type Session,
  update,
} from "./session";

export type AnnotateState = {
  readonly session: Session;
  readonly queue: "loading" | "ready" | "failed";
  /** Why the queue could not be read, in the server's words. */
  readonly failure: string | null;
  /** The annotator asked for more and there is nothing. */
  readonly atEnd: boolean;
};

type Options = {
  outbox: AnswerOutbox;
  fetchQueue: (limit: number) => Promise<readonly Article[]>;
  fetchArticle: (id: number) => Promise<Article>;
  now?: () => number;
};

/** The next article is fetched while so many claims of this one are still open. */
const FETCH_AHEAD = 3;
const AT_ONCE = 2;

/** Holds the session, sends its saves to the outbox and keeps articles coming. */
export class AnnotateStore {
  readonly #options: Required<Options>;
  readonly #listeners = new Set<() => void>();
  #state: AnnotateState = { session: EMPTY, queue: "loading", failure: null, atEnd: false };
  #loading: Promise<void> | null = null;
  /** The server has nothing more: believed only when it knew of every answer. */
  #isExhausted = false;
  /** The article for whose successor the queue was asked. */
  #aheadOf: number | null = null;

  constructor(options: Options) {
    this.#options = { now: () => performance.now(), ...options };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getState = (): AnnotateState => this.#state;

  readonly dispatch = (action: Action): void => {
    const { session, saves } = update(this.#state.session, action, this.#options.now());
    if (session === this.#state.session) return;
    this.#change({ session });
    for (const save of saves) this.#options.outbox.add(save);
    this.#fetchAhead();
  };

  /** Fetch the queue, unless that is on its way already. */
  readonly load = (): Promise<void> => {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  };

  /** Go to the next article that has something open, wherever it must come from. */
  readonly openNext = async (): Promise<void> => {
    if (this.#openKnown()) return;
    await this.load();
    if (this.#openKnown() || this.#state.queue === "failed") return;
    this.#change({ atEnd: true });
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

  /** The outbox is empty now: what the server said before may no longer hold. */
  readonly refresh = async (): Promise<void> => {
    if (!this.#state.atEnd || this.#isExhausted) return;
    await this.load();
    this.#openKnown();
  };

  /** Give up a refused answer and show what the server has instead. */
  readonly letGo = async ({ id, payload }: Refusal<Save>): Promise<void> => {
    this.#options.outbox.dismiss(id);
    const article = this.#state.session.articles.find(({ claims }) =>
      claims.some((claim) => claim.id === payload.claim),
    );
    if (!article) return;
    let kept: Annotation | null = null;
    try {
      const fresh = await this.#options.fetchArticle(article.id);
      kept = fresh.claims.find((claim) => claim.id === payload.claim)?.annotation ?? null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    this.dispatch({ type: "reset", claim: payload.claim, answer: kept && answerFrom(kept) });
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
      const articles = await fetchQueue(AT_ONCE);
      const unsent = outbox.getState().pending.map((entry) => entry.payload);
      const { session } = this.#state;
      const { session: next } = update(
        session,
        { type: "articles", articles, unsent },
        this.#options.now(),
      );
      const isNothingNew = next.articles.length === session.articles.length;
      this.#isExhausted = nothingUnsent && isNothingNew && articles.length < AT_ONCE;
      this.#change({ session: next, queue: "ready", failure: null, atEnd: next.at < 0 });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#change({ queue: "failed", failure: error.isTemporary ? null : error.message });
    }
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
    for (const listener of this.#listeners) listener();
  }
}
