import { afterEach, describe, expect, it } from "vitest";
import { asApiError, explainRefusals, unreachable } from "./errors";

const CONFLICT = new Response(null, { status: 409, statusText: "Conflict" });

afterEach(() => explainRefusals({}));

describe("A refusal", () => {
  it("is said in the reader's language where its code is known", () => {
    explainRefusals({ project_closed: "Gerade geschlossen.", unreachable: "Nicht erreichbar." });

    const closed = asApiError(CONFLICT, { code: "project_closed", detail: "It is closed." });

    expect([closed.code, closed.message]).toEqual(["project_closed", "Gerade geschlossen."]);
    expect(unreachable(new TypeError()).message).toBe("Nicht erreichbar.");
  });

  it("is said as the server says it where its code is not", () => {
    const refused = asApiError(CONFLICT, { code: "outside_scale", detail: "From 1 to 3." });

    expect(refused.message).toBe("From 1 to 3.");
  });

  it("names what is wrong by its path, however deep it was given", () => {
    const errors = {
      name: ["Too long."],
      account: { password: ["Too short.", "Too common."] },
      source_types: [{}, { name: ["Twice."] }],
    };

    const refused = asApiError(CONFLICT, { code: "invalid", detail: "Check it.", errors });

    expect(refused.fields).toEqual({
      name: ["Too long."],
      "account.password": ["Too short.", "Too common."],
      "source_types.1.name": ["Twice."],
    });
  });
});
