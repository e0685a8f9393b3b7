import type { Span } from "@/lib/offsets";

/** Between the article on the screen and its text, in UTF-16 units. */

/** Give the place in the text at which a place of the page is; null outside the article's text. */
export function unitAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-text] [data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  // The numbers of the claims are no part of the text.
  for (const sign of copy.querySelectorAll("[data-sign]")) sign.remove();
  return Number(paragraph.dataset.start) + (copy.textContent?.length ?? 0);
}

/** Give what is selected of the article's text. */
export function selectedUnits(): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = unitAt(range.startContainer, range.startOffset);
  const end = unitAt(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

type OldCaret = { caretRangeFromPoint?: (x: number, y: number) => Range | null };

/** Give the place in the text that was pressed. */
export function pressedUnit({ clientX, clientY }: MouseEvent): number | null {
  if ("caretPositionFromPoint" in document) {
    const found = document.caretPositionFromPoint(clientX, clientY);
    return found && unitAt(found.offsetNode, found.offset);
  }
  const range = (document as OldCaret).caretRangeFromPoint?.(clientX, clientY);
  return range ? unitAt(range.startContainer, range.startOffset) : null;
}
