import type { Project, Suggestion } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { bare, decimals } from "@/lib/numbers";
import type { CodePoints } from "@/lib/offsets";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import type { Claim } from "./cut";
import { keyOf } from "./spans";

const m = leadMessages.articles;

/** How a claim is drawn; "weak" is a suggestion that nobody gets filled in. */
export type ClaimState = "strong" | "weak" | "none" | "looking" | "excluded";

export type ClaimView = {
  /** Its number among those that will be judged; null for an excluded one. */
  readonly number: number | null;
  readonly state: ClaimState;
  readonly color: TypeColor | null;
  readonly type: string;
  readonly score: string;
  readonly rule: string;
  readonly label: string;
};

type Seen = {
  claims: readonly Claim[];
  findings: ReadonlyMap<string, Suggestion>;
  points: CodePoints;
  threshold: number;
  sourceTypes: Project["source_types"];
};

export function viewsOf({ claims, findings, points, threshold, sourceTypes }: Seen): ClaimView[] {
  let last = 0;
  const written = new Map<number, string>();
  const write = (score: number) => {
    const known = written.get(score) ?? bare(decimals(score));
    written.set(score, known);
    return known;
  };
  return claims.map((claim) => {
    const found = findings.get(keyOf(claim));
    const quote = points.slice(claim);
    if (claim.excluded) {
      const rule = (!claim.isOwn && found?.rule) || m.byYou;
      return { ...NOTHING, state: "excluded", rule, label: m.excludedLabel(rule, quote) };
    }
    const number = ++last;
    if (!found || found.score === 0) {
      const state = found ? "none" : "looking";
      const label = m.claimLabel(number, found ? m.noSuggestion : m.looking, quote);
      return { ...NOTHING, number, state, label };
    }
    const { name, color } = typeOf(found.source_type, sourceTypes);
    const score = write(found.score);
    return {
      number,
      state: found.score >= threshold ? "strong" : "weak",
      color,
      type: name,
      score,
      rule: found.rule,
      label: m.claimLabel(number, `${m.score(name, score)}, ${found.rule}`, quote),
    };
  });
}

const NOTHING = { number: null, color: null, type: "", score: "", rule: "" };

function typeOf(key: string, sourceTypes: Project["source_types"]) {
  const known = sourceTypes.find((type) => type.key === key);
  // The project may have dropped a type that is built in.
  const name = known?.name ?? key.replaceAll("_", " ");
  return { name, color: typeColor(known?.color ?? "neutral_2") };
}

/** A reason that this version does not know is shown as the server names it. */
export function reasonText(reason: string): string {
  const known: Readonly<Record<string, string>> = m.reasons;
  return known[reason] ?? reason.replaceAll("_", " ");
}
