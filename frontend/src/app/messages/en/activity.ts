import { count } from "@/lib/numbers";
import { plural } from "./plural";

const places = (n: number) => plural(n, "place", "places");
const articles = (n: number) => plural(n, "article", "articles");
const answers = (n: number) => plural(n, "answer", "answers");
const claims = (n: number) => plural(n, "claim", "claims");

/** What somebody did, one sentence a kind; `who` comes first in each. */
const acts = {
  project_created: (who: string) => `${who} created the project`,
  settings_changed: (who: string) => `${who} changed the settings`,
  source_types_changed: (who: string) => `${who} changed the source types`,
  guidelines_published: (who: string, number: number) =>
    `${who} published revision ${count(number)} of the guidelines`,
  queue_changed: (who: string) => `${who} changed the queue`,
  member_invited: {
    mail: {
      lead: (who: string, email: string) => `${who} invited ${email} as a lead`,
      annotator: (who: string, email: string) => `${who} invited ${email} as an annotator`,
      viewer: (who: string, email: string) => `${who} invited ${email} as a viewer`,
    },
    link: {
      lead: (who: string, n: number) => `${who} made a link for leads, with ${places(n)}`,
      annotator: (who: string, n: number) => `${who} made a link for annotators, with ${places(n)}`,
      viewer: (who: string, n: number) => `${who} made a link for viewers, with ${places(n)}`,
    },
  },
  invitation_revoked: {
    mail: (who: string, email: string) => `${who} revoked the invitation for ${email}`,
    link: {
      lead: (who: string) => `${who} revoked a link for leads`,
      annotator: (who: string) => `${who} revoked a link for annotators`,
      viewer: (who: string) => `${who} revoked a link for viewers`,
    },
  },
  member_joined: {
    lead: (who: string) => `${who} joined as a lead`,
    annotator: (who: string) => `${who} joined as an annotator`,
    viewer: (who: string) => `${who} joined as a viewer`,
  },
  member_changed: {
    lead: (who: string, whom: string) => `${who} made ${whom} a lead`,
    annotator: (who: string, whom: string) => `${who} made ${whom} an annotator`,
    viewer: (who: string, whom: string) => `${who} made ${whom} a viewer`,
    limit: (who: string, whom: string, n: number) =>
      `${who} set the limit of ${whom} to ${articles(n)}`,
    noLimit: (who: string, whom: string) => `${who} took away the limit of ${whom}`,
    other: (who: string, whom: string) => `${who} changed ${whom}’s part`,
  },
  member_deactivated: (who: string, whom: string) => `${who} deactivated ${whom}`,
  member_left: (who: string) => `${who} left the project`,
  member_restored: (who: string, whom: string) => `${who} reactivated ${whom}`,
  article_added: (who: string, title: string, n: number) =>
    `${who} added “${title}”, with ${claims(n)}`,
  article_changed: (who: string, title: string) => `${who} corrected “${title}”`,
  import_started: (who: string, name: string) => `${who} began to import ${name}`,
  import_resumed: (who: string, name: string) => `${who} went on with the import of ${name}`,
  import_ended: {
    done: (who: string, name: string) => `${who} finished the import of ${name}`,
    canceled: (who: string, name: string) => `${who} stopped the import of ${name}`,
    failed: (who: string, name: string) => `${who} could not finish the import of ${name}`,
  },
  articles_assigned: (who: string, whom: string, n: number) =>
    `${who} gave ${whom} ${articles(n)} by name`,
  assignment_withdrawn: (who: string, whom: string, title: string) =>
    `${who} took “${title}” away from ${whom}`,
  proposal_decided: {
    accepted: {
      split: (who: string, by: string, title: string) =>
        `${who} split a claim of “${title}”, as ${by} had proposed`,
      merge: (who: string, by: string, title: string) =>
        `${who} merged two claims of “${title}”, as ${by} had proposed`,
      exclude: (who: string, by: string, title: string) =>
        `${who} excluded a claim of “${title}”, as ${by} had proposed`,
    },
    declined: {
      split: (who: string, by: string, title: string) =>
        `${who} declined ${by}’s proposal to split a claim of “${title}”`,
      merge: (who: string, by: string, title: string) =>
        `${who} declined ${by}’s proposal to merge two claims of “${title}”`,
      exclude: (who: string, by: string, title: string) =>
        `${who} declined ${by}’s proposal to exclude a claim of “${title}”`,
    },
  },
  answers_imported: (who: string, n: number) => `${who} imported ${answers(n)}`,
  recomputation_started: {
    repair: (who: string) => `${who} had all agreement counted anew, to repair it`,
    labels_changed: (who: string) => `${who} had all agreement counted anew, as labels changed`,
    many_changes: (who: string) => `${who} had all agreement counted anew, after many changes`,
    nightly: (who: string) => `${who} had all agreement counted anew, as every night`,
    other: (who: string) => `${who} had all agreement counted anew`,
  },
  training_started: (who: string, n: number) =>
    `${who} began to train suggestions on ${articles(n)}`,
  labels_exported: {
    codes: (who: string) => `${who} exported the labels`,
    names: (who: string) => `${who} exported the labels with names`,
  },
  snapshot_started: (who: string) => `${who} asked for a snapshot`,
  snapshot_deleted: {
    done: (who: string, digest: string) => `${who} deleted the snapshot ${digest}…`,
    unfinished: (who: string) => `${who} deleted a snapshot that was not done`,
  },
  answer_created: {
    answered: (who: string, claim: number, title: string, answer: string) =>
      `${who} answered claim ${count(claim)} of “${title}”: ${answer}`,
    skipped: (who: string, claim: number, title: string) =>
      `${who} skipped claim ${count(claim)} of “${title}”`,
  },
  answer_changed: {
    answered: (who: string, claim: number, title: string, answer: string, before: string) =>
      `${who} changed the answer to claim ${count(claim)} of “${title}” to ${answer}; it was ${before}`,
    skipped: (who: string, claim: number, title: string, before: string) =>
      `${who} skipped claim ${count(claim)} of “${title}” after all; it was ${before}`,
    rest: (who: string, claim: number, title: string) =>
      `${who} changed what goes with the answer to claim ${count(claim)} of “${title}”`,
  },
  answer_withdrawn: (who: string, claim: number, title: string, before: string) =>
    `${who} took back the answer to claim ${count(claim)} of “${title}”; it was ${before}`,
};

