import type { ArticlePreview, DroppedLine, PreviewClaim } from "@/api/types";
import { CodePoints, type Span } from "@/lib/offsets";
import { begin, type Corrections } from "./cut";

/** Objects for the tests of this folder. */

// Signs beyond the basic plane stand before what is corrected, so that a count of units shows.
export const TEXT = [
  "🚢 Harbor News",
  "The ferry 🌧 stayed in port, the harbor master said. “We wait,” she added.",
  "Share this",
  "Two captains said that nobody asked them. Who pays for it?",
].join("\r\n");

/** Give the span of `part` in `text`, counted in code points. */
export function spanOf(part: string, text = TEXT): Span {
  const units = text.indexOf(part);
  const start = new CodePoints(text).toPoints(units);
  return { start, end: start + new CodePoints(part).length };
}

export function proposed(part: string, found: Partial<PreviewClaim> = {}): PreviewClaim {
  const nothing = { source: null, cue: null, source_type: "unattributed", score: 0, rule: "" };
  return { ...spanOf(part), excluded: false, ...nothing, ...found };
}

export function left(part: string, reason: string): DroppedLine {
  return { ...spanOf(part), reason };
}

export const FERRY = "The ferry 🌧 stayed in port, the harbor master said.";
export const WAIT = "“We wait,” she added.";
export const CAPTAINS = "Two captains said that nobody asked them.";
export const QUESTION = "Who pays for it?";

export function makePreview(change: Partial<ArticlePreview> = {}): ArticlePreview {
  return {
    title: "Ferry stays",
    outlet: "",
    author: "",
    url: "",
    published_on: null,
    language: "",
    text: TEXT,
    words: 24,
    notes: [],
    dropped: [left("🚢 Harbor News", "navigation"), left("Share this", "share")],
    sentences: [FERRY, WAIT, CAPTAINS, QUESTION].map((part) => spanOf(part)),
    claims: [
      proposed(FERRY, {
        source: spanOf("the harbor master"),
        cue: spanOf("said"),
        source_type: "anonymous",
        score: 0.91,
        rule: "described, not named",
      }),
      proposed(WAIT),
      proposed(CAPTAINS),
      proposed(QUESTION, { excluded: true, rule: "a question" }),
    ],
    suggests: true,
    threshold: 0.7,
    version: "3",
    ...change,
  };
}

export function begun(change: Partial<ArticlePreview> = {}): Corrections {
  return begin(makePreview(change));
}

/** Give the words of each claim; those of an excluded one in parentheses. */
export function quotes({ cut, points }: Corrections): string[] {
  return cut.claims.map((claim) =>
    claim.excluded ? `(${points.slice(claim)})` : points.slice(claim),
  );
}
