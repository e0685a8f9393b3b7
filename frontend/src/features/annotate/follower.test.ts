import { describe, expect, it } from "vitest";
import type { AnswerOutbox, Save } from "@/api/answers";
import { conflictsIn, keepMine } from "@/api/conflicts";
import { makeAnnotation } from "@/api/testing";
import type { Annotation } from "@/api/types";
import { MemoryStore, Outbox, type Refusal } from "@/lib/outbox";
import { Follower } from "./follower";
import { A, arrive, play } from "./playing";
import type { Action } from "./session";
import { makeSave, named } from "./testing";

const THEIRS = makeAnnotation({ claim: 101, client_id: "theirs", confidence: 1 });

describe("Whoever follows the outbox", () => {
  it("keeps to an answer that waits behind those of a settled conflict", async () => {
    const { outbox, session, send } = await follow(
      refusal("mine", { claim: 101, answer: named(2) }),
    );
    send(makeSave({ claim: 102, answer: named(1) }));
    const [waiting] = send(makeSave({ claim: 101, answer: named(3), replaces: "mine" }));
    const [conflict] = conflictsIn(outbox.getState().refused);
    if (!conflict || !waiting) throw new Error("no conflict");

    keepMine(outbox, conflict);

    expect(session().answers.get(101)).toEqual(named(3));
    expect(session().heads.get(101)).toBe(waiting.id);
    const { saves } = play([{ type: "undo" }, { type: "undo" }], session());
    expect(saves).toMatchObject([
      { claim: 101, answer: { confidence: 2 }, reverts: waiting.id, replaces: waiting.id },
      { claim: 101, answer: { confidence: 1 }, reverts: "mine" },
    ]);
  });
});

function refusal(id: string, save: Parameters<typeof makeSave>[0]): Refusal<Save, Annotation> {
  const payload = makeSave(save);
  return { id, payload, reason: "", code: "changed_elsewhere", current: THEIRS };
}

/** A session that follows an outbox which holds `refused` and cannot send. */
async function follow(refused: Refusal<Save, Annotation>) {
  const store = new MemoryStore<Save, Annotation>();
  await store.write([{ add: [refused] }, { refuse: [refused] }]);
  const outbox: AnswerOutbox = new Outbox<Save, Annotation>({
    store,
    send: () => Promise.reject(new Error("cut")),
    judge: () => ({ kind: "again" }),
  });
  await outbox.ready;
  let { session } = play([arrive(A)]);
  const dispatch = (action: Action) => {
    session = play([action], session).session;
  };
  const follower = new Follower(outbox, dispatch);
  follower.begin();
  const send = (save: Save) => {
    const entries = follower.send([save]);
    dispatch({ type: "elsewhere", made: entries.map((entry) => ({ entry, before: undefined })) });
    return entries;
  };
  return { outbox, send, session: () => session };
}
