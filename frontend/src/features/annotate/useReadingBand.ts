import { type RefObject, useEffect } from "react";

const BAND_TOP = 0.22;
const BAND_END = 0.72;
const REST = 0.38;

/**
 * Keep the claim under judgment where the eye is: when it leaves the band between 22 % and 72 % of
 * the visible height, put it at 38 %. Another size of the window moves it, too.
 */
export function useReadingBand(
  place: { article: number; claim: number },
  card: RefObject<HTMLElement | null>,
): void {
  const { article, claim } = place;
  useEffect(() => {
    if (article < 0) return;
    let width = window.innerWidth;
    const resize = () => {
      // The bars of a phone's browser come and go while one reads on.
      if (window.innerWidth === width && matchMedia("(pointer: coarse)").matches) return;
      width = window.innerWidth;
      bringToBand(claim, card.current);
    };
    bringToBand(claim, card.current);
    window.addEventListener("resize", resize);
    return () => window.removeEventListener("resize", resize);
  }, [article, claim, card]);
}

function bringToBand(claim: number, card: HTMLElement | null): void {
  const pieces = [...document.querySelectorAll(`[data-claim="${claim}"]`)];
  const boxes = pieces.flatMap((piece) => [...piece.getClientRects()]);
  if (boxes.length === 0) return;
  const top = Math.min(...boxes.map((box) => box.top));
  const end = Math.max(...boxes.map((box) => box.bottom));
  const seen = visiblePart(card);
  const height = seen.end - seen.top;
  const isInside = top >= seen.top + BAND_TOP * height && end <= seen.top + BAND_END * height;
  if (isInside) return;
  const rest = seen.top + (end - top > (BAND_END - REST) * height ? BAND_TOP : REST) * height;
  window.scrollBy({ top: top - rest, behavior: "instant" });
}

/** What is neither under the top bar nor under a card docked at the bottom. */
function visiblePart(card: HTMLElement | null): { top: number; end: number } {
  const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  const isDocked = card !== null && getComputedStyle(card).position === "fixed";
  return { top: bar, end: isDocked ? card.getBoundingClientRect().top : window.innerHeight };
}
