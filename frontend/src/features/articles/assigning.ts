import { api, call } from "@/api/client";
import type { Assigned } from "@/api/types";

/** So many articles may be given in one request. */
const AT_ONCE = 100;

/** Give articles to somebody by name; what was done before a failure is told with it. */
export async function assignByName(
  slug: string,
  annotator: number,
  articles: readonly number[],
): Promise<Assigned & { failure: unknown }> {
  const done: Assigned & { failure: unknown } = { assigned: [], refused: [], failure: null };
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    try {
      const some = await call(
        api.POST("/api/v1/projects/{slug}/assignments/", {
          params: { path: { slug } },
          body: { annotator, articles: articles.slice(from, from + AT_ONCE) },
        }),
      );
      done.assigned.push(...some.assigned);
      done.refused.push(...some.refused);
    } catch (failure) {
      if (from === 0) throw failure;
      return { ...done, failure };
    }
  }
  return done;
}

export async function withdrawAssignment(slug: string, id: number): Promise<void> {
  await call(
    api.DELETE("/api/v1/projects/{slug}/assignments/{assignment_id}/", {
      params: { path: { slug, assignment_id: id } },
    }),
  );
}
