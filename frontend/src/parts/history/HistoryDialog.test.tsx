import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { HistoryDialog } from "./HistoryDialog";
import { type ClaimEvent, changesOf } from "./words";

type Said = NonNullable<ClaimEvent["after"]>;

const PROJECT = {
  role: "annotator" as const,
  source_types: [
    {
      key: "named",
      name: "Named source",
      hotkey: "1",
      color: "named",
      definition: "",
      maps_to: "",
      built_in: true,
    },
    {
      key: "anonymous",
      name: "Anonymous",
      hotkey: "2",
      color: "anonymous",
      definition: "",
      maps_to: "",
      built_in: true,
    },
  ],
  archived_source_types: [
    {
      key: "document",
      name: "Document",
      hotkey: "6",
      color: "free_1",
      definition: "",
      maps_to: "",
      built_in: false,
    },
  ],
  confidence_scale: [
    { value: 1, word: "Low" },
    { value: 2, word: "Medium" },
    { value: 3, word: "High" },
  ],
};

function said(changes: Partial<Said> = {}): Said {
  return {
    source_type: "named",
    confidence: 2,
    skipped: false,
    skip_reason: "",
    flags: [],
    note: "",
    seconds: 3,
    source: null,
    cue: null,
    suggestion_shown: false,
    suggestion_accepted: null,
    guideline_revision: 1,
    ...changes,
  };
}

function event(changes: Partial<ClaimEvent> = {}): ClaimEvent {
  return {
    client_id: crypto.randomUUID(),
    annotator: { id: 7, name: "Ana Ruiz" },
    kind: "created" as ClaimEvent["kind"],
    before: null,
    after: said(),
    at: "2026-05-04T12:00:00Z",
    group: null,
    reverts: null,
    ...changes,
  };
}

const change = (before: Partial<Said>, after: Partial<Said>) =>
  changesOf(event({ before: said(before), after: said(after) }), PROJECT);

describe("What a save changed", () => {
  it.each([
    [{}, {}, ["Saved again without a change"]],
    [{}, { confidence: 3 }, ["Confidence changed from 2 of 3 to 3 of 3"]],
    [
      {},
      { source_type: "anonymous", confidence: 1 },
      ["Changed from Named source, confidence 2 of 3 to Anonymous, confidence 1 of 3"],
    ],
    [
      { source_type: "document" },
      {},
      ["Changed from Document, confidence 2 of 3 to Named source, confidence 2 of 3"],
    ],
    [
      { skipped: true, source_type: null, confidence: null, skip_reason: "of_my_own" },
      {},
      ["Changed from skipped (of_my_own) to Named source, confidence 2 of 3"],
    ],
    [{}, { flags: ["flagged" as const] }, ["Marked: flagged for the lead"]],
    [{ flags: ["second_hand" as const] }, {}, ["Mark taken off: second hand"]],
    [{}, { note: "why?" }, ["Note: “why?”"]],
    [{ note: "why?" }, { note: "why not?" }, ["Note changed to “why not?”"]],
    [{ note: "why?" }, {}, ["Note removed"]],
    [{}, { source: { start: 1, end: 4 } }, ["Words of the source changed"]],
    [{ cue: { start: 1, end: 4 } }, { cue: { start: 1, end: 5 } }, ["Words of the cue changed"]],
  ])("from %j to %j is said in words", (before, after, words) => {
    expect(change(before, after)).toEqual(words);
  });

  it("is said of a first answer and of one taken back", () => {
    expect(changesOf(event(), PROJECT)).toEqual(["Answered: Named source, confidence 2 of 3"]);
    expect(changesOf(event({ before: said(), after: null }), PROJECT)).toEqual([
      "Answer taken back: Named source, confidence 2 of 3",
    ]);
  });
});

const CLAIM = { id: 5, number: 3, quote: "It is so.", language: "en" };

function open(pages: Record<string, unknown>, role: "annotator" | "lead" = "annotator") {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(pathname + search);
    const page = pages[search];
    if (!page) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(page));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <HistoryDialog claim={CLAIM} project={{ ...PROJECT, role }} onClose={() => {}} />
    </QueryClientProvider>,
  );
  return { asked, pages };
}

const acts = () =>
  [...document.querySelectorAll("ol > li")].map((item) =>
    item.textContent?.replace(/\d+ \w+ ago.*/, ""),
  );

describe("The history of a claim", () => {
  afterEach(cleanup);

  it("is told in words, the newest first, with what was an undo and a redo", async () => {
    const first = event();
    const undone = event({ before: said(), after: null, reverts: first.client_id });
    const redone = event({ reverts: undone.client_id });
    open({ "": { next: null, previous: null, results: [redone, undone, first] } });

    await screen.findAllByText("You");

    expect(screen.getByRole("heading", { name: "History of claim 3" })).toBeTruthy();
    expect(acts().map((text) => /^You(Undo|Redo)?/.exec(text ?? "")?.[1] ?? "")).toEqual([
      "Redo",
      "Undo",
      "",
    ]);
    expect(screen.getByText("Answer taken back: Named source, confidence 2 of 3")).toBeTruthy();
  });

  it("names everybody to a lead", async () => {
    open({ "": { next: null, previous: null, results: [event()] } }, "lead");

    expect(await screen.findByText("Ana Ruiz")).toBeTruthy();
  });

  it("shows earlier pages when asked", async () => {
    const next = "http://x/api/v1/claims/5/events/?cursor=abc";
    open({
      "": { next, previous: null, results: [event()] },
      "?cursor=abc": {
        next: null,
        previous: null,
        results: [event({ after: said({ note: "x" }) })],
      },
    });

    await userEvent.click(await screen.findByRole("button", { name: "Show earlier changes" }));

    expect(await screen.findByText("Note: “x”")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Show earlier changes" })).toBeNull();
  });

  it("says so where nothing was answered yet", async () => {
    open({ "": { next: null, previous: null, results: [] } });

    expect(await screen.findByText("You have not answered this claim yet.")).toBeTruthy();
  });

  it("can be asked for again after it could not be loaded", async () => {
    const { pages } = open({});
    const again = await screen.findByRole("button", { name: "Try again" });

    pages[""] = { next: null, previous: null, results: [event()] };
    await userEvent.click(again);

    expect(await screen.findByText("You")).toBeTruthy();
  });
});
