import { type KeyboardEvent, type MouseEvent, useId } from "react";
import type { Article } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import type { CodePoints, Span } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import styles from "./ProposeDialog.module.css";

const m = panelMessages.propose;

type Props = {
  points: CodePoints;
  claim: Span;
  article: Pick<Article, "language" | "direction">;
  /** Where the claim may be split, in code points of the article's text. */
  places: readonly number[];
  at: number;
  onMove: (at: number) => void;
};

/** The claim's words, between two of which it is split. */
export function SplitPicker({ points, claim, article, places, at, onMove }: Props) {
  const label = useId();
  const hint = useId();
  const now = places.indexOf(at);
  const isMirrored = article.direction === "rtl";
  const press = (event: KeyboardEvent) => {
    const to = goal(event.key, now, places.length, isMirrored);
    const place = to === null ? undefined : places[to];
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(place);
  };
  const point = ({ target, clientX }: MouseEvent) => {
    const word = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-word]") : null;
    if (!word) return;
    const isLater = isInSecondHalf(word, clientX, isMirrored);
    // The place where this word begins, or the next one.
    const to = Number(word.dataset.word) - 1 + Number(isLater);
    const place = places[Math.min(Math.max(to, 0), places.length - 1)];
    if (place !== undefined) onMove(place);
  };
  const starts = [claim.start, ...places];
  const words = starts.map((start, index) => ({ start, end: starts[index + 1] ?? claim.end }));
  return (
    <div className={styles.picker}>
      <p id={label} className={styles.label}>
        {m.place}
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-labelledby={label}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={now + 1}
        aria-valuetext={m.placeBefore(wordAt(points, words[now + 1]))}
        className={styles.words}
        {...writtenIn(article)}
        onKeyDown={press}
        onClick={point}
      >
        {words.map((word, index) => (
          <span
            key={word.start}
            className={word.start >= at ? styles.secondHalf : styles.firstHalf}
            data-cut={word.start === at || undefined}
            data-word={index}
          >
            {points.slice(word)}
          </span>
        ))}
      </div>
      <p id={hint} className={styles.hint}>
        {m.placeHint}
      </p>
    </div>
  );
}

function isInSecondHalf(word: Element, clientX: number, isMirrored: boolean): boolean {
  const boxes = [...word.getClientRects()];
  const box = boxes.find(({ left, right }) => left <= clientX && clientX <= right) ?? boxes[0];
  if (!box) return false;
  return clientX > box.left + box.width / 2 !== isMirrored;
}

function wordAt(points: CodePoints, word: Span | undefined): string {
  return word ? points.slice(word).trim() : "";
}

function goal(key: string, now: number, length: number, isMirrored: boolean): number | null {
  const ahead = isMirrored ? -1 : 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: now + ahead,
    ArrowLeft: now - ahead,
    ArrowUp: now + 1,
    ArrowDown: now - 1,
    PageUp: now + 5,
    PageDown: now - 5,
    Home: 0,
    End: length - 1,
  };
  const to = goals[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), length - 1);
}
