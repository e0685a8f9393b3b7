import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Article } from "@/api/types";
import { LiveRegion } from "./LiveRegion";
import { parts } from "./panelParts";
import { type Action, update } from "./session";
import { articleOf, claimOf, EMPTY, type Session } from "./state";
import { makeArticle, makeProject } from "./testing";

const ARTICLE = makeArticle({ id: 1, claims: 3 });
const TURKISH: Article = { ...ARTICLE, language: "tr" };

/** Show the region to somebody who acts; give what it says after each act. */
function listen(shown = ARTICLE) {
  let session: Session = EMPTY;
  const region = () => {
    const [article, claim] = [articleOf(session) ?? shown, claimOf(session)];
    if (!claim) throw new Error("There is no claim.");
    return <LiveRegion project={makeProject()} {...{ session, article, claim }} />;
  };
  const apply = (action: Action) => {
    session = update(session, action, () => 0).session;
  };
  apply({ type: "articles", articles: [shown], unsent: [] });
  const { rerender } = render(region());
  return (...actions: Action[]) => {
    for (const action of actions) apply(action);
    rerender(region());
    return screen.getByRole("status").textContent;
  };
}

describe("The live region", () => {
  beforeAll(async () => {
    vi.stubGlobal("fetch", async () => Response.json({}));
    await parts.spokenOutcome.load();
    vi.unstubAllGlobals();
  });
  afterEach(cleanup);

  it("says once what was done, not again with what comes after it", () => {
    const does = listen();
    const answer = { type: "confidence", value: 3 } as const;
    const said = does({ type: "source", key: "named" }, answer);
    expect(said).toMatch(/^Claim 1: Named source, confidence 3. Claim 2 of 3, not answered\. /);

    expect(does({ type: "toggle", claim: 102 })).not.toContain("Claim 1");
    expect(does({ type: "source", key: "named" })).toBe("How sure are you?");
    expect(does({ type: "back" })).not.toContain("Claim 1");
  });

  it("reads a claim when it comes, and not again with what is done to it", () => {
    const does = listen();
    expect(does()).toBe("Claim 1 of 3, not answered. Claim 1 of article 1.");

    expect(does({ type: "toggle", claim: 101 })).not.toContain("of article");
    expect(does({ type: "go", to: 2 })).toContain("Claim 3 of article 1.");
    does({ type: "source", key: "named" });
    expect(does({ type: "back" })).not.toContain("of article");
  });

  it("says what was done between the two steps, too", () => {
    const does = listen();
    does({ type: "source", key: "named" });

    expect(does({ type: "flag" })).toMatch(/^Claim 1: flagged .+ How sure are you\?$/);
    expect(does({ type: "flag" })).toMatch(/^Claim 1: flag taken off/);
  });

  it("reads the words of an article in its language, within one announcement", () => {
    const does = listen(TURKISH);
    const quoted = () =>
      [...screen.getByRole("status").querySelectorAll("*")].map((one) => [
        one.getAttribute("lang"),
        one.getAttribute("dir"),
        one.textContent,
      ]);
    expect(quoted()).toEqual([["tr", "ltr", "Claim 1 of article 1."]]);

    expect(does({ type: "source", key: "named" })).toBe("How sure are you?");
    expect(quoted()).toEqual([]);

    const words = { type: "span", span: { start: 0, end: 7 } } as const;
    const said = does({ type: "back" }, { type: "adjust", part: "cue" }, words);
    expect(said).toBe("Cue: “Claim 1”.");
    expect(quoted()).toEqual([["tr", "ltr", "Claim 1"]]);
  });
});
