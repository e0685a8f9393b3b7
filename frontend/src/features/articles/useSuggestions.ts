import { type Dispatch, useEffect, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import { onSignedInAgain } from "@/api/session";
import { leadMessages } from "@/app/messages/leads";
import type { Action } from "./corrections";
import { type Corrections, type Cut, isUnread } from "./cut";
import { readAgain } from "./requests";

const m = leadMessages.articles;
const AFTER_MS = 400;

export type Renewal = {
  /** Why there are no new suggestions; null while there may be some. */
  failure: string | null;
  retry: () => void;
};

/** Have the server say anew what it makes of the claims, a moment after the last correction. */
export function useSuggestions(
  slug: string,
  state: Corrections,
  title: string,
  dispatch: Dispatch<Action>,
): Renewal {
  const [failed, setFailed] = useState<{ cut: Cut; why: string } | null>(null);
  const [tries, setTries] = useState(0);
  const latestTitle = useRef(title);
  useEffect(() => {
    latestTitle.current = title;
  });
  const { text, cut } = state;
  const isDue = isUnread(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (!isDue) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const given = { text, title: latestTitle.current, cut };
        const preview = await readAgain(slug, given, abort.signal);
        setFailed(null);
        dispatch({ type: "read", of: cut, preview });
      } catch (error) {
        if (!abort.signal.aborted) setFailed({ cut, why: reasonOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, text, cut, isDue, tries, dispatch]);
  useEffect(() => {
    const again = () => setTries((n) => n + 1);
    window.addEventListener("online", again);
    const stop = onSignedInAgain(again);
    return () => {
      window.removeEventListener("online", again);
      stop();
    };
  }, []);
  return {
    failure: failed?.cut === cut && isDue ? failed.why : null,
    retry: () => {
      setFailed(null);
      setTries((n) => n + 1);
    },
  };
}

/** What the server refuses it says why; anything else is a matter of trying again. */
function reasonOf(error: unknown): string {
  const isRefused = error instanceof ApiError && !error.isTemporary && !error.isSignedOut;
  const said = isRefused ? [error.message, ...Object.values(error.fields).flat()] : [];
  return [m.refreshFailed, ...said].join(" ");
}
