import { describe, expect, it } from "vitest";
import { uuid } from "./uuid";

describe("A UUID", () => {
  it("has version 4 and its variant, and is new each time", () => {
    const made = Array.from({ length: 50 }, uuid);

    for (const id of made) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(made).size).toBe(50);
  });
});
