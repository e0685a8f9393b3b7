import { useLocation, useSearch } from "wouter";
import { useLocationProperty } from "wouter/use-browser-location";
import { ONLY, type Only } from "./standing";

/** The claim that an address names by its hash; null if it names none. */
export function claimIn(hash: string): number | null {
  const found = /^#claim-([1-9]\d{0,17})$/.exec(hash);
  return found ? Number(found[1]) : null;
}

/** What the address of an article says beside the article, and ways to change it. */
export function useAddress() {
  const [path, go] = useLocation();
  const given = new URLSearchParams(useSearch()).get("only");
  const chosen = claimIn(useLocationProperty(() => window.location.hash));
  const only: Only = ONLY.find((one) => one === given) ?? "all";
  const write = (which: Only, claim: number | null) =>
    go(`${path}${searchOf(which)}${claim === null ? "" : `#claim-${claim}`}`, { replace: true });
  return {
    only,
    chosen,
    choose: (claim: number) => write(only, claim),
    list: (which: Only) => write(which, chosen),
  };
}

/** The query of an address for a filter, which the list of articles has too. */
export function searchOf(only: Only): string {
  return only === "all" ? "" : `?only=${only}`;
}
