import { describe, expect, it } from "vitest";
import { A, answer, arrive, play, SECONDS, skip, toggle } from "./playing";
import type { Action } from "./session";
import { claimOf } from "./state";

const down: Action = { type: "extend", by: 1 };
const up: Action = { type: "extend", by: -1 };
const selected = (...actions: Action[]) => [...play([arrive(A), ...actions]).session.selection];

describe("Selecting claims", () => {
  it("adds one and takes it out again", () => {
    expect(selected(toggle(101), toggle(103))).toEqual([101, 103]);
    expect(selected(toggle(101), toggle(101))).toEqual([]);
  });

  it("goes on with the arrows, and back", () => {
    expect(selected(down, down)).toEqual([101, 102, 103]);
    expect(selected(down, down, up)).toEqual([101, 102]);
  });

  it("ends with Escape, with another article, and with the article", () => {
    expect(selected(down, { type: "back" })).toEqual([]);
    expect(selected(down, { type: "open", article: 0 })).toEqual([]);
    expect(selected(down, down, ...answer("named", 3), toggle(101))).toEqual([]);
  });

  it("gives one answer to all, as one act, that shares the time", () => {
    const { session, saves } = play([arrive(A), toggle(101), toggle(103), ...answer("named", 3)]);

    expect(saves.map(({ claim, group }) => [claim, group])).toEqual([
      [101, saves[0]?.group],
      [103, saves[0]?.group],
    ]);
    expect(saves[0]?.group).not.toBeNull();
    expect(saves.map((save) => save.answer?.seconds)).toEqual([SECONDS, SECONDS]);
    expect(session.selection.size).toBe(0);
    expect(claimOf(session)?.id).toBe(102);
    expect(session.outcome).toMatchObject({ kind: "answered", count: 2 });
  });

  it("keeps what belongs to each claim alone", () => {
    const { saves } = play([arrive(A), { type: "flag" }, down, ...skip("no_claim")]);

    expect(saves.map((save) => save.answer?.flags)).toEqual([["flagged"], []]);
    expect(saves.every((save) => save.answer?.skip_reason === "no_claim")).toBe(true);
  });

  it("is undone and redone in one go", () => {
    const { session, saves } = play([arrive(A), down, ...answer("named", 3), { type: "undo" }]);

    expect(saves.slice(2).map(({ claim, answer }) => [claim, answer])).toEqual([
      [101, null],
      [102, null],
    ]);
    expect(saves[2]?.group).toBe(saves[3]?.group);
    expect(claimOf(session)?.id).toBe(101);
    expect(session.outcome).toMatchObject({ kind: "undone", count: 2 });

    const again = play([{ type: "redo" }], session);
    expect([...again.session.answers.keys()]).toEqual([101, 102]);
  });

  it("saves one alone without a group", () => {
    const { saves } = play([arrive(A), toggle(102), ...answer("named", 1)]);

    expect(saves).toMatchObject([{ claim: 102, group: null }]);
  });
});
