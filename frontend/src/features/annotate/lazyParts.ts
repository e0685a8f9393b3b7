import { LazyPart } from "./LazyPart";
import { parts } from "./panelParts";

/** What holds the panels: no panel is open at first. */
export const panelsPart = new LazyPart(async () => (await import("./Panels")).Panels);

/** Fetch everything now, so that it is there when the network is not. */
export async function fetchParts(): Promise<void> {
  await Promise.all([panelsPart, ...Object.values(parts)].map((part) => part.load()));
}
