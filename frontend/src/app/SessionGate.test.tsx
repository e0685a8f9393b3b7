import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { discardUnsent, dropOutbox, outboxOf } from "@/api/answers";
import { KEPT, noteOwner } from "@/api/owner";
import { sessionQuery } from "@/api/queries";
import { makeSave } from "@/api/testing";
import type { Session, User } from "@/api/types";
import { OwnedStore } from "@/lib/ownedStore";
import { SessionGate } from "./SessionGate";

const NOBODY: Session = { user: null, demo: null, has_accounts: true };
const ANA = { id: 7, name: "Ana", email: "ana@news.example", preferences: {} } as User;
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
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, session);
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

const here = () => location.pathname + location.search + location.hash;

describe("The session gate", () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
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

  it.each(["tells who is signed in", "cannot be asked"])(
    "goes straight to signing in when somebody signs out and the server %s",
    async (then) => {
      visit("/nowhere", { ...NOBODY, user: ANA });
      const isCut = then === "cannot be asked";
      const asked: string[] = [];
      vi.stubGlobal("fetch", async ({ method, url }: Request) => {
        asked.push(`${method} ${new URL(url).pathname}`);
        if (method === "DELETE") return new Response(null, { status: 204 });
        if (url.endsWith("/batch/") || isCut) throw new TypeError("cut");
        return Response.json(NOBODY);
      });
      HTMLElement.prototype.hidePopover = () => undefined;
      const outbox = outboxOf(ANA.id);
      outbox.add(makeSave());
      const shown: string[] = [];
      const note = () => shown.push(here());
      const events = ["pushState", "replaceState"];
      for (const event of events) window.addEventListener(event, note);

      const hidden = { hidden: true };
      await userEvent.click(await screen.findByRole("button", { name: "Sign out", ...hidden }));
      await userEvent.click(
        await screen.findByRole("button", { name: /keep them here/, ...hidden }),
      );

      await screen.findByRole("button", { name: "Sign in" });
      for (const event of events) window.removeEventListener(event, note);
      expect(shown).toEqual(["/sign-in"]);
      expect(asked.lastIndexOf("POST /api/v1/annotations/batch/")).toBeLessThan(
        asked.indexOf("DELETE /api/v1/session/"),
      );
      // It was dropped, and nothing that was shown since has made another.
      expect(outboxOf(ANA.id)).not.toBe(outbox);
      await outboxOf(ANA.id).ready;
      await discardUnsent(ANA.id);
      dropOutbox(ANA.id);
    },
  );

  it("leads nowhere outside", async () => {
    visit("/sign-in?next=//elsewhere.example", { ...NOBODY, user: ANA });

    await waitFor(() => expect(here()).toBe("/"));
  });
});
