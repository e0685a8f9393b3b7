import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Project, Suggestions } from "@/api/types";
import { suggestionsQuery } from "./queries";
import { SuggestionsScreen } from "./SuggestionsScreen";
import { FIGURES, makeModel, makeProject, makeSuggestions, makeTraining } from "./testing";

/** A server that knows `state.known`, for as long as it is up. */
function serve(changes: Partial<Suggestions> = {}) {
  const state = { known: makeSuggestions(changes), isUp: true, asked: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const body = request.method === "PATCH" ? await request.json() : undefined;
    state.asked.push(`${request.method}${body ? ` ${JSON.stringify(body)}` : ""}`);
    if (!state.isUp) return reply(500, { code: "error", detail: "Broken." });
    if (request.method === "POST") {
      if (state.known.decided < state.known.needed) {
        return reply(409, { code: "too_few_decided", detail: "Too few are decided." });
      }
      state.known = { ...state.known, training: makeTraining({ state: "waiting", progress: 0 }) };
      return reply(202, state.known.training);
    }
    if (request.method === "PATCH" && state.known.model) {
      const model = { ...state.known.model, is_on: body.is_on as boolean };
      state.known = { ...state.known, model, on: model.is_on ? model : null };
    }
    return reply(200, state.known);
  });
  return state;
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

function show(role: Project["role"] = "lead") {
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <SuggestionsScreen project={makeProject(role)} />
    </QueryClientProvider>,
  );
  const look = () =>
    act(() => queries.refetchQueries({ queryKey: suggestionsQuery("ferries").queryKey }));
  return { look };
}

const posts = (asked: readonly string[]) => asked.filter((one) => one === "POST");

