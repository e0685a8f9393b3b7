import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { discardUnsent, dropOutbox, outboxOf } from "@/api/answers";
import { KEPT, noteOwner } from "@/api/owner";
import { sessionQuery } from "@/api/queries";
import { heldUser, holdSession } from "@/api/sender";
import { makeSave } from "@/api/testing";
import type { Session, User } from "@/api/types";
import { OwnedStore } from "@/lib/ownedStore";
import { makeQueryClient } from "./queryClient";
import { SessionGate } from "./SessionGate";

const NOBODY: Session = { user: null, demo: null, has_accounts: true };
const ANA = { id: 7, name: "Ana", email: "ana@news.example", preferences: {} } as User;
const BEN = { ...ANA, id: 8, name: "Ben", email: "ben@news.example" };
const INVITED = {
  project: "Ferries",
  role: "annotator",
  invited_by: "Lena",
  email: "",
  expires_at: "2026-05-18T12:00:00Z",
};

function visit(address: string, session = NOBODY) {
  vi.stubGlobal("fetch", async () => Response.json(INVITED));
  window.history.replaceState(null, "", address);
  const queries = makeQueryClient();
  queries.setQueryData(sessionQuery.queryKey, session);
  holdSession(session.user?.id ?? null);
  render(
    <QueryClientProvider client={queries}>
      <SessionGate />
    </QueryClientProvider>,
  );
  return queries;
}

/** What an earlier page of Ana has kept on the device. */
async function keep(session: Session) {
  noteOwner(ANA.id);
  const put = [[["session"], session]] as const;
  await new OwnedStore(KEPT, 1).begin(ANA.id, { remove: [], put });
}

const SENT = "POST /api/v1/annotations/batch/";
const SIGNED_OUT = "DELETE /api/v1/session/";
const ANSWERS = `onrecord-answers-${ANA.id}`;

/** Note in order what is requested, shown, and opened of the answers that wait. */
function note() {
  const done: string[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (name === ANSWERS) done.push("open");
    return open(name, version);
  });
  for (const name of ["pushState", "replaceState"] as const) {
    const go = history[name].bind(history);
    vi.spyOn(history, name).mockImplementation((...args) => {
      go(...args);
      done.push(`show ${here()}`);
    });
  }
  return done;
}

/** Let everybody in and out, take no answers, and say who is signed in as given. */
function answer(done: string[], whoIs: () => unknown) {
  vi.stubGlobal("fetch", async ({ method, url }: Request) => {
    done.push(`${method} ${new URL(url).pathname}`);
    if (method === "DELETE") return new Response(null, { status: 204 });
    if (url.endsWith("/batch/")) throw new TypeError("cut");
    if (!url.endsWith("/session/")) return new Promise(() => undefined);
    return Response.json(method === "POST" ? { ...NOBODY, user: BEN } : await whoIs());
  });
}

async function leave(...presses: (string | RegExp)[]) {
  HTMLElement.prototype.hidePopover = () => undefined;
  for (const name of presses.length ? presses : ["Sign out", /keep them here/]) {
    await userEvent.click(await screen.findByRole("button", { name, hidden: true }));
  }
}

const here = () => location.pathname + location.search + location.hash;

