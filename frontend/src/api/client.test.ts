import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, api, call, onSignedOut } from "./client";

function answerWith(body: unknown, init: ResponseInit) {
  const seen: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push(request);
    return new Response(body === null ? null : JSON.stringify(body), {
      headers: { "Content-Type": "application/problem+json" },
      ...init,
    });
  });
  return seen;
}

async function failure(request: Promise<unknown>): Promise<ApiError> {
  const error = await request.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ApiError)) throw new Error(`no ApiError but ${error}`);
  return error;
}

describe("The client", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("turns problem details into a typed error", async () => {
    answerWith(
      { status: 400, code: "invalid", detail: "Check name.", errors: { name: ["Too long."] } },
      { status: 400 },
    );

    const error = await failure(call(api.POST("/api/v1/tokens/", { body: { name: "x" } })));

    expect(error).toMatchObject({ status: 400, code: "invalid", message: "Check name." });
    expect(error.fields).toEqual({ name: ["Too long."] });
    expect(error.isTemporary).toBe(false);
  });

  it("keeps the wait that the server asks for", async () => {
    answerWith({ code: "too_many_attempts" }, { status: 429, headers: { "Retry-After": "90" } });

    const error = await failure(call(api.GET("/api/v1/session/")));

    expect(error.retryAfter).toBe(90);
    expect(error.isTemporary).toBe(true);
  });

  it("survives an error page that is not JSON", async () => {
    vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));

    const error = await failure(call(api.GET("/api/v1/session/")));

    expect(error).toMatchObject({ status: 502, code: "http_502" });
  });

  it("calls no answer unreachable", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });

    const error = await failure(call(api.GET("/api/v1/session/")));

    expect(error.isUnreachable).toBe(true);
    expect(error.isTemporary).toBe(true);
  });

  it("says that the session has ended", async () => {
    answerWith({ code: "not_authenticated" }, { status: 401 });
    const ended = vi.fn();
    const forget = onSignedOut(ended);

    await failure(call(api.GET("/api/v1/tokens/")));
    forget();
    await failure(call(api.GET("/api/v1/tokens/")));

    expect(ended).toHaveBeenCalledTimes(1);
  });
});
