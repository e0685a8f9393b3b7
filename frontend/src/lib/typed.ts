/** What somebody typed, as a whole number between two others; undefined if it is none. */
export function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim();
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
