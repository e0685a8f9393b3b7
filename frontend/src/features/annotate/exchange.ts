import type { RefusedSave, Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import type { Article } from "@/api/types";
import { uuid } from "@/lib/uuid";
import { type Asked, countOpen, type Session } from "./state";

/** This article and the next. */
const AT_ONCE = 2;
/** The server gives no more at once. */
const MOST = 5;

/** Give how many articles to ask for: some, done here, the server gives as long as it lacks an answer. */
export function howMany(session: Session, refused: readonly RefusedSave[]): number {
  const lacking = new Set(refused.map(({ payload }) => payload.article));
  const done = session.articles.filter(
    (article) => lacking.has(article.id) && countOpen(session, article) === 0,
  );
  return Math.min(AT_ONCE + done.length, MOST);
}

/** Complete saves that were asked for by one act, under a revision of the guidelines. */
export function inOneGroup(saves: readonly Asked[], revision: number): Save[] {
  const group = saves.length > 1 ? uuid() : null;
  const at = Date.now();
  return saves.map((save) => ({ ...save, group, at, revision }));
}

/** Fetch articles; those that cannot be had are left out. */
export async function fetchThose(
  ids: readonly number[],
  fetchArticle: (id: number) => Promise<Article>,
): Promise<readonly Article[]> {
  const found = ids.map(async (id) => {
    try {
      return [await fetchArticle(id)];
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return [];
    }
  });
  return (await Promise.all(found)).flat();
}
