import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");

export const article = {
  back: "Alle Artikel",
  beside: "Benachbarte Artikel",
  previous: "Voriger Artikel",
  next: "Nächster Artikel",
  neighbor: (which: string, title: string) => `${which}: ${title}`,
  loading: "Der Artikel wird geladen…",
  failed: "Der Artikel konnte nicht geladen werden.",
  missing: "Diesen Artikel gibt es nicht",
  missingText: "Vielleicht gehört er zu einem anderen Projekt, oder der Link ist unvollständig.",
  notForAnnotators:
    "Was andere zu einem Artikel sagen, sehen nur die Leitung und Konten mit Lesezugriff.",
  language: {
    is: (name: string) => `Sprache: ${name}`,
    unknown: "nicht angegeben",
    change: "Ändern",
    changeIt: "Sprache ändern",
    effect:
      "In dieser Sprache lesen Screenreader den Text vor. Aussagen, Vorschläge und Antworten bleiben, wie sie sind.",
    wrong:
      "Das ist kein Kürzel einer Sprache. Nichts wurde gespeichert; möglich ist etwa en, de oder pt-BR.",
    saved: "Gespeichert",
    notSaved:
      "Die Sprache konnte nicht gespeichert werden. Die Eingabe ist noch da: bitte gleich noch einmal versuchen.",
  },
  text: "Artikel",
  left: {
    lines: (n: number) => `${plural(n, "Zeile", "Zeilen")} ausgelassen`,
    sentences: (n: number) => `${plural(n, "Satz", "Sätze")} ausgeschlossen`,
    both: (lines: string, sentences: string) => `${lines}, ${sentences}`,
  },
  leftOutHint:
    "Kein Teil des Artikels oder keine Aussage. Annotierende werden nicht danach gefragt.",
  excluded: (why: string) => `ausgeschlossen: ${why}`,
  byLead: "von der Leitung",

  claims: "Aussagen und Antworten",
  loadingClaims: "Die Antworten werden geladen…",
  failedClaims: "Die Antworten konnten nicht geladen werden.",
  more: "Weitere Aussagen werden geladen…",
  filter: "Welche Aussagen",
  all: (n: number) => `Alle ${count(n)}`,
  split: (n: number) => `Uneinig ${count(n)}`,
  remarked: (n: number) => `Markiert oder mit Notiz ${count(n)}`,
  none: {
    all: "Dieser Artikel hat keine Aussagen.",
    split: "Bei keiner Aussage dieses Artikels gehen die Antworten auseinander.",
    remarked: "Keine Antwort ist für die Leitung markiert oder hat eine Notiz.",
  },
  unanswered: "Noch hat niemand geantwortet. Antworten stehen hier, sobald sie gespeichert sind.",
  held: "Die eigenen Antworten zu diesem Artikel sind noch nicht fertig.",
  heldText:
    "Damit das eigene Urteil frei bleibt, sind die Antworten der anderen bis dahin verborgen.",
  showHeld: "Jetzt zeigen",

  claim: (number: number) => `Aussage ${count(number)}`,
  gone: (number: number) => `Aussage ${count(number)}, ersetzt`,
  markLabel: (number: number, state: string, quote: string) =>
    `Aussage ${count(number)}, ${state}: ${quote}`,
  inText: "Im Text",
  inTextOf: (number: number) => `Aussage ${count(number)} im Text`,
  states: {
    agree: "alle einig",
    split: "uneinig",
    one: "eine Antwort",
    skipped: "übersprungen",
    open: "noch keine Antwort",
  },
  withRemark: (state: string) => `${state}, markiert oder mit Notiz`,
  code: (code: string) => `Person ${code}`,
  sure: (word: string, of: string) => `${word}, ${of}`,
  source: "Quelle",
  cue: "Signalwort",
  quoted: (words: string) => `„${words}“`,
  note: "Notiz",
  skipped: "Übersprungen",
  skippedAs: (reason: string) => `Übersprungen: ${reason}`,
  suggested: "Vorschlag",
  suggestion: (type: string, score: string, rule: string) => `${type}, ${score} (${rule})`,
  taken: "Vorschlag angenommen",
  passed: "Vorschlag gezeigt",
  proposals: (n: number) =>
    n === 1 ? "Eine Änderung ist vorgeschlagen" : `${count(n)} Änderungen sind vorgeschlagen`,
  replaced: (n: number, isMore: boolean) =>
    isMore ? `${claims(n)} oder mehr ersetzt` : `${claims(n)} ersetzt`,
  replacedHint:
    "Von der Leitung geteilt, verbunden oder ausgeschlossen. Die Antworten bleiben erhalten und zählen nicht mehr.",
};
