import { type Changes, type Key, OwnedStore } from "@/lib/ownedStore";
import { KEPT, ownerOfDevice } from "./owner";
import type { Answer } from "./saves";
import type { Article, Guidelines, Project, ProjectsPage, Session } from "./types";

/** To be raised when what is kept changes its shape: what was kept before is as good as nothing. */
const SHAPE = 1;
/** So many articles of a project are kept, the last that were fetched. */
const MOST = 20;
/** How long, in ms, changes are gathered: less than an answer takes to leave the outbox. */
const GATHER = 100;

const store = new OwnedStore(KEPT, SHAPE);

/** An answer that is newer than its article; null where an answer was taken back. */
export type KeptAnswer = {
  /** The client id of the save that gave it. */
  readonly id: string;
  readonly payload: { readonly claim: number; readonly answer: Answer | null };
};

export type KeptArticles = {
  readonly articles: readonly Article[];
  readonly answers: readonly KeptAnswer[];
};

/** Where an article stood among the others, and the article. */
type Place = { readonly at: number; readonly article: Article };

/** Give the one value at `key`; null where there is none. */
export async function read(owner: number, key: Key): Promise<unknown> {
  const [value] = await store.read(owner, key);
  return value ?? null;
}

/** Give the articles of a project in the order in which they were fetched, with what was answered. */
export async function readArticles(owner: number, slug: string): Promise<KeptArticles> {
  const [places, answers] = await Promise.all([
    store.read(owner, ["article", slug]),
    store.read(owner, ["answer", slug]),
  ]);
  const articles = (places as Place[]).sort((one, other) => one.at - other.at);
  return { articles: articles.map(({ article }) => article), answers: answers as KeptAnswer[] };
}

/**
 * Give the projects of which articles are kept as a page of the list; null where there are none.
 *
 * Their articles are those that are kept; all other figures are old.
 */
export async function readProjects(owner: number): Promise<ProjectsPage | null> {
  const projects = (await store.read(owner, ["project"])) as Project[];
  const articles = await Promise.all(
    projects.map(({ slug }) => store.read(owner, ["article", slug])),
  );
  const results = projects
    .map((project, index) => ({ ...project, articles: articles[index]?.length ?? 0 }))
    .filter((project) => project.articles > 0)
    .sort((one, other) => one.name.localeCompare(other.name));
  return results.length === 0 ? null : { next: null, previous: null, results, isKept: true };
}

/** What is known of a project, as its screen has it. */
export type Known = {
  readonly session: Session | undefined;
  readonly project: Project | undefined;
  readonly guidelines: Guidelines | undefined;
  readonly articles: readonly Article[];
  readonly answers: ReadonlyMap<number, Answer>;
  readonly heads: ReadonlyMap<number, string>;
};

type Put = [key: Key, value: unknown];
type Heads = Map<number, string | null>;
type Written = { readonly article: Article; readonly heads: Heads };

/** Keep what `look` gives: now, soon after each change, and when the page may go. */
export function keepUp(
  owner: number,
  begun: Project,
  subscribe: (listener: () => void) => () => void,
  look: () => Known,
): () => void {
  const keeper = new Keeper(owner, begun);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    void keeper.keep(look());
  };
  const later = () => {
    timer ??= setTimeout(now, GATHER);
  };
  const forget = subscribe(later);
  window.addEventListener("pagehide", now);
  now();
  return () => {
    forget();
    window.removeEventListener("pagehide", now);
    if (timer !== undefined) now();
  };
}

/** Keeps on the device what one user's screen of a project needs to come up without the server. */
export class Keeper {
  readonly #owner: number;
  /** What is gained since is counted by the articles: a newer count would hold it twice. */
  readonly #begun: Project;
  /** What lies in the database by now; null where all has to be written. */
  #written: Map<number, Written> | null = null;
  readonly #basis = new Map<string, unknown>();
  #isBroken = false;

  constructor(owner: number, begun: Project) {
    this.#owner = owner;
    this.#begun = begun;
  }

  /** Write what is new: of an answer a small record, not its article. */
  async keep(known: Known): Promise<void> {
    if (this.#isBroken) return;
    if (this.#owner !== ownerOfDevice()) return this.#forget();
    const isWhole = this.#written === null;
    const changes = this.#changesTo(known);
    if (changes.put.length + changes.remove.length === 0) return;
    try {
      if (isWhole) await store.begin(this.#owner, changes);
      else if (!(await store.change(this.#owner, changes))) this.#forget();
    } catch {
      // The device is full, or forbids it: as if nothing were ever kept.
      this.#isBroken = true;
    }
  }

  #forget(): void {
    this.#written = null;
    this.#basis.clear();
  }

  #changesTo(known: Known): Changes {
    const { slug } = this.#begun;
    const before = this.#written ?? new Map<number, Written>();
    const written = new Map<number, Written>();
    const remove: Key[] = this.#written
      ? []
      : [
          ["article", slug],
          ["answer", slug],
        ];
    const put = this.#basisOf(known);
    for (const [at, article] of [...known.articles.entries()].slice(-MOST)) {
      let heads = before.get(article.id)?.heads;
      if (!heads || before.get(article.id)?.article !== article) {
        heads = new Map(article.claims.map((one) => [one.id, one.annotation?.client_id ?? null]));
        remove.push(["answer", slug, article.id]);
        put.push([["article", slug, article.id], { at, article } satisfies Place]);
      }
      put.push(
        ...answersIn(article, heads, known).map(
          (answer): Put => [["answer", slug, article.id, answer.payload.claim], answer],
        ),
      );
      written.set(article.id, { article, heads });
    }
    for (const id of before.keys()) {
      if (!written.has(id)) remove.push(["article", slug, id], ["answer", slug, id]);
    }
    this.#written = written;
    return { remove, put };
  }

  /** Give what has changed besides the articles. */
  #basisOf({ session, project, guidelines }: Known): Put[] {
    const { slug, mine, answers } = this.#begun;
    const put: Put[] = [];
    const note = (key: Key, given: object | undefined, value = given) => {
      if (!given || this.#basis.get(key[0]) === given) return;
      this.#basis.set(key[0], given);
      put.push([key, value]);
    };
    if (session?.user?.id === this.#owner) note(["session"], session);
    note(["project", slug], project, project && { ...project, mine, answers });
    note(["guidelines", slug], guidelines);
    return put;
  }
}

/** Give what was answered in an article since `heads`, which knows it from now on. */
function answersIn(article: Article, heads: Heads, known: Known): KeptAnswer[] {
  const fresh: KeptAnswer[] = [];
  for (const { id: claim } of article.claims) {
    const head = known.heads.get(claim) ?? null;
    if (heads.get(claim) === head) continue;
    heads.set(claim, head);
    const answer = known.answers.get(claim) ?? null;
    fresh.push({ id: head ?? "", payload: { claim, answer } });
  }
  return fresh;
}
