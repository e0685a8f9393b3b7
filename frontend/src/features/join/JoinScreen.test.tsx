import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { countUnsent, discardUnsent, dropOutbox, outboxOf } from "@/api/answers";
import { sessionQuery } from "@/api/queries";
import { makeSave } from "@/api/testing";
import type { Invited, Session, User } from "@/api/types";
import { JoinScreen } from "./JoinScreen";

const INVITED: Invited = {
  project: "Ferries",
  role: "annotator",
  invited_by: "Lena",
  email: "",
  expires_at: "2026-05-18T12:00:00Z",
};
const ANA = { id: 7, name: "Ana", email: "ana@news.example" } as User;
const NOBODY: Session = { user: null, demo: null, has_accounts: true };

type Answer = { status: number; body: unknown };
type Given = {
  invited?: Answer;
  joined?: Answer;
  user?: User | null;
  secret?: string;
};

/** Follow a link, on a server that answers as given. */
function follow(given: Given = {}) {
  const { user = null, secret = "12-secret" } = given;
  const { invited = { status: 200, body: INVITED } } = given;
  const { joined = { status: 200, body: { slug: "ferries", role: "annotator" } } } = given;
  const state = { user, sent: [] as unknown[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith("/look/")) return reply(invited);
    if (pathname.endsWith("/batch/")) throw new TypeError("cut");
    if (pathname.endsWith("/accept/")) {
      const body = await request.json();
      state.sent.push(body);
      if (joined.status === 200) state.user = ANA;
      return reply(joined);
    }
    if (request.method === "DELETE") {
      state.user = null;
      return new Response(null, { status: 204 });
    }
    return reply({ status: 200, body: { ...NOBODY, user: state.user } });
  });
  window.history.replaceState(null, "", secret ? `/join#${secret}` : "/join");
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(sessionQuery.queryKey, { ...NOBODY, user });
  render(
    <QueryClientProvider client={queries}>
      <JoinScreen />
    </QueryClientProvider>,
  );
  return { state, queries };
}

const reply = ({ status, body }: Answer) => new Response(JSON.stringify(body), { status });
const refused = (status: number, code: string): Answer => ({ status, body: { code, detail: "…" } });

async function fillIn() {
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Name"), "Ana");
  const email = screen.getByLabelText<HTMLInputElement>("Email");
  if (!email.readOnly) await user.type(email, "ana@news.example");
  await user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
}

