import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { vi } from "vitest";
import { Route } from "wouter";
import type { Project } from "@/api/types";
import { ArticleScreen } from "./ArticleScreen";
import type { AnsweredClaim } from "./queries";
import { makeArticle, makeOpen, makeProject, makeSplit } from "./testing";

/** The page of an article as tests see it. */

export const ARTICLE = "articles/4/";
export const CLAIMS = `${ARTICLE}claims/?replaced=false&page_size=200`;
export const REPLACED = `${ARTICLE}claims/?replaced=true&page_size=200`;
const NEIGHBORS = `${ARTICLE}neighbors/?remarked=false`;
const REMARKED = `${ARTICLE}neighbors/?remarked=true`;
const BESIDE = { previous: null, next: { id: 3, title: "The night bus" } };

export const page = (results: AnsweredClaim[], next: string | null = null) => ({
  next,
  previous: null,
  results,
});
export const BOTH = page([makeSplit(), makeOpen()]);

type Answers = Record<string, unknown>;

/**
 * Serve `answers` by what is asked; a number is a refusal with this status, a function is given
 * the body. What is no GET has its method before it.
 */
export function show(given: Answers = {}, address = "", role: Project["role"] = "lead") {
  const answers: Answers = {
    [ARTICLE]: makeArticle(),
    [CLAIMS]: BOTH,
    [REPLACED]: page([]),
    [NEIGHBORS]: BESIDE,
    [REMARKED]: { previous: { id: 9, title: "" }, next: null },
    ...given,
  };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const method = request.method === "GET" ? "" : `${request.method} `;
    const what = method + pathname.replace("/api/v1/", "") + search;
    asked.push(what);
    const given = answers[what];
    const answer = typeof given === "function" ? given(await request.json()) : given;
    if (answer instanceof Response) return answer;
    if (answer === undefined) throw new TypeError("Failed to fetch");
    if (typeof answer !== "number") return Response.json(answer);
    return Response.json({ code: "refused", detail: "Refused." }, { status: answer });
  });
  history.replaceState(null, "", `/projects/ferries/articles/4${address}`);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <Route path="/projects/:slug/articles/:id">
        <ArticleScreen project={makeProject(role)} />
      </Route>
    </QueryClientProvider>,
  );
  return { asked, answers };
}

export const card = (number: number) => screen.findByRole("article", { name: `Claim ${number}` });
export const cards = () =>
  screen.queryAllByRole("heading", { level: 2 }).map((one) => one.textContent);
export const mark = (name: RegExp) => screen.findByRole("link", { name });
export const href = async (name: string) =>
  (await screen.findByRole("link", { name })).getAttribute("href");

export function prepare(): void {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = vi.fn();
}

export function tidy(): void {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, "", "/");
}
