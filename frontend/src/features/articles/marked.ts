import { type RefObject, useEffect, useState } from "react";
import type { CodePoints, Span } from "@/lib/offsets";
import { wholeWords } from "@/lib/words";
import { hasWords, trimmed } from "./spans";

/** Give the words of the article that are marked with the pointer, or by keyboard; null for none. */
export function useMarked(
  box: RefObject<HTMLElement | null>,
  points: CodePoints,
): [marked: Span | null, clear: () => void] {
  const [marked, setMarked] = useState<Span | null>(null);
  useEffect(() => {
    const look = () => setMarked(readSelection(box.current, points));
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [box, points]);
  const clear = () => {
    window.getSelection()?.removeAllRanges();
    setMarked(null);
  };
  return [marked, clear];
}

function readSelection(box: HTMLElement | null, points: CodePoints): Span | null {
  const selection = window.getSelection();
  if (!box || !selection || selection.type !== "Range") return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const pieces = [...box.querySelectorAll<HTMLElement>("[data-at]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const start = unitIn(first, range.startContainer, range.startOffset) ?? startOf(first);
  const end = unitIn(last, range.endContainer, range.endOffset) ?? startOf(last) + lengthOf(last);
  const span = trimmed(points, { start: points.toPoints(start), end: points.toPoints(end) });
  return hasWords(points, span) ? wholeWords(points, span) : null;
}

/** Give the place of the text at a point of the window; null if no text is there. */
export function placeAt(x: number, y: number, points: CodePoints): number | null {
  const found = caretAt(x, y);
  const piece = found?.node.parentElement?.closest<HTMLElement>("[data-at]");
  const unit = found && piece ? unitIn(piece, found.node, found.offset) : null;
  return unit === null ? null : points.toPoints(unit);
}

type Caret = { node: Node; offset: number };

function caretAt(x: number, y: number): Caret | null {
  if ("caretPositionFromPoint" in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found && { node: found.offsetNode, offset: found.offset };
  }
  // The older way, and the only one that some browsers know.
  const old = document as Document & {
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  const range = old.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function unitIn(piece: HTMLElement, node: Node, offset: number): number | null {
  const isText = node.nodeType === Node.TEXT_NODE && node.parentNode === piece;
  return isText ? startOf(piece) + offset : null;
}

function startOf(piece: HTMLElement): number {
  return Number(piece.dataset.at);
}

function lengthOf(piece: HTMLElement): number {
  return piece.textContent?.length ?? 0;
}
