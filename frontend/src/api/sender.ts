const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const SESSION = "/api/v1/session/";

/**
 * Whose page this is. Tabs share one session cookie, and every sign-in changes the CSRF token: with
 * the token of its own sign-in a page cannot save in the name of somebody who came after.
 */
let held: { userId: number | null; token: string } | null = null;

/** Remember whose session the page now works in. */
export function holdSession(userId: number | null): void {
  held = { userId, token: readToken() };
}

/** Send a request as the user whose page this is, or answer 401 in the server's stead. */
export async function send(request: Request): Promise<Response> {
  if (SAFE_METHODS.has(request.method)) return fetch(request);
  const again = request.clone();
  const own = isSignIn(request) ? null : held;
  request.headers.set("X-CSRFToken", own?.token ?? readToken());
  const response = await fetch(request);
  if (response.status !== 403 || !own || own.token === readToken()) return response;
  if ((await askWhoIsSignedIn()) !== own.userId) return Response.json(OTHER_USER, { status: 401 });
  holdSession(own.userId);
  again.headers.set("X-CSRFToken", readToken());
  return fetch(again);
}

/** Signing in is for whoever can, whoever is signed in. */
function isSignIn({ method, url }: Request): boolean {
  return method === "POST" && new URL(url).pathname === SESSION;
}

const OTHER_USER = {
  status: 401,
  code: "other_user",
  detail: "Somebody else has signed in here since.",
};

async function askWhoIsSignedIn(): Promise<number | null> {
  const response = await fetch(new Request(new URL(SESSION, location.origin)));
  const session: { user: { id: number } | null } = await response.json();
  return session.user?.id ?? null;
}

function readToken(): string {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return found ? decodeURIComponent(found.slice("csrftoken=".length)) : "";
}
