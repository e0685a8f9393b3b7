import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeProject } from "@/api/testing";
import type { Scope, Selection } from "@/parts/scope/scope";
import { FilterBar } from "./FilterBar";
import { CHOICES } from "./panelTesting";
import { makeScope } from "./testing";

const SELECTION: Selection = {
  scope: "selection:5f0c2a9b1d7e4630",
  filters: {},
  counted_at: null,
  is_current: false,
  articles: 40,
  articles_done: 10,
};

const makeSelected = (changes: Partial<Selection> = {}) => {
  const selection = { ...SELECTION, ...changes };
  const isReady = selection.counted_at !== null;
  return makeScope({ scope: selection.scope, search: "?annotator=1", isReady, selection });
};

function show(scope: Scope, choices: unknown = CHOICES, isShown = false) {
  vi.stubGlobal("fetch", async () =>
    choices ? Response.json(choices) : Response.json({ code: "error" }, { status: 500 }),
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <FilterBar project={makeProject()} scope={scope} isShown={isShown} />
    </QueryClientProvider>,
  );
}

const said = () => screen.getByRole("status").textContent;

describe("The filters", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("say nothing, and offer nothing to clear, where nothing is filtered", () => {
    show(makeScope());

    expect(said()).toBe("");
    expect(screen.queryByRole("button", { name: "Clear filters" })).toBeNull();
  });

  it("show how far the chosen answers are counted", () => {
    show(makeSelected());

    expect(said()).toBe("Counting the chosen answers.");
    const bar = screen.getByRole<HTMLProgressElement>("progressbar");
    expect([bar.value, bar.max]).toEqual([10, 40]);
    expect(screen.getByText("Counting the chosen answers: 10 of 40 articles.")).toBeTruthy();
  });

  it("say that figures from before are shown while the chosen answers are counted", () => {
    show(makeSelected(), CHOICES, true);

    expect(said()).toMatch(/Until then, the figures are those from before\.$/);
  });

  it.each([
    [true, "The figures are of the chosen answers only."],
    [false, "The figures are of the chosen answers only, and are being brought up to date."],
  ])("say of what the figures are once they are counted, current: %s", (is_current, text) => {
    show(makeSelected({ counted_at: "2026-05-04T12:00:00Z", is_current }));

    expect(said()).toBe(text);
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it("try again where the chosen answers could not be counted", async () => {
    const refetch = vi.fn();
    show(makeScope({ scope: null, isReady: false, isError: true, refetch }));

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(screen.getByRole("alert").textContent).toContain("could not be counted");
    expect(refetch).toHaveBeenCalledOnce();
  });

  it("stay usable where what there is to choose could not be loaded", async () => {
    show(makeScope(), null);
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");

    await userEvent.click(screen.getByRole("button", { name: /^Outlet: all/ }));

    expect(screen.getByText("There is nothing to choose from yet.")).toBeTruthy();
  });

  it("can be searched where there are many", async () => {
    const outlets = Array.from({ length: 30 }, (_, at) => `Outlet ${at + 1}`);
    show(makeScope(), { ...CHOICES, outlets });
    await screen.findByRole("button", { name: /^Outlet: all/ });
    await userEvent.click(screen.getByRole("button", { name: /^Outlet: all/ }));
    expect(await screen.findAllByRole("checkbox")).toHaveLength(30);

    await userEvent.type(screen.getByRole("searchbox"), "outlet 2");

    expect(screen.getAllByRole("checkbox")).toHaveLength(11);
  });
});
