import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { projectQuery, sessionQuery } from "@/api/queries";
import { makeProject as makeAnyProject } from "@/api/testing";
import type { Project, SourceType } from "@/api/types";

/** Objects and a server for the tests of this folder. */

export function makeType(key: string, changes: Partial<SourceType> = {}): SourceType {
  return {
    key,
    name: `Name of ${key}`,
    definition: `What ${key} is`,
    hotkey: "1",
    color: "named",
    maps_to: null,
    built_in: true,
    ...changes,
  };
}

export function makeProject(changes: Partial<Project> = {}): Project {
  return makeAnyProject({
    articles: 4,
    claims: 100,
    answers: 40,
    answers_needed: 300,
    alpha: null,
    suggestion_threshold: 0.7,
    source_types: [
      makeType("named", { name: "Named source", hotkey: "1" }),
      makeType("anonymous", { name: "Anonymous source", hotkey: "2", color: "anonymous" }),
      makeType("agency", {
        name: "News agency",
        hotkey: "3",
        color: "free_1",
        maps_to: "named",
        built_in: false,
      }),
    ],
    confidence_scale: [
      { value: 1, word: "Low" },
      { value: 2, word: "High" },
    ],
    ...changes,
  });
}

export type Sent = { method: string; path: string; body: unknown };
type Refusal = { status: number; code: string; detail: string };

/** A server that has a project, takes every change of it unless told to refuse, and notes them. */
export function serve(project: Project) {
  const state = { project, refusal: null as Refusal | null, sent: [] as Sent[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname: path } = new URL(request.url);
    const { method } = request;
    if (method !== "GET") {
      const body = await request.json();
      const known = path.endsWith("source-types/") ? "source_types" : "settings";
      const match = request.headers.get("If-Match");
      if (match && match !== `"${state.project.versions[known]}"`) {
        return reply(412, { code: "precondition_failed", detail: "Changed." });
      }
      state.sent.push({ method, path, body });
      if (state.refusal) return reply(state.refusal.status, state.refusal);
      const versions = { ...state.project.versions, [known]: `after ${state.sent.length}` };
      state.project = { ...state.project, ...applied(body), versions };
    }
    return reply(
      200,
      path === "/api/v1/projects/" && method === "GET" ? page(state.project) : state.project,
    );
  });
  return state;
}

function applied(body: Record<string, unknown>): Partial<Project> {
  const { confidence_words: words, source_types: types, ...rest } = body;
  return {
    ...rest,
    ...(Array.isArray(words) && {
      confidence_scale: words.map((word, at) => ({ value: at + 1, word })),
    }),
    ...(Array.isArray(types) && {
      source_types: types.map((type, at) => ({
        ...makeType(type.key ?? `new_${at}`, { built_in: false }),
        ...type,
      })),
    }),
  } as Partial<Project>;
}

const page = (project: Project) => ({ next: null, previous: null, results: [project] });

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

type Shown = { path?: string; createsProjects?: boolean };

/** Draw a part at an address, with what the queries know already of a project. */
export function show(
  part: ReactNode,
  project: Project,
  { path = "/", createsProjects = true }: Shown = {},
) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { hook, history } = memoryLocation({ path, record: true });
  const user = {
    id: 7,
    email: "lena@news.example",
    name: "Lena",
    creates_projects: createsProjects,
    preferences: { keys: {}, single_keys: true, auto_advance: true, language: "" as const },
  };
  queries.setQueryData(sessionQuery.queryKey, { user, demo: null, has_accounts: true });
  queries.setQueryData(projectQuery(project.slug).queryKey, project);
  render(
    <QueryClientProvider client={queries}>
      <Router hook={hook}>{part}</Router>
    </QueryClientProvider>,
  );
  return { queries, history };
}
