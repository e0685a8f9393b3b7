import { queryOptions } from "@tanstack/react-query";
import { CodePoints } from "@/lib/offsets";
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
import type { Annotation, Article, Claim } from "./types";

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
  const { current } = conflict;
  const answer = current && answerFrom(current);
  const revision = current?.guideline_revision;
  const { id: reverts, payload } = last;
  const at = Date.now();
  return outbox.add({ ...payload, answer, replaces: madeBy(last), reverts, group, at, revision });
}

/** Link what was said of the claim here, also what waits still, behind what the server has. */
function mineAgain(
  { pending }: Pick<AnswerState, "pending">,
  { saves, mine, current }: Conflict,
  group: string | null,
): Entry<Save>[] {
  const waiting = pending.filter(({ payload }) => payload.claim === mine.payload.claim);
  let replaces = current?.client_id ?? null;
  return [...saves, ...waiting].map((save) => {
    const { id, payload } = save;
    const linked = { ...payload, replaces, group: group ?? payload.group, at: Date.now() };
    replaces = madeBy(save);
    return { id, payload: linked };
  });
}

/** Give what the next save replaces: an answer taken back leaves nothing. */
const madeBy = ({ id, payload }: Entry<Save>): string | null => payload.answer && id;

/** Give up a refused save: what was to replace it replaces what it would have replaced. */
export function giveUp(outbox: AnswerOutbox, { id, payload: { replaces } }: RefusedSave): void {
  const { pending, refused } = outbox.getState();
  const after = [...pending, ...refused].filter(({ payload }) => payload.replaces === id);
  outbox.amend(after.map((one) => ({ id: one.id, payload: { ...one.payload, replaces } })));
  void outbox.dismiss(id);
}

/** What the server would refuse each time, in whatever state the project is. */
const FOR_GOOD = new Set([
  "claim_replaced",
  "client_id_reused",
  "incomplete_answer",
  "invalid",
  "no_suggestion",
  "outside_scale",
  "span_outside",
  "too_large",
  "unknown_revision",
  "unknown_source_type",
]);

export const isForGood = ({ code }: RefusedSave): boolean => FOR_GOOD.has(code);

/** Tell whether a refused save was for a claim that a lead has replaced or excluded since. */
export const isReplaced = ({ code }: RefusedSave): boolean => code === "claim_replaced";

/** Give the claims that stand where a replaced claim stood; none where that was excluded. */
export function successorsOf({ claim, quote }: Save, { text, claims }: Article): readonly Claim[] {
  const points = new CodePoints(text);
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ start: points.toPoints(at), end: points.toPoints(at + quote.length) });
  }
  // What takes a claim's place is newer; the same words may stand elsewhere in the article.
  const newer = claims.filter(({ id }) => id > claim);
  return newer.filter((one) => places.some(({ start, end }) => one.start < end && start < one.end));
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

/** The article of an answer, whose words its spans are. */
export const articleOfAnswer = (id: number) =>
  queryOptions({ queryKey: ["articles", id, "text"], queryFn: () => fetchArticle(id) });

const fetchArticle = (id: number) =>
  call(api.GET("/api/v1/articles/{article_id}/", { params: { path: { article_id: id } } }));
