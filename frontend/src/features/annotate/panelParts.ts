import { keepScreen } from "@/lib/offline";
import { LazyPart } from "./LazyPart";

const cardParts = () => import("./cardParts");
const dialogParts = () => import("./dialogParts");

/** What the first claim does not need. */
export const parts = {
  panels: new LazyPart(async () => (await dialogParts()).Panels),
  notice: new LazyPart(async () => (await dialogParts()).GuidelineNotice),
  outcome: new LazyPart(async () => (await cardParts()).OutcomeWords),
  spokenOutcome: new LazyPart(async () => (await cardParts()).SpokenOutcome),
  leftOut: new LazyPart(async () => (await cardParts()).LeftOut),
  suggestion: new LazyPart(async () => (await import("./SuggestionStrip")).SuggestionStrip),
  spans: new LazyPart(async () => (await cardParts()).SpanEditor),
  skip: new LazyPart(async () => (await cardParts()).SkipReasons),
  finished: new LazyPart(async () => (await cardParts()).FinishedPart),
  banner: new LazyPart(async () => (await cardParts()).Banner),
  end: new LazyPart(async () => (await dialogParts()).EndPart),
  lookingOn: new LazyPart(async () => (await import("./LookingOn")).LookingOn),
  changed: new LazyPart(async () => (await dialogParts()).ConflictDialog),
  refused: new LazyPart(async () => (await dialogParts()).RefusedDialog),
};

/** Fetch everything now, so that it is there when the network is not; give whether it is. */
export async function fetchParts(): Promise<boolean> {
  const loaded = await Promise.all(Object.values(parts).map((part) => part.load()));
  const isHere = loaded.every(Boolean);
  // What the worker keeps is taken from what the browser has by now.
  if (isHere) keepScreen();
  return isHere;
}
