import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const projects = {
  title: "Projects",
  roles: { lead: "Lead", annotator: "Annotator", viewer: "Viewer" },
  states: { draft: "Draft", open: "", closed: "Closed" },
  people: (n: number) => plural(n, "person", "people"),
  articles: (n: number) => plural(n, "article", "articles"),
  claims: (n: number) => plural(n, "claim", "claims"),
  alpha: (value: string) => `α ${value}`,
  alphaOf: "on source type",
  yourPart: (answered: number, available: number) =>
    `your part ${count(answered)} of ${count(available)}`,
  yourPartBar: (project: string) => `Your part of ${project}`,
  yourPartDone: (answered: number) => `your part is done, ${plural(answered, "claim", "claims")}`,
  nothingWaiting: "nothing waiting for you yet",
  takesNoAnswers: "takes no answers now",
  allAnswers: (answers: number, needed: number) =>
    `${count(answers)} of ${plural(needed, "answer", "answers")}`,
  allAnswersBar: (project: string) => `Answers in ${project}`,
  noAnswersNeeded: "no claims yet",
  continue: "Continue",
  start: "Start",
  open: "Open",
  actionIn: (action: string, project: string) => `${action}, ${project}`,
  emptyTitle: "No project yet",
  empty: (email: string) => `Ask your lead to add you: ${email}.`,
  emptyLead: "New projects are made by an administrator, who can make you their lead.",
  copyEmail: "Copy your email",
  failed: "Projects could not be loaded",
  failedSince: (when: string) => `Projects could not be loaded. This list is from ${when}.`,
  loadingProjects: "Loading projects…",
  guidelines: "Guidelines",
  revision: (number: number) => `Revision ${count(number)}`,
  guidelinesFailed: "The guidelines could not be loaded.",
  noGuidelinesTitle: "No guidelines yet",
  noGuidelines: "An administrator can write them for this project.",
};
