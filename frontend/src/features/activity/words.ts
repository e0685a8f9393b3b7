import type { ActivityEntry, Project, Role } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { languageName } from "@/lib/languageName";
import { count } from "@/lib/numbers";
import { type Details, detailsOf } from "./details";

const { acts, beside, filterWords, settings, values, ...m } = peopleMessages.activity;

/** By so many characters of its digest people tell a snapshot. */
const DIGEST_SHOWN = 12;

export type Labels = Pick<Project, "source_types" | "confidence_scale">;
/** What an entry says: a sentence, and a line for each thing that goes with it. */
export type Told = { sentence: string; beside: readonly string[] };

type Kind = ActivityEntry["kind"];
type Tell = (who: string, of: Details, labels: Labels, entry: ActivityEntry) => string | string[];

/** Say in words what an entry of the log means; `who` did it comes first. */
export function tell(entry: ActivityEntry, labels: Labels): Told {
  const said = TELL[entry.kind](nameOf(entry), detailsOf(entry), labels, entry);
  const [sentence = "", ...rest] = typeof said === "string" ? [said] : said;
  return { sentence, beside: rest.filter(Boolean) };
}

/** The title in a sentence that has a page of its own, and where that is; null if none has. */
export function placeIn(
  entry: ActivityEntry,
  slug: string,
): { title: string; href: string } | null {
  const of = detailsOf(entry);
  if (!of.has("article_id")) return null;
  const hash = of.has("claim") ? `#claim-${of.number("claim")}` : "";
  const href = `/projects/${slug}/articles/${of.number("article_id")}${hash}`;
  return { title: titleIn(of), href };
}

/** Who did it: somebody, or OnRecord itself. */
export function nameOf({ actor }: Pick<ActivityEntry, "actor">): string {
  return actor?.name || m.itself;
}

const TELL: Readonly<Record<Kind, Tell>> = {
  project_created: (who, of) => [
    acts.project_created(who),
    of.text("copied_from") && beside.copiedFrom(of.text("copied_from")),
  ],
  settings_changed: (who, of) => [acts.settings_changed(who), ...changesIn(of)],
  queue_changed: (who, of) => [acts.queue_changed(who), ...changesIn(of)],
  source_types_changed: (who, of) => [
    acts.source_types_changed(who),
    ...(["added", "changed", "restored", "archived", "deleted"] as const).map((what) =>
      of.list(what).length > 0 ? beside[what](listed(of.list(what))) : "",
    ),
    of.is("reordered") ? beside.reordered : "",
  ],
  guidelines_published: (who, of) => [
    acts.guidelines_published(who, of.number("number")),
    of.text("change_note") && beside.note(of.text("change_note")),
  ],
  member_invited: (who, of) =>
    of.text("email")
      ? acts.member_invited.mail[roleIn(of)](who, of.text("email"))
      : acts.member_invited.link[roleIn(of)](who, of.number("places")),
  invitation_revoked: (who, of) =>
    of.text("email")
      ? acts.invitation_revoked.mail(who, of.text("email"))
      : acts.invitation_revoked.link[roleIn(of)](who),
  member_joined: (who, of) => [
    acts.member_joined[roleIn(of)](who),
    of.text("invited_by") && beside.invitedBy(of.text("invited_by")),
  ],
  member_changed: memberChanged,
  member_deactivated: (who, of, _labels, { actor }) => [
    actor && actor.id === of.number("user_id")
      ? acts.member_left(who)
      : acts.member_deactivated(who, of.text("name")),
    of.number("released") > 0 ? beside.released(of.number("released")) : "",
  ],
  member_restored: (who, of) => acts.member_restored(who, of.text("name")),
  article_added: (who, of) => acts.article_added(who, titleIn(of), of.number("claims")),
  article_changed: (who, of) => [acts.article_changed(who, titleIn(of)), ...changesIn(of)],
  import_started: (who, of) =>
    of.is("resumed")
      ? acts.import_resumed(who, of.text("name"))
      : acts.import_started(who, of.text("name")),
  import_ended: (who, of) => [
    pick(acts.import_ended, of.text("state"), acts.import_ended.done)(who, of.text("name")),
    beside.imported(of.number("stored"), of.number("duplicates"), of.number("failed")),
    of.text("error"),
  ],
  articles_assigned: (who, of) => [
    acts.articles_assigned(who, of.text("annotator"), of.number("articles")),
    listed(
      of.list("titles").map((title) => title || m.untitled),
      of.number("articles"),
    ),
  ],
  assignment_withdrawn: (who, of) =>
    acts.assignment_withdrawn(who, of.text("annotator"), titleIn(of)),
  proposal_decided: (who, of) => {
    const decided = acts.proposal_decided[of.is("accepted") ? "accepted" : "declined"];
    return pick(decided, of.text("change"), decided.split)(
      who,
      of.text("proposed_by"),
      titleIn(of),
    );
  },
  answers_imported: (who, of) => {
    const [created, changed] = [of.number("created"), of.number("changed")];
    return [
      acts.answers_imported(who, created + changed),
      beside.answersImported(created, changed, of.number("unchanged")),
    ];
  },
  recomputation_started: (who, of) =>
    pick(acts.recomputation_started, of.text("reason"), acts.recomputation_started.other)(who),
  training_started: (who, of) => acts.training_started(who, of.number("articles")),
  labels_exported: (who, of) => [
    acts.labels_exported[of.is("names") ? "names" : "codes"](who),
    of.text("file") && beside.file(of.text("file")),
    filtersIn(of),
  ],
  snapshot_started: (who, of) => [
    acts.snapshot_started(who),
    filtersIn(of),
    of.is("text") ? beside.withText : "",
  ],
  snapshot_deleted: (who, of) =>
    of.text("digest")
      ? acts.snapshot_deleted.done(who, of.text("digest").slice(0, DIGEST_SHOWN))
      : acts.snapshot_deleted.unfinished(who),
  answer_created: (who, of, labels) => {
    const after = of.part("after");
    const said = after.is("skipped")
      ? acts.answer_created.skipped(who, of.number("number"), titleIn(of))
      : acts.answer_created.answered(
          who,
          of.number("number"),
          titleIn(of),
          answerIn(after, labels),
        );
    return [said, imported(of)];
  },
  answer_changed: (who, of, labels) => [answerChanged(who, of, labels), imported(of)],
  answer_withdrawn: (who, of, labels) => [
    acts.answer_withdrawn(
      who,
      of.number("number"),
      titleIn(of),
      answerIn(of.part("before"), labels),
    ),
    imported(of),
  ],
};

