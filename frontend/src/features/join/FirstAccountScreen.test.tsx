import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionQuery } from "@/api/queries";
import type { Session, User } from "@/api/types";
import { FirstAccountScreen } from "./FirstAccountScreen";

const EMPTY: Session = { user: null, demo: null, has_accounts: false };
const MADE = { ...EMPTY, user: { id: 1, name: "Lena" } as User, has_accounts: true };

function follow(code: string, status: number, body: unknown, session = EMPTY) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push(await request.json());
    return new Response(JSON.stringify(body), { status });
  });
  window.history.replaceState(null, "", `/first-account${code && `#${code}`}`);
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, session);
  render(
    <QueryClientProvider client={queries}>
      <FirstAccountScreen />
    </QueryClientProvider>,
  );
  return { sent, queries };
}

async function fillIn() {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Name"), "Lena");
  await user.type(screen.getByLabelText("Email"), "lena@news.example");
  await user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
}

describe("The first account", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it("is made with the code of the link, and is signed in", async () => {
    const { sent, queries } = follow("code", 201, MADE);

    await fillIn();

    await waitFor(() => expect(location.pathname).toBe("/"));
    expect(sent).toEqual([
      { code: "code", name: "Lena", email: "lena@news.example", password: "correct horse" },
    ]);
    expect(queries.getQueryData(sessionQuery.queryKey)).toEqual(MADE);
  });

  it("takes no longer name than the server does", () => {
    follow("code", 500, {});

    expect(screen.getByLabelText<HTMLInputElement>("Name").maxLength).toBe(100);
  });

  it("needs the link of this installation", async () => {
    follow("other", 403, { code: "wrong_code", detail: "…" });

    await fillIn();

    const message = await screen.findByRole("alert");
    expect(message.textContent).toContain("of another installation");
    expect(document.activeElement).toBe(message);
  });

  it("is the first: there is no second", async () => {
    follow("code", 409, { code: "has_accounts", detail: "…" });

    await fillIn();

    expect(await screen.findByText("There is an account already")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Sign in" })).toBeTruthy();
  });

  it("is not asked for where there are accounts", () => {
    follow("code", 500, {}, { ...EMPTY, has_accounts: true });

    expect(screen.getByText("There is an account already")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("is not asked for without a code", () => {
    follow("", 500, {});

    expect(screen.getByText(/The link is incomplete/)).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
