import { afterEach, describe, expect, it, vi } from "vitest";
import type { Entry, Refusal } from "@/lib/outbox";
import { MemoryStore, Outbox } from "@/lib/outbox";
import { type Conflict, conflictsIn, fetchAnnotation, keepMine, takeTheirs } from "./conflicts";
import type { AnswerOutbox, RefusedSave, Save } from "./saves";
import { makeAnnotation, makeSave } from "./testing";
import type { Annotation } from "./types";

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

  it("end with no answer where theirs was taken back", async () => {
    const { outbox, conflict, links } = await hold([{ ...refusal("a"), current: null }]);

    expect(takeTheirs(outbox, conflict).payload.answer).toBeNull();
    expect(links()[0]).toEqual(["a", null]);
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
