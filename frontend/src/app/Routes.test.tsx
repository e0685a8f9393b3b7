import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { Routes } from "./Routes";

vi.mock("@/lib/reach", () => ({ untilServerIsThere: () => new Promise(() => undefined) }));
vi.mock("@/api/kept", () => ({ isFromDevice: () => true }));

/** Open a screen that waits for a server which is away. */
async function open(path: string) {
  vi.useFakeTimers();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={memoryLocation({ path }).hook}>
        <Routes />
      </Router>
    </QueryClientProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  screen.getByText(/^We could not reach the server/);
}

const back = () => screen.queryByRole("link", { name: "Back to projects" });

describe("A screen that cannot be reached", () => {
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("leads back to the projects", async () => {
    await open("/account");

    expect(back()?.getAttribute("href")).toBe("/");
  });

  it("leads nowhere where it is that of the projects", async () => {
    await open("/");

    expect(back()).toBeNull();
  });
});
