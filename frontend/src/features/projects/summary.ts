import type { ProjectSummary } from "@/api/types";
import { projectMessages } from "@/app/messages/projects";
import { decimals } from "@/lib/numbers";

const m = projectMessages;

type Part = { text: string; value: number; max: number };

/** Say how far an annotator is with what is theirs. */
export function partOf({ mine, state }: ProjectSummary): Part {
  const { answered, available } = mine;
  const part = { value: answered, max: available };
  if (available === 0) return { ...part, text: m.nothingWaiting };
  if (answered >= available) return { ...part, text: m.yourPartDone(answered) };
  const text = m.yourPart(answered, available);
  return { ...part, text: state === "open" ? text : `${text}, ${m.takesNoAnswers}` };
}

/** Say how far a whole project is. */
export function progressOf({ answers, answers_needed: needed }: ProjectSummary): Part {
  const text = needed === 0 ? m.noAnswersNeeded : m.allAnswers(answers, needed);
  return { text, value: answers, max: needed };
}

export function isWaiting({ mine, state }: ProjectSummary): boolean {
  return state === "open" && mine.answered < mine.available;
}

/** Give the annotator's first project with something to do; without any, their first. */
export function nextToWorkOn(projects: readonly ProjectSummary[]): ProjectSummary | undefined {
  const own = projects.filter(({ role }) => role === "annotator");
  return own.find(isWaiting) ?? own[0];
}

export function factsOf(project: ProjectSummary): string[] {
  const size = [m.articles(project.articles), m.claims(project.claims)];
  if (project.role === "annotator") return size;
  const facts = [m.people(project.people), ...size];
  if (project.alpha === null) return facts;
  return [...facts, `${m.alpha(decimals(project.alpha))} ${m.alphaOf}`];
}
