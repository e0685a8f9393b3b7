import { useCallback, useRef } from "react";

/** The ids under which a claim stands on the page, in the text and in the list. */
export const ID = {
  card: (claim: number) => `claim-${claim}`,
  text: (claim: number) => `text-${claim}`,
};
type Side = keyof typeof ID;

/** Ways to bring a claim into view: one that is gone to, and one that an address names. */
export function useArrival(choose: (claim: number) => void) {
  const list = useRef<HTMLElement>(null);
  const arrived = useRef<number | null>(null);
  const latest = useRef(choose);
  latest.current = choose;
  const goTo = useCallback((side: Side, claim: number) => {
    const place = document.getElementById(ID[side](claim));
    // A card that is not listed comes when it is chosen, and is arrived at then.
    if (place) arrived.current = claim;
    latest.current(claim);
    if (place) arriveAt(place, list.current);
  }, []);
  const showCard = useCallback((claim: number) => goTo("card", claim), [goTo]);
  const showText = useCallback((claim: number) => goTo("text", claim), [goTo]);
  const arrive = useCallback((claim: number) => {
    if (arrived.current === claim) return;
    arrived.current = claim;
    if (isBeside(list.current)) document.getElementById(ID.text(claim))?.scrollIntoView(NEAREST);
    const card = document.getElementById(ID.card(claim));
    if (card) arriveAt(card, list.current);
  }, []);
  return { list, showCard, showText, arrive };
}

const MIDDLE = { block: "center" } as const;
const NEAREST = { block: "nearest" } as const;

/** Whether the list stands beside the text and scrolls by itself. */
function isBeside(list: HTMLElement | null): boolean {
  return list !== null && getComputedStyle(list).overflowY === "auto";
}

function arriveAt(place: HTMLElement, list: HTMLElement | null): void {
  if (!list?.contains(place)) place.scrollIntoView(MIDDLE);
  else if (!isBeside(list)) place.scrollIntoView();
  else {
    const above = place.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollBy(0, above - list.clientHeight / 6);
  }
  place.focus({ preventScroll: true });
}
