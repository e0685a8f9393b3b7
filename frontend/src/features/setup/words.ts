import { setupMessages } from "@/app/messages/setup";

const m = setupMessages.general;

export const FEWEST_POINTS = 2;
export const MOST_POINTS = 7;
export const LONGEST_WORD = 40;

/** A word of the confidence scale that cannot stay, by its place. */
export type WordProblem = { readonly at: number; readonly text: string };

/** Say what is wrong with the words of a confidence scale, the least sure first. */
export function wordProblems(words: readonly string[]): WordProblem[] {
  return words.flatMap((word, at) => {
    const text = problemOf(words, word, at);
    return text ? [{ at, text }] : [];
  });
}

function problemOf(words: readonly string[], word: string, at: number): string | null {
  const plain = (text: string) => text.trim().toLowerCase();
  if (plain(word) === "") return m.pointMissing(at + 1);
  if (word.trim().length > LONGEST_WORD) return m.pointLong(at + 1, LONGEST_WORD);
  const first = words.findIndex((other) => plain(other) === plain(word));
  return first < at ? m.pointTwice(at + 1, first + 1) : null;
}
