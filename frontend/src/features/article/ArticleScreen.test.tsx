import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ARTICLE,
  BOTH,
  CLAIMS,
  card,
  cards,
  href,
  page,
  prepare,
  show,
  tidy,
} from "./screenTesting";
import { makeAnswer, makeArticle, makeOpen } from "./testing";

describe("The page of an article", () => {
  beforeEach(prepare);
  afterEach(tidy);

  it("leads to the articles beside it, within those that are listed", async () => {
    show();
    expect(await href("Next article: The night bus")).toBe("/projects/ferries/articles/3");
    expect(screen.queryByRole("link", { name: /^Previous article/ })).toBeNull();
    expect(await href("All articles")).toBe("/projects/ferries/articles");
    cleanup();

    show({}, "?only=remarked");
    const before = "/projects/ferries/articles/9?only=remarked";
    expect(await href("Previous article: Untitled")).toBe(before);
    expect(await href("All articles")).toBe("/projects/ferries/articles?only=remarked");
  });

  it("keeps the answers of others from a lead who has not finished, until asked", async () => {
    const assignment = { state: "open" as const, lease_until: "2026-05-05T12:00:00Z", answered: 1 };
    const { asked } = show({ [ARTICLE]: makeArticle({ assignment }) });
    const button = await screen.findByRole("button", { name: "Show them now" });
    expect(cards()).toEqual([]);
    expect(asked).not.toContain(CLAIMS);

    await userEvent.click(button);

    await card(1);
    expect(asked).toContain(CLAIMS);
  });

  it("names people to viewers by their codes, without history and proposals", async () => {
    const answers = [makeAnswer({ annotator: { code: "a1", id: null, name: null } })];
    show({ [CLAIMS]: page([makeOpen({ answers, open_proposals: 2 })]) }, "", "viewer");

    const shown = within(await card(2));

    expect(shown.getByText("Annotator a1")).toBeTruthy();
    expect(shown.getByText("2 changes of it are proposed").closest("a")).toBeNull();
    expect(shown.queryByRole("button", { name: /^History/ })).toBeNull();
  });

  it("asks for nothing that annotators may not see, and leads them to their work", async () => {
    const { asked } = show({}, "", "annotator");

    expect(await href("Annotate")).toBe("/projects/ferries/annotate");
    expect(asked).toEqual([]);
  });

  it.each([
    ["that is not there", { [ARTICLE]: 404 }],
    ["of another project", { [ARTICLE]: makeArticle({ project: "buses" }) }],
  ])("of an article %s is not found", async (_, answers) => {
    show(answers);

    expect(await screen.findByText("There is no such article")).toBeTruthy();
  });

  it("can be asked for again after it, or its answers, could not be loaded", async () => {
    const { answers } = show({ [ARTICLE]: 503, [CLAIMS]: 503 });
    await screen.findByText("The article could not be loaded.");

    answers[ARTICLE] = makeArticle();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("The answers could not be loaded.");

    answers[CLAIMS] = BOTH;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await card(1)).toBeTruthy();
  });
});
