import { noteOwner } from "./owner";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const SESSION = "/api/v1/session/";

/**
 * Whose page this is. Tabs share one session cookie, and every sign-in changes the CSRF token: with
 * the token of its own sign-in a page cannot save in the name of somebody who came after.
 */
let held: { userId: number | null; token: string; isSure: boolean } | null = null;

/** Remember whose session the page now works in, by the server's word. */
export function holdSession(userId: number | null): void {
  held = { userId, token: readToken(), isSure: true };
  noteOwner(userId);
}

/** Remember whose page this is while the server cannot say who is signed in: it is asked first. */
export function holdUnsure(userId: number | null): void {
  held = { userId, token: "", isSure: false };
}

/** Give whose page this is, as far as that is known. */
export function heldUser(): number | null {
  return held?.userId ?? null;
}

/** Tell whether this is a user's page, as far as is known; signed out, it is nobody's. */
export const isPageOf = (userId: number): boolean => held === null || held.userId === userId;

/** Send a request as the user whose page this is, or answer 401 in the server's stead. */
export async function send(request: Request): Promise<Response> {
  if (held && !held.isSure && !isSession(request)) {
    if ((await askWhoIsSignedIn(request.signal)) !== held.userId) return otherUser();
    holdSession(held.userId);
  }
  if (SAFE_METHODS.has(request.method)) return fetch(request);
  const again = request.clone();
  // Signing in is for whoever can, whoever is signed in.
  const own = request.method === "POST" && isSession(request) ? null : held;
  request.headers.set("X-CSRFToken", own?.token ?? readToken());
  const response = await fetch(request);
  if (response.status !== 403 || !own || own.token === readToken()) return response;
  if ((await askWhoIsSignedIn(request.signal)) !== own.userId) return otherUser();
  holdSession(own.userId);
  again.headers.set("X-CSRFToken", readToken());
  return fetch(again);
}

const isSession = ({ url }: Request): boolean => new URL(url).pathname === SESSION;

const OTHER_USER = {
  status: 401,
  code: "other_user",
  detail: "Somebody else has signed in here since.",
};

const otherUser = (): Response => Response.json(OTHER_USER, { status: 401 });

async function askWhoIsSignedIn(signal: AbortSignal): Promise<number | null> {
  const response = await fetch(new Request(new URL(SESSION, location.origin), { signal }));
  if (!response.ok) throw new Error("Nobody can say who is signed in.");
  const session: { user: { id: number } | null } = await response.json();
  const userId = session.user?.id ?? null;
  noteOwner(userId);
  return userId;
}

function readToken(): string {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return found ? decodeURIComponent(found.slice("csrftoken=".length)) : "";
}
