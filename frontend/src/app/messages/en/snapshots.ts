import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");
const articles = (n: number) => plural(n, "article", "articles");

export const snapshots = {
  title: "Snapshots",
  one: "Snapshot",
  about: "About this snapshot",
  titleOf: (at: string) => `Snapshot of ${at}`,
  loading: "Loading the snapshots…",
  loadingOne: "Loading the snapshot…",
  failed: "The snapshots could not be loaded.",
  failedMore: "The older snapshots could not be loaded.",
  failedOne: "The snapshot could not be loaded.",
  stale: "The server does not answer. This is how it stood last.",
  offline: "You are offline. This is how it stood last.",
  gone: "There is no such snapshot: it may have been deleted.",
  emptyTitle: "No snapshot yet",
  empty: "Take one when a paper, a model or a colleague needs labels that stay as they are.",
  columns: {
    taken: "Taken",
    what: "Content",
    claims: "Claims",
    answers: "Answers",
    size: "Size",
    digest: "Digest",
    by: "By",
  },
  by: (who: string) => `by ${who}`,
  states: { waiting: "Waiting", running: "Being taken", done: "Done", failed: "Failed" },
  steps: {
    claims: "Reading the claims",
    annotations: "Reading the answers",
    splits: "Looking for near-duplicates",
    writing: "Writing the files",
    storing: "Storing the files",
  },
  soon: "A worker will begin soon",
  working: "Working",
  doneOf: (what: string, done: number, total: number) =>
    `${what}: ${count(done)} of ${count(total)}`,
  progress: "How far the snapshot is",
  again: "Try again",
  begunAgain: "Asked for again, with the same options.",
  announcedDone: (n: number) => `The snapshot is done, with ${claims(n)}.`,
  announcedFailed: "The snapshot could not be taken.",
  digestOf: (digest: string) => `the digest ${digest}`,
  delete: "Delete",
  allAnswers: "All answers",
  someAnswers: (list: string) => `Answers: ${list}`,
  revisions: (list: string) => `guidelines ${list}`,
  annotators: (list: string) => `by ${list}`,
  outlets: (list: string) => `from ${list}`,
  decided: "decided claims",
  minVotes: (n: number) => `${count(n)} or more votes`,
  andMore: (shown: string, more: string) => `${shown} and ${more} more`,
  splitsTitle: "Splits",
  noSplits: "Not split",
  splits: {
    article: (shares: string) => `Split by article: ${shares}`,
    outlet: (shares: string) => `Split by outlet: ${shares}`,
    period: (shares: string) => `Split by time: ${shares}`,
  },
  reached: (name: string, share: string) => `${name} ${share}`,
  splitNames: { train: "train", validation: "validation", test: "test" },
  whole: "All",
};

export const files = {
  title: "Files",
  text: "Each with its checksum: what you have is what was cited if they are the same.",
  name: "File",
  rows: "Rows",
  size: "Size",
  sumOf: (name: string) => `the SHA-256 of ${name}`,
  download: "Download",
  downloadOf: (name: string) => `Download ${name}`,
  fetching: "All files by API",
  loading: "Then, in Python",
};

export const distribution = {
  title: "Labels in each split",
  titleWhole: "Labels",
  text: "Claims by the label that most gave. The shares should be alike: a model is tested on what it was taught.",
  textWhole: "Claims by the label that most gave.",
  label: "Label",
  articles: (n: number) => articles(n),
  claims: (n: number) => claims(n),
  noMajority: "No majority",
  grouped: (groups: number, n: number) =>
    `${articles(n)} in ${plural(groups, "group", "groups")} of near-duplicates stay together.`,
  noGroups: "No near-duplicates were found.",
};

export const agreement = {
  title: "Agreement",
  text: "Krippendorff’s α of the answers in this snapshot, with its 95% interval.",
  variable: "What",
  alpha: "α with its 95% interval",
  claims: "Claims with two answers or more",
  variables: {
    source_type: "Source type",
    confidence: "Confidence",
    source_type_collapsed: "Source type, collapsed",
  },
  none: "Nothing in it was answered twice.",
  undefined: "undefined",
  n: (n: number) => `n ${count(n)}`,
  alone: (value: string) => `${value}, without an interval`,
  within: (value: string, low: string, high: string) => `${value}, 95% interval ${low} to ${high}`,
  said: (variable: string, value: string) => `${variable}: ${value}`,
  methods: "Copy methods paragraph",
};

export const comparing = {
  title: "Compare",
  text: "What changed between this snapshot and another one.",
  none: "There is no other snapshot to compare it with yet.",
  with: "Compare with",
  choose: "Choose a snapshot",
  older: "Older snapshots",
  comparing: "Comparing…",
  compared: "The comparison is there.",
  failed: "The two could not be compared.",
  between: (before: string, after: string) => `From ${before} to ${after}.`,
  same: "The two are the same, to the last byte.",
  added: "Claims added",
  removed: "Claims removed",
  relabeled: "Claims relabeled",
  claims: (before: number, after: number) =>
    `${count(before)} claims before, ${count(after)} after.`,
  votes: (added: number, removed: number, changed: number) =>
    `Votes: ${count(added)} added, ${count(removed)} removed, ${count(changed)} changed.`,
  fromTo: "From which label to which",
  from: "From",
  to: "To",
  columnClaims: "Claims",
  agreement: "Agreement before and after",
  difference: "Difference",
  when: {
    before: (variable: string) => `${variable}, before`,
    after: (variable: string) => `${variable}, after`,
  },
  examples: "Examples",
  which: "Claims that were",
  changes: { relabeled: "relabeled", added: "added", removed: "removed" },
  becomes: "became",
  untitled: "Untitled",
};

export const deleting = {
  title: "Delete this snapshot?",
  text: (digest: string) =>
    `Whoever cites ${digest}… will not find its files here any more. The project’s labels stay as they are, and the same labels with the same options would give the same digest again.`,
  textUnfinished: "It is still being taken, and will be stopped. The project’s labels stay.",
  textFailed: "It could not be taken, so no files are lost. The project’s labels stay.",
  keep: "Keep it",
  delete: "Delete it",
  deleting: "Deleting…",
};
