import { memo, useEffect, useMemo, useRef } from "react";
import type { Article } from "@/api/types";
import { messages } from "@/app/messages";
import type { Paragraph } from "@/lib/layout";
import { writtenIn } from "@/lib/writtenIn";
import styles from "./ArticleView.module.css";
import { Lazily } from "./LazyPart";
import type { Mark } from "./marks";
import { type MarkedWords, Paragraphs } from "./Paragraphs";
import { parts } from "./panelParts";
import type { Part } from "./state";

const m = messages.annotate;

type Props = {
  article: Article;
  paragraphs: readonly Paragraph[];
  marks: readonly Mark[];
  current: number;
  words: readonly MarkedWords[];
  adjusting: Part | null;
  onGo: (claim: number) => void;
  /** The arrow keys move the focus alone, as they are no shortcuts. */
  roves: boolean;
};

export const ArticleView = memo(function ArticleView(props: Props) {
  const { article, onGo, roves, ...text } = props;
  const box = useRef<HTMLElement>(null);
  useClaimsAsButtons(box, { onGo, roves });
  const kicker = useMemo(
    () => [article.outlet, m.words(article.words), m.claims(article.claims.length)].filter(Boolean),
    [article],
  );
  return (
    <article ref={box} className={styles.article} aria-label={m.article}>
      <p className={styles.kicker}>
        {kicker.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <h1 className={styles.title} {...(article.title ? writtenIn(article) : null)}>
        {article.title || m.untitled}
      </h1>
      <div className={styles.body} {...writtenIn(article)} data-text>
        <Paragraphs {...text} />
      </div>
      {article.dropped.length > 0 && <Lazily part={parts.leftOut} own={{ article }} />}
    </article>
  );
});

/** Where the arrow keys take the focus, from one claim to another, before one is chosen. */
const STEPS: Partial<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Let one listener serve every piece of every claim; the focus follows the current claim. */
function useClaimsAsButtons(
  box: { readonly current: HTMLElement | null },
  { onGo, roves }: Pick<Props, "onGo" | "roves">,
): void {
  useEffect(() => {
    const element = box.current;
    const claimAt = (target: EventTarget | null) => {
      const found = target instanceof Element ? target.closest("[data-claim]") : null;
      return found instanceof HTMLElement ? Number(found.dataset.claim) : null;
    };
    const click = (event: MouseEvent) => {
      const claim = claimAt(event.target);
      if (claim !== null && window.getSelection()?.type !== "Range") onGo(claim);
    };
    const press = (event: KeyboardEvent) => {
      const claim = claimAt(event.target);
      if (claim === null || event.shiftKey || event.altKey) return;
      const by = roves ? STEPS[event.key] : undefined;
      if (by !== undefined) {
        const stops = [...(element?.querySelectorAll<HTMLElement>("[role=button]") ?? [])];
        stops[stops.findIndex((stop) => stop.contains(event.target as Node)) + by]?.focus();
      } else if (event.key !== "Enter" && event.key !== " ") return;
      else onGo(claim);
      event.preventDefault();
    };
    element?.addEventListener("click", click);
    element?.addEventListener("keydown", press);
    return () => {
      element?.removeEventListener("click", click);
      element?.removeEventListener("keydown", press);
    };
  }, [box, onGo, roves]);
}
