import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");
const answers = (n: number) => plural(n, "Antwort", "Antworten");

export const card = {
  leftOut: (n: number) => `${plural(n, "Zeile", "Zeilen")} ausgelassen`,
  leftOutHint: "Diese Zeilen gelten als Beiwerk der Seite und enthalten keine Aussagen.",
  whySkipped: "Warum überspringen?",
  noReason: "Ohne Grund",
  backToSource: "Zurück",
  noSuggestion: "Für diese Aussage gibt es keinen Vorschlag.",
  acceptIt: "Annehmen",
  acceptNamed: (source: string) => `${source} samt Wörtern annehmen`,
  skippedCount: "Übersprungen",
  finished: "Artikel fertig",
  finishedText: (n: number) =>
    n === 1 ? "Seine Aussage ist erledigt." : `Alle ${claims(n)} sind erledigt.`,
  nextArticle: "Nächster Artikel",
  progressTitle: "Fortschritt",
  today: "Heute",
  wholeProject: "Das Projekt",
  answersToday: answers,
  of: (n: number, of: number) => `${count(n)} von ${count(of)}`,
  reviewHint: "Jede Aussage lässt sich wählen und anders beantworten.",
};
