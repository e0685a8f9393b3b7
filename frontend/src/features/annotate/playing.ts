import type { Save } from "@/api/answers";
import type { Entry } from "@/lib/outbox";
import { pastWith } from "./history";
import { type Action, update } from "./session";
import type { PastEvent } from "./stacks";
import { EMPTY, type Session } from "./state";
import { makeArticle } from "./testing";
import { noteSent } from "./undoing";

/** For tests: what a store does with actions, without a store. */

export const SECONDS = 3;

let made = 0;

/** Apply actions; give the session with every save asked for, each with the id it was sent under. */
export function play(actions: readonly Action[], from: Session = EMPTY) {
  let session = from;
  const saves: Save[] = [];
  const entries: Entry<Save>[] = [];
  for (const action of actions) {
    const next = update(session, action, () => SECONDS);
    const group = next.saves.length > 1 ? `group-${++made}` : null;
    const sent = next.saves.map((save): Entry<Save> => {
      const payload = { ...save, group, at: 0 };
      return { id: `save-${++made}`, payload };
    });
    session = noteSent(session, next.session, sent);
    entries.push(...sent);
    saves.push(...sent.map(({ payload }) => payload));
  }
  return { session, saves, entries };
}

export const arrive = (...articles: ReturnType<typeof makeArticle>[]): Action => ({
  type: "articles",
  articles,
  unsent: [],
});
/** Take in what the server has of this person's changes, and what waits to be sent. */
export function recall(
  session: Session,
  events: readonly PastEvent[],
  unsent: readonly Entry<Save>[] = [],
): Session {
  const past = pastWith(session, events, unsent);
  return play([{ type: "past", past }], session).session;
}

export const source = (key: string): Action => ({ type: "source", key });
export const sure = (value: number): Action => ({ type: "confidence", value });
export const answer = (key: string, value: number): Action[] => [source(key), sure(value)];
export const skip = (reason = ""): Action[] => [{ type: "open_skip" }, { type: "skip", reason }];
export const toggle = (claim: number): Action => ({ type: "toggle", claim });

export const A = makeArticle({ id: 1, claims: 3 });
export const B = makeArticle({ id: 2, claims: 2 });
