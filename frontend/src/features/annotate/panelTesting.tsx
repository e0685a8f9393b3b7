import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { sessionQuery } from "@/api/queries";

/** What the tests of panels share: a server that is a list of answers, and a place to draw in. */

type Answers = Readonly<Record<string, unknown>>;

export type Asked = { readonly method: string; readonly path: string; readonly body: unknown };

/** Answer each "METHOD /path" with what is given; what is not given cannot be reached. */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace("/api/v1", "") + url.search;
    const text = await request.text();
    asked.push({ method: request.method, path, body: text ? JSON.parse(text) : null });
    const answer = answers[`${request.method} ${path}`];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    if (answer instanceof Response) return answer.clone();
    return answer === null
      ? new Response(null, { status: 204 })
      : new Response(JSON.stringify(answer), { status: 200 });
  });
  return asked;
}

export function refuse(status: number, code: string, detail: string): Response {
  return new Response(JSON.stringify({ code, detail }), { status });
}

export const USER = {
  id: 7,
  email: "ana@news.example",
  name: "Ana",
  creates_projects: false,
  preferences: { keys: {}, single_keys: true, auto_advance: true, language: "" as const },
};

type Seed = (queries: QueryClient) => void;

/** Draw a part for USER, with what the queries know already. */
export function show(part: ReactNode, seed: Seed = () => {}): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(sessionQuery.queryKey, { user: USER, demo: null, has_accounts: true });
  seed(queries);
  render(<QueryClientProvider client={queries}>{part}</QueryClientProvider>);
  return queries;
}
