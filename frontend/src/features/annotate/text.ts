import type { Article } from "@/api/types";
import { layOut, type Paragraph } from "@/lib/layout";
import { CodePoints } from "@/lib/offsets";

/** What is worked out once an article. */
export type ArticleText = {
  readonly points: CodePoints;
  readonly paragraphs: readonly Paragraph[];
};

const known = new WeakMap<Article["claims"], ArticleText>();

export function textOf(article: Article): ArticleText {
  // By its claims: an article is another object once something is proposed for it.
  const found = known.get(article.claims);
  if (found) return found;
  const points = new CodePoints(article.text);
  const made = { points, paragraphs: layOut(article.text, article, points) };
  known.set(article.claims, made);
  return made;
}
