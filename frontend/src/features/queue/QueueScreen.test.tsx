import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Person, Project, QueueSettings } from "@/api/types";
import { QueueScreen } from "./QueueScreen";
import { makePerson, makeSettings } from "./testing";

type Given = { settings?: Partial<QueueSettings>; people?: Person[] };

/** A server with a queue, for as long as it is up. */
function serve({ settings = {}, people = [makePerson()] }: Given = {}) {
  const state = { settings: makeSettings(settings), people, isUp: true, sent: [] as unknown[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (!state.isUp) return reply(500, { code: "error", detail: "Broken." });
    if (request.method === "PATCH") {
      const body = await request.json();
      state.sent.push(body);
      if (pathname.includes("/members/")) {
        state.people = state.people.map((one) => ({ ...one, ...body }));
        return reply(200, { ...state.people[0], held: 3 });
      }
      state.settings = { ...state.settings, ...body };
    }
    return reply(
      200,
      pathname.endsWith("/progress/") ? { annotators: state.people } : state.settings,
    );
  });
  return state;
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

function show(role: Project["role"] = "lead") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <QueueScreen project={{ slug: "ferries", name: "Ferries", role } as Project} />
    </QueryClientProvider>,
  );
}

const panel = async (title: string) => within(await screen.findByRole("region", { name: title }));

describe("Queue", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is set to another order, with a seed, by keyboard", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const order = await panel("Order");

    order.getByRole<HTMLInputElement>("radio", { name: "Oldest first" }).focus();
    await user.keyboard("{ArrowDown}");
    await user.clear(order.getByLabelText("Seed"));
    await user.type(order.getByLabelText("Seed"), "42{Enter}");

    await order.findByText("Saved.");
    expect(state.sent).toEqual([{ order: "random", seed: 42 }]);
  });

  it("sends no seed that is none, and says so", async () => {
    const user = userEvent.setup();
    const state = serve({ settings: { order: "random" } });
    show();
    const order = await panel("Order");

    await user.type(order.getByLabelText("Seed"), ".5{Enter}");

    const field = order.getByLabelText("Seed");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(order.getByText(/whole number from 0/)).toBeTruthy();
    expect(state.sent).toEqual([]);
  });

  it("hides suggestions for a share of the articles", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const suggestions = await panel("Suggestions to annotators");
    expect(suggestions.queryByLabelText("Hide them in")).toBeNull();

    await user.click(suggestions.getByRole("radio", { name: "See them with some articles" }));
    await user.clear(suggestions.getByLabelText("Hide them in"));
    await user.type(suggestions.getByLabelText("Hide them in"), "30");
    await user.clear(suggestions.getByLabelText("Offer for one key from"));
    await user.type(suggestions.getByLabelText("Offer for one key from"), "85{Enter}");

    await suggestions.findByText("Saved.");
    expect(state.sent).toEqual([
      { suggestion_mode: "share", suggestion_hidden_share: 30, suggestion_threshold: 0.85 },
    ]);
  });

  it("saves only what was changed", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const order = await panel("Order");

    await user.click(order.getByRole("button", { name: "Save" }));
    await user.click(order.getByRole("radio", { name: "Most uncertain first" }));
    await user.click(order.getByRole("radio", { name: "Oldest first" }));
    await user.click(order.getByRole("button", { name: "Save" }));

    expect(state.sent).toEqual([]);
  });

  it("says while articles are put in order", async () => {
    serve({ settings: { is_ranking: true } });
    show();

    expect(await screen.findByText(/being put in this order/)).toBeTruthy();
  });

  it("limits what a person gets, and takes the limit away", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const field = await screen.findByLabelText(/^Limit of Ana/);

    await user.type(field, "x");
    expect(screen.getByText(/or nothing for no limit/)).toBeTruthy();
    await user.clear(field);
    await user.type(field, "12{Enter}");
    await screen.findByText("The limit of Ana is 12 now.");
    await user.clear(field);
    await user.keyboard("{Enter}");
    await screen.findByText("Ana has no limit now.");

    expect(state.sent).toEqual([{ quota: 12 }, { quota: null }]);
  });

  it("tells that something was not saved, and keeps what was chosen", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const order = await panel("Order");
    await user.click(order.getByRole("radio", { name: "Most uncertain first" }));

    state.isUp = false;
    await user.click(order.getByRole("button", { name: "Save" }));

    await order.findByText(/could not be saved/);
    const uncertain = order.getByRole<HTMLInputElement>("radio", { name: "Most uncertain first" });
    expect(uncertain.checked).toBe(true);
  });

  it("is for leads", async () => {
    const state = serve();
    show("viewer");

    expect(screen.getByText("Only a lead changes the settings of a project.")).toBeTruthy();
    expect(state.sent).toEqual([]);
  });

  it("can be asked for again after a failure", async () => {
    const user = userEvent.setup();
    const state = serve();
    state.isUp = false;
    show();

    const again = await screen.findByRole("button", { name: "Try again" });
    state.isUp = true;
    await user.click(again);

    expect(await screen.findByRole("region", { name: "Order" })).toBeTruthy();
  });
});
