import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdSession, send } from "./sender";

/** A server that knows one session: its CSRF token is the cookie's, its user changes with it. */
function serve() {
  const server = { userId: 1, token: "first", seen: [] as (string | null)[] };
  const signIn = (userId: number, token: string) => {
    server.userId = userId;
    server.token = token;
    setCookie(token);
  };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({ user: { id: server.userId } });
    const token = request.headers.get("X-CSRFToken");
    server.seen.push(token);
    return new Response(null, { status: token === server.token ? 204 : 403 });
  });
  signIn(1, "first");
  return { server, signIn };
}

function setCookie(token: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie is what Django reads and writes
  document.cookie = `csrftoken=${token}`;
}

const save = () =>
  send(new Request("http://localhost/api/v1/tokens/", { method: "POST", body: "{}" }));

describe("Sending", () => {
  beforeEach(() => holdSession(null));
  afterEach(() => {
    vi.unstubAllGlobals();
    setCookie("; Max-Age=0");
  });

  it("goes with the token of the page's own sign-in", async () => {
    const { server } = serve();
    holdSession(1);

    expect((await save()).status).toBe(204);
    expect(server.seen).toEqual(["first"]);
  });

  it("takes a new token where the same user signed in again elsewhere", async () => {
    const { server, signIn } = serve();
    holdSession(1);
    signIn(1, "second");

    expect((await save()).status).toBe(204);
    expect((await save()).status).toBe(204);
    expect(server.seen).toEqual(["first", "second", "second"]);
  });

  it("never saves in the name of somebody who signed in elsewhere", async () => {
    const { server, signIn } = serve();
    holdSession(1);
    signIn(2, "second");

    const response = await save();

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "other_user" });
    expect(server.seen).toEqual(["first"]);
  });

  it("lets the page's user sign in again over somebody else", async () => {
    const { server, signIn } = serve();
    holdSession(1);
    signIn(2, "second");

    await send(new Request("http://localhost/api/v1/session/", { method: "POST", body: "{}" }));

    expect(server.seen).toEqual(["second"]);
  });

  it("leaves a refusal that has nothing to do with the token as it is", async () => {
    const { server } = serve();
    holdSession(1);
    server.token = "what the server wants, but nobody was given";

    expect((await save()).status).toBe(403);
    expect(server.seen).toHaveLength(1);
  });

  it("sends no token with a read", async () => {
    serve();
    const request = new Request("http://localhost/api/v1/session/");

    await send(request);

    expect(request.headers.has("X-CSRFToken")).toBe(false);
  });
});
