import { LazyPart } from "./LazyPart";
import { parts } from "./panelParts";

/** What holds the panels: no panel is open at first. */
export const panelsPart = new LazyPart(async () => (await import("./Panels")).Panels);

/** Fetch everything now, so that it is there when the network is not; give whether it is. */
export async function fetchParts(): Promise<boolean> {
  const all = [panelsPart, ...Object.values(parts)];
  const loaded = await Promise.all(all.map((part) => part.load()));
  return loaded.every(Boolean);
}