function memberChanged(who: string, of: Details): string[] {
  const whom = of.text("name");
  const after = of.part("after");
  const said = [
    after.has("role") ? acts.member_changed[roleIn(after)](who, whom) : "",
    ...after
      .entries()
      .filter(([name]) => name === "quota")
      .map(([, quota]) =>
        typeof quota === "number"
          ? acts.member_changed.limit(who, whom, quota)
          : acts.member_changed.noLimit(who, whom),
      ),
  ].filter(Boolean);
  return said.length > 0 ? said : [acts.member_changed.other(who, whom)];
}

function answerChanged(who: string, of: Details, labels: Labels): string {
  const [number, title] = [of.number("number"), titleIn(of)];
  const before = answerIn(of.part("before"), labels);
  const after = answerIn(of.part("after"), labels);
  if (before === after) return acts.answer_changed.rest(who, number, title);
  if (of.part("after").is("skipped")) {
    return acts.answer_changed.skipped(who, number, title, before);
  }
  return acts.answer_changed.answered(who, number, title, after, before);
}

function answerIn(said: Details, { source_types, confidence_scale }: Labels): string {
  if (said.is("skipped")) return m.skipped;
  const key = said.text("source_type");
  const name = source_types.find((type) => type.key === key)?.name ?? key;
  return m.answer(name, said.number("confidence"), confidence_scale.length);
}

function imported(of: Details): string {
  return of.is("imported") ? beside.sentByLead : "";
}

/** Say which settings have which values now, and had which before. */
function changesIn(of: Details): string[] {
  return of
    .part("changes")
    .entries()
    .map(([name, change]) => {
      const [before, now] = Array.isArray(change) ? change : [];
      const what = pick<string>(settings, name, name);
      return beside.setting(what, valueIn(name, now), valueIn(name, before));
    });
}

function valueIn(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? values.yes : values.no;
  if (typeof value === "number") return count(value);
  if (Array.isArray(value)) return listed(value);
  if (value === null || value === undefined || value === "") return values.none;
  if (name === "language") return languageName(String(value));
  const known = pick<unknown>(values, name, null);
  return pick(typeof known === "object" ? { ...known } : {}, String(value), String(value));
}

/** Say which answers were exported; nothing if all were. */
function filtersIn(of: Details): string {
  const said = of
    .part("filters")
    .entries()
    .map(([name, value]) => {
      const write = pick<(value: string) => string>(
        filterWords,
        name,
        (given) => `${name} ${given}`,
      );
      return write(
        Array.isArray(value) ? listed(value.map((one) => one || m.noOutlet)) : String(value),
      );
    });
  return said.length > 0 ? beside.filters(said.join(", ")) : "";
}

function titleIn(of: Details): string {
  return of.text("article") || m.untitled;
}

function roleIn(of: Details): Role {
  const role = of.text("role");
  return role === "lead" || role === "viewer" ? role : "annotator";
}

const LISTED = 8;

/** Name the first few of `all`. */
function listed(names: readonly unknown[], all = names.length): string {
  const shown = names.slice(0, LISTED);
  return `${shown.map(String).join(", ")}${all > shown.length ? " …" : ""}`;
}

/** What is known under a name, else `otherwise`. */
function pick<Value>(
  known: Readonly<Record<string, Value>>,
  name: string,
  otherwise: Value,
): Value {
  return Object.hasOwn(known, name) ? (known[name] as Value) : otherwise;
}
