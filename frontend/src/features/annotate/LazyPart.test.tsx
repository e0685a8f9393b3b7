import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isServerThere, RETRY } from "@/lib/reach";
import { Lazily, LazyPart } from "./LazyPart";

vi.mock("@/lib/reach");

const Hello = ({ name }: { name: string }) => <p>Hello {name}</p>;

describe("A part that is loaded when it is wanted", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("is not asked for while the server is away, and comes when that is back", async () => {
    vi.mocked(isServerThere).mockResolvedValueOnce(false).mockResolvedValue(true);
    const load = vi.fn(async () => Hello);
    const part = new LazyPart(load);

    render(<Lazily part={part} own={{ name: "Ana" }} onClose={vi.fn()} />);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(screen.getByRole("alert")).toBeTruthy();
    expect(load).not.toHaveBeenCalled();

    await act(() => vi.advanceTimersByTimeAsync(RETRY));
    vi.useRealTimers();
    expect(await screen.findByText("Hello Ana")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
