/** What somebody typed, as a whole number between two others; undefined if it is none. */
export function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim();
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

export const MOST_SEED = 2 ** 31 - 1;
export const MOST_ARTICLES = 1_000_000;

/** A limit as it was typed: null is none, undefined is no limit that there can be. */
export function limitOf(typed: string): number | null | undefined {
  return typed.trim() === "" ? null : wholeNumber(typed, 0, MOST_ARTICLES);
}

/** A share of one in whole percent, and back without the noise of binary fractions. */
export const toPercent = (share: number): string => String(Math.round(share * 100));
export const fromPercent = (percent: number): number => percent / 100;
