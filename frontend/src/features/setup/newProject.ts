import { setupMessages } from "@/app/messages/setup";

const m = setupMessages.newProject;

export const LONGEST_NAME = 120;
export const LEAST_OVERLAP = 1;
export const MOST_OVERLAP = 20;

/** Say what is wrong with the name of a project; null if nothing is. */
export function nameProblem(name: string): string | null {
  const { length } = name.trim();
  if (length === 0) return m.nameMissing;
  return length > LONGEST_NAME ? m.nameLong(LONGEST_NAME) : null;
}

/** The answers a claim as somebody typed them; undefined if it is no such number. */
export function overlapOf(typed: string): number | undefined {
  const text = typed.trim();
  const value = Number(text);
  return /^\d+$/.test(text) && value >= LEAST_OVERLAP && value <= MOST_OVERLAP ? value : undefined;
}
