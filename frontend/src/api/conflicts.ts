import { queryOptions } from "@tanstack/react-query";
import type { Entry } from "@/lib/outbox";
import { uuid } from "@/lib/uuid";
import { ApiError, api, call } from "./client";
import {
  type AnswerOutbox,
  type AnswerState,
  answerFrom,
  isConflict,
  type RefusedSave,
  type Save,
} from "./saves";
import type { Annotation } from "./types";

/** One claim answered in two places: what was said here, and what the server has now. */
export type Conflict = {
  /** What was said here since, the last of it in force. */
  readonly saves: readonly RefusedSave[];
  readonly mine: RefusedSave;
  readonly current: Annotation | null;
};

export function conflictsIn(refused: readonly RefusedSave[]): Conflict[] {
  const byClaim = new Map<number, RefusedSave[]>();
  for (const refusal of refused.filter(isConflict)) {
    const { claim } = refusal.payload;
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), refusal]);
  }
  return [...byClaim.values()].flatMap((saves) => {
    const mine = saves.at(-1);
    return mine ? [{ saves, mine, current: mine.current }] : [];
  });
}

/** Save what was said here over what the server has. */
export function keepMine(outbox: AnswerOutbox, conflict: Conflict): void {
  outbox.requeue(mineAgain(outbox.getState(), conflict, null));
}

/**
 * Let stand what the server has, and give the save that says so.
 *
 * Mine is saved first and then taken back: the history holds both, and undo brings mine again.
 */
export function takeTheirs(outbox: AnswerOutbox, conflict: Conflict): Entry<Save> {
  const group = uuid();
  const mine = mineAgain(outbox.getState(), conflict, group);
  outbox.requeue(mine);
  const last = mine.at(-1) ?? conflict.mine;
  const answer = conflict.current && answerFrom(conflict.current);
  const at = Date.now();
  return outbox.add({ ...last.payload, answer, replaces: last.id, reverts: last.id, group, at });
}

/** Link what was said of the claim here, also what waits still, behind what the server has. */
function mineAgain(
  { pending }: Pick<AnswerState, "pending">,
  { saves, mine, current }: Conflict,
  group: string | null,
): Entry<Save>[] {
  const waiting = pending.filter(({ payload }) => payload.claim === mine.payload.claim);
  let replaces = current?.client_id ?? null;
  return [...saves, ...waiting].map(({ id, payload }) => {
    const linked = { ...payload, replaces, group: group ?? payload.group, at: Date.now() };
    replaces = id;
    return { id, payload: linked };
  });
}

/**
 * Ask what the server has of one's own for the claim of a save; null where there is none to be had.
 *
 * @throws ApiError if the server does not say
 */
export async function fetchAnnotation({ claim, article }: Save): Promise<Annotation | null> {
  try {
    const { claims } = await fetchArticle(article);
    return claims.find(({ id }) => id === claim)?.annotation ?? null;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null;
    throw error;
  }
}

/** The article whose words the spans of an answer are. */
export const articleOfAnswer = (id: number) =>
  queryOptions({ queryKey: ["articles", id, "text"], queryFn: () => fetchArticle(id) });

const fetchArticle = (id: number) =>
  call(api.GET("/api/v1/articles/{article_id}/", { params: { path: { article_id: id } } }));
