import { describe, expect, it } from "vitest";
import { nextOf } from "./next";

const nextAfter = (next: string) => nextOf(`next=${encodeURIComponent(next)}`);

describe("After the sign-in", () => {
  it("one gets to the page one wanted", () => {
    expect(nextAfter("/projects/a?scope=all")).toBe("/projects/a?scope=all");
    expect(nextOf("next=/join")).toBe("/join");
    expect(nextOf("")).toBe("/");
  });

  it.each([
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "https://elsewhere.example/",
    "javascript:alert(1)",
    "//[",
  ])("one stays on the site: %j", (next) => {
    expect(nextAfter(next)).toBe("/");
  });

  it.each(["/sign-in", "/sign-in?next=/sign-in"])("one does not sign in again: %s", (next) => {
    expect(nextAfter(next)).toBe("/");
  });
});
