import { afterEach, describe, expect, it, vi } from "vitest";
import { type Draft, EMPTY, hasSource, importArticle, isShownBy, previewArticle } from "./draft";

function recordRequests() {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    requests.push(request.clone());
    return new Response("{}", { status: 200 });
  });
  return requests;
}

const file = new File(["One.\r\nTwo.\r\n"], "ferry.txt", { type: "text/plain" });

describe("Sending an article", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("sends pasted text as JSON, without what was left empty", async () => {
    const requests = recordRequests();
    const draft: Draft = { ...EMPTY, text: "  It rained.\n", outlet: "The Wire" };

    await importArticle("ferries", draft);

    expect(requests[0]?.headers.get("Content-Type")).toBe("application/json");
    expect(await requests[0]?.json()).toEqual({ text: "  It rained.\n", outlet: "The Wire" });
  });

  it("sends a file as it is, line breaks and all", async () => {
    const requests = recordRequests();

    await importArticle("ferries", { ...EMPTY, text: "not this", file, title: "Ferry" });

    const body = await requests[0]?.text();
    expect(requests[0]?.headers.get("Content-Type")).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain("One.\r\nTwo.\r\n");
    expect(body).toContain('name="title"');
    expect(body).not.toContain("not this");
  });

  it("asks for a preview with the text and the title only", async () => {
    const requests = recordRequests();

    await previewArticle("ferries", { ...EMPTY, text: "It rained.", title: "Rain", url: "x" });

    expect(requests[0]?.url).toMatch(/\/projects\/ferries\/articles\/preview\/$/);
    expect(await requests[0]?.json()).toEqual({ text: "It rained.", title: "Rain" });
  });
});

describe("A draft", () => {
  it("needs a text or a file", () => {
    expect(hasSource({ ...EMPTY, text: " \n" })).toBe(false);
    expect(hasSource({ ...EMPTY, text: "It rained." })).toBe(true);
    expect(hasSource({ ...EMPTY, file })).toBe(true);
  });

  it("is shown by a preview until text, file or title change", () => {
    const draft: Draft = { ...EMPTY, text: "It rained." };

    expect(isShownBy(undefined, draft)).toBe(false);
    expect(isShownBy(draft, { ...draft, outlet: "The Wire" })).toBe(true);
    expect(isShownBy(draft, { ...draft, text: "It snowed." })).toBe(false);
    expect(isShownBy(draft, { ...draft, title: "Rain" })).toBe(false);
    expect(isShownBy(draft, { ...draft, file })).toBe(false);
  });
});
