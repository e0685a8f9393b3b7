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

function open(answers: Record<string, unknown>) {
  vi.stubGlobal("fetch", async (request: Request) => {
    const answer = answers[new URL(request.url).pathname.replace("/api/v1", "")];
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <DisputedPanel project={makeProject()} scope={makeScope()} />
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

    await userEvent.click(screen.getByRole("button", { name: "History of claim 3" }));

    expect(screen.getByRole("dialog", { name: "History of claim 3" })).toBeTruthy();
    expect(await screen.findByText("Nobody has answered this claim yet.")).toBeTruthy();
  });

  it("say so where there are none, and where they cannot be loaded", async () => {
    open({ "/projects/ferries/agreement/disputed/": page() });
    expect(await screen.findByText(/no claim has counted answers that differ/)).toBeTruthy();
    cleanup();

    open({});
    expect(await screen.findByText("The disputed claims could not be loaded.")).toBeTruthy();
  });
});
