import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isScreenKept } from "@/lib/offline";
import { isServerThere, RETRY } from "@/lib/reach";
import { Lazily, LazyPart } from "./LazyPart";

vi.mock("@/lib/offline");
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

  it("says so where the server does not answer, and takes it when it does", async () => {
    vi.mocked(isServerThere).mockReturnValueOnce(
      new Promise((answer) => setTimeout(() => answer(true), 2 * RETRY)),
    );
    const part = new LazyPart(async () => Hello);

    render(<Lazily part={part} own={{ name: "Ana" }} onClose={vi.fn()} />);
    await act(() => vi.advanceTimersByTimeAsync(RETRY));
    expect(screen.getByRole("alert")).toBeTruthy();

    await act(() => vi.advanceTimersByTimeAsync(RETRY));
    vi.useRealTimers();
    expect(await screen.findByText("Hello Ana")).toBeTruthy();
  });

  describe("holds the keys until it is here", () => {
    const reached = vi.fn();
    const press = (key: string) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    beforeEach(() => {
      reached.mockClear();
      document.addEventListener("keydown", reached);
      vi.mocked(isServerThere).mockResolvedValue(false);
    });
    afterEach(() => document.removeEventListener("keydown", reached));

    it("so that none becomes an answer, nor presses what has the focus", async () => {
      const part = new LazyPart(async () => Hello);
      const shown = render(<Lazily part={part} own={{ name: "Ana" }} onClose={vi.fn()} />);
      expect(press("1")).toBe(true);
      expect(press(" ")).toBe(false);
      await act(() => vi.advanceTimersByTimeAsync(0));
      expect(screen.getByRole("alert")).toBeTruthy();
      press("1");
      expect(reached).not.toHaveBeenCalled();

      vi.mocked(isServerThere).mockResolvedValue(true);
      await act(() => part.load());
      shown.rerender(<Lazily part={part} own={{ name: "Ana" }} onClose={vi.fn()} />);
      press("1");
      expect(reached).toHaveBeenCalledOnce();
    });

    it("but Escape and the button, which give it up", async () => {
      const close = vi.fn();
      render(
        <Lazily part={new LazyPart(async () => Hello)} own={{ name: "Ana" }} onClose={close} />,
      );
      press("Escape");
      expect(close).toHaveBeenCalledOnce();

      await act(() => vi.advanceTimersByTimeAsync(0));
      screen.getByRole("button").focus();
      expect(press("Enter")).toBe(true);
    });

    it("but not for what nobody asked for", () => {
      const part = new LazyPart(async () => Hello);
      render(<Lazily part={part} own={{ name: "Ana" }} onClose={vi.fn()} isUnasked />);
      press("1");

      expect(reached).toHaveBeenCalledOnce();
    });
  });

  it("needs no server where the screen is kept", async () => {
    vi.mocked(isScreenKept).mockReturnValue(true);
    vi.mocked(isServerThere).mockResolvedValue(false);

    expect(await new LazyPart(async () => Hello).load()).toBe(true);
  });
});
