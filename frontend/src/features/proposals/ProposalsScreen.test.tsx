import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ListedProposal, Project } from "@/api/types";
import { ProposalsScreen } from "./ProposalsScreen";

const SPLIT: ListedProposal = {
  id: 12,
  claim: 512,
  kind: "split",
  at: 61,
  note: "Two people say this.",
  client_id: "0b7f9f5e-6f0b-4a55-9a3e-3f1f1c5d8a10",
  state: "open",
  created_at: "2026-05-04T12:00:00Z",
  decided_at: null,
  article: 44,
  title: "Ferry to end in March",
  language: "en",
  number: 3,
  annotator: { id: 7, name: "Ana" },
  before: ["The ferry stops, he said, and she wept."],
  after: ["The ferry stops, he said,", "and she wept."],
  decided_by: null,
};
const EXCLUDE: ListedProposal = {
  ...SPLIT,
  id: 13,
  kind: "exclude",
  number: 4,
  note: "",
  before: ["Read more here."],
  after: [],
};

/** A server with proposals, which refuses a decision if it is told to. */
function serve(...given: ListedProposal[]) {
  const state = { given, refusal: null as { code: string; detail: string } | null };
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    if (request.method === "POST") {
      const id = Number(/proposals\/(\d+)\/decision/.exec(url.pathname)?.[1]);
      const { accept } = await request.json();
      sent.push(`${id} ${accept}`);
      if (state.refusal) return reply(409, state.refusal);
      state.given = state.given.map((one) =>
        one.id === id
          ? { ...one, state: accept ? "accepted" : "declined", decided_by: "Lena" }
          : one,
      );
      return reply(
        200,
        state.given.find((one) => one.id === id),
      );
    }
    const wanted = url.searchParams.get("state");
    const results = state.given.filter((one) => one.state === wanted);
    return reply(200, { next: null, previous: null, results });
  });
  return { state, sent };
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

function show(role: Project["role"] = "lead") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <ProposalsScreen project={{ slug: "ferries", name: "Ferries", role } as Project} />
    </QueryClientProvider>,
  );
}

const card = async (name: string) => within(await screen.findByRole("article", { name }));

describe("Proposals", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("show who wants what, and what would come of it", async () => {
    serve(SPLIT, EXCLUDE);
    show();

    const split = await card("Split claim 3 in two");
    expect(split.getByText("proposed by Ana")).toBeTruthy();
    expect(split.getByText("Two people say this.")).toBeTruthy();
    const quotes = split.getAllByRole("listitem");
    const wanted = [...SPLIT.before, ...(SPLIT.after ?? [])];
    expect(quotes.map(({ textContent }) => textContent)).toEqual(wanted);
    expect(quotes.map(({ lang }) => lang)).toEqual(["en", "en", "en"]);
    expect((await card("Exclude claim 4")).getByText(/nobody is asked about it/)).toBeTruthy();
  });

  it("go when they are decided, and a second Enter decides nothing", async () => {
    const user = userEvent.setup();
    const { sent } = serve(SPLIT, EXCLUDE);
    show();
    const split = await card("Split claim 3 in two");

    split.getByRole("button", { name: "Accept" }).focus();
    await user.keyboard("{Enter}");
    await screen.findByText("Accepted: Split claim 3 in two.");
    await user.keyboard("{Enter}");

    await waitFor(() => expect(screen.getAllByRole("article")).toHaveLength(1));
    expect(sent).toEqual(["12 true"]);
    expect(document.activeElement?.textContent).toContain("Accepted");
  });

  it("can be declined, and are found among the declined", async () => {
    const user = userEvent.setup();
    const { sent } = serve(EXCLUDE);
    show();

    await user.click((await card("Exclude claim 4")).getByRole("button", { name: "Decline" }));
    expect(await screen.findByText("Nothing is proposed")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Declined" }));

    expect((await card("Exclude claim 4")).getByText("declined by Lena")).toBeTruthy();
    expect(sent).toEqual(["13 false"]);
  });

  it("that cannot be done any more can only be declined", async () => {
    serve({ ...SPLIT, after: null });
    show();

    const split = await card("Split claim 3 in two");
    expect(split.getByText(/cannot be done any more/)).toBeTruthy();
    expect(split.queryByRole("button", { name: "Accept" })).toBeNull();
    expect(split.getByRole("button", { name: "Decline" })).toBeTruthy();
  });

  it("say why a decision was refused", async () => {
    const user = userEvent.setup();
    const { state } = serve(SPLIT);
    state.refusal = { code: "already_decided", detail: "This proposal was declined meanwhile." };
    show();

    await user.click((await card("Split claim 3 in two")).getByRole("button", { name: "Accept" }));

    expect(await screen.findByText("This proposal was declined meanwhile.")).toBeTruthy();
  });

  it("are for leads", () => {
    serve(SPLIT);
    show("viewer");

    expect(screen.getByText("Only a lead decides on proposals.")).toBeTruthy();
  });
});
