import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { agreementQuery, countAnew, fetchAgreement, type Known } from "./queries";
import { makeAgreement, RECOMPUTATION } from "./testing";

const BODY = makeAgreement({ pending: 2 });

function answerWith(status: number, body: unknown, headers: HeadersInit = {}) {
  const asked: (string | null)[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request.headers.get("If-None-Match"));
    return new Response(body === null ? null : JSON.stringify(body), { status, headers });
  });
  return asked;
}

const fetchOnce = (known?: Known) =>
  fetchAgreement("ferries", "all", known, new AbortController().signal);

describe("The live agreement", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("keeps the tag of what it read", async () => {
    const asked = answerWith(200, BODY, { ETag: '"one"' });

    const known = await fetchOnce();

    expect(known.agreement).toEqual(BODY);
    expect(known.tag).toBe('"one"');
    expect(asked).toEqual([null]);
  });

  it("keeps what it knows when nothing changed", async () => {
    const asked = answerWith(304, null);
    const known: Known = { agreement: BODY, tag: '"one"', skewMs: 0 };

    expect(await fetchOnce(known)).toBe(known);
    expect(asked).toEqual(['"one"']);
  });

  it("knows how far the server's clock is ahead", async () => {
    answerWith(200, BODY, { Date: new Date(Date.now() + 3_600_000).toUTCString() });

    const { skewMs } = await fetchOnce();

    expect(Math.round(skewMs / 60_000)).toBe(60);
  });

  it("fails when the server does", async () => {
    answerWith(503, { code: "unavailable", detail: "Later." });
    const known: Known = { agreement: BODY, tag: '"one"', skewMs: 0 };

    await expect(fetchOnce(known)).rejects.toMatchObject({ status: 503 });
  });
});

describe("Counting anew", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is seen at once, also if an answer from before comes after it", async () => {
    let answerBefore = (_: Response) => {};
    const before = new Promise<Response>((resolve) => {
      answerBefore = resolve;
    });
    const answers = [before, Response.json(RECOMPUTATION, { status: 202 })];
    vi.stubGlobal("fetch", async () => answers.shift() ?? new Promise(() => {}));
    const queries = new QueryClient();
    const { queryKey } = agreementQuery("ferries");
    queries.setQueryData<Known>(queryKey, { agreement: BODY, tag: '"one"', skewMs: 0 });
    const looking = queries.prefetchQuery(agreementQuery("ferries"));

    await countAnew("ferries", queries);
    answerBefore(Response.json(BODY));
    await looking;

    const known = queries.getQueryData<Known>(queryKey);
    expect(known?.agreement).toEqual({ ...BODY, recomputation: RECOMPUTATION });
    expect(known?.tag).toBeNull();
  });
});
