import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { countUnsent, discardUnsent, dropOutbox, outboxOf } from "@/api/answers";
import { makeSave } from "@/api/testing";
import type { User } from "@/api/types";
import { AccountMenu } from "./AccountMenu";

const ANA = { id: 1, name: "Ana", email: "ana@news.example" } as User;

/** Show the menu where no answer gets through, and all else does. */
function show() {
  const seen: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith("/batch/")) throw new TypeError("cut");
    seen.push(request.method);
    return request.method === "GET"
      ? Response.json({ user: null, demo: null })
      : new Response(null, { status: 204 });
  });
  HTMLElement.prototype.hidePopover = () => undefined;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AccountMenu user={ANA} />
    </QueryClientProvider>,
  );
  return seen;
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole("button", { name, hidden: true }));

describe("Signing out", () => {
  afterEach(async () => {
    cleanup();
    await outboxOf(ANA.id).ready;
    await discardUnsent(ANA.id);
    dropOutbox(ANA.id);
    vi.unstubAllGlobals();
  });

  it("asks nothing where all is sent", async () => {
    const seen = show();

    await press("Sign out");

    await vi.waitFor(() => expect(seen).toContain("DELETE"));
  });

  it("says so where it fails, and tries again", async () => {
    const seen = show();
    const there = fetch;
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("cut")));

    await press("Sign out");
    await screen.findByRole("dialog", { name: "You are still signed in" });
    vi.stubGlobal("fetch", there);
    await press("Try again");

    await vi.waitFor(() => expect(seen).toContain("DELETE"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("offers to stay where something is not", async () => {
    const seen = show();
    outboxOf(ANA.id).add(makeSave());

    await press("Sign out");
    await screen.findByText(/1 answer is kept on this device/);
    await press("Stay signed in");

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(seen).not.toContain("DELETE");
  });

  it("keeps it for the next time", async () => {
    const seen = show();
    outboxOf(ANA.id).add(makeSave());

    await press("Sign out");
    await press("Sign out and keep them here");

    await vi.waitFor(() => expect(seen).toContain("DELETE"));
    expect(await countUnsent(ANA.id)).toBe(1);
  });

  it("loses it only when asked twice", async () => {
    const seen = show();
    outboxOf(ANA.id).add(makeSave());

    await press("Sign out");
    await press("Discard them…");
    expect(seen).not.toContain("DELETE");
    await press("Discard and sign out");

    await vi.waitFor(() => expect(seen).toContain("DELETE"));
    expect(await countUnsent(ANA.id)).toBe(0);
  });
});
