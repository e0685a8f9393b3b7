import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/api/client";
import type { Article, Proposal } from "@/api/types";
import { CodePoints } from "@/lib/offsets";
import { ProposeDialog } from "./ProposeDialog";
import { makeArticle } from "./testing";

/** An article of two claims, with letters that count as one and are written as two. */
function makeText(): Article {
  const quotes = ["🦉🦉 The ferry stops, he said, and the crew is angry", "about it."];
  const text = `😀 ${quotes.join(" ")}`;
  const points = new CodePoints(text);
  const article = makeArticle({ id: 1, claims: 2 });
  const claims = article.claims.map((claim, index) => {
    const quote = quotes[index] ?? "";
    const start = points.toPoints(text.indexOf(quote));
    return { ...claim, quote, start, end: start + [...quote].length };
  });
  return { ...article, text, claims };
}

function open({ index = 0, proposal = null as Proposal | null, text = makeText() } = {}) {
  const asked = {
    onPropose: vi.fn(async () => {}),
    onWithdraw: vi.fn(async () => {}),
    onClose: vi.fn(),
  };
  const claim = text.claims[index];
  if (!claim) throw new Error("no claim");
  render(<ProposeDialog claim={claim} article={text} proposal={proposal} {...asked} />);
  return { ...asked, text, claim };
}

const slider = () => screen.getByRole("slider");
const pieces = () => [...document.querySelectorAll("dd")].map((piece) => piece.textContent);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

describe("A proposal to split", () => {
  afterEach(cleanup);

  it("moves the cut by a word and shows both halves", async () => {
    open();
    slider().focus();

    await userEvent.keyboard("{Home}{ArrowRight}{ArrowRight}{ArrowRight}");

    expect(pieces()).toEqual(["🦉🦉 The ferry stops,", "he said, and the crew is angry"]);
    expect(slider().getAttribute("aria-valuetext")).toBe("before “he”");
  });

  it("stays within the claim, and begins near its middle", async () => {
    open();
    expect(pieces()[0]).toBe("🦉🦉 The ferry stops, he");

    slider().focus();
    await userEvent.keyboard("{End}{ArrowRight}");

    expect(pieces()).toEqual(["🦉🦉 The ferry stops, he said, and the crew is", "angry"]);
  });

  it("is sent with the place in code points of the article", async () => {
    const { onPropose, onClose, text } = open();
    await userEvent.type(screen.getByLabelText("Why? (optional)"), " two voices ");

    await press("Propose");

    const before = text.text.slice(0, text.text.indexOf("said,"));
    const at = [...before].length;
    expect(onPropose).toHaveBeenCalledWith("split", at, "two voices");
    expect(onClose).toHaveBeenCalled();
  });

  it("can be placed by pressing a word", async () => {
    open();

    await userEvent.click(screen.getByText("said,"));

    expect(pieces()[1]).toMatch(/^said,/);
  });

  it("goes on to the left in a text that does", async () => {
    open({ text: { ...makeText(), direction: "rtl" } });
    slider().focus();

    await userEvent.keyboard("{Home}{ArrowLeft}{ArrowLeft}{ArrowRight}");

    expect(slider().getAttribute("aria-valuenow")).toBe("2");
  });

  it("says why it was not taken, and keeps what was typed", async () => {
    const { onPropose, onClose } = open();
    onPropose.mockRejectedValueOnce(
      new ApiError({ status: 409, code: "has_open_proposal", detail: "There is one already." }),
    );
    await userEvent.type(screen.getByLabelText("Why? (optional)"), "two");

    await press("Propose");

    expect(screen.getByRole("alert").textContent).toContain("There is one already.");
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByDisplayValue("two")).toBeTruthy();
  });
});

describe("A proposal to merge", () => {
  afterEach(cleanup);

  it("shows both claims", async () => {
    const { onPropose } = open();

    await userEvent.click(screen.getByRole("radio", { name: /Merge/ }));
    expect(pieces()).toEqual(["🦉🦉 The ferry stops, he said, and the crew is angry", "about it."]);
    await press("Propose");

    expect(onPropose).toHaveBeenCalledWith("merge", null, "");
  });

  it("is not possible with the last claim", () => {
    open({ index: 1 });

    const merge = screen.getByRole<HTMLInputElement>("radio", { name: /Merge/ });
    expect(merge.disabled).toBe(true);
    expect(screen.getByText("It is the article’s last claim.")).toBeTruthy();
  });
});

describe("A proposal to exclude", () => {
  afterEach(cleanup);

  it("needs a reason", async () => {
    const { onPropose } = open();
    await userEvent.click(screen.getByRole("radio", { name: /Exclude/ }));

    await press("Propose");
    const field = screen.getByLabelText("Why?");
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(onPropose).not.toHaveBeenCalled();

    await userEvent.type(field, "a caption{Enter}");
    expect(onPropose).toHaveBeenCalledWith("exclude", null, "a caption");
  });
});

describe("One's own open proposal", () => {
  afterEach(cleanup);

  it("is shown with both halves, and can be withdrawn", async () => {
    const text = makeText();
    const own: Proposal = {
      id: 9,
      claim: text.claims[0]?.id ?? 0,
      kind: "split",
      at: (text.claims[0]?.start ?? 0) + 3,
      note: "two voices",
      client_id: "x",
      state: "open",
      created_at: "2026-05-04T12:00:00Z",
      decided_at: null,
    };
    const { onWithdraw, onClose } = open({ proposal: own, text });

    expect(pieces()).toEqual(["🦉🦉", "The ferry stops, he said, and the crew is angry"]);
    expect(screen.getByText("Your reason: two voices")).toBeTruthy();
    await press("Withdraw");

    expect(onWithdraw).toHaveBeenCalledWith(9);
    expect(onClose).toHaveBeenCalled();
  });
});
