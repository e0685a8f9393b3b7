import { wholeNumber } from "@/lib/typed";

export { wholeNumber };

export const MOST_SEED = 2 ** 31 - 1;

/** A share of one in whole percent, and back without the noise of binary fractions. */
export const toPercent = (share: number): string => String(Math.round(share * 100));
export const fromPercent = (percent: number): number => percent / 100;
