import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeProject } from "@/api/testing";
import { DisputedPanel } from "./DisputedPanel";
import { makeScope } from "./testing";

const CLAIM = {
  claim: 5,
  number: 3,
  article: 1,
  title: "Ferry to end in March",
  quote: "The ferry will stop.",
  dispute: 0.6,
  entropy: null,
  posterior: null,
  answers: [
    { id: 7, name: "Ana", source_type: "named", confidence: 3 },
    { id: 8, name: "Ben", source_type: "official_statement", confidence: 2 },
  ],
};

const GONE = {
  key: "named",
  name: "Named once",
  definition: "",
  hotkey: "1",
  color: "named",
  maps_to: null,
  built_in: false,
};

function open(answers: Record<string, unknown>, project = makeProject()) {
  vi.stubGlobal("fetch", async (request: Request) => {
    const answer = answers[new URL(request.url).pathname.replace("/api/v1", "")];
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <DisputedPanel project={project} scope={makeScope()} />
    </QueryClientProvider>,
  );
}

const page = (...results: unknown[]) => ({ next: null, previous: null, results });

describe("The disputed claims", () => {
  afterEach(cleanup);

  it("are shown with who said what, and lead to their history", async () => {
    open({
      "/projects/ferries/agreement/disputed/": page(CLAIM),
      "/claims/5/events/": page(),
    });
    expect(await screen.findByText("Ben: official_statement, 2")).toBeTruthy();

    await userEvent.click(screen.getByRole("button", { name: /^History of claim 3 of/ }));

    expect(screen.getByRole("dialog", { name: "History of claim 3" })).toBeTruthy();
    expect(await screen.findByText("Nobody has answered this claim yet.")).toBeTruthy();
  });

  it("lead to the article, which may have no title", async () => {
    const untitled = { ...CLAIM, claim: 6, number: 4, article: 2, title: "" };
    open({ "/projects/ferries/agreement/disputed/": page(CLAIM, untitled) });

    const one = await screen.findByRole("link", { name: "Claim 3 of “Ferry to end in March”" });
    const other = screen.getByRole("link", { name: "Claim 4 of an untitled article" });

    expect(one.getAttribute("href")).toBe("/projects/ferries/articles/1#claim-5");
    expect(other.getAttribute("href")).toBe("/projects/ferries/articles/2#claim-6");
  });

  it("keep the names of source types that are archived", async () => {
    open(
      { "/projects/ferries/agreement/disputed/": page(CLAIM) },
      makeProject({ archived_source_types: [GONE] }),
    );

    expect(await screen.findByText("Ana: Named once, 3")).toBeTruthy();
  });

  it("say so where there are none, and where they cannot be loaded", async () => {
    open({ "/projects/ferries/agreement/disputed/": page() });
    expect(await screen.findByText(/no claim has counted answers that differ/)).toBeTruthy();
    cleanup();

    open({});
    expect(await screen.findByText("The disputed claims could not be loaded.")).toBeTruthy();
  });
});
