import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionQuery } from "@/api/queries";
import type { Invitation, Member, Project, Session } from "@/api/types";
import { PeopleScreen } from "./PeopleScreen";
import { makeInvitation, makeMember } from "./testing";

const LENA = makeMember({ id: 1, name: "Lena", email: "lena@news.example", role: "lead" });
const ANA = makeMember();

type Given = { members?: Member[]; invitations?: Invitation[]; refusal?: object };

/** A server with people, for as long as it is up. */
function serve({ members = [LENA, ANA], invitations = [], refusal }: Given = {}) {
  const state = { members, invitations, isUp: true, sent: [] as [string, unknown][] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (!state.isUp) return reply(500, { code: "error", detail: "Broken." });
    if (request.method === "GET") {
      return reply(200, pathname.endsWith("/members/") ? state.members : state.invitations);
    }
    const id = Number(/(\d+)\/$/.exec(pathname)?.[1]);
    const body = request.method === "DELETE" ? null : await request.json();
    state.sent.push([request.method, body]);
    if (refusal) return reply(409, refusal);
    if (request.method === "DELETE") {
      state.invitations = state.invitations.filter((one) => one.id !== id);
      return new Response(null, { status: 204 });
    }
    if (request.method === "POST") {
      const made = makeInvitation(body);
      state.invitations = [made, ...state.invitations];
      return reply(201, made);
    }
    state.members = state.members.map((one) => (one.id === id ? { ...one, ...body } : one));
    return reply(
      200,
      state.members.find((one) => one.id === id),
    );
  });
  return state;
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

function show(role: Project["role"] = "lead") {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(sessionQuery.queryKey, { user: { id: 1 } } as Session);
  render(
    <QueryClientProvider client={queries}>
      <PeopleScreen project={{ slug: "ferries", name: "Ferries", role } as Project} />
    </QueryClientProvider>,
  );
}

/** As browsers do it: behind an open dialog nothing takes the focus. */
function keepFocusInDialogs() {
  const { focus } = HTMLElement.prototype;
  vi.spyOn(HTMLElement.prototype, "focus").mockImplementation(function one(this: HTMLElement) {
    const dialog = document.querySelector("dialog");
    if (!dialog || dialog.contains(this)) focus.call(this);
  });
}

const members = async () => within(await screen.findByRole("table", { name: "In this project" }));

