import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeProject } from "@/api/testing";
import type { ArticlePreview } from "@/api/types";
import { Editor } from "./Editor";
import { CAPTAINS, FERRY, makePreview, proposed } from "./testing";

const GERMAN = makePreview({
  language: "de",
  suggests: false,
  claims: [FERRY, CAPTAINS].map((part) => proposed(part)),
});

/** Open the editor over a server that reads German without suggestions. */
function open(preview: ArticlePreview) {
  const asked: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(await request.json());
    return Response.json(GERMAN);
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Editor project={makeProject()} preview={preview} onStartOver={() => {}} />
    </QueryClientProvider>,
  );
  return asked;
}

const field = () => screen.getByRole("textbox", { name: "Language" }) as HTMLInputElement;
const said = () => screen.queryByText(/rules that suggest sources and types are English/);
const langs = () =>
  [...document.querySelectorAll<HTMLElement>("article p[data-line]")].map(({ lang }) => lang);

describe("The language of a new article", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is what the file says, and said of its text", () => {
    open(makePreview({ language: "en-GB" }));

    expect(field().value).toBe("en-GB");
    expect(new Set(langs())).toContain("en-GB");
    expect(said()).toBeNull();
  });

  it("has the text read again, and it is said that nothing is suggested", async () => {
    const asked = open(makePreview());
    expect(screen.getAllByText(".91").length).toBeGreaterThan(0);

    await userEvent.type(field(), "de");

    await waitFor(() => expect(said()).not.toBeNull());
    expect(asked.at(-1)).toMatchObject({ language: "de" });
    expect(asked.at(-1)).not.toHaveProperty("claims");
    expect(langs()).toContain("de");
    expect(screen.queryByText(".91")).toBeNull();
  });

  it("leaves the claims that the lead has corrected", async () => {
    const asked = open(makePreview());
    await userEvent.click(screen.getByRole("button", { name: /^Exclude(?!d)/ }));

    await userEvent.type(field(), "de");

    await waitFor(() => expect(said()).not.toBeNull());
    expect(asked.at(-1)?.claims).toHaveLength(4);
  });

  it("is asked about once it is one", async () => {
    const asked = open(makePreview());

    await userEvent.type(field(), "German");
    expect(langs()).not.toContain("German");
    await userEvent.clear(field());
    await userEvent.type(field(), "de");
    await waitFor(() => expect(said()).not.toBeNull());

    expect(asked.map(({ language }) => language)).toEqual(["de"]);
  });
});
