import { api, call, onSignedOut } from "./client";
import { holdSession } from "./sender";
import type { Session } from "./types";

export async function readSession(signal: AbortSignal): Promise<Session> {
  const session = await call(api.GET("/api/v1/session/", { signal }));
  holdSession(session.user?.id ?? null);
  return session;
}

export async function signIn(email: string, password: string): Promise<Session> {
  const session = await call(api.POST("/api/v1/session/", { body: { email, password } }));
  holdSession(session.user?.id ?? null);
  return session;
}

export async function signOut(): Promise<void> {
  await call(api.DELETE("/api/v1/session/"));
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
