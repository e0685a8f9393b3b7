import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "@/api/types";
import { makeEntry, PROJECT } from "./testing";
import { tell } from "./words";

const told = (kind: ActivityEntry["kind"], details: object = {}) =>
  tell(makeEntry({ kind, details: { ...details } }), PROJECT);
const sentence = (kind: ActivityEntry["kind"], details: object = {}) =>
  told(kind, details).sentence;

const FERRY = { article: "Ferry to end in March", article_id: 44, claim: 512, number: 3 };
const NAMED = { source_type: "named", confidence: 3, skipped: false };
const ANONYMOUS = { source_type: "anonymous", confidence: 1, skipped: false };
const SKIPPED = { source_type: null, confidence: null, skipped: true };

/** What the server notes, by kind, and what is made of it. */
const SENTENCES: readonly [ActivityEntry["kind"], object, string][] = [
  ["project_created", {}, "Lena created the project"],
  ["settings_changed", {}, "Lena changed the settings"],
  ["source_types_changed", {}, "Lena changed the source types"],
  ["queue_changed", {}, "Lena changed the queue"],
  ["guidelines_published", { number: 2 }, "Lena published revision 2 of the guidelines"],
  [
    "member_invited",
    { role: "annotator", email: "", places: 5 },
    "Lena made a link for annotators, with 5 places",
  ],
  [
    "member_invited",
    { role: "lead", email: "ben@news.example", places: 1 },
    "Lena invited ben@news.example as a lead",
  ],
  ["invitation_revoked", { role: "viewer", email: "" }, "Lena revoked a link for viewers"],
  ["member_joined", { role: "annotator", name: "Lena" }, "Lena joined as an annotator"],
  [
    "member_changed",
    { name: "Ben", before: { role: "viewer" }, after: { role: "lead" } },
    "Lena made Ben a lead",
  ],
  [
    "member_changed",
    { name: "Ben", before: { quota: null }, after: { quota: 1 } },
    "Lena set the limit of Ben to 1 article",
  ],
  [
    "member_changed",
    { name: "Ben", before: { quota: 1 }, after: { quota: null } },
    "Lena took away the limit of Ben",
  ],
  ["member_deactivated", { user_id: 7, name: "Ben" }, "Lena deactivated Ben"],
  ["member_deactivated", { user_id: 3, name: "Lena" }, "Lena left the project"],
  ["member_restored", { name: "Ben" }, "Lena reactivated Ben"],
  [
    "article_added",
    { article: "", article_id: 44, claims: 1 },
    "Lena added “Untitled”, with 1 claim",
  ],
  [
    "article_changed",
    { ...FERRY, changes: { language: ["", "de"] } },
    "Lena corrected “Ferry to end in March”",
  ],
  ["import_started", { name: "may.csv", resumed: false }, "Lena began to import may.csv"],
  ["import_started", { name: "may.csv", resumed: true }, "Lena went on with the import of may.csv"],
  ["import_ended", { name: "may.csv", state: "canceled" }, "Lena stopped the import of may.csv"],
  ["articles_assigned", { annotator: "Ben", articles: 4 }, "Lena gave Ben 4 articles by name"],
  [
    "assignment_withdrawn",
    { annotator: "Ben", ...FERRY },
    "Lena took “Ferry to end in March” away from Ben",
  ],
  [
    "proposal_decided",
    { accepted: true, change: "merge", proposed_by: "Ben", ...FERRY },
    "Lena merged two claims of “Ferry to end in March”, as Ben had proposed",
  ],
  [
    "proposal_decided",
    { accepted: false, change: "split", proposed_by: "Ben", ...FERRY },
    "Lena declined Ben’s proposal to split a claim of “Ferry to end in March”",
  ],
  ["answers_imported", { created: 8, changed: 2, unchanged: 5 }, "Lena imported 10 answers"],
  [
    "recomputation_started",
    { reason: "repair" },
    "Lena had all agreement counted anew, to repair it",
  ],
  ["training_started", { articles: 40 }, "Lena began to train suggestions on 40 articles"],
  ["labels_exported", { names: false }, "Lena exported the labels"],
  ["labels_exported", { names: true }, "Lena exported the labels with names"],
  ["snapshot_started", {}, "Lena asked for a snapshot"],
  ["snapshot_deleted", { digest: "3f9a0c1d2e4b5a6978" }, "Lena deleted the snapshot 3f9a0c1d2e4b…"],
  ["snapshot_deleted", { digest: "" }, "Lena deleted a snapshot that was not done"],
  [
    "answer_created",
    { ...FERRY, before: null, after: NAMED },
    "Lena answered claim 3 of “Ferry to end in March”: Named source, 3 of 3",
  ],
  [
    "answer_created",
    { ...FERRY, before: null, after: SKIPPED },
    "Lena skipped claim 3 of “Ferry to end in March”",
  ],
  [
    "answer_changed",
    { ...FERRY, before: NAMED, after: ANONYMOUS },
    "Lena changed the answer to claim 3 of “Ferry to end in March” to Anonymous source, 1 of 3; it was Named source, 3 of 3",
  ],
  [
    "answer_changed",
    { ...FERRY, before: NAMED, after: { ...NAMED, note: "Sure." } },
    "Lena changed what goes with the answer to claim 3 of “Ferry to end in March”",
  ],
  [
    "answer_withdrawn",
    { ...FERRY, before: NAMED, after: null },
    "Lena took back the answer to claim 3 of “Ferry to end in March”; it was Named source, 3 of 3",
  ],
];

