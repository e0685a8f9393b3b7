import { afterEach, describe, expect, it, vi } from "vitest";
import { draftName, keepDraft, readDraft } from "./draft";

const NAME = draftName(7, "ferries");
const DRAFT = { base: 2, body: "# Rules", note: "" };

describe("A draft of guidelines", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it("comes back as it was kept, for this user and this project alone", () => {
    expect(keepDraft(NAME, DRAFT)).toBe(true);

    expect(readDraft(NAME)).toEqual(DRAFT);
    expect(readDraft(draftName(8, "ferries"))).toBeNull();
    expect(readDraft(draftName(7, "coast"))).toBeNull();
  });

  it("is gone when it is dropped", () => {
    keepDraft(NAME, DRAFT);
    keepDraft(NAME, null);
    expect(localStorage.length).toBe(0);
  });

  it.each(["{", "null", "[]", '{"base": "2", "body": "", "note": ""}', '{"base": 2}'])(
    "is none where %s is kept",
    (kept) => {
      localStorage.setItem(NAME, kept);
      expect(readDraft(NAME)).toBeNull();
    },
  );

  it("says when the browser has no room for it", () => {
    vi.stubGlobal("localStorage", {
      setItem() {
        throw new DOMException("Full.", "QuotaExceededError");
      },
    });
    expect(keepDraft(NAME, DRAFT)).toBe(false);
  });
});
