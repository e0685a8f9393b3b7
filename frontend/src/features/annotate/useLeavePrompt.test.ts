import { describe, expect, it } from "vitest";
import { EMPTY } from "./session";
import { hasDrafts } from "./useLeavePrompt";

const ANSWER = {
  source_type: "named",
  confidence: 3,
  skipped: false,
  skip_reason: "",
  flags: [],
  note: "",
  seconds: 1,
};

describe("Leaving the page", () => {
  it("loses a note on a claim without an answer", () => {
    const drafts = new Map([[7, { flags: [], note: "who is he?" }]]);

    expect(hasDrafts({ ...EMPTY, drafts })).toBe(true);
  });

  it("loses nothing where the answer has gone out with it", () => {
    const drafts = new Map([[7, { flags: [], note: "who is he?" }]]);

    expect(hasDrafts({ drafts, answers: new Map([[7, ANSWER]]) })).toBe(false);
  });

  it("loses nothing where all was taken off again", () => {
    expect(hasDrafts({ ...EMPTY, drafts: new Map([[7, { flags: [], note: "" }]]) })).toBe(false);
  });
});
