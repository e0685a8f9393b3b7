import { count } from "@/lib/numbers";
import { guidelinesEditor } from "./guidelinesEditor";
import { plural } from "./plural";
import { sourceTypes } from "./sourceTypes";

const answers = (n: number) => plural(n, "answer", "answers");
const claims = (n: number) => plural(n, "claim", "claims");

export const setup = {
  sourceTypes,
  guidelinesEditor,

  saving: {
    save: "Save",
    saving: "Saving…",
    saved: "Saved.",
    notSaved: "This could not be saved. What you entered is still here.",
    problems: "Put this right first:",
  },

  /** By the code of a refusal that only leads meet. */
  refusals: {
    precondition_failed:
      "Somebody else has changed these settings meanwhile. Nothing was saved. Save again to keep yours, or reload the page to see theirs.",
    confidence_in_use: "Answers use the point that was taken away, so it stays.",
    built_in_source_types_stay: "Source types that every project has cannot be removed.",
  },

  newProject: {
    title: "New project",
    intro: "A name is enough. All the rest has good defaults and can be changed later.",
    formTitle: "About the project",
    name: "Name",
    nameHint: "As everybody will see it.",
    nameMissing: "Give the project a name.",
    nameLong: (most: number) => `A name has at most ${count(most)} characters.`,
    overlap: "Answers a claim",
    overlapHint: "How many people answer each claim, independently of each other.",
    overlapWrong: (least: number, most: number) =>
      `Give a whole number from ${count(least)} to ${count(most)}.`,
    overlapAlone: "One answer a claim is the least work, but agreement needs two.",
    overlapWork: (overlap: number) =>
      `An article with ${claims(20)} is ${answers(20 * overlap)}, given by ${plural(overlap, "person", "people")}.`,
    copy: "Take settings from",
    copyHint:
      "Source types, confidence scale, queue and guidelines as they are there now. People and articles are not taken along.",
    copyNone: "No project: use the defaults",
    create: "Create the project",
    creating: "Creating…",
    cancel: "Cancel",
    failed: "The project could not be created. What you entered is still here.",
    notYours: "You cannot create projects yet",
    notYoursText:
      "Those who lead a project can, and those who run this installation. Ask one of them.",
    backToProjects: "Back to projects",
    defaultsTitle: "What the project starts with",
    defaults: {
      types: "The five source types: named, anonymous, official statement, unattributed, unclear.",
      confidence: "A confidence scale of three points: low, medium, high.",
      guidelines: "Guidelines that you can use as they are, as revision 1.",
      suggestions: "Suggestions are hidden from annotators; articles come oldest first.",
    },
  },

  nextSteps: {
    title: "Next steps",
    text: "The project is there and takes answers. Three things get it going.",
    invite: "Invite people",
    inviteText: "By link or by email, as annotators, viewers or leads.",
    import: "Import articles",
    importText: "A file, a table of articles, or pasted text.",
    read: "Read the guidelines",
    readText: "They are what annotators go by; change them where your project differs.",
    done: "done",
  },

  settings: {
    title: "Settings",
    parts: "Parts of the settings",
    general: "General",
    sourceTypes: "Source types",
    queue: "Queue",
    leadOnly: "Only a lead changes the settings of a project.",
    backToDashboard: "Back to the dashboard",
  },

  general: {
    intro: "Each part is saved by itself and holds at once.",

    nameTitle: "Name",
    nameText: (address: string) =>
      `The address ${address} stays as it is, so that links keep working.`,
    name: "Name of the project",

    stateTitle: "State",
    stateLegend: "The project is",
    states: {
      draft: { name: "In preparation", hint: "Nobody can answer yet. Everything can be set up." },
      open: { name: "Open", hint: "Articles are handed out and answers are taken." },
      closed: {
        name: "Closed",
        hint: "No answers are taken and nothing is handed out. Everything stays readable, figures and exports too, and it can be opened again.",
      },
    },
    closing:
      "An answer that was given and not yet sent stays in that person’s browser, which says so; it is not taken while the project is closed.",

    overlapTitle: "Answers a claim",
    overlapText: "How many people answer each claim, independently of each other.",
    overlap: "Answers a claim",
    overlapWork: (claimCount: number, overlap: number, given: number) =>
      `${claims(claimCount)} with ${answers(overlap)} each: ${answers(claimCount * overlap)} in all, ${count(given)} given so far.`,
    overlapMore:
      "Articles that were full get free places, and come again to those who have not answered them.",
    overlapFewer: "Those who have an article keep it. No answer is lost, and all of them count.",
    noClaims: "There are no claims yet.",

    confidenceTitle: "Confidence scale",
    confidenceText:
      "The points annotators choose from to say how sure they are, the least sure first. What each one means belongs in the guidelines.",
    toGuidelines: "Write it in the guidelines",
    point: (value: number) => `Word of point ${count(value)}`,
    pointMissing: (value: number) => `Point ${count(value)} needs a word.`,
    pointLong: (value: number, most: number) =>
      `Point ${count(value)}: a word has at most ${count(most)} characters.`,
    pointTwice: (value: number, other: number) =>
      `Points ${count(other)} and ${count(value)} have the same word.`,
    addPoint: "Add a point",
    removePoint: (value: number) => `Remove point ${count(value)}`,
    pointAdded: (value: number) => `Point ${count(value)} was added.`,
    pointRemoved: (value: number) => `Point ${count(value)} was removed.`,
    pointsStay:
      "Answers keep the number of their point. So a point is added or removed at the upper end only, and one that answers use stays. Other words can be given at any time: they then stand for the same numbers.",
    pointsRecount: "With another number of points, agreement on confidence is counted anew.",
    asSeen: "As annotators see it",

    suggestionsTitle: "Suggestions",
    suggestionsText: {
      hidden: "Annotators see no suggestions.",
      shown: "Annotators see suggestions with every article.",
      share: "Annotators see suggestions with some articles.",
    },
    suggestionsWhere: "This is set up with the queue, as is the order of the articles.",
    toQueue: "To the queue",
  },
};
