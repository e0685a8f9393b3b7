import { afterEach, describe, expect, it, vi } from "vitest";
import { isScreenKept, keepScreen } from "./offline";

function stubWorkers(workers: object | undefined): void {
  vi.stubGlobal("navigator", { serviceWorker: workers });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe("Keeping the screen", () => {
  it("registers the worker, from where it may answer for every screen", () => {
    vi.stubEnv("PROD", true);
    const register = vi.fn().mockResolvedValue({});
    stubWorkers({ register });

    keepScreen();

    expect(register).toHaveBeenCalledExactlyOnceWith("/service-worker.js");
  });

  it("is left alone while the front end is worked on", () => {
    const register = vi.fn();
    stubWorkers({ register });

    keepScreen();

    expect(register).not.toHaveBeenCalled();
  });

  it("says nothing where it is not possible, or not allowed", async () => {
    vi.stubEnv("PROD", true);

    stubWorkers(undefined);
    expect(keepScreen).not.toThrow();

    stubWorkers({ register: () => Promise.reject(new Error("Not allowed.")) });
    keepScreen();
    await new Promise((resume) => setTimeout(resume));
  });
});

describe("Whether the screen is kept", () => {
  it.each([
    ["where a worker answers for the page", { controller: {} }, true],
    ["not before it does", { controller: null }, false],
    ["not where there are none", undefined, false],
  ])("is true %s", (_where, workers, expected) => {
    stubWorkers(workers);

    expect(isScreenKept()).toBe(expected);
  });
});
