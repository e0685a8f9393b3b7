import { afterEach, describe, expect, it, vi } from "vitest";
import type { Entry, Refusal } from "@/lib/outbox";
import { MemoryStore, Outbox } from "@/lib/outbox";
import {
  type Conflict,
  conflictsIn,
  fetchAnnotation,
  giveUp,
  keepMine,
  successorsOf,
  takeTheirs,
} from "./conflicts";
import type { AnswerOutbox, RefusedSave, Save } from "./saves";
import { makeAnnotation, makeSave } from "./testing";
import type { Annotation, Article } from "./types";

const CURRENT = makeAnnotation({ client_id: "theirs", source_type: "official" });

function refusal(id: string, save: Partial<Save> = {}): RefusedSave {
  const payload = makeSave(save);
  return { id, payload, reason: "Changed.", code: "changed_elsewhere", current: CURRENT };
}

/** An outbox that has these, and a server that cannot be reached. */
async function hold(refused: Refusal<Save, Annotation>[], pending: Entry<Save>[] = []) {
  const store = new MemoryStore<Save, Annotation>();
  await store.write([{ add: [...refused, ...pending] }, { refuse: refused }]);
  const outbox: AnswerOutbox = new Outbox<Save, Annotation>({
    store,
    send: () => Promise.reject(new Error("cut")),
    judge: () => ({ kind: "again" }),
  });
  await outbox.ready;
  const [conflict] = conflictsIn(outbox.getState().refused);
  if (!conflict) throw new Error("no conflict");
  const links = () =>
    outbox.getState().pending.map(({ id, payload }) => [id, payload.replaces] as const);
  return { outbox, conflict, links };
}

describe("Conflicts", () => {
  it("are those of one claim together, the last answer in force", () => {
    const refused = [
      refusal("a", { claim: 1 }),
      refusal("b", { claim: 2 }),
      refusal("c", { claim: 1 }),
      { ...refusal("d", { claim: 3 }), code: "project_closed" },
    ];

    const found = conflictsIn(refused).map(({ saves, mine }: Conflict) => ({
      ids: saves.map(({ id }) => id),
      mine: mine.id,
    }));

    expect(found).toEqual([
      { ids: ["a", "c"], mine: "c" },
      { ids: ["b"], mine: "b" },
    ]);
  });

  it("end with mine by saving it over what there is", async () => {
    const { outbox, conflict, links } = await hold([refusal("a")]);

    keepMine(outbox, conflict);

    expect(links()).toEqual([["a", "theirs"]]);
    expect(outbox.getState().refused).toEqual([]);
  });

  it("link all that was said since, also what waits still", async () => {
    const waiting = { id: "c", payload: makeSave({ replaces: "b" }) };
    const other = { id: "x", payload: makeSave({ claim: 99 }) };
    const { outbox, conflict, links } = await hold(
      [refusal("a"), refusal("b", { replaces: "a" })],
      [waiting, other],
    );

    keepMine(outbox, conflict);

    expect(links()).toEqual([
      ["x", null],
      ["a", "theirs"],
      ["b", "a"],
      ["c", "b"],
    ]);
  });

  it("end with theirs by saving mine and taking it back, so that both are in the history", async () => {
    const { outbox, conflict } = await hold([refusal("a", { claim: 7, article: 3 })]);

    const theirs = takeTheirs(outbox, conflict);

    const [mine, last] = outbox.getState().pending;
    expect(mine).toMatchObject({ id: "a", payload: { replaces: "theirs" } });
    expect(last).toEqual(theirs);
    expect(theirs.payload).toMatchObject({
      claim: 7,
      article: 3,
      replaces: "a",
      reverts: "a",
      answer: { source_type: "official" },
    });
    expect(mine?.payload.group).toBe(theirs.payload.group);
  });

  it("leave both answers under the guidelines that they were given under", async () => {
    const { outbox, conflict } = await hold([refusal("a", { revision: 2 })]);

    takeTheirs(outbox, conflict);

    expect(outbox.getState().pending.map(({ payload }) => payload.revision)).toEqual([2, 1]);
  });

  it("link what follows an answer taken back to no answer", async () => {
    const undone = refusal("b", { replaces: "a", answer: null });
    const { outbox, conflict, links } = await hold([refusal("a"), undone, refusal("c")]);

    keepMine(outbox, conflict);

    expect(links()).toEqual([
      ["a", "theirs"],
      ["b", "a"],
      ["c", null],
    ]);
  });

  it("end with theirs where mine was taken back, by saving it over no answer", async () => {
    const undone = refusal("b", { replaces: "a", answer: null });
    const { outbox, conflict } = await hold([refusal("a"), undone]);

    const { payload } = takeTheirs(outbox, conflict);

    expect(payload).toMatchObject({ replaces: null, reverts: "b" });
    expect(payload.answer?.source_type).toBe("official");
  });

  it("end with no answer where theirs was taken back", async () => {
    const { outbox, conflict, links } = await hold([{ ...refusal("a"), current: null }]);

    expect(takeTheirs(outbox, conflict).payload.answer).toBeNull();
    expect(links()[0]).toEqual(["a", null]);
  });
});

describe("A refused save that is given up", () => {
  it("is passed over by those that were to replace it", async () => {
    const shut = (id: string, replaces: string | null) => ({
      ...refusal(id, { replaces }),
      code: "project_closed",
    });
    const waiting = { id: "d", payload: makeSave({ replaces: "b" }) };
    const first = shut("b", "saved");
    const { outbox } = await hold([first, shut("c", "b"), refusal("x")], [waiting]);

    giveUp(outbox, first);

    const { pending, refused } = outbox.getState();
    expect(pending.map(({ payload }) => payload.replaces)).toEqual(["saved"]);
    expect(refused).toMatchObject([
      { id: "c", code: "project_closed", payload: { replaces: "saved" } },
      { id: "x", payload: { replaces: null } },
    ]);
  });
});

describe("What the server has", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const serve = (body: unknown, status = 200) =>
    vi.stubGlobal("fetch", async () => Response.json(body, { status }));

  it("is the annotation in the article", async () => {
    serve({
      claims: [
        { id: 1, annotation: null },
        { id: 7, annotation: CURRENT },
      ],
    });

    expect(await fetchAnnotation(makeSave({ claim: 7 }))).toEqual(CURRENT);
  });

  it("is nothing where the article is no longer one's own", async () => {
    serve({ code: "not_found" }, 404);

    expect(await fetchAnnotation(makeSave())).toBeNull();
  });

  it("is not known where the server does not say", async () => {
    serve({}, 503);

    await expect(fetchAnnotation(makeSave())).rejects.toThrow();
  });
});

describe("The claims in the place of a replaced one", () => {
  const text = "🚢 It is shut. Why? It is shut.";
  const at = (id: number, quote: string, from = 0) => {
    const start = [...text.slice(0, text.indexOf(quote, from))].length;
    return { id, start, end: start + [...quote].length };
  };
  const successors = (save: Partial<Save>, claims: ReturnType<typeof at>[]) =>
    successorsOf(makeSave(save), { text, claims } as Article).map(({ id }) => id);

  it("are the newer ones that share words with it", () => {
    const claims = [at(3, "It is"), at(4, "shut."), at(2, "Why?"), at(5, "🚢")];

    expect(successors({ claim: 1, quote: "It is shut." }, claims)).toEqual([3, 4]);
  });

  it("are not older ones with the same words elsewhere", () => {
    expect(successors({ claim: 3, quote: "It is shut." }, [at(2, "It is shut.", 10)])).toEqual([]);
  });
});
