import { useEffect, useRef } from "react";
import type { CodePoints, Span } from "@/lib/offsets";
import { wholeWords } from "@/lib/words";
import { between } from "./spanMoves";
import { pressedUnit, selectedUnits } from "./textPlaces";

const SETTLED = 250;

/** Let words be marked by selecting them, or by pressing the first and then the last. */
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
      const unit = selectedUnits() ? null : pressedUnit(event);
      if (unit === null) return;
      const at = points.toPoints(unit);
      const word = wholeWords(points, { start: at, end: at + 1 });
      const begun = first.current;
      first.current = begun ? null : word;
      latest.current(begun ? between(points, begun, word) : word);
    };
    document.addEventListener("selectionchange", select);
    document.addEventListener("click", press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", select);
      document.removeEventListener("click", press);
    };
  }, [points]);
}
