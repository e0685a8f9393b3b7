import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Agreement, Progress, Project } from "@/api/types";
import { DashboardScreen } from "./DashboardScreen";
import { agreementQuery } from "./queries";
import { makeAgreement, makeProject, makeReport, RECOMPUTATION } from "./testing";

const PROGRESS: Progress = {
  articles: 25,
  claims: 30,
  overlap: 3,
  answers: 70,
  answers_needed: 90,
  annotators: [],
};
const FAILED = {
  kind: "failed",
  detail: "The scale ends at 3.",
  raised_at: "2026-05-04T12:00:00Z",
} as const;
const METHODS = "Agreement on confidence was measured.";

/** A server whose agreement is `state.agreement`, for as long as it is up. */
function serve(changes: Partial<Agreement> = {}) {
  const state = {
    agreement: makeAgreement({
      report: makeReport(),
      worker_seen_at: new Date().toISOString(),
      ...changes,
    }),
    isUp: true,
    asked: [] as string[],
  };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const [, what = ""] = pathname.split("/api/v1/projects/ferries/");
    state.asked.push(`${request.method} ${what}${search}`);
    if (what === "progress/") return reply(200, PROGRESS);
    if (what === "agreement/disputed/") return reply(200, { next: null, results: [] });
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

async function show(role: Project["role"] = "lead") {
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <DashboardScreen project={makeProject(role)} />
    </QueryClientProvider>,
  );
  await screen.findAllByText("0.71");
  // The next look at the agreement, without waiting for its second.
  const look = () =>
    act(() => queries.refetchQueries({ queryKey: agreementQuery("ferries").queryKey }));
  return { look };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const countAnew = () => button("Count everything anew");
const copyMethods = () => button(/^Copy methods paragraph.*confidence/);

describe("The dashboard", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("shows each figure with its interval, in words and as a picture", async () => {
    serve();

    await show();

    const intervals = screen.getAllByText("95% interval .67 to .75, clustered by 25 articles");
    expect(intervals).toHaveLength(2);
    expect(screen.getAllByRole("img", { name: /α 0\.71\. 95% interval \.67 to/ })).toHaveLength(2);
    expect(screen.getByText("AC1 .78 (.50 to 1.00)")).toBeTruthy();
    expect(screen.getByText("AC2 .78 (.50 to 1.00)")).toBeTruthy();
  });

  it("keeps the old figures, with the progress, while everything is counted anew", async () => {
    const state = serve();
    const { look } = await show();
    expect(screen.queryByRole("progressbar", { name: /counted anew/ })).toBeNull();

    state.agreement = { ...state.agreement, recomputation: RECOMPUTATION };
    await look();

    const bar = await screen.findByRole<HTMLProgressElement>("progressbar", {
      name: /counted anew/,
    });
    expect([bar.value, bar.max]).toEqual([12, 50]);
    expect(screen.getAllByText("0.71")).toHaveLength(2);
    const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
    expect(said).toContain(
      "Counting everything anew: 12 of 50 parts. The figures are from before.",
    );
  });

  describe("for a lead", () => {
    it("counts everything anew on request, once at a time", async () => {
      const state = serve();
      await show();

      await userEvent.click(countAnew());

      expect(await screen.findAllByText(/^Counting everything anew: 0 of 50 parts/)).toBeTruthy();
      expect(countAnew().getAttribute("aria-disabled")).toBe("true");
      await userEvent.click(countAnew());
      expect(state.asked.filter((one) => one === "POST agreement/recompute/")).toHaveLength(1);
    });

    it("says why counting anew could not begin, and what is kept", async () => {
      const state = serve();
      await show();

      state.isUp = false;
      await userEvent.click(countAnew());

      const said = (await screen.findByRole("alert")).textContent;
      expect(said).toContain("Its log says why. The figures are as they were; try again.");
      expect(screen.getAllByText("0.71")).toHaveLength(2);
      expect(countAnew().getAttribute("aria-disabled")).toBeNull();
    });

    it("reads an alarm out if it comes up, not if it was there", async () => {
      const state = serve({ alarms: [FAILED] });
      const { look } = await show();
      expect(screen.getByRole("note").textContent).toContain(FAILED.detail);
      expect(screen.queryByRole("alert")).toBeNull();

      const later = { ...FAILED, kind: "difference", raised_at: "2026-05-05T03:00:00Z" } as const;
      state.agreement = { ...state.agreement, alarms: [later, FAILED] };
      await look();

      expect((await screen.findByRole("alert")).textContent).toContain("found a difference");
      expect(screen.getByRole("note").textContent).toContain(FAILED.detail);
    });

    it("copies the methods paragraph of the figure", async () => {
      const state = serve();
      const copied: string[] = [];
      vi.stubGlobal("navigator", { clipboard: { writeText: async (t: string) => copied.push(t) } });
      await show();

      await userEvent.click(copyMethods());

      await waitFor(() => expect(copied).toEqual([METHODS]));
      expect(state.asked).toContain("GET agreement/methods/?variable=confidence");
      expect(screen.queryByRole("dialog")).toBeNull();
    });

    it("shows the paragraph where the browser does not copy", async () => {
      serve();
      vi.stubGlobal("navigator", {});
      await show();

      await userEvent.click(copyMethods());

      expect((await screen.findByRole("dialog")).textContent).toContain(METHODS);
    });

    it("says that the paragraph could not be had", async () => {
      const state = serve();
      await show();

      state.isUp = false;
      await userEvent.click(copyMethods());

      expect(
        await screen.findByRole("button", { name: /^Copying failed; try again/ }),
      ).toBeTruthy();
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });

  it("offers a viewer neither alarms nor what only a lead may do", async () => {
    serve({ alarms: [FAILED] });

    await show("viewer");

    expect(screen.queryByRole("note")).toBeNull();
    expect(screen.queryByRole("button", { name: /Count everything anew/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Copy methods/ })).toBeNull();
  });
});
