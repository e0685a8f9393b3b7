/** How long a new token lasts. */
export const EXPIRIES = ["month", "quarter", "year", "never", "day"] as const;
export type Expiry = (typeof EXPIRIES)[number];

const DAYS = { month: 30, quarter: 90, year: 365 };

/** Give when a token ends, null for never; `day` ends with the day that was chosen, here. */
export function expiresAt(expiry: Expiry, day: string, now: Date): string | null {
  if (expiry === "never") return null;
  const end = expiry === "day" ? new Date(`${day}T23:59:59`) : new Date(now);
  if (expiry !== "day") end.setDate(end.getDate() + DAYS[expiry]);
  return end.toISOString();
}

/** Tell whether a token can end with a day: it is one, and is not over. */
export function isDayToCome(day: string, now: Date): boolean {
  return Date.parse(`${day}T23:59:59`) > now.getTime();
}
