const LIVE_MS = 1000;
const LONGEST_MS = 30_000;

/** Say in how many milliseconds to ask again after `failures` in a row; false for not at all. */
export function pauseAfter(isLive: boolean, failures: number): number | false {
  if (failures > 0) return Math.min(LIVE_MS * 2 ** failures, LONGEST_MS);
  return isLive ? LIVE_MS : false;
}