describe("People", () => {
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it("opens the form by itself to a lead who is alone, and invites by email", async () => {
    const user = userEvent.setup();
    const state = serve({ members: [LENA] });
    show();

    await user.type(await screen.findByLabelText("Email address"), "ben@news.example{Enter}");

    await screen.findByText("ben@news.example is invited.");
    expect(state.sent).toEqual([["POST", { role: "annotator", email: "ben@news.example" }]]);
    expect(screen.getByText(/An email with this link goes out now/)).toBeTruthy();
    expect(screen.getByText("http://localhost/join#12-secret")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("is invited");
  });

  it("makes a link for several, and says that nobody is written to", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();

    await user.click(await screen.findByRole("button", { name: "Invite people" }));
    await user.click(screen.getByRole("radio", { name: "Viewer" }));
    await user.click(screen.getByRole("radio", { name: "By link" }));
    const places = screen.getByLabelText("How many people may use it");
    await user.clear(places);
    await user.type(places, "0{Enter}");
    expect(screen.getByText("Give a number from 1 to 200.")).toBeTruthy();
    expect(document.activeElement).toBe(places);
    await user.clear(places);
    await user.type(places, "5{Enter}");

    await screen.findByText(/No email goes out: .* lets in 5 people/);
    expect(state.sent).toEqual([["POST", { role: "viewer", places: 5 }]]);
  });

  it("does not say that an email was sent where there is no mail server", async () => {
    const printed = {
      email: "ben@news.example",
      is_printed: true,
      sent_at: "2026-05-04T12:00:00Z",
    };
    serve({ members: [LENA], invitations: [makeInvitation({ id: 13, ...printed })] });
    show();

    const table = within(await screen.findByRole("table", { name: "Open invitations" }));

    expect(table.getByText("none: no mail server")).toBeTruthy();
    expect(table.queryByText(/sent/)).toBeNull();
  });

  it("lists what is open, with what became of the email, and revokes it", async () => {
    const user = userEvent.setup();
    const failed = makeInvitation({ email: "ben@news.example", failure: "No such host." });
    const state = serve({
      invitations: [failed, makeInvitation({ id: 13, places: 5, taken: 2 })],
    });
    show();
    keepFocusInDialogs();

    const table = within(await screen.findByRole("table", { name: "Open invitations" }));
    expect(table.getByText("No such host.")).toBeTruthy();
    expect(table.getByText("3 of 5")).toBeTruthy();
    await user.click(
      table.getByRole("button", { name: "Revoke the invitation for ben@news.example" }),
    );
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Revoke" }));

    await screen.findByText("The invitation for ben@news.example is revoked.");
    expect(state.sent).toEqual([["DELETE", null]]);
    expect(screen.queryByText("No such host.")).toBeNull();
    expect(document.activeElement?.textContent).toContain("is revoked");
  });

  it("saves a limit and a role by keyboard, and keeps the focus in the field", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    const table = await members();

    const limit = table.getByLabelText(/Limit of Ana/);
    await user.type(limit, "12{Enter}");
    await screen.findByText("The limit of Ana is 12 now.");
    expect(document.activeElement).toBe(limit);

    const role = table.getByLabelText("Role of Ana");
    await user.selectOptions(role, "viewer");
    expect(state.sent).toEqual([["PATCH", { quota: 12 }]]);
    await user.click(table.getByRole("button", { name: "Save: Ana as Viewer" }));
    await screen.findByText("Ana is saved as Viewer.");

    expect(state.sent).toEqual([
      ["PATCH", { quota: 12 }],
      ["PATCH", { role: "viewer" }],
    ]);
    expect(document.activeElement).toBe(role);
  });

  it.each(["-1", "many", "1.5"])("takes no limit that is none: %j", async (typed) => {
    const state = serve();
    show();
    const table = await members();

    await userEvent.type(table.getByLabelText(/Limit of Ana/), `${typed}{Enter}`);

    expect(screen.getByRole("alert").textContent).toContain("whole number");
    expect(state.sent).toEqual([]);
  });

  it("deactivates after saying what is kept, and takes back", async () => {
    const user = userEvent.setup();
    const state = serve();
    show();
    keepFocusInDialogs();

    await user.click((await members()).getByRole("button", { name: "Deactivate Ana" }));
    const dialog = within(screen.getByRole("dialog", { name: "Deactivate Ana?" }));
    expect(dialog.getByText(/31 answers stay/)).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Deactivate" }));

    const former = within(await screen.findByRole("table", { name: "Former members" }));
    expect(screen.getByText("Ana is deactivated. Their answers stay.")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("In this project");
    expect(document.activeElement).not.toBe(document.body);
    await user.click(former.getByRole("button", { name: "Reactivate Ana" }));
    await screen.findByText("Ana is in the project again.");

    expect(state.sent).toEqual([
      ["PATCH", { active: false }],
      ["PATCH", { active: true }],
    ]);
    expect(screen.queryByRole("table", { name: "Former members" })).toBeNull();
  });

  it("explains why the last lead stays one", async () => {
    const user = userEvent.setup();
    serve({ refusal: { code: "last_lead", detail: "…" } });
    show();
    const table = await members();

    await user.selectOptions(table.getByLabelText("Role of Lena"), "annotator");
    await user.click(table.getByRole("button", { name: "Save: Lena as Annotator" }));
    await user.click(screen.getByRole("button", { name: "Stop leading" }));

    await waitFor(() =>
      expect(screen.getByRole("alert").textContent).toContain("Every project needs a lead"),
    );
  });

  it("asks before somebody else leads no more, and looks which invitations stay", async () => {
    const user = userEvent.setup();
    const olga = makeMember({ id: 9, name: "Olga", role: "lead" });
    const state = serve({ members: [LENA, olga], invitations: [makeInvitation({ role: "lead" })] });
    show();
    await screen.findByRole("table", { name: "Open invitations" });
    const table = await members();

    await user.selectOptions(table.getByLabelText("Role of Olga"), "viewer");
    await user.click(table.getByRole("button", { name: "Save: Olga as Viewer" }));
    expect(state.sent).toEqual([]);
    state.invitations = [];
    await user.click(screen.getByRole("button", { name: "Take the lead away" }));

    await screen.findByText("Olga is saved as Viewer.");
    expect(state.sent).toEqual([["PATCH", { role: "viewer" }]]);
    await waitFor(() =>
      expect(screen.queryByRole("table", { name: "Open invitations" })).toBeNull(),
    );
  });

  it("is for leads", () => {
    serve();
    show("viewer");

    expect(screen.getByText("The people of a project are for its leads.")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("can be asked for again after it could not be loaded", async () => {
    const state = serve();
    state.isUp = false;
    show();
    await screen.findByText("The people could not be loaded.");

    state.isUp = true;
    for (const again of screen.getAllByRole("button", { name: "Try again" })) {
      await userEvent.click(again);
    }

    expect((await members()).getByText("ana@news.example")).toBeTruthy();
  });

  it("is searched where there are many", async () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      makeMember({ id: at + 10, name: `Annotator ${at}`, email: `a${at}@news.example` }),
    );
    serve({ members: [LENA, ...many] });
    show();

    await userEvent.type(await screen.findByLabelText("Find somebody"), "a49@");

    expect((await members()).getAllByRole("row")).toHaveLength(2);
  });
});
