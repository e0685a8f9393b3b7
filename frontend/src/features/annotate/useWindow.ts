import { type RefObject, useEffect, useState } from "react";

/** How many rows are drawn beyond what is seen, on each side. */
const SPARE = 8;
/** How many rows are drawn where the height of the list is not known yet. */
const AT_FIRST = 12;

type List = { readonly length: number; readonly active: number; readonly rowHeight: number };

/**
 * Draw only the rows of a long list that are in view, and keep the active one there.
 *
 * Give what is to be drawn, half open, and what the list is to call when it is scrolled.
 */
export function useWindow(box: RefObject<HTMLElement | null>, list: List) {
  const { length, active, rowHeight } = list;
  const [top, setTop] = useState(active * rowHeight);
  const look = () => setTop(box.current?.scrollTop ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks again when the list changes
  useEffect(() => {
    // Not before the dialog around the list is shown: until then there is nothing to scroll.
    const element = box.current;
    if (!element) return;
    const above = active * rowHeight;
    const below = above + rowHeight - element.clientHeight;
    if (element.scrollTop > above) element.scrollTop = above;
    else if (element.scrollTop < below) element.scrollTop = below;
    setTop(element.scrollTop);
  }, [active, length, rowHeight]);
  const seen = Math.ceil((box.current?.clientHeight ?? 0) / rowHeight) || AT_FIRST;
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight), length - seen) - SPARE);
  return { from, to: Math.min(length, from + seen + 2 * SPARE), look };
}
