import {
  type FocusEventHandler,
  type MouseEventHandler,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from "react";
import type { Session } from "./state";

type Focusing = { onFocus: FocusEventHandler; onClickCapture: MouseEventHandler };

/**
 * Bring the question in force into sight where the card is too small for both, and take whoever
 * answers by Tab and Enter on to it. Give the card what it is to do with focus and presses.
 */
export function useNextQuestion(box: RefObject<HTMLElement | null>, session: Session): Focusing {
  const { step, current, at } = session;
  const isAdjusting = session.adjusting !== null;
  const shown = `${at}.${current}.${step}.${isAdjusting}`;
  const before = useRef(shown);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    // The marking of words minds the focus by itself, until it ends.
    if (isAdjusting) return;
    const question = box.current?.querySelector("[data-in-force]");
    // A claim begins where the one before it did, and the same answer is in the same place.
    if (step === "source") box.current?.scrollTo({ top: 0 });
    else question?.scrollIntoView({ block: "nearest" });
    const focused = document.activeElement;
    // What had the focus may have gone with its question.
    const isLost = focused === document.body && last.current?.isConnected === false;
    last.current = focused;
    const isInCard = box.current?.contains(focused);
    // The tools have nothing more to do at the end: Enter is for what comes next.
    const isHere = isInCard && (step === "finished" || focused?.closest("[data-question]"));
    if (isHere || isLost) {
      question?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    }
  }, [shown, step, isAdjusting, box]);
  const onFocus = useCallback<FocusEventHandler>((event) => {
    last.current = event.target;
  }, []);
  const onClickCapture = useCallback<MouseEventHandler>((event) => {
    // A click that was made by a key counts no press.
    if (event.detail === 0) return;
    // Enter and Space must not do once more what a pointer did.
    (event.target as Element).closest("button")?.blur();
    last.current = null;
  }, []);
  return { onFocus, onClickCapture };
}
