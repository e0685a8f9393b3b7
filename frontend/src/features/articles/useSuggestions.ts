import { type Dispatch, useEffect, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import { onSignedInAgain } from "@/api/session";
import type { ArticlePreview } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import type { Action } from "./corrections";
import { type Corrections, type Cut, isCorrected, isUnread } from "./cut";
import { type About, readAgain } from "./requests";

const m = leadMessages.articles;
const AFTER_MS = 400;
const TAG = /^[a-z]{2,3}([-_][a-z\d]{1,8})*$/i;

export type Renewal = {
  /** The language that the claims are read in. */
  language: string;
  /** Whether the rules, which are English, have a say in them. */
  suggests: boolean;
  /** Why there are no new suggestions; null while there may be some. */
  failure: string | null;
  retry: () => void;
};

/**
 * Have the server say anew what it makes of the claims, a moment after the last correction.
 *
 * Which these are depends on the language, too, as long as the lead has corrected none.
 */
export function useSuggestions(
  slug: string,
  state: Corrections,
  { title, language: written }: About,
  begun: Pick<ArticlePreview, "language" | "suggests">,
  dispatch: Dispatch<Action>,
): Renewal {
  const [read, setRead] = useState(begun);
  const typed = written.trim();
  // What is being typed is no language yet.
  const language = typed === "" || TAG.test(typed) ? typed : read.language;
  const [failed, setFailed] = useState<{ cut: Cut; why: string } | null>(null);
  const [tries, setTries] = useState(0);
  const latestTitle = useRef(title);
  useEffect(() => {
    latestTitle.current = title;
  });
  const { text, cut } = state;
  const isAnother = language !== read.language;
  const isChosen = isCorrected(state) || !isAnother;
  const isDue = isUnread(state) || isAnother;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (!isDue) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const given = { text, title: latestTitle.current, language, cut, isChosen };
        const preview = await readAgain(slug, given, abort.signal);
        setFailed(null);
        setRead({ language, suggests: preview.suggests });
        dispatch(isChosen ? { type: "read", of: cut, preview } : { type: "begin", preview });
      } catch (error) {
        if (!abort.signal.aborted) setFailed({ cut, why: reasonOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, text, cut, language, isChosen, isDue, tries, dispatch]);
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
    language,
    suggests: read.suggests,
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
