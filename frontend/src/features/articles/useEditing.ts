import { type Dispatch, type RefObject, useCallback, useEffect, useRef } from "react";
import type { Span } from "@/lib/offsets";
import { nearest } from "@/lib/words";
import { blocksOf, linesOf } from "./blocks";
import { type Action, holderOf } from "./corrections";
import { type Corrections, selectedClaim } from "./cut";
import { nextGap } from "./gaps";
import { type Asked, askedBy } from "./keys";
import { placeAt } from "./marked";

type Editing = {
  root: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  state: Corrections;
  dispatch: Dispatch<Action>;
  marked: Span | null;
  clearMarked: () => void;
};

/** Where the focus goes after a correction: to the claim, or to the line that it was about. */
type Follow = "claim" | { line: number };

export type Act = (asked: Asked) => void;

/** Turn keys and clicks into corrections, and let focus and view follow the selected claim. */
export function useEditing(editing: Editing): Act {
  const { root, text } = editing;
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const follow = useRef<Follow | null>(null);
  const act = useCallback((asked: Asked) => {
    const now = latest.current;
    const action = actionOf(asked, now);
    if (!action) return;
    if (now.marked) now.clearMarked();
    follow.current = action.type === "move" ? null : "claim";
    now.dispatch(action);
  }, []);

  useEffect(() => {
    const editor = root.current;
    const press = (event: KeyboardEvent) => {
      const asked = askedBy(event, latest.current.state.mode);
      if (!asked || event.defaultPrevented) return;
      event.preventDefault();
      act(asked);
    };
    const click = (event: MouseEvent) => {
      const action = clicked(event, latest.current);
      if (!action) return;
      follow.current = lineOf(action, latest.current.state);
      latest.current.dispatch(action);
    };
    const choose = (event: KeyboardEvent) => {
      const claim = claimAt(event.target);
      if (claim === null || (event.key !== "Enter" && event.key !== " ")) return;
      if (latest.current.state.mode) return;
      event.preventDefault();
      act({ type: "select", claim });
    };
    const article = text.current;
    editor?.addEventListener("keydown", press);
    article?.addEventListener("click", click);
    article?.addEventListener("keydown", choose);
    return () => {
      editor?.removeEventListener("keydown", press);
      article?.removeEventListener("click", click);
      article?.removeEventListener("keydown", choose);
    };
  }, [root, text, act]);

  const { state } = editing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each of these the view follows
  useEffect(() => {
    const wanted = follow.current;
    follow.current = null;
    if (wanted === null) return;
    if (wanted !== "claim") return focusLine(text.current, wanted.line);
    const claim = text.current?.querySelector<HTMLElement>("[role=button][aria-current]");
    const choice = root.current?.querySelector<HTMLElement>("[data-choice]");
    // Who presses a button of the panel wants to press it again.
    const pressed = document.activeElement instanceof HTMLButtonElement;
    if (choice || !pressed) (choice ?? claim)?.focus({ preventScroll: true });
    if (claim) bringIntoView(claim);
  }, [state.selected, state.cut, state.mode, root, text]);
  return act;
}

function lineOf(action: Action, { points }: Corrections): Follow | null {
  if (action.type === "restore") return { line: points.toUnits(action.line.start) };
  const first = action.type === "leave_out" ? action.lines[0] : undefined;
  return first ? { line: points.toUnits(first.start) } : null;
}

/** A line that was left out or restored has the way back where its button was. */
function focusLine(text: HTMLElement | null, unit: number): void {
  const lines = [...(text?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
  const at = nearest(lines.map(numberOf), unit);
  const line = lines.find((one) => numberOf(one) === at);
  line?.querySelector("button")?.focus({ preventScroll: true });
}

function numberOf(line: HTMLElement): number {
  return Number(line.dataset.line);
}

/** Say what is to be done; null if there is nothing that it could be done to. */
function actionOf(asked: Asked, { state, marked }: Editing): Action | null {
  switch (asked.type) {
    case "add_next": {
      const span = marked ?? nextGap(state);
      return span && { type: "add", span };
    }
    case "begin_split":
      return marked && holderOf(state.cut.claims, marked) >= 0
        ? { type: "split_around", span: marked }
        : asked;
    case "leave_out_selected": {
      const lines = linesOfSelected(state);
      return lines.length > 0 ? { type: "leave_out", lines } : null;
    }
    default:
      return asked;
  }
}

function linesOfSelected(state: Corrections): Span[] {
  const { points, text, cut } = state;
  const claim = selectedClaim(state);
  if (!claim) return [];
  const { start, end } = points.spanToUnits(claim);
  return blocksOf(points, text, cut)
    .filter((block) => block.kind === "kept" && block.start < end && start < block.end)
    .flatMap((block) =>
      block.kind === "kept" ? linesOf(points, text, block.start, block.end) : [],
    );
}

function clicked(event: MouseEvent, { state }: Editing): Action | null {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLElement>("[data-restore], [data-leave-out]");
  const { restore, leaveOut } = button?.dataset ?? {};
  if (restore !== undefined) {
    const line = state.cut.dropped.find(({ start }) => start === Number(restore));
    return line ? { type: "restore", line } : null;
  }
  if (leaveOut !== undefined) {
    const [start = 0, end = 0] = leaveOut.split(":").map(Number);
    return { type: "leave_out", lines: linesOf(state.points, state.text, start, end) };
  }
  const claim = claimAt(target);
  if (claim === null || window.getSelection()?.type === "Range") return null;
  const isSplitting = claim === state.selected && target?.closest("[data-at]");
  if (!isSplitting || state.mode?.kind === "adjust") return { type: "select", claim };
  const near = placeAt(event.clientX, event.clientY, state.points);
  return near === null ? null : { type: "begin_split", near };
}

function claimAt(target: EventTarget | null): number | null {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-claim]") : null;
  return found ? Number(found.dataset.claim) : null;
}

/** Scroll only where what is looked for would not be seen. */
function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const isDocked = window.innerWidth < 1080;
  const ceiling = 140;
  const floor = window.innerHeight * (isDocked ? 0.5 : 0.9);
  if (top >= ceiling && bottom <= floor) return;
  window.scrollBy({ top: top - Math.max(ceiling, window.innerHeight * (isDocked ? 0.2 : 0.38)) });
}
