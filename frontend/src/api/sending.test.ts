import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./client";
import { judge, sendSaves } from "./sending";
import { makeAnnotation, makeAnswer, makeSave } from "./testing";

const CURRENT = makeAnnotation({ client_id: "theirs" });

function serve(results: unknown[]) {
  const seen: { body: unknown; keepalive: boolean }[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push({ body: await request.clone().json(), keepalive: request.keepalive });
    return Response.json({ results });
  });
  return seen;
}

const taken = (id: string) => ({ client_id: id, claim: 1, annotation: null, code: "", detail: "" });
const failure = (status: number, code = "x", retryAfter: number | null = null) =>
  new ApiError({ status, code, detail: "No.", retryAfter });

describe("Sending saves", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("sends what the server needs, and not what is for people", async () => {
    const seen = serve([taken("a"), taken("b")]);
    const answer = makeAnswer({ note: "hm" });

    await sendSaves(
      [
        { id: "a", payload: makeSave({ claim: 1, answer, quote: "said", group: "g" }) },
        { id: "b", payload: makeSave({ claim: 2, answer: null, replaces: "a", reverts: "a" }) },
      ],
      [],
    );

    expect(seen[0]?.body).toEqual({
      saves: [
        { client_id: "a", claim: 1, replaces: null, group: "g", reverts: null, answer },
        { client_id: "b", claim: 2, replaces: "a", group: null, reverts: "a", answer: null },
      ],
    });
  });

  it("sends with an answer under which guidelines it was given, where that is known", async () => {
    const seen = serve([taken("a"), taken("b"), taken("c")]);
    const saves = [
      makeSave({ revision: 2 }),
      makeSave({ answer: null, revision: 2 }),
      makeSave({ revision: undefined }),
    ];

    await sendSaves(
      [...saves.entries()].map(([at, payload]) => ({ id: `${at}`, payload })),
      [],
    );

    expect(seen[0]?.body).toMatchObject({
      saves: [{ answer: { guideline_revision: 2 } }, { answer: null }, {}],
    });
    expect(JSON.stringify(seen[0]?.body).match(/revision/g)).toHaveLength(1);
  });

  it("gives what became of each", async () => {
    serve([
      taken("a"),
      { ...taken("b"), code: "changed_elsewhere", detail: "No.", current: CURRENT },
      { ...taken("c"), code: "answer_withdrawn", detail: "Gone.", current: null },
    ]);

    expect(await sendSaves([], [])).toEqual([
      { id: "a", kind: "taken" },
      { id: "b", kind: "refused", code: "changed_elsewhere", reason: "No.", current: CURRENT },
      { id: "c", kind: "taken" },
    ]);
  });

  it("goes past what was refused, for that is not there to be replaced", async () => {
    const seen = serve([taken("d"), taken("e")]);
    const refused = (id: string, replaces: string | null, code: string) => {
      const payload = makeSave({ replaces });
      return { id, payload, reason: "No.", code, current: null };
    };

    await sendSaves(
      [
        { id: "d", payload: makeSave({ replaces: "c" }) },
        { id: "e", payload: makeSave({ claim: 2, replaces: "x" }) },
      ],
      [
        refused("b", "a", "source_type_archived"),
        refused("c", "b", "source_type_archived"),
        refused("x", "a", "changed_elsewhere"),
      ],
    );

    expect(seen[0]?.body).toMatchObject({ saves: [{ replaces: "a" }, { replaces: "x" }] });
  });

  it("outlives the page where it is small enough for that", async () => {
    const seen = serve([]);
    const long = makeSave({ answer: makeAnswer({ note: "é".repeat(2_000) }) });
    const batch = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: String(index), payload: long }));

    await sendSaves(batch(2), []);
    await sendSaves(batch(25), []);

    expect(seen.map(({ keepalive }) => keepalive)).toEqual([true, false]);
  });
});

describe("A batch that failed as a whole", () => {
  it.each([0, 403, 404, 408, 429, 500, 503])("is sent again after %i", (status) => {
    expect(judge(failure(status))).toMatchObject({ kind: "again" });
  });

  it("is sent again when the server says", () => {
    expect(judge(failure(503, "x", 7))).toEqual({ kind: "again", afterSeconds: 7 });
  });

  it("is sent again after whatever else went wrong", () => {
    expect(judge(new TypeError("?"))).toEqual({ kind: "again" });
  });

  it("waits for the password after 401", () => {
    expect(judge(failure(401))).toEqual({ kind: "signed_out" });
  });

  it.each([400, 413, 422])("may be spoiled by one save after %i", (status) => {
    expect(judge(failure(status, "invalid"))).toEqual({
      kind: "refused",
      reason: "No.",
      code: "invalid",
    });
  });
});
