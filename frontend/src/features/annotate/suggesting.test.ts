import { describe, expect, it } from "vitest";
import { answer, arrive, play, skip, sure, toggle } from "./playing";
import { ruleWords } from "./rules";
import type { Action } from "./session";
import { claimOf, spansOf } from "./state";
import { makeArticle, makeSuggestion } from "./testing";

const shown = makeArticle({
  id: 1,
  claims: 3,
  suggested: { 0: makeSuggestion(0.9), 1: makeSuggestion(0.9) },
});
const hidden = { ...shown, shows_suggestions: false };
const accept: Action = { type: "accept" };
const given = (article: typeof shown, ...actions: Action[]) =>
  play([arrive(article), ...actions]).saves.map(({ answer }) => answer);

describe("A suggestion", () => {
  it("is accepted with its words, and the confidence is asked for", () => {
    const { session } = play([arrive(shown), accept]);
    expect(session).toMatchObject({ step: "confidence", choice: "named" });

    expect(play([sure(2)], session).saves[0]?.answer).toMatchObject({
      source_type: "named",
      confidence: 2,
      source: { start: 0, end: 5 },
      cue: { start: 6, end: 7 },
      suggestion_shown: true,
      suggestion_accepted: true,
    });
  });

  it("is never taken silently, though the answer be the same", () => {
    expect(given(shown, ...answer("named", 3))[0]).toMatchObject({
      source: null,
      cue: null,
      suggestion_shown: true,
      suggestion_accepted: false,
    });
  });

  it("is not accepted any more once another type is chosen", () => {
    const changed = given(shown, accept, ...answer("anonymous", 1))[0];
    expect(changed).toMatchObject({ suggestion_accepted: false, source: null });

    const later = given(shown, accept, sure(3), { type: "go", to: 0 }, ...answer("anonymous", 1));
    expect(later[1]).toMatchObject({ suggestion_accepted: false });
    const same = given(shown, accept, sure(3), { type: "go", to: 0 }, ...answer("named", 1));
    expect(same[1]).toMatchObject({ suggestion_accepted: true });
  });

  it("was not accepted where the claim is skipped", () => {
    expect(given(shown, ...skip())[0]).toMatchObject({
      suggestion_shown: true,
      suggestion_accepted: false,
    });
  });

  it("is neither shown nor accepted where the article hides it", () => {
    const { session, saves } = play([arrive(hidden), accept, ...answer("named", 3)]);

    expect(session.seen.size).toBe(0);
    expect(saves[0]?.answer).toMatchObject({ suggestion_shown: false, suggestion_accepted: null });
  });

  it("was not shown where there is none", () => {
    const third = given(shown, { type: "go", to: 2 }, accept, ...answer("named", 3))[0];

    expect(third).toMatchObject({ suggestion_shown: false, suggestion_accepted: null });
  });

  it("was not shown of a claim that was answered with others and never looked at", () => {
    const all = given(shown, toggle(101), toggle(102), ...answer("named", 3));

    expect(all.map((one) => one?.suggestion_shown)).toEqual([true, false]);
  });

  it("leaves words alone that were marked by hand", () => {
    const span = { start: 2, end: 3 };
    const mark: Action[] = [
      { type: "adjust", part: "source" },
      { type: "span", span },
      { type: "keep_spans" },
    ];

    expect(given(shown, ...mark, accept, sure(2))[0]).toMatchObject({
      source: span,
      cue: { start: 6, end: 7 },
    });
  });

  it("has its words underlined until there are others", () => {
    const { session } = play([arrive(shown)]);
    const claim = claimOf(session);
    if (!claim) throw new Error("no claim");

    expect(spansOf(session, claim).source).toEqual({ start: 0, end: 5 });
    const answered = play(answer("named", 3), session).session;
    expect(spansOf(answered, claim).source).toBeNull();
  });
});

describe("A rule", () => {
  it("is said in a sentence", () => {
    expect(ruleWords("spokesperson, named")).toBe("A spokesperson says it, by name.");
    expect(ruleWords("goes on speaking: named")).toBe(
      "The source goes on. The person who says it is named.",
    );
    expect(ruleWords("“he”: named")).toContain("“he”");
    expect(ruleWords("something new")).toBe("Rule: something new.");
  });
});
