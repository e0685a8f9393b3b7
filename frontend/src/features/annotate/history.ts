import { type Answer, answerFrom, type Save } from "@/api/answers";
import { api, call } from "@/api/client";
import type { OwnEvent } from "@/api/types";
import type { Entry } from "@/lib/outbox";
import type { PastEvent } from "./stacks";
import { findClaim, type Session } from "./state";
import { eventOf } from "./undoing";

/** So many of the last changes can be undone after a reload. */
const REMEMBERED = 100;

/** How long the server may take, in ms, before it is taken not to be there. */
const PATIENCE = 20_000;

/** Give this person's last changes in a project, the oldest first. */
export async function fetchHistory(slug: string): Promise<PastEvent[]> {
  const params = { path: { slug }, query: { page_size: REMEMBERED } };
  const signal = AbortSignal.timeout(PATIENCE);
  const { results } = await call(api.GET("/api/v1/projects/{slug}/history/", { params, signal }));
  return results.map(pastEvent).reverse();
}

function pastEvent(event: OwnEvent): PastEvent {
  const { client_id, claim, article, group, reverts, before, after } = event;
  const change = { kind: "answer", before: said(before), after: said(after) } as const;
  return { ...change, id: client_id, claim, article, group, reverts };
}

function said(given: OwnEvent["after"]): Answer | null {
  if (given === null) return null;
  const { guideline_revision: _, ...answer } = given;
  return answer;
}

/** Put what the server has of this person's changes, the oldest first, before our own. */
export function pastWith(
  session: Session,
  events: readonly PastEvent[],
  unsent: readonly Entry<Save>[],
): readonly PastEvent[] {
  const known = new Set(events.map(({ id }) => id));
  for (const { id } of session.past) known.add(id);
  const waiting = unsent.filter(({ id }) => !known.has(id));
  const ours = session.past.filter(({ id }) => !events.some((event) => event.id === id));
  return [...events, ...waitingEvents(session, events, waiting), ...ours];
}

/** Give the events that unsent saves will be, back to the last of which it is not known what it changes. */
function waitingEvents(
  session: Session,
  events: readonly PastEvent[],
  entries: readonly Entry<Save>[],
): PastEvent[] {
  const last = new Map<number, Answer | null>();
  for (const event of events) if (event.kind === "answer") last.set(event.claim, event.after);
  const made: PastEvent[] = [];
  for (const entry of entries) {
    const { claim, answer, replaces } = entry.payload;
    const given = findClaim(session, claim)?.claim.annotation;
    // An article that was kept may be older than what was saved since.
    const isThat = given !== undefined && (given?.client_id ?? null) === replaces;
    if (last.has(claim)) made.push(eventOf(entry, last.get(claim) ?? null));
    else if (isThat) made.push(eventOf(entry, given && answerFrom(given)));
    else made.length = 0;
    last.set(claim, answer);
  }
  return made;
}
