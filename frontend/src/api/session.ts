import { ApiError, announceSignedOut, api, call, onSignedOut } from "./client";
import { askOrRead, isFromDevice } from "./kept";
import { noteOwner } from "./owner";
import { heldUser, holdSession, holdUnsure } from "./sender";
import type { Session } from "./types";

export const SESSION_KEPT = ["session"] as const;

/** How often somebody has signed in or out here: an answer from before that is out of date. */
let turns = 0;

/** Ask who is signed in; where nobody answers, it is taken to be who was so last on this device. */
export async function readSession(signal: AbortSignal): Promise<Session> {
  const began = turns;
  const wasUnsure = isFromDevice(SESSION_KEPT);
  const { value: session, isKept } = await askOrRead(SESSION_KEPT, signal, (ending) =>
    call(api.GET("/api/v1/session/", { signal: ending })),
  );
  if (began !== turns) return readSession(signal);
  const userId = session.user?.id ?? null;
  if (isKept) holdUnsure(userId);
  else if (wasUnsure && userId !== heldUser()) giveUp(userId);
  else holdSession(userId);
  return session;
}

/** Leave what the device had of a user who turns out not to be the one who is signed in. */
function giveUp(userId: number | null): never {
  noteOwner(userId);
  if (userId === null) announceSignedOut();
  else location.reload();
  throw new ApiError({ status: 401, code: "other_user", detail: "" });
}

export async function signIn(email: string, password: string): Promise<Session> {
  const session = await call(api.POST("/api/v1/session/", { body: { email, password } }));
  turns += 1;
  holdSession(session.user?.id ?? null);
  return session;
}

export async function signOut(): Promise<void> {
  await call(api.DELETE("/api/v1/session/"));
  turns += 1;
  holdSession(null);
}

const signedInListeners = new Set<() => void>();

/** Call `listener` when the same user has signed in again over an open screen. */
export function onSignedInAgain(listener: () => void): () => void {
  signedInListeners.add(listener);
  return () => {
    signedInListeners.delete(listener);
  };
}

export function announceSignedIn(): void {
  for (const listener of signedInListeners) listener();
}

export { onSignedOut };
