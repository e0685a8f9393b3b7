import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Known, keepUp, read, readArticles, readProjects } from "./keptData";
import { KEPT, noteOwner } from "./owner";
import { makeAnnotation, makeAnswer, makeProject } from "./testing";
import type { Article, Guidelines, Session } from "./types";

const ANA = 1;
const BEN = 2;
const SESSION = { user: { id: ANA, name: "Ana" } } as Session;
const PROJECT = makeProject({ mine: { answered: 4, available: 20 } });
const GUIDE = { number: 2, body: "# One" } as Guidelines;

/** An article whose claims are numbered from a hundred times its id. */
function makeArticle(id: number, saved: readonly (string | null)[] = [null, null]): Article {
  const claims = saved.map((save, index) => ({
    id: id * 100 + index + 1,
    annotation: save && makeAnnotation({ claim: id * 100 + index + 1, client_id: save }),
  }));
  return { id, title: `Article ${id}`, claims } as Article;
}

const stops: (() => void)[] = [];

/** A screen that changes, and what keeps it. */
function keep(begun: Partial<Known> = {}, owner = ANA, project = PROJECT) {
  const listeners = new Set<() => void>();
  let known: Known = {
    session: SESSION,
    project,
    guidelines: undefined,
    articles: [],
    answers: new Map(),
    heads: new Map(),
    ...begun,
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const stop = keepUp(owner, project, subscribe, () => known);
  stops.push(stop);
  return {
    stop,
    change: (changes: Partial<Known>) => {
      known = { ...known, ...changes };
      for (const listener of listeners) listener();
    },
    answer: (claim: number, id: string | null) => {
      const answers = new Map(known.answers);
      const heads = new Map(known.heads);
      answers.delete(claim);
      heads.delete(claim);
      if (id) {
        answers.set(claim, makeAnswer({ note: id }));
        heads.set(claim, id);
      }
      known = { ...known, answers, heads };
      for (const listener of listeners) listener();
    },
  };
}

const articles = async () => (await readArticles(ANA, PROJECT.slug)).articles.map(({ id }) => id);
const answers = async () =>
  (await readArticles(ANA, PROJECT.slug)).answers.map(({ id, payload }) => [id, payload.claim]);

describe("What is kept on the device", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    noteOwner(ANA);
  });
  afterEach(() => {
    localStorage.clear();
    for (const stop of stops.splice(0)) stop();
    vi.unstubAllGlobals();
  });

  it("is the session, the project with its guidelines, and the articles as they came", async () => {
    keep({ articles: [makeArticle(9), makeArticle(3)], guidelines: GUIDE });

    await vi.waitFor(async () => expect(await articles()).toEqual([9, 3]));
    expect(await read(ANA, ["session"])).toEqual(SESSION);
    expect(await read(ANA, ["project", PROJECT.slug])).toEqual(PROJECT);
    expect(await read(ANA, ["guidelines", PROJECT.slug])).toEqual(GUIDE);
  });

  it("takes an answer without its article, and the last one of a claim", async () => {
    const { answer } = keep({ articles: [makeArticle(1, ["before", null])] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));
    const put = vi.spyOn(IDBObjectStore.prototype, "put");

    answer(101, "first");
    answer(101, "second");

    await vi.waitFor(async () => expect(await answers()).toEqual([["second", 101]]));
    expect(put.mock.calls.map(([, key]) => key)).toEqual([["answer", PROJECT.slug, 1, 101]]);
  });

  it("knows that an answer was taken back", async () => {
    const { answer } = keep({ articles: [makeArticle(1)] });
    answer(101, "given");
    await vi.waitFor(async () => expect(await answers()).toEqual([["given", 101]]));

    answer(101, null);

    await vi.waitFor(async () => expect(await answers()).toEqual([["", 101]]));
    const [kept] = (await readArticles(ANA, PROJECT.slug)).answers;
    expect(kept?.payload.answer).toBeNull();
  });

  it("counts what was answered before the screen as it did then", async () => {
    const { change } = keep();
    const later = { ...PROJECT, name: "Other", mine: { answered: 9, available: 20 } };

    change({ project: later });

    const project = () => read(ANA, ["project", PROJECT.slug]);
    await vi.waitFor(async () => expect(await project()).toMatchObject({ name: "Other" }));
    expect(await project()).toMatchObject({ mine: { answered: 4 } });
  });

  it("forgets what the screen no longer has, and all but the last twenty articles", async () => {
    const first = keep({ articles: [makeArticle(1), makeArticle(2)] });
    first.answer(101, "given");
    await vi.waitFor(async () => expect(await answers()).toHaveLength(1));
    first.stop();

    const { change } = keep({ articles: [makeArticle(2)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([2]));
    expect(await answers()).toEqual([]);
    const many = Array.from({ length: 25 }, (_, index) => makeArticle(index + 2));
    change({ articles: many });

    await vi.waitFor(async () => expect(await articles()).toHaveLength(20));
    expect((await articles())[0]).toBe(7);
  });

  it("leaves what is kept of another project", async () => {
    keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));

    keep({ articles: [makeArticle(5)] }, ANA, makeProject({ slug: "other" }));

    await vi.waitFor(async () =>
      expect((await readArticles(ANA, "other")).articles).toHaveLength(1),
    );
    expect(await articles()).toEqual([1]);
  });

  it("lists the projects of which there are articles, by their names", async () => {
    const port = makeProject({ slug: "a-port", name: "Port" });
    const harbor = makeProject({ slug: "b-harbor", name: "Harbor" });
    keep({ articles: [makeArticle(1)] }, ANA, port);
    keep({ articles: [makeArticle(2), makeArticle(3)] }, ANA, harbor);
    keep({ articles: [] }, ANA, makeProject({ slug: "c-empty", name: "Empty" }));
    await vi.waitFor(async () => expect(await read(ANA, ["project", "c-empty"])).not.toBeNull());

    const listed = await readProjects(ANA);

    expect(listed?.results.map(({ name, articles }) => [name, articles])).toEqual([
      ["Harbor", 2],
      ["Port", 1],
    ]);
    expect(await readProjects(BEN)).toBeNull();
  });

  it("is gone once its user has signed out, whatever a tab still does", async () => {
    const { answer } = keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));

    noteOwner(null);
    answer(101, "late");
    await new Promise((resolve) => setTimeout(resolve, 150));

    expect(await read(ANA, ["session"])).toBeNull();
    expect(await articles()).toEqual([]);
  });

  it("is kept anew, all of it, when the same user has signed in again", async () => {
    const { answer } = keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));
    noteOwner(null);
    answer(101, "between");
    await new Promise((resolve) => setTimeout(resolve, 150));

    noteOwner(ANA);
    answer(102, "after");

    await vi.waitFor(async () => expect(await articles()).toEqual([1]));
    expect(await answers()).toEqual([
      ["between", 101],
      ["after", 102],
    ]);
    expect(await read(ANA, ["session"])).toEqual(SESSION);
  });

  it("is never of a user who was before", async () => {
    const { answer } = keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));

    noteOwner(BEN);
    answer(101, "late");
    keep({ articles: [makeArticle(6)], session: { user: { id: BEN } } as Session }, BEN);

    await vi.waitFor(async () =>
      expect((await readArticles(BEN, PROJECT.slug)).articles.map(({ id }) => id)).toEqual([6]),
    );
    expect(await articles()).toEqual([]);
  });

  it("does without where the device is full", async () => {
    const { answer } = keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));
    const full = new DOMException("Full.", "QuotaExceededError");
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw full;
    });

    answer(101, "given");
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
    answer(102, "given");
    await new Promise((resolve) => setTimeout(resolve, 150));

    expect(open).toHaveBeenCalledOnce();
  });

  it("keeps no database open that somebody may want to delete", async () => {
    keep({ articles: [makeArticle(1)] });
    await vi.waitFor(async () => expect(await articles()).toEqual([1]));

    const gone = await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(KEPT);
      request.onsuccess = () => resolve("gone");
      request.onblocked = () => resolve("blocked");
    });

    expect(gone).toBe("gone");
  });
});
