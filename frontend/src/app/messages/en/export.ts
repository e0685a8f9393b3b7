import { count } from "@/lib/numbers";
import { agreement, comparing, deleting, distribution, files, snapshots } from "./snapshots";

const claims = {
  title: "Claims",
  all: "all",
  decided: "decided",
  votes: (n: number) => `${count(n)} or more votes`,
  both: (n: number) => `decided, ${count(n)} or more votes`,
  onlyDecided: "Only decided claims",
  decidedHint: "Answered by as many as the project asks for, and most of them agree.",
  least: "Least number of votes",
  votesHint: "Skipping a claim is a vote, too.",
};

const download = {
  title: "Download now",
  text: "All that is saved now. It is sent as it is read, so that even the largest project begins at once.",
  rows: "One row for each",
  rowsOf: {
    claims: {
      name: "Claim",
      hint: "With every vote, the majority, vote shares, the decision and its agreement.",
    },
    annotations: {
      name: "Answer",
      hint: "What one annotator said of one claim, with confidence, times and guidelines.",
    },
  },
  format: "Format",
  formatHints: {
    jsonl: "One JSON object a line: nothing is lost, and every tool reads it.",
    csv: "For spreadsheets: a column a value. No cell can begin a formula.",
    parquet: "For training: typed columns, small and quick to load.",
    jsonld: "The W3C’s standard, as JSON-LD: each claim as an annotation of its article.",
    conll:
      "Tokens with IOB2 tags of claim, source and cue, for sequence models. The words of the articles are in it.",
  },
  compress: "Compression",
  noCompression: "None",
  withText: "Include the article’s text",
  withTextHint: "Otherwise each row has the quote, some words around it, and the text’s hash.",
  withNames: "Say who answered",
  withNamesHint: "Otherwise annotators go by the codes of this project.",
  namesWarning:
    "The file will say who gave which answer. Keep it as you would keep any record of your colleagues’ work, and do not publish it. The activity notes that names were exported.",
  download: "Download",
  byApi: "The same by API",
  tokenHint: "The command reads an API token from ONRECORD_TOKEN.",
  makeToken: "Make a token",
  library: "Read it with",
  inPython: "In Python",
};

const form = {
  title: "Take a snapshot",
  text: "A snapshot never changes. Its digest names exactly these labels, so that a paper can cite them and anyone can check that they train on the same.",
  files: "Files",
  parquetHint: "In every snapshot: it is what loads in one line.",
  withText: "Include the articles’ texts",
  withTextHint: "Only where you may pass them on.",
  splits: "Splits",
  split: "Split for training and testing",
  splitHint: "No article, and no near-duplicate of one, is ever in two splits.",
  names: { train: "Train", validation: "Validation", test: "Test" },
  sharesNumbers: "Give each share as a whole number of percent.",
  sharesSum: (sum: number) => `The shares must add up to 100 %, not ${count(sum)} %.`,
  sharesTrain: "Something must be left to train on.",
  by: "Keep together",
  bys: { article: "Articles", outlet: "Outlets", period: "Time" },
  byHints: {
    article: "All claims of an article are in one split.",
    outlet:
      "All articles of an outlet are in one split: for how a model does on papers it never saw.",
    period: "The newest articles are the test: for how a model does on news to come.",
  },
  more: "More",
  seed: "Seed",
  seedHint: "The same seed splits the same articles in the same way.",
  seedNumber: "Give the seed as a whole number from 0 on.",
  similarity: "Near-duplicate from",
  similarityHint: "This much of the shorter text must stand in the longer one, word for word.",
  similarityNumber: "Give the similarity as a whole number from 30 to 100 %.",
  notYet: "This cannot be asked for yet.",
  take: "Take a snapshot",
  asking: "Asking…",
  begun: "Asked for: it is the first in the list below.",
  failed: "This could not be done now. Nothing was changed; try again.",
};

export const exporting = {
  title: "Export",
  intro:
    "Labels for training and for papers: as a file of this moment, or as a snapshot that never changes.",
  filtersText: "The filters choose which answers count, in a download and in a new snapshot.",
  claims,
  download,
  form,
  snapshots,
  files,
  distribution,
  agreement,
  comparing,
  deleting,
};
