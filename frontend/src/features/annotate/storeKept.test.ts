import { describe, expect, it, vi } from "vitest";
import type { KeptArticles } from "@/api/keptData";
import type { Article } from "@/api/types";
import { articleOf, claimOf, countOpen } from "./state";
import { answerAll, setUp, UNREACHABLE } from "./storeTesting";
import { makeArticle, makeSave, named } from "./testing";

const A = makeArticle({ id: 1, claims: 3 });
const B = makeArticle({ id: 2, claims: 2 });
const C = makeArticle({ id: 3, claims: 1 });

const kept = (...answers: KeptArticles["answers"]): KeptArticles => ({
  articles: [A, B],
  answers,
});
/** That a claim was answered, and saved, after its article had been fetched. */
const said = (claim: number, id = `saved-${claim}`, confidence = 2) =>
  ({ id, payload: { claim, answer: named(confidence) } }) as const;

describe("The store without a server", () => {
  it("goes on with what was kept, and with what was answered since", async () => {
    const { session, store } = await setUp([UNREACHABLE], { kept: kept(said(101)) });

    expect(articleOf(session())?.id).toBe(1);
    expect(claimOf(session())?.id).toBe(102);
    expect(session().answers.get(101)).toEqual(named(2));
    expect(store.getState()).toMatchObject({ queue: "failed", failure: null, atEnd: false });
  });

  it("goes on where the person left", async () => {
    const place = { article: 2, claim: 202 };
    const { session } = await setUp([UNREACHABLE], { kept: kept(), place });

    expect(claimOf(session())?.id).toBe(202);
  });

  it("puts what is unsent over what was kept", async () => {
    const unsent = [
      makeSave({ claim: 101, replaces: "saved-101" }),
      makeSave({ claim: 102, answer: named(1) }),
    ];
    const given = { kept: kept(said(101)), unsent };

    const { session } = await setUp([UNREACHABLE], given);

    expect([...session().answers.keys()]).toEqual([102]);
  });

  it("replaces the save that was kept, and the one that is unsent", async () => {
    const unsent = [makeSave({ claim: 102, answer: named(1) })];
    const { store, sent, mend, settle, waiting } = await setUp([UNREACHABLE], {
      kept: kept(said(101)),
      unsent,
    });
    for (const to of [0, 1]) {
      store.dispatch({ type: "go", to });
      answerAll(store, 1);
    }

    mend();
    await settle();

    expect(sent.map(({ claim, replaces }) => [claim, replaces])).toEqual([
      [102, null],
      [101, "saved-101"],
      [102, waiting[0]?.id],
    ]);
  });

  it("shows an article that is done as done, and never the end of the queue", async () => {
    const { store, session } = await setUp([UNREACHABLE, UNREACHABLE, UNREACHABLE], {
      kept: { articles: [C], answers: [said(301)] },
    });
    expect(session().step).toBe("finished");

    await store.openNext();

    expect(store.getState()).toMatchObject({ atEnd: false, queue: "failed", isLooking: false });
  });

  it("goes on into the next article that was kept", async () => {
    const { store, session } = await setUp([UNREACHABLE], { kept: kept() });

    answerAll(store, 3);
    await store.openNext();

    expect(articleOf(session())?.id).toBe(2);
  });

  it("fails as ever where nothing was kept", async () => {
    const { store } = await setUp([UNREACHABLE]);

    expect(store.getState()).toMatchObject({ queue: "failed", atEnd: false });
  });

  it("does not look at what was kept where the server answers", async () => {
    const { session } = await setUp([[C]], { kept: kept() });

    expect(session().articles.map(({ id }) => id)).toEqual([3]);
  });

  it("undoes what is unsent, and no further", async () => {
    const { store, session } = await setUp([UNREACHABLE], {
      kept: kept(said(101)),
      unsent: [makeSave({ claim: 102, answer: named(1) })],
      history: UNREACHABLE,
    });
    await store.loadHistory();

    store.revert("undo");
    await vi.waitFor(() => expect(session().outcome?.kind).toBe("undone"));
    store.revert("undo");
    await vi.waitFor(() => expect(session().outcome?.kind).toBe("out_of_reach"));

    expect([...session().answers.keys()]).toEqual([101]);
  });

  it("undoes nothing of which it is not known what was there before", async () => {
    const { store, session, waiting } = await setUp([UNREACHABLE], {
      kept: kept(said(101, "unsent"), said(102)),
      unsent: [
        makeSave({ claim: 103, answer: named(1) }),
        makeSave({ claim: 101, answer: named(3), replaces: "saved-101" }),
        makeSave({ claim: 102, answer: null, replaces: "saved-102" }),
      ],
      history: UNREACHABLE,
    });
    await store.loadHistory();

    store.revert("undo");
    await vi.waitFor(() => expect(session().outcome?.kind).toBe("out_of_reach"));

    expect(session().heads.get(101)).toBe(waiting[1]?.id);
    expect(session().answers.has(103)).toBe(true);
  });
});

