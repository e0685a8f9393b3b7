import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useAnnouncement } from "./useAnnouncement";

type Given = { kind: string | undefined; text: string };

const start = (initialProps: Given) =>
  renderHook(({ kind, text }: Given) => useAnnouncement(kind, text), { initialProps });

describe("An announcement", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps silent about what the page began with", () => {
    expect(start({ kind: "tentative", text: "0.70" }).result.current).toBe("");
  });

  it("keeps silent while the kind stays", () => {
    const { result, rerender } = start({ kind: "tentative", text: "0.70" });

    rerender({ kind: "tentative", text: "0.71" });

    expect(result.current).toBe("");
  });

  it("speaks when the kind changes, with the words of that moment", () => {
    const { result, rerender } = start({ kind: "tentative", text: "0.79" });

    rerender({ kind: "reliable", text: "0.80" });
    rerender({ kind: "reliable", text: "0.81" });

    expect(result.current).toBe("0.80");
  });

  it("is gone after a moment, so that nobody meets it again while reading", () => {
    vi.useFakeTimers();
    const { result, rerender } = start({ kind: "tentative", text: "0.79" });
    rerender({ kind: "reliable", text: "0.80" });

    act(() => {
      vi.runAllTimers();
    });

    expect(result.current).toBe("");
  });
});