describe("The session gate", () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it("keeps all of the address that one came for", async () => {
    visit("/projects/ferries/activity?kind=people&actor=7#end");

    await screen.findByRole("button", { name: "Sign in" });

    expect(here()).toBe(
      "/sign-in?next=%2Fprojects%2Fferries%2Factivity%3Fkind%3Dpeople%26actor%3D7#end",
    );
  });

  it("asks for nothing more at the front door", async () => {
    visit("/");

    await screen.findByRole("button", { name: "Sign in" });

    expect(here()).toBe("/sign-in");
  });

  it("leads back to an invitation with its secret", async () => {
    const queries = visit("/sign-in?next=/join#12-secret");
    await screen.findByRole("button", { name: "Sign in" });

    queries.setQueryData(sessionQuery.queryKey, { ...NOBODY, user: ANA });

    await screen.findByRole("button", { name: "Join as Ana" });
    expect(here()).toBe("/join#12-secret");
    expect(document.title).toBe("Join a project · OnRecord");
    expect(document.activeElement?.tagName).toBe("MAIN");
  });

  it("opens an invitation to whoever is not signed in", async () => {
    visit("/join#12-secret");

    await screen.findByRole("heading", { name: "Join Ferries" });

    expect(here()).toBe("/join#12-secret");
  });

  it("does not take a language from what was kept: it may be an old choice", async () => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    const chosen = { language: "de" } as User["preferences"];
    await keep({ ...NOBODY, user: { ...ANA, preferences: chosen } });
    window.history.replaceState(null, "", "/projects");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("cut")));

    render(
      <QueryClientProvider client={new QueryClient()}>
        <SessionGate />
      </QueryClientProvider>,
    );

    await screen.findByRole("button", { name: "Account of Ana" });
    expect(localStorage.getItem("onrecord.language")).toBeNull();
  });

  it.each(["tells who is signed in", "cannot be asked", "never answers"])(
    "goes straight to signing in when somebody signs out and the server %s",
    async (then) => {
      const done = note();
      visit("/nowhere", { ...NOBODY, user: ANA });
      answer(done, () => {
        if (then === "cannot be asked") throw new TypeError("cut");
        return then === "never answers" ? new Promise(() => undefined) : NOBODY;
      });
      const outbox = outboxOf(ANA.id);
      outbox.add(makeSave());
      await waitFor(() => expect(done).toContain(SENT));

      await leave();

      await screen.findByRole("button", { name: "Sign in" });
      window.dispatchEvent(new Event("online"));
      await waitFor(() => expect(done.at(-1)).toBe("GET /api/v1/session/"));
      // Nothing is asked before, and nothing that was shown since has made another outbox.
      const since = done.slice(done.indexOf(SIGNED_OUT) + 1);
      expect(since[0]).toBe("show /sign-in");
      expect(since.filter((one) => !one.startsWith("GET"))).toEqual(["show /sign-in"]);
      expect(outboxOf(ANA.id)).not.toBe(outbox);
      await outboxOf(ANA.id).ready;
      await discardUnsent(ANA.id);
      dropOutbox(ANA.id);
    },
  );

  it("takes nobody for signed in by an answer from before the sign-out", async () => {
    const queries = visit("/nowhere", { ...NOBODY, user: ANA });
    const asked: ((session: Session) => void)[] = [];
    answer([], () => new Promise((resolve) => asked.push(resolve)));
    void queries.refetchQueries({ queryKey: sessionQuery.queryKey });
    await waitFor(() => expect(asked).toHaveLength(1));

    await leave("Sign out");
    await screen.findByRole("button", { name: "Sign in" });
    asked[0]?.({ ...NOBODY, user: ANA });
    await waitFor(() => expect(asked.length).toBeGreaterThan(2));

    expect(heldUser()).toBeNull();
    expect(here()).toBe("/sign-in");
    expect(queries.getQueryData(sessionQuery.queryKey)).toEqual(NOBODY);
  });

  it("takes nobody for signed out by an answer from before the sign-in", async () => {
    const queries = visit("/nowhere", { ...NOBODY, user: ANA });
    const asked: ((session: Session) => void)[] = [];
    answer([], () => new Promise((resolve) => asked.push(resolve)));
    await leave("Sign out");
    await userEvent.type(await screen.findByLabelText("Email"), BEN.email);
    await userEvent.type(screen.getByLabelText("Password"), "press-pass{Enter}");
    await waitFor(() => expect(heldUser()).toBe(BEN.id));

    asked[0]?.(NOBODY);
    await waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.({ ...NOBODY, user: BEN });

    await waitFor(() => expect(queries.isFetching({ queryKey: sessionQuery.queryKey })).toBe(0));
    expect(heldUser()).toBe(BEN.id);
    expect(queries.getQueryData(sessionQuery.queryKey)?.user).toEqual(BEN);
  });

  it("leads nowhere outside", async () => {
    visit("/sign-in?next=//elsewhere.example", { ...NOBODY, user: ANA });

    await waitFor(() => expect(here()).toBe("/"));
  });
});
