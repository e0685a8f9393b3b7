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
});