/** What goes with it, a line each. */
const beside = {
  copiedFrom: (project: string) => `Set up as ${project} is`,
  note: (text: string) => `“${text}”`,
  invitedBy: (who: string) => `Invited by ${who}`,
  released: (n: number) => `${articles(n)} went back to the queue`,
  imported: (stored: number, known: number, failed: number) =>
    `${count(stored)} stored, ${count(known)} known already, ${count(failed)} not stored`,
  answersImported: (created: number, changed: number, same: number) =>
    `${count(created)} new, ${count(changed)} changed, ${count(same)} the same as before`,
  sentByLead: "Imported by a lead",
  file: (name: string) => `As ${name}`,
  filters: (list: string) => `Only answers ${list}`,
  withText: "With the articles’ texts",
  added: (names: string) => `Added: ${names}`,
  changed: (names: string) => `Changed: ${names}`,
  restored: (names: string) => `To be chosen again: ${names}`,
  archived: (names: string) => `Archived: ${names}`,
  deleted: (names: string) => `Deleted: ${names}`,
  reordered: "Put in another order",
  setting: (what: string, now: string, before: string) => `${what}: ${now}; it was ${before}`,
};

/** Which answers were exported. */
const filterWords = {
  since: (day: string) => `from ${day}`,
  until: (day: string) => `up to ${day}`,
  revisions: (list: string) => `under guidelines ${list}`,
  annotators: (list: string) => `by ${list}`,
  outlets: (list: string) => `on articles of ${list}`,
  decided: () => "on decided claims",
  min_votes: (n: string) => `on claims with ${n} or more votes`,
};

const settings = {
  name: "Name",
  language: "Language",
  state: "State",
  overlap: "Annotators an article",
  confidence_words: "Confidence scale",
  learned_suggestions: "Learned suggestions",
  order: "Order of the queue",
  seed: "Seed of the order",
  suggestion_mode: "Suggestions to annotators",
  suggestion_hidden_share: "Hidden in % of the articles",
  suggestion_threshold: "Offered for one key from",
};

const values = {
  state: { draft: "draft", open: "open", closed: "closed" },
  order: { oldest: "oldest first", random: "by chance", uncertain: "most uncertain first" },
  suggestion_mode: { hidden: "none", shown: "with every article", share: "with some articles" },
  yes: "on",
  no: "off",
  none: "none",
};

export const activity = {
  title: "Activity",
  text: "Who did what in this project, the newest first.",
  leadOnly: "The activity of a project is for its leads.",
  backToDashboard: "Back to the dashboard",
  loading: "Loading the activity…",
  failed: "The activity could not be loaded.",
  failedMore: "What came before could not be loaded.",
  filters: "Filter the activity",
  kind: "What",
  groups: {
    all: "Everything",
    answers: "Answers",
    articles: "Articles",
    people: "People",
    guidelines: "Guidelines",
    settings: "Settings",
    exports: "Exports",
  },
  person: "Who",
  everybody: "Everybody",
  former: "Former members",
  since: "From (UTC)",
  until: "To (UTC)",
  clear: "Show everything",
  download: "Download as CSV",
  emptyTitle: "Nothing has happened yet",
  empty: "What people set up, import and answer will be listed here.",
  noMatchTitle: "Nothing matches",
  noMatch: "Nothing of this kind was done, by this person, in this time.",
  fresh: (n: number) => `Show ${plural(n, "new entry", "new entries")}`,
  freshMany: (n: number) => `Show more than ${count(n)} new entries`,
  more: "Show earlier",
  end: "That is where the project began.",
  today: (date: string) => `Today, ${date}`,
  yesterday: (date: string) => `Yesterday, ${date}`,
  itself: "OnRecord",
  untitled: "Untitled",
  noOutlet: "no outlet",
  answer: (type: string, confidence: number, of: number) =>
    `${type}, ${count(confidence)} of ${count(of)}`,
  skipped: "skipped",
  acts,
  beside,
  filterWords,
  settings,
  values,
};
