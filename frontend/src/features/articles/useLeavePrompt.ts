import { useEffect, useRef, useState } from "react";

/** What this browser tells of a page about to be left; not all of them do. */
type Leaving = Event & {
  readonly cancelable: boolean;
  readonly hashChange: boolean;
  readonly downloadRequest: string | null;
  readonly navigationType: "push" | "replace" | "reload" | "traverse";
  readonly destination: {
    readonly url: string;
    readonly key: string;
    readonly sameDocument: boolean;
  };
};
type Navigation = EventTarget & { traverseTo(key: string): unknown };

export type LeavePrompt = {
  /** Whether somebody is about to leave and has to be asked. */
  isAsking: boolean;
  stay: () => void;
  leave: () => void;
  /** Let the next change of the page pass: what it would lose is safe. */
  letGo: () => void;
};

/**
 * Ask before what is unsaved is lost.
 *
 * Leaving for another site, or closing the tab, is asked about by the browser; leaving for another
 * screen by us, where the browser tells of it.
 */
export function useLeavePrompt(isUnsaved: boolean, go: (path: string) => void): LeavePrompt {
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  const isFree = useRef(false);
  useEffect(() => {
    if (!isUnsaved) return;
    const unload = (event: BeforeUnloadEvent) => {
      if (!isFree.current) event.preventDefault();
    };
    const navigation = (window as { navigation?: Navigation }).navigation;
    const navigate = (event: Event) => {
      const leaving = event as Leaving;
      const isOurs = leaving.destination.sameDocument && !leaving.hashChange;
      if (isFree.current || !isOurs || !leaving.cancelable) return;
      event.preventDefault();
      const { url, key } = leaving.destination;
      const { pathname, search } = new URL(url);
      setWanted(() =>
        leaving.navigationType === "traverse"
          ? () => navigation?.traverseTo(key)
          : () => go(pathname + search),
      );
    };
    window.addEventListener("beforeunload", unload);
    navigation?.addEventListener("navigate", navigate);
    return () => {
      window.removeEventListener("beforeunload", unload);
      navigation?.removeEventListener("navigate", navigate);
    };
  }, [isUnsaved, go]);
  const letGo = () => {
    isFree.current = true;
  };
  return {
    isAsking: wanted !== null,
    stay: () => setWanted(null),
    leave: () => {
      letGo();
      setWanted(null);
      wanted?.();
    },
    letGo,
  };
}
