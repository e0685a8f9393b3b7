import { describe, expect, it } from "vitest";
import { ApiError } from "@/api/client";
import { refusalOf } from "./refusal";

const problem = (status: number, code: string, fields = {}, detail = "Server words.") =>
  new ApiError({ status, code, detail, fields });

describe("The refusal of an article", () => {
  it.each([
    [409, "duplicate_article", "exactly this text"],
    [400, "no_claims", "No sentence"],
    [400, "not_text", "Server words. Nothing was stored. Save it as plain text"],
    [413, "text_too_long", "Server words."],
    [413, "http_413", "too large"],
  ])("with %i %s is explained", (status, code, part) => {
    expect(refusalOf(problem(status, code)).summary).toContain(part);
  });

  it("does not say twice that nothing was stored", () => {
    const error = new ApiError({
      status: 400,
      code: "encrypted",
      detail: "It has a password. Nothing was stored.",
    });

    expect(refusalOf(error).summary).toBe(
      "It has a password. Nothing was stored. Save it without a password, or paste the text instead.",
    );
  });

  it("names the fields that the server names, the file as the text", () => {
    const error = problem(400, "invalid", { url: ["Enter a valid URL."], file: ["It is empty."] });

    expect(refusalOf(error).fields).toEqual({ url: "Enter a valid URL.", text: "It is empty." });
  });

  it("promises that nothing is lost when the server cannot be reached", () => {
    expect(refusalOf(problem(0, "unreachable")).summary).toContain("Nothing is lost");
  });

  it("says what else the server says", () => {
    expect(refusalOf(problem(403, "permission_denied")).summary).toBe("Server words.");
    expect(refusalOf(problem(500, "http_500")).summary).toContain("could not answer");
  });
});
