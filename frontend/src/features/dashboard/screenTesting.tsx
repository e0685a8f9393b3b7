import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { vi } from "vitest";
import { makeProject } from "@/api/testing";
import type { Agreement, Progress, Project } from "@/api/types";
import { DashboardScreen } from "./DashboardScreen";
import { FIGURES } from "./panelTesting";
import { agreementQuery } from "./queries";
import { makeAgreement, makeReport, RECOMPUTATION } from "./testing";

const PROGRESS: Progress = {
  articles: 25,
  claims: 30,
  overlap: 3,
  answers: 70,
  answers_needed: 90,
  annotators: [],
};
export const SELECTION = {
  scope: "selection:5f0c2a9b1d7e4630",
  filters: { annotators: [1] },
  counted_at: "2026-05-04T12:00:00Z",
  is_current: true,
  articles: 25,
  articles_done: 25,
};
export const METHODS = "Agreement on confidence was measured.";

/** A server whose agreement is `state.agreement`, for as long as it is up. */
export function serve(changes: Partial<Agreement> = {}) {
  const state = {
    agreement: makeAgreement({
      report: makeReport(),
      worker_seen_at: new Date().toISOString(),
      ...changes,
    }),
    selection: SELECTION as Omit<typeof SELECTION, "counted_at"> & { counted_at: string | null },
    isUp: true,
    asked: [] as string[],
  };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const [, what = ""] = pathname.split("/api/v1/projects/ferries/");
    state.asked.push(`${request.method} ${what}${search}`);
    if (what === "progress/") return reply(200, PROGRESS);
    if (what in FIGURES) return reply(200, FIGURES[what]);
    if (what === "agreement/selections/") return reply(200, state.selection);
    if (!state.isUp) return reply(500, { code: "error", detail: "Broken." });
    if (what === "agreement/methods/") return reply(200, { text: METHODS });
    if (what !== "agreement/recompute/") return reply(200, state.agreement);
    state.agreement = { ...state.agreement, recomputation: { ...RECOMPUTATION, blocks_done: 0 } };
    return reply(202, state.agreement.recomputation);
  });
  return state;
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

export async function show(role: Project["role"] = "lead") {
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <DashboardScreen project={makeProject({ role })} />
    </QueryClientProvider>,
  );
  await screen.findAllByText("0.71");
  // The next look at the agreement, without waiting for its second.
  const { queryKey } = agreementQuery("ferries");
  const look = () => act(() => queries.refetchQueries({ queryKey }));
  return { look };
}

export const button = (name: string | RegExp) => screen.getByRole("button", { name });
