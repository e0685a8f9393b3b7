import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EndOfQueue } from "./EndOfQueue";
import { makeProject } from "./testing";

function open(changes: Partial<Parameters<typeof EndOfQueue>[0]> = {}) {
  const on = { onLook: vi.fn(), onBack: vi.fn() };
  const project = { ...makeProject(), answers: 20, answers_needed: 60 };
  const counts = { answered: 12, available: 12, today: 4, unsent: 0 };
  const search = { isLooking: false, hasFailed: false };
  render(<EndOfQueue project={project} {...counts} {...search} {...on} {...changes} />);
  return on;
}

const facts = () => [...document.querySelectorAll("dd")].map((fact) => fact.textContent);

describe("The end of the queue", () => {
  afterEach(cleanup);

  it("says what was done, how far the project is, and when more comes", () => {
    open();

    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing waiting for you");
    expect(facts()).toEqual(["4 answers", "12 of 12 claims", "20 of 60 answers"]);
    expect(screen.getByText(/40 answers are still missing/)).toBeTruthy();
  });

  it("says nothing of today before it is known", () => {
    open({ today: null });

    expect(facts()).toHaveLength(2);
  });

  it("promises nothing where the project is closed, and waits for what is not sent", () => {
    open({ project: { ...makeProject(), state: "closed" } });
    expect(screen.getByText(/no more work comes/)).toBeTruthy();
    cleanup();

    open({ unsent: 1 });
    expect(screen.getByText(/1 answer is still on the way/)).toBeTruthy();
  });

  it("says that it looks, and that it could not", () => {
    open({ isLooking: true, hasFailed: true });
    expect(screen.getByRole("button", { name: "Looking…" })).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
    cleanup();

    open({ hasFailed: true });
    expect(screen.getByRole("alert").textContent).toMatch(/could not reach the server/);
  });

  it("looks again, and goes back", async () => {
    const { onLook, onBack } = open();

    await userEvent.click(screen.getByRole("button", { name: "Look again" }));
    await userEvent.click(screen.getByRole("button", { name: "See my answers" }));

    expect(onLook).toHaveBeenCalled();
    expect(onBack).toHaveBeenCalled();
  });
});
