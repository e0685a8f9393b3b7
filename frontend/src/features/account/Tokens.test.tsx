import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Token } from "@/api/types";
import { Tokens } from "./Tokens";

const DAY = 24 * 3600 * 1000;
const SECRET = "onr_5cVq0A1bJ0m5vT3c9dLrXh2kWqYz8uNfBsEoPgIiMaQ";
const PROJECTS = [
  { slug: "ferries", name: "Ferries", role: "lead" },
  { slug: "bridges", name: "Bridges", role: "annotator" },
];

function ago(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString();
}

function token(id: number, more: Partial<Token> = {}): Token {
  return {
    id,
    name: `Token ${id}`,
    scope: "read",
    project: null,
    state: "live",
    prefix: "onr_5cVq0A1b",
    created_at: ago(9),
    last_used_at: null,
    expires_at: null,
    revoked_at: null,
    ...more,
  };
}

/** A server that keeps tokens; `sent` are the bodies that it was given. */
function open(kept: Token[] = [], refusal?: Record<string, string[]>) {
  const sent: Record<string, unknown>[] = [];
  const page = (results: unknown) => Response.json({ next: null, previous: null, results });
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.url.includes("/projects/")) return page(PROJECTS);
    if (request.method === "GET") return page(kept);
    if (request.method === "DELETE") {
      const id = Number(request.url.match(/(\d+)\/$/)?.[1]);
      kept = kept.map((one) =>
        one.id === id ? { ...one, state: "revoked", revoked_at: ago(0) } : one,
      );
      return new Response(null, { status: 204 });
    }
    const body = await request.json();
    sent.push(body);
    if (refusal) {
      const problem = { status: 400, code: "invalid", title: "", detail: "", errors: refusal };
      return Response.json(problem, { status: 400 });
    }
    const made = token(9, body);
    kept = [made, ...kept];
    return Response.json({ ...made, token: SECRET }, { status: 201 });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Tokens />
    </QueryClientProvider>,
  );
  return sent;
}

const name = () => screen.getByRole("textbox", { name: "Name of the new token" });
const press = (label: string | RegExp) =>
  userEvent.click(screen.getByRole("button", { name: label }));
const row = (label: RegExp) => screen.findByRole("row", { name: label });
const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByRole("combobox", { name: label }), option);

afterEach(cleanup);

describe("A new token", () => {
  it("reads all projects for 90 days if nothing else is chosen", async () => {
    const sent = open();

    await userEvent.type(name(), "notebook");
    await press("Create token");

    await waitFor(() => expect(sent).toHaveLength(1));
    const { expires_at, ...rest } = sent[0] ?? {};
    expect(rest).toEqual({ name: "notebook", scope: "read", project: null });
    const days = (Date.parse(`${expires_at}`) - Date.now()) / DAY;
    expect(Math.round(days)).toBe(90);
  });

  it("may what is chosen, where and until when it is chosen", async () => {
    const sent = open();

    await userEvent.type(name(), "nightly");
    await userEvent.click(screen.getByRole("radio", { name: "Manage" }));
    await screen.findByRole("option", { name: "Bridges" });
    await choose("Project", "Bridges");
    await choose("Expires", "never");
    await press("Create token");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      name: "nightly",
      scope: "manage",
      project: "bridges",
      expires_at: null,
    });
  });

  it("is shown once, with a line to try", async () => {
    open();
    await screen.findByRole("option", { name: "Ferries" });
    await choose("Project", "Ferries");
    await userEvent.type(name(), "notebook");

    await press("Create token");

    expect(await screen.findByText(SECRET)).toBeTruthy();
    expect(screen.getByText(/^curl /).textContent).toContain("/api/v1/projects/ferries/");
    await press("Done");
    expect(screen.queryByText(SECRET)).toBeNull();
  });

  it.each([
    ["a name", "Give the token a name.", "", "2999-01-01"],
    ["a day to come", "Choose today or a later day.", "notebook", "2020-01-01"],
  ])("needs %s", async (_, problem, given, day) => {
    const sent = open();
    if (given) await userEvent.type(name(), given);
    await choose("Expires", "on a day that I choose");
    await userEvent.type(screen.getByLabelText("Last day"), day);

    await press("Create token");

    const field = given ? screen.getByLabelText("Last day") : name();
    expect(screen.getByText(problem)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    expect(sent).toEqual([]);
  });

  it("says what the server refused", async () => {
    open([], { name: ["Too long."] });
    await userEvent.type(name(), "x");

    await press("Create token");

    expect(await screen.findByText("Too long.")).toBeTruthy();
    expect(document.activeElement).toBe(name());
  });
});

describe("The list of tokens", () => {
  it("says what each may, where, and what became of it", async () => {
    open([
      token(1, { state: "revoked", revoked_at: ago(3) }),
      token(2, { scope: "annotate", project: "ferries", last_used_at: ago(2) }),
      token(3, { state: "expired", expires_at: ago(5) }),
      token(4, { state: "ended" }),
    ]);

    const live = await row(/^Token 2/);
    await within(live).findByText("Ferries");

    expect(live.textContent).toMatch(/Annotate.*2 days ago/);
    expect((await row(/^Token 1/)).textContent).toMatch(/revoked 3 days ago/);
    expect((await row(/^Token 3/)).textContent).toMatch(/expired 5 days ago/);
    expect((await row(/^Token 4/)).textContent).toMatch(/ended with a changed password/);
    expect(screen.getAllByRole("button", { name: /^Revoke/ })).toHaveLength(1);
    expect(screen.getAllByRole("row")[1]).toBe(live);
  });

  it("keeps the focus and says so when one is revoked", async () => {
    open([token(1), token(2)]);
    await userEvent.click(await screen.findByRole("button", { name: "Revoke Token 1" }));

    await userEvent.click(
      within(screen.getByRole("dialog")).getByRole("button", { name: "Revoke" }),
    );

    const said = await screen.findByText("Token “Token 1” is revoked.");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(document.activeElement?.contains(said)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect((await row(/^Token 1/)).textContent).toMatch(/revoked/);
  });
});
