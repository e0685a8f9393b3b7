import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { projectQuery } from "@/api/queries";
import { JumpList } from "./JumpList";
import type { Mark } from "./marks";
import { show } from "./panelTesting";
import { makeArticle, makeProject, named } from "./testing";

function open({ current = 2, claims = 12, selection = new Set<number>() } = {}) {
  const article = makeArticle({ id: 1, claims });
  const answers = new Map(article.claims.slice(0, 2).map(({ id }) => [id, named(3)]));
  const marks = article.claims.map(
    (claim, index): Mark => ({
      state: index < 2 ? "answered" : "pending",
      color: index < 2 ? "named" : null,
      isFlagged: index === 4,
      isSelected: selection.has(claim.id),
      label: `what is said of claim ${claim.number}`,
    }),
  );
  const asked = { onGo: vi.fn(), onToggle: vi.fn(), onClose: vi.fn() };
  const session = { answers, selection, current };
  show(<JumpList article={article} marks={marks} session={session} {...asked} />, (queries) =>
    queries.setQueryData(projectQuery(article.project).queryKey, makeProject()),
  );
  return asked;
}

const numbers = () =>
  screen.queryAllByRole("option").map((option) => option.querySelector("kbd")?.textContent);
const active = () => document.querySelector("[data-active] kbd")?.textContent;

describe("The list of claims", () => {
  afterEach(cleanup);

  it("opens at the claim in view, with the focus on the list", () => {
    open();

    expect(document.activeElement).toBe(screen.getByRole("listbox"));
    expect(active()).toBe("3");
    expect(document.querySelector("[aria-current] kbd")?.textContent).toBe("3");
  });

  it("brings that claim into view as soon as the dialog is there to be scrolled", () => {
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(function (
      this: HTMLElement,
    ) {
      return this.closest("dialog[open]") ? 464 : 0;
    });
    open({ current: 11 });

    expect(screen.getByRole("listbox").scrollTop).toBe(12 * 58 - 464);
  });

  it("says of each claim its number, how it stands and its words", () => {
    open();

    const first = screen.getByRole("option", { name: "what is said of claim 1" });

    expect(first.textContent).toBe("1Claim 1 of article 1.Named source, confidence 3");
    expect(screen.getByRole("status").textContent).toBe("12 claims");
  });

  it("goes to a claim by the arrows and Enter", async () => {
    const { onGo, onClose } = open();

    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");

    expect(onGo).toHaveBeenCalledWith(4);
    expect(onClose).toHaveBeenCalled();
  });

  it.each([
    ["open", 10],
    ["flagged", 1],
    ["named", 2],
    ["1", 4],
    ["Claim 7", 1],
  ])("filters by “%s”", async (typed, found) => {
    open();

    await userEvent.type(screen.getByRole("combobox"), typed);

    expect(numbers()).toHaveLength(found);
    expect(screen.getByRole("status").textContent).toBe(`${found} of 12 claims`);
  });

  it("takes what is typed on the list for a filter", async () => {
    const { onGo } = open();

    await userEvent.keyboard("flag");
    expect(document.activeElement).toBe(screen.getByRole("combobox"));
    expect(numbers()).toEqual(["5"]);

    await userEvent.keyboard("{Enter}");
    expect(onGo).toHaveBeenCalledWith(4);
  });

  it("selects by Space, by the box, and by Shift and a click", async () => {
    const { onToggle, onGo } = open();

    await userEvent.keyboard(" ");
    await userEvent.click(document.querySelector("[data-box]") as Element);

    expect(onToggle.mock.calls).toEqual([[103], [101]]);
    expect(onGo).not.toHaveBeenCalled();
  });

  it("says what is selected", () => {
    open({ selection: new Set([101, 102]) });

    const selected = screen.getAllByRole("option", { selected: true });
    expect(selected).toHaveLength(2);
    expect(screen.getByRole("status").textContent).toBe("12 claims, 2 selected");
  });

  it("draws of a long list only what is near, and still knows how long it is", async () => {
    open({ claims: 600, current: 300 });

    expect(numbers().length).toBeLessThan(60);
    expect(active()).toBe("301");
    const shown = document.querySelector("[data-active]");
    expect(shown?.getAttribute("aria-posinset")).toBe("301");
    expect(shown?.getAttribute("aria-setsize")).toBe("600");

    await userEvent.keyboard("{End}");
    expect(active()).toBe("600");
  });

  it("says so where no claim matches, and shows all again", async () => {
    open();
    await userEvent.type(screen.getByRole("combobox"), "zzz");
    expect(screen.getByText("No claim matches.")).toBeTruthy();

    await userEvent.click(screen.getByRole("button", { name: "Show all" }));

    expect(numbers()).toHaveLength(12);
  });
});
