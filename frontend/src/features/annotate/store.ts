import type { Answer, AnswerOutbox, Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import { isAnswered } from "@/api/kept";
import type { Article, Heartbeat } from "@/api/types";
import { isScreenKept } from "@/lib/offline";
import type { Entry } from "@/lib/outbox";
import { isServerThere } from "@/lib/reach";
import { fetchThose, howMany, inOneGroup } from "./exchange";
import { Follower } from "./follower";
import { type Action, update } from "./session";
import { articleOf, claimOf, countGained, countOpen, nextOpenArticle } from "./state";
import { type AnnotateState, BEGINNING, isSamePlace, type Options } from "./storeState";
import { type Direction, isHere, noteSent } from "./undoing";
import type { WayBack } from "./wayBack";

/** The next article is fetched while so many claims of this one are still open. */
const FETCH_AHEAD = 3;

/** Holds the session, sends its saves to the outbox and keeps articles coming. */
export class AnnotateStore {
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  readonly #follower: Follower;
  #wayBack: WayBack | null = null;
  #state: AnnotateState;
  #loading: Promise<void> | null = null;
  /** The server has nothing more: believed only when it knew of every answer. */
  #isExhausted = false;
  /** The article for whose successor the queue was asked. */
  #aheadOf: number | null = null;
  #isLeft = false;
  #isFetchingBack = false;
  /** What was asked for while something had to be fetched. */
  readonly #wanted: Direction[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#state = { ...BEGINNING, shown: options.shown };
    this.#follower = new Follower(options.outbox, this.dispatch);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  get outbox(): AnswerOutbox {
    return this.#options.outbox;
  }

  readonly getState = (): AnnotateState => this.#state;

  readonly dispatch = (action: Action): void => {
    const { attention } = this.#options;
    const before = this.#state.session;
    const { session, saves } = update(before, action, (claim) => attention.secondsOf(claim));
    if (session === before) return;
    const entries = this.#follower.send(inOneGroup(saves, this.#state.shown));
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
    if (by === -1 && this.#isEmpty) {
      void this.#openLast();
      return;
    }
    if (by === 1 && session.at === session.articles.length - 1) {
      void this.openNext();
      return;
    }
    const article = atEnd ? session.at : session.at + by;
    this.#change({ atEnd: false });
    this.dispatch({ type: "open", article });
  };

  /** Let undo reach back over what was done before this page; give whether it does. */
  readonly loadHistory = async (): Promise<boolean> =>
    (await this.#reachBack())?.loadHistory() ?? false;

  /** Undo or redo; what that needs and is not here is fetched first, and no press is lost. */
  readonly revert = (direction: Direction): void => {
    this.#wanted.push(direction);
    if (!this.#isFetchingBack) void this.#goBack();
  };

  /** The outbox is empty now: what the server said before may no longer hold. */
  readonly refresh = async (): Promise<void> => {
    const { queue, atEnd } = this.#state;
    if (queue === "failed" || (atEnd && !this.#isExhausted)) await this.load();
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
    // A server that was set back no longer has what was shown, and would refuse each answer.
    const shown = Math.min(this.#state.shown, heartbeat.guideline_revision);
    this.#change({ beat, shown });
    this.dispatch({ type: "held", held: heartbeat.assignments });
  };

  /** Answers are given under this revision of the guidelines from now on. */
  readonly noteShown = (shown: number): void => this.#change({ shown });

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
    if (this.#isEmpty && this.#state.queue === "failed") this.#change({ queue: "loading" });
    const { phase, refused } = outbox.getState();
    const limit = howMany(this.#state.session, refused);
    try {
      const asked = fetchQueue(limit);
      if (this.#isEmpty && !(await isAnswered(asked))) await this.#showKept();
      const articles = await this.#withOthers(await asked);
      await outbox.ready;
      if (this.#isLeft) return;
      const { session, atEnd } = this.#state;
      const unsent = this.#follower.begin();
      const place = this.#options.place ?? null;
      const arrived = { type: "articles", articles, unsent, place } as const;
      const { session: next } = update(session, arrived, () => 0);
      const isNothingNew = next.articles.length === session.articles.length;
      this.#isExhausted = phase === "saved" && isNothingNew && articles.length < limit;
      // An article that was done may have other claims by now.
      const isSame = articleOf(next)?.claims === articleOf(session)?.claims;
      const hasNone = next.at < 0 || (session.at >= 0 && atEnd && isSame);
      this.#change({ session: next, queue: "ready", failure: null, atEnd: hasNone });
      if (hasNone) this.#openKnown();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#change({ queue: "failed", failure: error.isTemporary ? null : error.message });
    }
  }

  get #isEmpty(): boolean {
    return this.#state.session.articles.length === 0;
  }

  /** Show what the device has kept, until the server is there. */
  async #showKept(): Promise<void> {
    const kept = await this.#options.readKept();
    await this.#options.outbox.ready;
    if (!kept || this.#isLeft || !this.#isEmpty) return;
    const { articles, answers } = kept;
    const unsent = this.#follower.begin();
    const place = this.#options.place ?? null;
    this.dispatch({ type: "articles", articles, unsent, place, kept: answers });
  }

  /** Add what the queue does not begin with: where the person was, and what only the device told. */
  async #withOthers(articles: readonly Article[]): Promise<readonly Article[]> {
    const { place, fetchArticle } = this.#options;
    const isFirst = this.#isEmpty;
    const wanted = isFirst ? [place?.article ?? []].flat() : this.#unsureArticles();
    const missing = wanted.filter((id) => articles.every((article) => article.id !== id));
    const others = await fetchThose(missing, fetchArticle);
    const isHeld = ({ assignment }: Article) => assignment?.state === "open";
    return [...(isFirst ? others.filter(isHeld) : others), ...articles];
  }

  #unsureArticles(): readonly number[] {
    const { articles, unsure } = this.#state.session;
    const open = new Set(this.openArticles());
    const isUnsure = ({ id, claims }: Article) =>
      open.has(id) && claims.some((claim) => unsure.has(claim.id));
    return articles.filter(isUnsure).map(({ id }) => id);
  }

  async #goBack(): Promise<void> {
    for (let next = this.#wanted.shift(); next; next = this.#wanted.shift()) {
      if (isHere(this.#state.session, next)) {
        this.#change({ atEnd: false });
        this.dispatch({ type: next });
        continue;
      }
      this.#isFetchingBack = true;
      const way = await this.#reachBack();
      if (!way) this.dispatch({ type: "out_of_reach" });
      if (!(await way?.revert(next))) this.#wanted.length = 0;
      this.#isFetchingBack = false;
    }
  }

  async #openLast(): Promise<void> {
    const way = await this.#reachBack();
    if (way) await way.openLast();
    else this.#change({ queue: "failed" });
  }

  /** Give what needs the server to go back; null where it cannot be had. */
  async #reachBack(): Promise<WayBack | null> {
    // A browser does not ask a second time for a module that it could not get.
    if (!this.#wayBack && !isScreenKept() && !(await isServerThere())) return null;
    try {
      const { WayBack } = await import("./wayBack");
      this.#wayBack ??= new WayBack(this.#options, {
        getState: this.getState,
        dispatch: this.dispatch,
        change: (change) => this.#change(change),
        whenLoaded: async () => {
          await this.#loading;
        },
      });
    } catch {
      return null;
    }
    return this.#wayBack;
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
