import { describe, expect, it } from "vitest";
import { type Action, correct } from "./corrections";
import { type Corrections, isUnread } from "./cut";
import { OWN_REASON } from "./lines";
import { keyOf } from "./spans";
import {
  begun,
  CAPTAINS,
  FERRY,
  left,
  makePreview,
  proposed,
  QUESTION,
  quotes,
  spanOf,
  WAIT,
} from "./testing";

function correctAll(state: Corrections, ...actions: Action[]): Corrections {
  return actions.reduce(correct, state);
}

describe("A line", () => {
  it("that is restored is read by the server, and its claims are found", () => {
    const restored = correctAll(begun(), { type: "restore", line: left("Share this", "share") });
    const claims = [...makePreview().claims, proposed("Share this", { rule: "an appeal" })];
    const preview = makePreview({ dropped: [left("🚢 Harbor News", "navigation")], claims });

    const state = correctAll(restored, { type: "read", of: restored.cut, preview });

    expect(restored.cut.unread).toEqual([spanOf("Share this")]);
    expect(quotes(state)).toEqual([FERRY, WAIT, "Share this", CAPTAINS, `(${QUESTION})`]);
    expect(isUnread(state)).toBe(false);
    expect(correctAll(state, { type: "undo" }).cut).toEqual(begun().cut);
  });

  it("that is restored leaves what was corrected alone", () => {
    const state = correctAll(
      begun(),
      { type: "merge" },
      { type: "restore", line: left("Share this", "share") },
    );

    const read = correctAll(state, { type: "read", of: state.cut, preview: makePreview() });

    expect(quotes(read)[0]).toBe(`${FERRY} ${WAIT}`);
    expect(isUnread(read)).toBe(true);
  });

  it("that is left out takes its claims with it, and comes back with its own reason", () => {
    const line = { start: spanOf(CAPTAINS).start, end: spanOf(QUESTION).end };
    const own = correctAll(begun(), { type: "leave_out", lines: [line] });
    const known = correctAll(
      begun(),
      { type: "restore", line: left("Share this", "share") },
      { type: "leave_out", lines: [spanOf("Share this")] },
    );

    expect(quotes(own)).toEqual([FERRY, WAIT]);
    expect(own.cut.dropped.at(-1)).toEqual({ ...line, reason: OWN_REASON });
    expect(known.cut.dropped).toEqual(begun().cut.dropped);
    expect(known.cut.unread).toEqual([]);
  });
});

describe("What the server finds", () => {
  it("is taken for the claims it is of, and never changes a span or an exclusion", () => {
    const state = correctAll(begun(), { type: "toggle_excluded" });
    const claims = [proposed(FERRY, { score: 0.5 }), proposed("Who pays")];

    const read = correctAll(state, {
      type: "read",
      of: state.cut,
      preview: makePreview({ claims }),
    });

    expect(quotes(read)).toEqual(quotes(state));
    expect(read.findings.get(keyOf(spanOf(FERRY)))?.score).toBe(0.5);
    expect(isUnread(read)).toBe(false);
  });

  it("comes too late for what was corrected since", () => {
    const asked = correctAll(begun(), { type: "merge" });
    const state = correctAll(asked, { type: "toggle_excluded" });

    const read = correctAll(state, { type: "read", of: asked.cut, preview: makePreview() });

    expect(read.cut).toBe(state.cut);
    expect(isUnread(read)).toBe(true);
  });
});
