import { count } from "@/lib/numbers";
import { plural } from "./plural";

const NEEDS_TWO = "Agreement needs two people on the same claims.";

export const dashboard = {
  title: "Dashboard",
  heading: (project: string) => `Dashboard of ${project}`,
  figures: {
    source_type: "Agreement on source type",
    confidence: "Agreement on confidence",
  },
  coefficient: { nominal: "Krippendorff’s α", ordinal: "Krippendorff’s α, ordinal" },
  notYet: "Not yet",
  undefined: "Undefined",
  bands: {
    reliable: "At .80 or above: conclusions can rest on these answers.",
    tentative: ".667–.80: tentative conclusions.",
    too_low: "Below .667: too low to draw conclusions.",
    below_chance: "Below 0: people agree less often than chance would have them.",
  },
  reasons: {
    no_data: (claims: number) =>
      claims === 0
        ? `${NEEDS_TWO} There are no claims yet.`
        : `${NEEDS_TWO} None of the ${plural(claims, "claim", "claims")} has an answer yet.`,
    left_out: `${NEEDS_TWO} No answer counts here: skipped claims do not, nor does what the filters leave out.`,
    not_counted: "Answers are saved but not counted yet. The first figures follow.",
    insufficient_raters: (answered: number, claims: number) =>
      `${NEEDS_TWO} So far one person has answered ${count(answered)} of ${plural(claims, "claim", "claims")}.`,
    no_pairable_units: (answered: number, people: number) =>
      `${NEEDS_TWO} So far ${plural(people, "person has", "people have")} answered ${plural(answered, "claim", "claims")}, none of them in common.`,
    no_variation: (percentAgreement: string) =>
      `Everybody gave the same answer, so chance-corrected agreement is undefined; percent agreement is ${percentAgreement}.`,
    single_unit: "Only one claim has been answered by two people. Agreement needs more of them.",
    single_article: "All answers are from one article. Agreement needs more of them.",
  },
  interval: (low: string, high: string, of: string) => `95% interval ${low} to ${high}, ${of}`,
  intervalOf: {
    articles: (articles: number) => `clustered by ${plural(articles, "article", "articles")}`,
    units: (claims: number) => `over ${plural(claims, "claim", "claims")}`,
  },
  noInterval: {
    ok: "No 95% interval could be computed.",
    no_data: "No 95% interval: there are no answers.",
    insufficient_raters: "No 95% interval: only one person has answered.",
    no_pairable_units: "No 95% interval: no claim was answered by two people.",
    no_variation: "No 95% interval: everybody gave the same answer.",
    single_unit: "No 95% interval: only one claim was answered by two people.",
    single_article: "No 95% interval: all claims are from one article.",
  },
  atLeast: (tentative: string, reliable: string) =>
    `Probability of .667 or more: ${tentative}, of .80 or more: ${reliable}`,
  bar: (value: string, interval: string) =>
    `On a scale from 0 to 1 with marks at .667 and .80: α ${value}. ${interval}`,
  barEmpty: "A scale from 0 to 1 with marks at .667 and .80, without a value yet",
  gwet: { identity: "AC1", ordinal: "AC2" },
  other: (name: string, value: string) => `${name} ${value}`,
  otherWithin: (name: string, value: string, low: string, high: string) =>
    `${name} ${value} (${low} to ${high})`,
  prevalence: (other: string) =>
    `Percent agreement is far above α, as can happen where one answer is so frequent that people often agree by chance. Read ${other} beside α.`,
  cautions: {
    one_article:
      "All claims are from one article: the interval cannot show how other articles would differ.",
    few_articles: "Fewer than 30 articles: the interval may be too short.",
    few_units: "Fewer than 50 claims: the interval may be too short.",
    skewed_labels: "One answer is very frequent among few claims: the interval may be too short.",
  },
  copyMethods: "Copy methods paragraph",
  copyMethodsFailed: "Copying failed; try again",
  methodsTitle: "Methods paragraph",
  methodsByHand: "Your browser did not let this page copy. Copy it from here.",
  basis: (claims: number, people: number) =>
    `α of ${plural(claims, "claim", "claims")} answered by at least two people, ${plural(people, "annotator", "annotators")}`,
  percentAgreement: (share: string) => `percent agreement ${share}`,
  computed: "computed",
  changed: (figure: string, value: string, meaning: string) => `${figure}: ${value}. ${meaning}`,
  progress: "Progress",
  live: {
    counted: "Up to date: every saved answer is counted.",
    pending: (changes: number) =>
      `Catching up: ${plural(changes, "change", "changes")} not yet counted.`,
    pendingMany: (changes: number) =>
      `Catching up: ${count(changes)} changes or more not yet counted.`,
    recomputing: (done: number, parts: number) =>
      `Counting everything anew: ${count(done)} of ${plural(parts, "part", "parts")}.`,
    recomputingAll: "Counting everything anew.",
    fromBefore: "The figures are from before.",
    noWorker: (minutes: number) =>
      `No worker has been seen for ${minutes} min. Answers are safe and will be counted once it is back.`,
    noWorkerEver:
      "No worker has been seen yet. Answers are safe and will be counted once one is there.",
    unreachable: "The server cannot be reached. These are the last figures; we keep trying.",
  },
  countAnew: "Count everything anew",
  countAnewProgress: "Parts that are counted anew",
  countAnewFailed: (reason: string) =>
    `Counting anew could not begin. ${reason} The figures are as they were; try again.`,
  alarms: {
    failed: {
      title: (at: string) => `Counting has failed since ${at}.`,
      text: (detail: string) =>
        `${detail} Every answer is kept, and the figures below are from before. Once the cause is mended, counting goes on by itself; if it does not, tell whoever runs this installation.`,
    },
    difference: {
      title: (at: string) => `The nightly check of ${at} found a difference and repaired it.`,
      text: () =>
        "Figures that had been counted bit by bit differed from a count from scratch. Every answer is kept, and the figures below are from scratch. Tell whoever runs this installation; this note goes with the next check that finds nothing.",
    },
  },
  failedAgreement: "The agreement could not be loaded.",
  failedProgress: "The progress could not be loaded.",
  failedSpeed: "The times could not be loaded.",
  noArticlesTitle: "Start with one article",
  noArticles: "Its sentences become claims for your annotators to judge.",
  importArticle: "Import an article",
};