describe("The log, in words,", () => {
  it.each(SENTENCES)("says of %s %j", (kind, details, words) => {
    expect(sentence(kind, details)).toBe(words);
  });

  it("names OnRecord where nobody did it", () => {
    const entry = makeEntry({
      actor: null,
      kind: "import_ended",
      details: { name: "may.csv", state: "done", stored: 118, duplicates: 2, failed: 0 },
    });

    expect(tell(entry, PROJECT)).toEqual({
      sentence: "OnRecord finished the import of may.csv",
      beside: ["118 stored, 2 known already, 0 not stored"],
    });
  });

  it("says the language of an article by its name", () => {
    const changes = { language: ["", "pt-BR"] };

    expect(told("article_changed", { ...FERRY, changes }).beside).toEqual([
      "Language: Portuguese (Brazil); it was none",
    ]);
  });

  it("says what of the settings changed", () => {
    const changes = {
      state: ["draft", "open"],
      overlap: [2, 3],
      confidence_words: [
        ["Low", "High"],
        ["Low", "Medium", "High"],
      ],
      learned_suggestions: [false, true],
      order: ["oldest", "random"],
      something_newer: ["a", "b"],
    };

    expect(told("settings_changed", { changes }).beside).toEqual([
      "State: open; it was draft",
      "Annotators an article: 3; it was 2",
      "Confidence scale: Low, Medium, High; it was Low, High",
      "Learned suggestions: on; it was off",
      "Order of the queue: by chance; it was oldest first",
      "something_newer: b; it was a",
    ]);
  });

  it("says what became of source types", () => {
    expect(
      told("source_types_changed", { added: ["Rumor"], archived: ["Old", "Odd"], reordered: true })
        .beside,
    ).toEqual(["Added: Rumor", "Archived: Old, Odd", "Put in another order"]);
  });

  it("says which answers were exported, and how", () => {
    const filters = { since: "2026-05-04", outlets: ["Post", ""], decided: true, min_votes: 2 };
    const of = "Only answers from 2026-05-04, on articles of Post, no outlet, on decided claims";

    expect(told("labels_exported", { file: "claims.csv", filters }).beside).toEqual([
      "As claims.csv",
      `${of}, on claims with 2 or more votes`,
    ]);
    expect(told("snapshot_started", { filters: { newer: 1 }, text: true }).beside).toEqual([
      "Only answers newer 1",
      "With the articles’ texts",
    ]);
    expect(told("labels_exported", { filters: {} }).beside).toEqual([]);
  });

  it("names the first of many articles that were given", () => {
    const details = { annotator: "Ben", articles: 12, titles: ["One", "", "Three"] };

    expect(told("articles_assigned", details).beside).toEqual(["One, Untitled, Three …"]);
  });

  it("reads what an older version noted, whatever is missing", () => {
    for (const [kind] of SENTENCES) {
      expect(sentence(kind)).toMatch(/^Lena /);
      expect(tell(makeEntry({ kind, details: null as never }), PROJECT).sentence).not.toMatch(
        /undefined|NaN|\[object/,
      );
    }
  });
});
