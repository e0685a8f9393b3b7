import type { Entry, Result, Verdict } from "@/lib/outbox";
import { ApiError, api, call } from "./client";
import { explained } from "./errors";
import { isConflict, type RefusedSave, type Save } from "./saves";
import type { Annotation } from "./types";

/** How long a batch may take, in ms, before it is tried again; a repeat is harmless. */
const PATIENCE = 15_000;
/** What a request that outlives its page may hold, in bytes, a reserve left. */
const KEEPALIVE_MOST = 60_000;
/** The refusals of a batch that a single save in it may have caused. */
const CAUSED_BY_ONE = new Set([400, 413, 422]);
/** What was taken back since had been saved before: the first answer to it was lost. */
const TAKEN_BACK = "answer_withdrawn";

/** Send saves in order; `refused` are those that the server would not take before. */
export async function sendSaves(
  batch: readonly Entry<Save>[],
  refused: readonly RefusedSave[],
): Promise<readonly Result<Annotation>[]> {
  const past = goingPast(refused);
  const body = { saves: batch.map((entry) => asSent(entry, past)) };
  const keepalive = new Blob([JSON.stringify(body)]).size < KEEPALIVE_MOST;
  const signal = AbortSignal.timeout(PATIENCE);
  const request = api.POST("/api/v1/annotations/batch/", { body, keepalive, signal });
  const { results } = await call(request);
  return results.map(({ client_id: id, code, detail, current }) =>
    code === "" || code === TAKEN_BACK
      ? { id, kind: "taken" }
      : { id, kind: "refused", code, reason: explained(code, detail), current },
  );
}

/** Why the answers of one user are not sent from the page of another. */
export const notTheirs = () => new ApiError({ status: 401, code: "other_user", detail: "" });

export function judge(error: unknown): Verdict {
  if (!(error instanceof ApiError)) return { kind: "again" };
  if (error.isSignedOut) return { kind: "signed_out" };
  const { status, code, message: reason } = error;
  if (CAUSED_BY_ONE.has(status)) return { kind: "refused", reason, code };
  return { kind: "again", afterSeconds: error.retryAfter };
}

/** Let saves replace what a refused one would have replaced: that has not come to be. */
function goingPast(refused: readonly RefusedSave[]) {
  const instead = new Map<string | null, string | null>();
  const past = (id: string | null) => (instead.has(id) ? (instead.get(id) ?? null) : id);
  for (const one of refused) if (!isConflict(one)) instead.set(one.id, past(one.payload.replaces));
  return past;
}

function asSent({ id, payload }: Entry<Save>, past: ReturnType<typeof goingPast>) {
  const { claim, replaces, group, reverts, revision } = payload;
  const under = revision && { guideline_revision: revision };
  const answer = payload.answer && {
    ...payload.answer,
    flags: [...payload.answer.flags],
    ...under,
  };
  return { client_id: id, claim, replaces: past(replaces), group, reverts, answer };
}