describe("The store when the server is back", () => {
  const newer = (id: string, claim: number, confidence: number) => {
    const article = makeArticle({
      id: 1,
      claims: 3,
      answered: { [claim - 101]: named(confidence) },
    });
    for (const one of article.claims) if (one.annotation) one.annotation.client_id = id;
    return article;
  };

  it("takes its word for what was only kept, and leaves the person where they are", async () => {
    const { store, session, serve } = await setUp([UNREACHABLE, [newer("theirs", 103, 1), C]], {
      kept: kept(said(101, "lost")),
    });
    serve(B);
    store.dispatch({ type: "source", key: "named" });

    await store.load();

    expect(claimOf(session())?.id).toBe(102);
    expect(session().step).toBe("confidence");
    expect([...session().answers]).toEqual([[103, named(1)]]);
    expect([...session().heads]).toEqual([[103, "theirs"]]);
    expect(session().articles.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(store.getState().queue).toBe("ready");
  });

  it("leaves what was answered here meanwhile, sent or not", async () => {
    const { store, session, mend, settle } = await setUp([UNREACHABLE, [A, B]], {
      kept: kept(said(101)),
      unsent: [makeSave({ claim: 103, answer: named(1) })],
    });
    answerAll(store, 1);
    mend();
    await settle();

    await store.load();

    expect([...session().answers.keys()].sort()).toEqual([102, 103]);
    expect(countOpen(session(), A)).toBe(1);
  });

  it("leaves what was kept and sent, where its word is older", async () => {
    let reply: (articles: Article[]) => void = () => undefined;
    const slow = new Promise<Article[]>((resolve) => {
      reply = resolve;
    });
    const { store, session, mend, settle } = await setUp([UNREACHABLE, slow], {
      kept: ([entry]) => kept(said(101, entry?.id, 1)),
      unsent: [makeSave({ claim: 101, answer: named(1) })],
    });

    const loaded = store.load();
    mend();
    await settle();
    reply([A, B]);
    await loaded;

    expect([...session().answers]).toEqual([[101, named(1)]]);
  });

  it("takes its word once: what is answered later is not undone by a slow answer", async () => {
    const { store, session } = await setUp([UNREACHABLE, [A, B], [A, B]], { kept: kept() });
    await store.load();

    answerAll(store, 1);
    await store.load();

    expect([...session().answers.keys()]).toEqual([101]);
  });

  it("asks for open articles that the queue does not begin with", async () => {
    const { store, session, serve } = await setUp([UNREACHABLE, [A, C]], { kept: kept() });
    serve(makeArticle({ id: 2, claims: 2, answered: { 0: named(1) } }));

    await store.load();

    expect([...session().answers.keys()]).toEqual([201]);
    expect(session().articles.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it("learns which articles are no longer this person's", async () => {
    const { store, session } = await setUp([UNREACHABLE, [A]], { kept: kept() });
    await store.load();

    expect(store.openArticles()).toEqual([1, 2]);
    store.dispatch({ type: "held", held: [{ article: 2, state: "withdrawn" }] });
    answerAll(store, 3);
    await store.openNext();

    expect(articleOf(session())?.id).toBe(1);
  });

  it("looks again as soon as what was unsent is saved", async () => {
    const { store, mend, settle } = await setUp([UNREACHABLE, [A, B]], {
      kept: kept(),
      unsent: [makeSave({ claim: 101, answer: named(1) })],
    });
    mend();
    await settle();

    await store.refresh();

    expect(store.getState().queue).toBe("ready");
  });

  it("believes that there is nothing more only then", async () => {
    const { store } = await setUp([UNREACHABLE, [], []], {
      kept: { articles: [C], answers: [said(301)] },
    });
    expect(store.getState().atEnd).toBe(false);

    await store.openNext();

    expect(store.getState().atEnd).toBe(true);
  });
});
