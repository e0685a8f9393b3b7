import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { vi } from "vitest";
import { dropOutbox } from "@/api/answers";
import { projectQuery, sessionQuery } from "@/api/queries";
import type { Article, Heartbeat, Project, User } from "@/api/types";
import { SlotsContext } from "@/app/shell/slots";
import { AnnotateScreen } from "./AnnotateScreen";
import { fetchParts } from "./panelParts";
import { makeProject } from "./testing";

/** For tests of the whole screen: a server, the screen, and somebody who types. */

let users = 100;

/** Give a user whom no other test knows, with what they prefer. */
export function makeUser(preferences: Partial<User["preferences"]> = {}): User {
  users += 1;
  const defaults = { keys: {}, single_keys: true, auto_advance: true, language: "" } as const;
  const named = { id: users, email: "ana@news.example", name: "Ana", creates_projects: false };
  return { ...named, preferences: { ...defaults, ...preferences } };
}

export const bar = document.createElement("div");

/** What every test begins with: a place for the top bar, and all parts here at once. */
export async function enter() {
  document.body.append(bar);
  await fetchParts();
}

/** Leave nothing behind that could send what one test answered to the next one's server. */
export function leave() {
  cleanup();
  bar.remove();
  localStorage.clear();
  for (let id = users; id > 100; id--) dropOutbox(id);
}

type Sent = {
  readonly client_id: string;
  readonly claim: number;
  readonly answer: Record<string, unknown> | null;
  readonly group: string | null;
};

type Options = { refuses?: boolean; refusesQueue?: boolean; beat?: Partial<Heartbeat> };

/** A server with `queue` for its first request and nothing more after it. */
export function serve(
  queue: Article[],
  { refuses = false, refusesQueue = false, beat = {} }: Options = {},
) {
  const sent: Sent[] = [];
  const asked: { method: string; path: string; body: Record<string, unknown> }[] = [];
  const state = { isUp: true, refuses, beats: true };
  const [article] = queue;
  const { guideline_revision } = { ...BEAT, ...beat };
  const isAhead = ({ answer }: Sent) => Number(answer?.guideline_revision) > guideline_revision;
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!state.isUp) throw new TypeError("Failed to fetch");
    const path = new URL(request.url).pathname;
    const text = await request.text();
    const body = text ? JSON.parse(text) : {};
    asked.push({ method: request.method, path, body });
    if (path.endsWith("/queue/") && refusesQueue) return reply(403, NOT_THEIRS);
    if (path.endsWith("/queue/")) return reply(200, { articles: queue.splice(0) });
    if (path.endsWith("/heartbeat/") && !state.beats) return reply(503, null);
    if (path.endsWith("/heartbeat/")) return reply(200, { ...BEAT, ...beat });
    if (path.endsWith("/v1/projects/")) return reply(200, { results: [], next: null });
    if (path.endsWith("/history/")) return reply(200, { results: [], next: null, previous: null });
    if (path.endsWith("/batch/")) {
      const results = body.saves.map((save: Sent) => {
        const refusal = state.refuses ? CLOSED : isAhead(save) ? UNKNOWN : null;
        if (!refusal) sent.push(save);
        return resultOf(save, refusal);
      });
      return reply(200, { results });
    }
    if (path.includes("/articles/")) return reply(200, article);
    if (path.endsWith("/guidelines/")) return reply(200, GUIDELINES);
    if (path.endsWith("/proposals/")) return reply(201, { id: 5, claim: 101, ...body });
    return reply(204, null);
  });
  return { sent, asked, state };
}

const BEAT: Heartbeat = {
  guideline_revision: 1,
  project_state: "open",
  answered_today: 7,
  assignments: [],
};

const NOT_THEIRS = { code: "permission_denied", detail: "Your role does not allow this." };

const GUIDELINES = {
  number: 2,
  body: "# One",
  change_note: "",
  created_at: "2026-01-05T10:00:00Z",
};

const CLOSED = { code: "project_closed", detail: "It is closed." };

const UNKNOWN = { code: "unknown_revision", detail: "These guidelines have no such revision." };

function resultOf({ client_id, claim }: Sent, refusal: typeof CLOSED | null) {
  return { client_id, claim, annotation: null, current: null, code: "", detail: "", ...refusal };
}

function reply(status: number, body: unknown) {
  return new Response(body === null ? null : JSON.stringify(body), { status });
}

export async function show(user = makeUser(), project: Partial<Project> = {}) {
  const queries = new QueryClient();
  const given = { ...makeProject(), ...project };
  queries.setQueryData(sessionQuery.queryKey, { user, demo: null, has_accounts: true });
  queries.setQueryData(projectQuery(given.slug).queryKey, given);
  const shown = render(
    <QueryClientProvider client={queries}>
      <SlotsContext value={{ center: bar, status: bar }}>
        <AnnotateScreen project={given} />
      </SlotsContext>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  return shown;
}

/** Type keys as somebody does who has the focus nowhere in particular; "Shift+x" holds Shift. */
export function type(...keys: string[]) {
  for (const name of keys) {
    const key = name.replace("Shift+", "");
    const code = /\d/.test(key) ? `Digit${key}` : "";
    const shiftKey = key !== name;
    const init = { key, code, shiftKey, bubbles: true, cancelable: true };
    act(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", init));
    });
  }
}

export const current = () => document.querySelector("[aria-current=step]")?.textContent;
export const option = (name: RegExp) => screen.getByRole("button", { name });
/** What the live region of the question says. */
export const said = () =>
  screen
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .join("");
