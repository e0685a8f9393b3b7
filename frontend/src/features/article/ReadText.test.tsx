import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { CodePoints } from "@/lib/offsets";
import { inEitherOrder } from "@/parts/claims/cascadeTesting";
import { ReadText } from "./ReadText";
import { makeArticle } from "./testing";

describe("A claim in the text of an article", () => {
  afterEach(() => {
    cleanup();
    document.documentElement.removeAttribute("style");
  });

  it("is underlined throughout where answers differ, wherever one was before", () => {
    const article = makeArticle();
    const [claim] = article.claims;
    const split = { state: "split", colors: [], isRemarked: false, words: "" } as const;
    render(
      <ReadText
        article={article}
        points={new CodePoints(article.text)}
        standings={new Map(claim && [[claim.id, split]])}
        chosen={null}
        onGo={() => undefined}
      />,
    );
    document.documentElement.style.setProperty("--line-strong", "gray");
    const words = [...document.querySelectorAll("[data-claim] > span:last-child")];

    const seen = inEitherOrder("features/article/ReadText", () =>
      words.map((one) => {
        const { borderBottomStyle, borderBottomColor } = getComputedStyle(one);
        return `${borderBottomStyle} ${borderBottomColor}`;
      }),
    );

    for (const [differs, open] of seen) {
      expect(differs).toBe("solid gray");
      expect(open).toBe("dotted gray");
    }
  });
});
