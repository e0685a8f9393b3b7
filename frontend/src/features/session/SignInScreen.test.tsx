import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SignInScreen } from "./SignInScreen";

const DEMO = {
  password: "press-pass",
  accounts: [{ email: "ines@demo.example", name: "Ines", role: "annotator" }],
};

function show(demo: typeof DEMO | null = null, hasAccounts = true) {
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <SignInScreen demo={demo} hasAccounts={hasAccounts} />
    </QueryClientProvider>,
  );
  return queries;
}

function answerWith(status: number, body: unknown, headers = {}) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push(await request.json());
    return new Response(JSON.stringify(body), { status, headers });
  });
  return sent;
}

async function submit() {
  await userEvent.type(screen.getByLabelText("Email"), "ana@news.example");
  await userEvent.type(screen.getByLabelText("Password"), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("The sign-in screen", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("signs in and keeps the session", async () => {
    const session = { user: { id: 1, email: "ana@news.example", name: "Ana" }, demo: null };
    const sent = answerWith(200, session);
    const queries = show();

    await submit();

    await waitFor(() => expect(queries.getQueryData(["session"])).toEqual(session));
    expect(sent).toEqual([{ email: "ana@news.example", password: "wrong" }]);
  });

  it("moves the focus to the message of a wrong password", async () => {
    answerWith(400, { code: "wrong_credentials", detail: "…" });
    show();

    await submit();

    const message = await screen.findByRole("alert");
    expect(message.textContent).toBe("That email and password do not match.");
    expect(document.activeElement).toBe(message);
  });

  it("says how long to wait after too many tries", async () => {
    answerWith(429, { code: "too_many_attempts" }, { "Retry-After": "301" });
    show();

    await submit();

    expect((await screen.findByRole("alert")).textContent).toContain("Wait 6 minutes");
  });

  it("fills the form from a demo account", async () => {
    show(DEMO);

    await userEvent.click(screen.getByRole("button", { name: /Ines/ }));

    expect(screen.getByLabelText<HTMLInputElement>("Email").value).toBe("ines@demo.example");
    expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("press-pass");
  });

  it("says where the first account comes from, as long as there is none", () => {
    show(null, false);

    expect(screen.getByRole("note").textContent).toContain("link");
    cleanup();
    show();

    expect(screen.queryByRole("note")).toBeNull();
  });

  it("shows the password on request", async () => {
    show();

    await userEvent.click(screen.getByRole("button", { name: "Show the password" }));

    expect(screen.getByLabelText<HTMLInputElement>("Password").type).toBe("text");
  });
});