describe("Suggestions", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("say how many articles are missing, and train nothing before", async () => {
    const state = serve({ decided: 9 });
    show();

    expect(await screen.findByText("of 15 articles needed")).toBeTruthy();
    const bar = screen.getByRole<HTMLProgressElement>("progressbar");
    expect([bar.value, bar.max]).toEqual([9, 15]);
    const button = screen.getByRole("button", { name: "Train a model" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    const hint = document.getElementById(button.getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toContain("6 more articles have to be decided");

    await userEvent.click(button);

    expect(posts(state.asked)).toEqual([]);
    expect(screen.getByText("Nothing has been learned yet")).toBeTruthy();
  });

  it("are trained on request, by keyboard, with the progress in view", async () => {
    const state = serve();
    const { look } = show();
    const button = await screen.findByRole("button", { name: "Train a model" });

    button.focus();
    await userEvent.keyboard("{Enter}");
    // Seen, and read out.
    expect(await screen.findAllByText("Waiting for a worker to take it up.")).toHaveLength(2);
    expect(posts(state.asked)).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Training…" }));

    state.known = makeSuggestions({ training: makeTraining() });
    await look();
    const bar = screen.getByRole<HTMLProgressElement>("progressbar", { name: "Training" });
    await waitFor(() => expect(bar.value).toBe(0.4));

    state.known = makeSuggestions({ model: makeModel() });
    await look();
    expect(await screen.findByRole("heading", { name: "Learned from 32 articles" })).toBeTruthy();
    const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
    expect(said).toContain("The model is trained. Its figures are below.");
  });

  it("show the model beside the rules, with intervals and by type", async () => {
    serve({ model: makeModel(), decided: 35 });
    show();

    const types = await screen.findByRole("region", { name: "Source type" });
    expect(types.textContent).toContain("Better than the rules, by 7 points (3 to 11).");
    expect(within(types).getByText("91% right; 95% interval 87% to 94%")).toBeTruthy();
    expect(within(types).getByText("84% right; 95% interval 79% to 88%")).toBeTruthy();
    const rows = within(types).getAllByRole("row").slice(2);
    expect(rows.map((row) => within(row).getByRole("rowheader").textContent)).toEqual([
      "Named source",
      "bystander",
    ]);
    expect(rows[1]?.textContent).toContain("none");
    expect(screen.getByText("3 more than the model has learned from.")).toBeTruthy();
    expect(screen.getByText(/what is a claim is left to the rules/)).toBeTruthy();
  });

  it("say so where the model is no better", async () => {
    const gain = { value: -0.01, low: -0.04, high: 0.02 };
    const figures = { folds: 5, types: { ...FIGURES, gain }, claims: FIGURES };
    serve({ model: makeModel({ figures, is_outdated: true }) });
    show();

    const types = await screen.findByRole("region", { name: "Source type" });
    expect(types.textContent).toContain("No clear difference from the rules (−4 to 2 points).");
    expect(screen.getByRole("region", { name: "Claim or not" }).textContent).toContain(
      "flatters the rules",
    );
    expect(screen.getByRole("note").textContent).toContain("The rules have changed");
  });

  it("are switched on and off", async () => {
    const state = serve({ model: makeModel() });
    show();
    const button = await screen.findByRole("switch", { name: "Use it for new articles" });
    expect(button.getAttribute("aria-checked")).toBe("false");

    await userEvent.click(button);
    expect(await screen.findByText(/refined by this model/)).toBeTruthy();
    expect(button.getAttribute("aria-checked")).toBe("true");

    button.focus();
    await userEvent.keyboard(" ");
    expect(await screen.findByText(/get the rules’ suggestions/)).toBeTruthy();
    expect(state.asked.filter((one) => one.startsWith("PATCH"))).toEqual([
      'PATCH {"is_on":true}',
      'PATCH {"is_on":false}',
    ]);
  });

  it("stay as they were where switching fails", async () => {
    const state = serve({ model: makeModel() });
    show();
    const button = await screen.findByRole("switch");

    state.isUp = false;
    await userEvent.click(button);

    expect((await screen.findByRole("alert")).textContent).toContain("Nothing has changed");
    expect(button.getAttribute("aria-checked")).toBe("false");
  });

  it("name the older model that is still used", async () => {
    const state = serve({ model: makeModel(), on: makeModel({ id: 2, articles: 20 }) });
    show();

    expect(await screen.findByText(/refined by an older model, of 20 articles/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Use the rules alone" }));

    expect(await screen.findByText(/get the rules’ suggestions/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("switch"));
    expect(state.asked).toContain('PATCH {"is_on":false}');
  });

  it("say why a training came to nothing, and offer another", async () => {
    const ended_at = "2026-05-05T12:01:00Z";
    const error = "Only 14 articles are decided by now.";
    serve({ training: makeTraining({ state: "too_few", error, ended_at }) });
    show();

    const said = (await screen.findByRole("note")).textContent;
    expect(said).toContain(`There was too little to learn from. ${error}`);
    expect(screen.getByRole("button", { name: "Train a model" })).toBeTruthy();
  });

  it("repeat the server’s refusal", async () => {
    const state = serve();
    show();
    const button = await screen.findByRole("button", { name: "Train a model" });

    state.known = makeSuggestions({ decided: 14 });
    await userEvent.click(button);

    expect((await screen.findByRole("alert")).textContent).toBe("Too few are decided.");
  });

  it("keep what was known while the server is away", async () => {
    const state = serve({ model: makeModel() });
    const { look } = show();
    await screen.findByRole("switch");

    state.isUp = false;
    await look();

    expect(await screen.findByText(/This is how it stood last/)).toBeTruthy();
    expect(screen.getByRole("switch")).toBeTruthy();
  });

  it("can be asked for again if they could not be loaded", async () => {
    const state = serve();
    state.isUp = false;
    show();

    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
    state.isUp = true;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("articles are decided")).toBeTruthy();
  });

  it("are for leads alone", async () => {
    const state = serve();
    show("viewer");

    expect(screen.getByText("Only a lead sees how suggestions are made.")).toBeTruthy();
    expect(state.asked).toEqual([]);
  });
});
