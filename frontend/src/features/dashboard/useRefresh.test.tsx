import { QueryClient, QueryClientProvider, QueryObserver } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { figuresKey } from "@/parts/scope/scope";
import type { Known } from "./queries";
import { makeAgreement, makeReport } from "./testing";
import { useRefresh } from "./useRefresh";

const known = (id: number, computed_at = "2026-05-04T12:00:00Z"): Known => ({
  agreement: makeAgreement({ report: makeReport({ id, computed_at }) }),
  tag: null,
  skewMs: 0,
});

/** Figures of which somebody looks at one, and who may answer its requests. */
function open(initialProps: Known | undefined) {
  const queries = new QueryClient();
  const answers: (() => void)[] = [];
  const queryKey = [...figuresKey("ferries"), "pairs"];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { rerender } = renderHook((now: Known | undefined) => useRefresh("ferries", now), {
    initialProps,
    wrapper,
  });
  const queryFn = () => new Promise((answer) => answers.push(() => answer(answers.length)));
  return { queries, answers, queryKey, rerender, queryFn };
}

describe("A new report", () => {
  it("has the figures fetched anew, one look after the other, and the last is not missed", async () => {
    const { queries, answers, queryKey, rerender, queryFn } = open(known(1));
    const stop = new QueryObserver(queries, { queryKey, queryFn }).subscribe(() => {});
    answers[0]?.();
    await waitFor(() => expect(queries.getQueryData(queryKey)).toBe(1));

    rerender(known(2));
    await waitFor(() => expect(answers).toHaveLength(2));
    rerender(known(3));
    rerender(known(4));
    expect(answers).toHaveLength(2);
    answers[1]?.();

    await waitFor(() => expect(answers).toHaveLength(3));
    answers[2]?.();
    await waitFor(() => expect(queries.getQueryData(queryKey)).toBe(3));
    expect(answers).toHaveLength(3);
    stop();
  });

  it("is none if it is from before the page, and is one if it came while the page opened", async () => {
    const before = open(undefined);
    const later = open(undefined);
    for (const { queries, queryKey } of [before, later]) queries.setQueryData(queryKey, "old");
    const isStale = ({ queries, queryKey }: typeof before) =>
      queries.getQueryState(queryKey)?.isInvalidated;

    before.rerender(known(1));
    later.rerender(known(1, new Date(Date.now() + 1000).toISOString()));

    await waitFor(() => expect(isStale(later)).toBe(true));
    expect(isStale(before)).toBe(false);
  });
});