describe("The link of an invitation", () => {
  afterEach(async () => {
    cleanup();
    await discardUnsent(ANA.id);
    dropOutbox(ANA.id);
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it("says who invites to what", async () => {
    follow();

    expect(await screen.findByRole("heading", { name: "Join Ferries" })).toBeTruthy();
    expect(screen.getByText("Lena invites you to annotate in this project.")).toBeTruthy();
    expect(screen.getByText(/good until May 18, 2026/)).toBeTruthy();
  });

  it("lets in with a new account, and on to where one works", async () => {
    const { state, queries } = follow();

    await fillIn();

    await waitFor(() => expect(location.pathname).toBe("/projects/ferries/annotate"));
    const account = { name: "Ana", email: "ana@news.example", password: "correct horse" };
    expect(state.sent).toEqual([{ secret: "12-secret", account }]);
    expect(location.hash).toBe("");
    expect(queries.getQueryData(sessionQuery.queryKey)?.user).toEqual(ANA);
  });

  it("takes leads to their dashboard", async () => {
    follow({ joined: { status: 200, body: { slug: "ferries", role: "lead" } } });

    await fillIn();

    await waitFor(() => expect(location.pathname).toBe("/projects/ferries"));
  });

  it("keeps the address that it was sent to", async () => {
    follow({ invited: { status: 200, body: { ...INVITED, email: "ana@news.example" } } });

    const email = await screen.findByLabelText<HTMLInputElement>("Email");

    expect([email.value, email.readOnly]).toEqual(["ana@news.example", true]);
  });

  it("goes to the field that is wrong before it asks the server", async () => {
    const { state } = follow();

    await userEvent.type(await screen.findByLabelText("Name"), "Ana");
    await userEvent.click(screen.getByRole("button", { name: "Make the account and join" }));

    expect(document.activeElement).toBe(screen.getByLabelText("Email"));
    expect(state.sent).toEqual([]);
  });

  it("goes to the password where the server takes it for too weak", async () => {
    const errors = { account: { password: ["This password is too common."] } };
    follow({ joined: { status: 400, body: { code: "invalid", detail: "Check.", errors } } });

    await fillIn();

    await screen.findByText(/Choose another one/);
    expect(document.activeElement).toBe(screen.getByLabelText("Password"));
  });

  it("leads to the sign-in screen and back, where there is an account", async () => {
    follow({ joined: refused(409, "account_exists") });

    await fillIn();

    const back = "/sign-in?next=/join#12-secret";
    const link = await screen.findByRole("link", { name: "Sign in with it" });
    expect(link.getAttribute("href")).toBe(back);
    expect(screen.getByRole("link", { name: "sign in" }).getAttribute("href")).toBe(back);
  });

  it("lets in who is signed in at one press", async () => {
    const { state } = follow({ user: ANA });

    await userEvent.click(await screen.findByRole("button", { name: "Join as Ana" }));

    await waitFor(() => expect(location.pathname).toBe("/projects/ferries/annotate"));
    expect(state.sent).toEqual([{ secret: "12-secret" }]);
  });

  it("offers another account, and comes back with it", async () => {
    const { queries } = follow({ user: ANA });

    await userEvent.click(await screen.findByRole("button", { name: "Use another account" }));

    await waitFor(() => expect(location.pathname).toBe("/sign-in"));
    expect(location.search + location.hash).toBe("?next=/join#12-secret");
    expect(queries.getQueryData(sessionQuery.queryKey)?.user).toBeNull();
  });

  it("does so too where the server says nothing more", async () => {
    const { state } = follow({ user: ANA });
    const button = await screen.findByRole("button", { name: "Use another account" });
    const there = fetch;
    vi.stubGlobal("fetch", (request: Request) =>
      request.method === "GET" ? new Promise(() => undefined) : there(request),
    );

    await userEvent.click(button);

    await waitFor(() => expect(location.pathname).toBe("/sign-in"));
    expect(state.user).toBeNull();
  });

  it("signs nobody out whose answers are not sent", async () => {
    const { state } = follow({ user: ANA });
    outboxOf(ANA.id).add(makeSave());
    await waitFor(async () => expect(await countUnsent(ANA.id)).toBe(1));

    await userEvent.click(await screen.findByRole("button", { name: "Use another account" }));

    await screen.findByText(/1 answer of this account has not been sent yet/);
    expect(state.user).toEqual(ANA);
    expect(location.pathname).toBe("/join");
  });

  it("lets nobody else in by what was sent to one address", async () => {
    follow({
      user: ANA,
      invited: { status: 200, body: { ...INVITED, email: "ben@news.example" } },
    });

    await screen.findByText(/This invitation is for ben@news.example/);

    expect(screen.queryByRole("button", { name: /Join as/ })).toBeNull();
  });

  it.each([
    [404, "invitation_unknown", "no such invitation"],
    [410, "invitation_expired", "has expired"],
    [410, "invitation_revoked", "has been taken back"],
    [410, "invitation_used", "has joined already"],
  ])("says why it lets nobody in: %i %s", async (status, code, words) => {
    follow({ invited: refused(status, code) });

    expect(await screen.findByText(new RegExp(words))).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("says why it lets this one in no more", async () => {
    follow({ user: ANA, joined: refused(403, "part_ended") });

    await userEvent.click(await screen.findByRole("button", { name: "Join as Ana" }));

    expect((await screen.findByRole("alert")).textContent).toContain("has ended your part");
  });

  it("is not asked about where a part of it is missing", () => {
    follow({ secret: "" });

    expect(screen.getByText(/The link is incomplete/)).toBeTruthy();
  });

  it("can be tried again where the server was away", async () => {
    follow({ invited: refused(502, "http_502") });

    await screen.findByText(/could not be looked up/);

    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  it("is looked up anew when another one comes into the same tab", async () => {
    follow({ secret: "" });

    location.hash = "#13-other";
    window.dispatchEvent(new HashChangeEvent("hashchange"));

    expect(await screen.findByRole("heading", { name: "Join Ferries" })).toBeTruthy();
  });
});
