import { describe, expect, it } from "vitest";
import { ApiError } from "@/api/client";
import { problemsOf, reasonOf, refusedFields } from "./account";

const ANA = { name: "Ana", email: "ana@news.example", password: "correct horse" };

const refusal = (changes: Partial<ConstructorParameters<typeof ApiError>[0]>) =>
  new ApiError({ status: 400, code: "invalid", detail: "Check it.", ...changes });

describe("A new account", () => {
  it("is asked of the server where nothing is plainly wrong", () => {
    expect(problemsOf(ANA)).toEqual({});
  });

  it.each([
    [{ name: "" }, "name"],
    [{ email: "ana" }, "email"],
    [{ email: "ana@news example" }, "email"],
    [{ password: "short" }, "password"],
    [{ password: "" }, "password"],
  ])("lacks something: %j", (changes, field) => {
    expect(Object.keys(problemsOf({ ...ANA, ...changes }))).toEqual([field]);
  });

  it("has the fields that the server refused, by themselves or within an invitation", () => {
    expect(Object.keys(refusedFields(refusal({ fields: { password: ["Too common."] } })))).toEqual([
      "password",
    ]);
    expect(
      Object.keys(refusedFields(refusal({ fields: { "account.email": ["No address."] } }))),
    ).toEqual(["email"]);
    expect(refusedFields(refusal({ code: "account_exists" }))).toEqual({});
  });

  it("is refused in words", () => {
    const known = { has_accounts: "There is one." };

    expect(reasonOf(refusal({ code: "has_accounts" }), known)).toBe("There is one.");
    expect(reasonOf(refusal({ code: "newer", detail: "As the server says." }), known)).toBe(
      "As the server says.",
    );
    expect(reasonOf(refusal({ status: 429, retryAfter: 61 }))).toContain("Wait 2 minutes");
    expect(reasonOf(refusal({ status: 0 }))).toContain("could not reach");
  });
});
