import { useEffect, useRef } from "react";
import type { CodePoints, Span } from "@/lib/offsets";
import { wholeWords } from "@/lib/words";
import { between } from "./spanMoves";
import { pressedUnit, selectedUnits } from "./textPlaces";

const SETTLED = 250;

/** Let words be marked by selecting them, before or now, or by pressing the first and the last. */
export function useSpanPointer(points: CodePoints, onSpan: (span: Span) => void): void {
  const latest = useRef(onSpan);
  const first = useRef<Span | null>(null);
  useEffect(() => {
    latest.current = onSpan;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const take = () => {
      const units = selectedUnits();
      if (!units) return;
      first.current = null;
      const span = { start: points.toPoints(units.start), end: points.toPoints(units.end) };
      latest.current(wholeWords(points, span));
    };
    const select = () => {
      clearTimeout(timer);
      timer = setTimeout(take, SETTLED);
    };
    const press = (event: MouseEvent) => {
      // What was pressed may have gone since, like the dialog that led here; the text was not meant.
      const isInText = event.target instanceof Element && event.target.closest("[data-text]");
      const unit = !isInText || selectedUnits() ? null : pressedUnit(event);
      if (unit === null) return;
      const at = points.toPoints(unit);
      const word = wholeWords(points, { start: at, end: at + 1 });
      const begun = first.current;
      first.current = begun ? null : word;
      latest.current(begun ? between(points, begun, word) : word);
    };
    take();
    document.addEventListener("selectionchange", select);
    document.addEventListener("click", press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", select);
      document.removeEventListener("click", press);
      // It would be taken for the words of the next claim.
      if (selectedUnits()) window.getSelection()?.removeAllRanges();
    };
  }, [points]);
}
