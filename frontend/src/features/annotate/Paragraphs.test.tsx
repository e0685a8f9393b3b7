import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { layOut } from "@/lib/layout";
import { inEitherOrder } from "@/parts/claims/cascadeTesting";
import { Paragraphs } from "./Paragraphs";
import { makeArticle } from "./testing";

describe("The claim in view", () => {
  afterEach(cleanup);

  it("is as high as it is, wherever one was before", () => {
    const article = makeArticle({ id: 1, claims: 2 });
    const paragraphs = layOut(article.text, article);
    render(
      <Paragraphs paragraphs={paragraphs} marks={[]} current={0} words={[]} adjusting={null} />,
    );
    const claims = [...document.querySelectorAll("[data-claim]")];

    const seen = inEitherOrder("features/annotate/ArticleView", () =>
      claims.map((one) => getComputedStyle(one).paddingBottom),
    );

    expect(seen).toEqual([
      ["2px", "4px"],
      ["2px", "4px"],
    ]);
  });
});
