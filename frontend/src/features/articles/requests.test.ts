import { afterEach, describe, expect, it, vi } from "vitest";
import { correct } from "./corrections";
import { importArticle, previewArticle, previewTable, readAgain, startImport } from "./requests";
import { begun, left, TEXT } from "./testing";

function recordRequests() {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    requests.push(request.clone());
    return new Response("{}", { status: 200 });
  });
  return requests;
}

const file = new File(["One.\r\nTwo.\r\n"], "ferry.txt", { type: "text/plain" });
const { signal } = new AbortController();
const ABOUT = {
  title: "Ferry",
  outlet: "",
  author: " ",
  url: "",
  published_on: "2026-05-04",
  language: "",
};
const FERRY = { text: TEXT, title: "Ferry", language: "", isChosen: true };

afterEach(() => vi.unstubAllGlobals());

describe("A preview", () => {
  it("of a pasted text is asked for with nothing but the text", async () => {
    const requests = recordRequests();

    await previewArticle("ferries", { text: "  It rained.\n" }, signal);

    expect(requests[0]?.url).toMatch(/\/projects\/ferries\/articles\/preview\/$/);
    expect(await requests[0]?.json()).toEqual({ text: "  It rained.\n" });
  });

  it("of a file takes its bytes as they are, line breaks and all", async () => {
    const requests = recordRequests();

    await previewArticle("ferries", { file }, signal);

    expect(requests[0]?.headers.get("Content-Type")).toMatch(/^multipart\/form-data; boundary=/);
    expect(await requests[0]?.text()).toContain("One.\r\nTwo.\r\n");
  });

  it("of what was corrected says which claims there are, and nothing of their suggestions", async () => {
    const requests = recordRequests();
    const { cut } = correct(begun(), { type: "toggle_excluded" });

    await readAgain("ferries", { ...FERRY, cut }, signal);

    const body = await requests[0]?.json();
    expect(body.dropped).toEqual(cut.dropped);
    expect(body.claims).toHaveLength(4);
    expect(body.claims[0]).toEqual({
      start: cut.claims[0]?.start,
      end: cut.claims[0]?.end,
      excluded: true,
    });
  });

  it("in another language leaves all claims to be found, unless they are the lead's", async () => {
    const requests = recordRequests();
    const given = { ...FERRY, language: "de", isChosen: false };

    await readAgain("ferries", { ...given, cut: begun().cut }, signal);

    const body = await requests[0]?.json();
    expect(body).toMatchObject({ language: "de", dropped: begun().cut.dropped });
    expect(body).not.toHaveProperty("claims");
  });

  it("of a restored line leaves its claims to be found", async () => {
    const requests = recordRequests();
    const { cut } = correct(begun(), { type: "restore", line: left("Share this", "share") });

    await readAgain("ferries", { ...FERRY, cut }, signal);

    const body = await requests[0]?.json();
    expect(body.dropped).toHaveLength(1);
    expect(body).not.toHaveProperty("claims");
  });
});

describe("An article", () => {
  it("is imported as it was corrected, without what was left empty", async () => {
    const requests = recordRequests();
    const { cut } = begun();

    await importArticle("ferries", { text: TEXT, cut, about: ABOUT });

    const body = await requests[0]?.json();
    expect(body).toMatchObject({ text: TEXT, title: "Ferry", published_on: "2026-05-04" });
    expect(body).not.toHaveProperty("author");
    expect(body.claims).toHaveLength(4);
  });
});

describe("A table", () => {
  it("is sent with what was chosen for its columns, once something was", async () => {
    const requests = recordRequests();

    await previewTable("ferries", file, null, signal);
    await startImport("ferries", [file, file], { Body: "text", Junk: null });

    expect(await requests[0]?.text()).not.toContain("mapping");
    const sent = (await requests[1]?.text()) ?? "";
    expect(sent).toContain('{"Body":"text","Junk":null}');
    expect(sent.split('name="file"')).toHaveLength(3);
  });
});
