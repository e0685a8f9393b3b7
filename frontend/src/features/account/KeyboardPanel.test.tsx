import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_PREFERENCES } from "@/api/preferences";
import { sessionQuery } from "@/api/queries";
import { KeyboardPanel } from "./KeyboardPanel";

let user = 200;

function open(keys = {}) {
  const sent: Record<string, unknown>[] = [];
  let known = { ...DEFAULT_PREFERENCES, keys };
  vi.stubGlobal("fetch", async (request: Request) => {
    const changes = await request.json();
    sent.push(changes);
    known = { ...known, ...changes };
    return new Response(JSON.stringify(known));
  });
  const queries = new QueryClient();
  const account = { id: user, email: "ana@news.example", name: "Ana", creates_projects: false };
  queries.setQueryData(sessionQuery.queryKey, {
    user: { ...account, preferences: { ...known, keys } },
    demo: null,
    has_accounts: true,
  });
  render(
    <QueryClientProvider client={queries}>
      <KeyboardPanel />
    </QueryClientProvider>,
  );
  return sent;
}

const row = (command: string) => screen.getByRole("row", { name: new RegExp(`^${command}`) });
const keysOf = (command: string) =>
  [...row(command).querySelectorAll("kbd")].map((key) => key.textContent);
const change = (command: string) =>
  userEvent.click(within(row(command)).getByRole("button", { name: /^Change/ }));
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const dialog = () => screen.getByRole("dialog");

describe("The keyboard settings", () => {
  beforeEach(() => {
    user += 1;
    localStorage.clear();
  });
  afterEach(cleanup);

  it("list the commands with their keys", () => {
    open({ skip: ["u"] });

    expect(keysOf("Next claim")).toEqual(["J", "↓"]);
    expect(keysOf("Skip this claim")).toEqual(["U"]);
    expect(screen.queryByRole("row", { name: /^Answer/ })).toBeNull();
  });

  it("give a command another key by pressing it", async () => {
    const sent = open();
    await change("Skip this claim");

    await press("Remove S");
    await userEvent.keyboard("u");
    await press("Keep");

    expect(keysOf("Skip this claim")).toEqual(["U"]);
    await waitFor(() => expect(sent).toEqual([{ keys: { skip: ["u"] } }]));
  });

  it("name the command that has a key already, and swap with it", async () => {
    const sent = open();
    await change("Skip this claim");

    await userEvent.keyboard("f");
    expect(within(dialog()).getByText("F is the key of “Flag for the lead”.")).toBeTruthy();
    await press("Swap: give it S");
    await press("Keep");

    expect(keysOf("Skip this claim")).toEqual(["F"]);
    expect(keysOf("Flag for the lead")).toEqual(["S"]);
    await waitFor(() => expect(sent).toEqual([{ keys: { skip: ["f"], flag: ["s"] } }]));
  });

  it("take a key from another command, or leave it", async () => {
    open();
    await change("Skip this claim");

    await userEvent.keyboard("f");
    await press("Press another key");
    await userEvent.keyboard("h");
    await press(/^Take it from/);
    await press("Keep");

    expect(keysOf("Skip this claim")).toEqual(["S", "H"]);
    expect(keysOf("Flag for the lead")).toEqual(["F"]);
    expect(keysOf("History of this claim")).toEqual([]);
  });

  it.each([
    ["4", /cannot be a command/],
    ["{F5}", /cannot be a command/],
    ["s", /already/],
  ])("refuse %s", async (key, reason) => {
    open();
    await change("Skip this claim");

    await userEvent.keyboard(key);

    expect(within(dialog()).getByRole("status").textContent).toMatch(reason);
  });

  it("change nothing at Escape", async () => {
    const sent = open();
    await change("Skip this claim");
    await userEvent.keyboard("u{Escape}");

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(keysOf("Skip this claim")).toEqual(["S"]);
    expect(sent).toEqual([]);
  });

  it("reset one command, which takes its keys back, or all", async () => {
    open({ skip: ["f"], flag: ["s"], next: ["q"] });

    await press("Reset the keys of “Skip this claim”");
    expect(keysOf("Skip this claim")).toEqual(["S"]);
    expect(keysOf("Flag for the lead")).toEqual([]);
    expect(keysOf("Next claim")).toEqual(["Q"]);

    await press("Reset all keys");
    expect(keysOf("Next claim")).toEqual(["J", "↓"]);
    expect(screen.queryByRole("button", { name: "Reset all keys" })).toBeNull();
  });

  it("switch single keys and going on by itself", async () => {
    const sent = open();

    await userEvent.click(screen.getByRole("checkbox", { name: /^Use single-key/ }));
    await userEvent.click(screen.getByRole("checkbox", { name: /^Go on/ }));

    await waitFor(() => expect(sent).toEqual([{ single_keys: false }, { auto_advance: false }]));
  });
});
