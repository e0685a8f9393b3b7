import createClient from "openapi-fetch";
import { ApiError, asApiError, unreachable } from "./errors";
import type { paths } from "./schema";
import { send } from "./sender";

export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  credentials: "same-origin",
  fetch: send,
});

type Result<Data> = { data?: Data; error?: unknown; response: Response };

/**
 * Give the body of an answer.
 *
 * @throws ApiError for every answer that is not a success, and for none at all
 */
export async function call<Data>(request: Promise<Result<Data>>): Promise<Data> {
  let result: Result<Data>;
  try {
    result = await request;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw unreachable(cause);
  }
  if (!result.response.ok) {
    const error = asApiError(result.response, result.error);
    if (error.isSignedOut) announceSignedOut();
    throw error;
  }
  return result.data as Data;
}

const signedOutListeners = new Set<() => void>();

/** Call `listener` whenever the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
}

/** Ask for the password again, as if the server had said that nobody is signed in. */
export function announceSignedOut(): void {
  for (const listener of signedOutListeners) listener();
}

export { ApiError };
