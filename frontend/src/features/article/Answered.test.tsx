import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CLAIMS,
  card,
  cards,
  href,
  mark,
  page,
  prepare,
  REPLACED,
  show,
  tidy,
} from "./screenTesting";
import { BY_BEN, makeAnswer, makeOpen, makeSplit } from "./testing";

describe("The claims of an article", () => {
  beforeEach(prepare);
  afterEach(tidy);

  it("shows what everybody says of a claim, with all that goes with it", async () => {
    show();

    const said = within(await card(1))
      .getAllByRole("listitem")
      .map((one) => one.textContent);

    expect(said).toEqual([
      expect.stringMatching(/^Named High, 3 of 3Ana May 4, 2026/),
      expect.stringMatching(/^Anonymous Low, 1 of 3Ben May 4, 2026/),
    ]);
    expect(said[0]).toContain("Source “the harbor master”Cue “said”");
    expect(said[0]).toContain("flagged for the leadNote Is he named?second hand");
    const about = within(await card(1));
    expect(about.getByText("differ")).toBeTruthy();
    expect(about.getByText(/Suggested/).textContent).toBe("Suggested  Anonymous, .80 (described)");
    expect(within(await card(2)).getByText("no answer yet")).toBeTruthy();
  });

  it("shows a skipped claim with its reason, and what became of a suggestion", async () => {
    const skipped = { skipped: true, source_type: null, confidence: null };
    const answers = [
      makeAnswer({ ...skipped, skip_reason: "no_claim" }),
      makeAnswer({
        ...BY_BEN,
        suggestion_shown: true,
        suggestion_accepted: true,
        source_type: "wire",
      }),
    ];
    show({ [CLAIMS]: page([makeOpen({ answers })]) });

    const shown = within(await card(2));

    expect(shown.getByText(/^Skipped: /).textContent).toBe("Skipped: No claim");
    expect(shown.getByText("News wire")).toBeTruthy();
    expect(shown.getByText("suggestion accepted")).toBeTruthy();
  });

  it("marks the claims in the text, without what is left out", async () => {
    show();

    await mark(/^Claim 1, differ, flagged or noted: The ferry stays/);

    expect(await mark(/^Claim 2, no answer yet: It is old/)).toBeTruthy();
    const article = screen.getByRole("article", { name: "Article" });
    expect(article.querySelector("p")?.textContent).toBe(
      "1The ferry stays, the harbor master said. 2It is old.",
    );
    expect(article.querySelector("p")?.closest("[lang]")?.getAttribute("lang")).toBe("en");
    expect(screen.getByText("1 line left out, 1 sentence excluded")).toBeTruthy();
    expect(screen.getByText("🚢 Harbor News").lang).toBe("en");
    expect(screen.getByText("excluded: a question")).toBeTruthy();
  });

  it("leads from the text to the answers and back, and can be sent by its address", async () => {
    show();
    await card(2);

    await userEvent.click(await mark(/^Claim 2,/));
    expect(location.hash).toBe("#claim-12");
    expect(document.activeElement?.id).toBe("claim-12");

    await userEvent.click(screen.getByRole("button", { name: "Claim 1 in the text" }));
    expect(location.hash).toBe("#claim-11");
    expect(document.activeElement?.id).toBe("text-11");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(document.activeElement?.id).toBe("claim-12");
  });

  it("opens at the claim of its address, on whichever page of them it comes", async () => {
    const next = "http://x/?cursor=abc";
    show(
      {
        [CLAIMS]: page([makeSplit()], next),
        [`${CLAIMS}&cursor=abc`]: page([makeOpen()]),
      },
      "#claim-12",
    );

    await waitFor(() => expect(document.activeElement?.id).toBe("claim-12"));
    expect((await mark(/^Claim 2,/)).getAttribute("aria-current")).toBe("true");
  });

  it("opens the history of a claim in its place", async () => {
    const event = {
      client_id: "one",
      annotator: { id: 7, name: "Ana" },
      kind: "created",
      before: null,
      after: makeAnswer({ confidence: 1 }),
      at: "2026-05-04T12:00:00Z",
      group: null,
      reverts: null,
    };
    show({ "claims/11/events/": { next: null, previous: null, results: [event] } });
    const shown = within(await card(1));
    const button = shown.getByRole("button", { name: "History of claim 1" });
    expect(button.getAttribute("aria-expanded")).toBe("false");

    await userEvent.click(button);

    expect(await shown.findByText("Answered: Named, confidence 1 of 3")).toBeTruthy();
    expect(button.getAttribute("aria-expanded")).toBe("true");
    await userEvent.click(button);
    expect(shown.queryByText("Answered: Named, confidence 1 of 3")).toBeNull();
  });

  it("lists all claims, those that differ, or those with a remark, by the address", async () => {
    const agreed = {
      agree: true,
      answers: [makeAnswer(), makeAnswer({ ...BY_BEN, note: "Sure." })],
    };
    show({ [CLAIMS]: page([makeSplit(), makeOpen(agreed)]) });
    await card(1);
    expect(cards()).toEqual(["Claim 1", "Claim 2"]);

    await userEvent.click(screen.getByRole("button", { name: "Differ 1" }));
    expect(cards()).toEqual(["Claim 1"]);
    expect(location.search).toBe("?only=split");
    await userEvent.click(screen.getByRole("button", { name: "Flagged or noted 2" }));
    expect(cards()).toEqual(["Claim 1", "Claim 2"]);
    expect(location.search).toBe("?only=remarked");
    await userEvent.click(screen.getByRole("button", { name: "All 2" }));
    expect(location.search).toBe("");
  });

  it("shows the claim of its address whatever is listed", async () => {
    show({}, "?only=remarked#claim-12");

    await card(2);

    expect(cards()).toEqual(["Claim 1", "Claim 2"]);
  });

  it("leads from the text to a claim that is not listed", async () => {
    show({}, "?only=split");
    await card(1);
    expect(cards()).toEqual(["Claim 1"]);

    await userEvent.click(await mark(/^Claim 2,/));

    await waitFor(() => expect(document.activeElement?.id).toBe("claim-12"));
    expect(location.search).toBe("?only=split");
  });

  it("tells of proposals, and of claims that were replaced", async () => {
    const gone = makeOpen({
      id: 13,
      number: 3,
      replaced_at: "2026-05-05T12:00:00Z",
      quote: "Gone.",
      answers: [makeAnswer()],
    });
    show({ [CLAIMS]: page([makeSplit({ open_proposals: 1 })]), [REPLACED]: page([gone]) });

    expect(await href("A change of it is proposed")).toBe("/projects/ferries/articles/proposals");
    expect(await screen.findByText("1 claim replaced")).toBeTruthy();
    const shown = within(await screen.findByRole("article", { name: "Claim 3, replaced" }));
    expect(shown.getByText("Gone.")).toBeTruthy();
    expect(shown.queryByRole("button", { name: "Claim 3 in the text" })).toBeNull();
  });

  it("opens what was replaced if its address names it", async () => {
    const gone = makeOpen({
      id: 13,
      number: 3,
      replaced_at: "2026-05-05T12:00:00Z",
      quote: "Gone.",
    });
    show({ [REPLACED]: page([gone]) }, "#claim-13");

    await waitFor(() => expect(document.activeElement?.id).toBe("claim-13"));
    expect(screen.getByText("1 claim replaced").closest("details")?.open).toBe(true);
  });

  it("says so where nobody has answered, and where nothing is left of a filter", async () => {
    show({ [CLAIMS]: page([makeOpen()]) });
    expect(await screen.findByText(/^Nobody has answered yet/)).toBeTruthy();
    cleanup();

    show({ [CLAIMS]: page([makeOpen({ answers: [makeAnswer()] })]) }, "?only=split");
    expect(await screen.findByText("Nobody differs on a claim of this article.")).toBeTruthy();
  });
});
