/** Of the dialogs in which a person decides about answers that the server did not take. */
export const decisions = {
  refusedTitle: "Vom Server abgelehnte Antworten",
  refusedText: "Sie bleiben auf diesem Gerät, bis über jede entschieden ist.",
  refusedAnswer: (answer: string) => `Antwort: ${answer}`,
  refusedUndo: "Zurückgenommene Antwort",
  ofProject: (name: string) => `Gegeben im Projekt „${name}“`,
  refusedNote: (note: string) => `Notiz: ${note}`,
  sendAgain: "Erneut senden",
  sendAllAgain: (n: number) => `${n} erneut senden`,
  goToClaim: (n: number) => `Zu Aussage ${n}`,
  takeServers: "Die vom Server nehmen",
  remove: "Von diesem Gerät entfernen",
  copy: "Antwort kopieren",
  copyOf: (n: number) => `zu Aussage ${n}`,
  notTaken: "Der Server ist nicht erreichbar. Die Antwort liegt noch hier.",
  replaced:
    "An ihre Stelle hat die Leitung andere Aussagen gesetzt. Die Antwort lässt sich dort geben.",
  excluded:
    "Die Leitung hat das ausgeschlossen: Es ist keine Aussage mehr und braucht keine Antwort.",
  why: {
    claim_replaced:
      "Die Leitung hat diese Aussage inzwischen geändert; sie nimmt keine Antworten mehr an.",
    client_id_reused:
      "Unter der Kennung dieser Antwort ist schon eine andere gespeichert. Bitte die Aussage noch einmal beantworten.",
    incomplete_answer:
      "Quellentyp oder Sicherheit fehlen. Bitte die Aussage noch einmal beantworten.",
    invalid:
      "Der Server kann diese Antwort nicht lesen. Bitte die Aussage noch einmal beantworten.",
    no_suggestion:
      "Der angenommene Vorschlag ist nicht mehr da. Bitte die Aussage noch einmal beantworten.",
    not_assigned:
      "Dieser Artikel ist diesem Konto nicht zugeteilt. Die Leitung kann ihn zuteilen; dann bitte erneut senden.",
    outside_scale:
      "Die Skala der Sicherheit wurde in diesem Projekt geändert. Bitte die Aussage noch einmal beantworten.",
    project_closed:
      "Dieses Projekt nimmt gerade keine Antworten an. Sobald die Leitung es wieder öffnet, bitte erneut senden.",
    source_type_archived:
      "Dieser Quellentyp steht in diesem Projekt nicht mehr zur Wahl. Bitte einen anderen wählen.",
    span_outside:
      "Es sind Wörter ausgewählt, die der Artikel nicht hat. Bitte die Aussage noch einmal beantworten.",
    too_large:
      "Das ist mehr, als in eine Anfrage passt. Bitte die Aussage noch einmal und kürzer beantworten.",
    unknown_revision:
      "Sie nennt eine Fassung des Leitfadens, die es nicht mehr gibt. Bitte die Aussage noch einmal beantworten.",
    unknown_source_type:
      "Diesen Quellentyp gibt es in diesem Projekt nicht mehr. Bitte einen anderen wählen.",
  },

  changedTitle: "Anderswo geändert",
  changedText: (n: number) =>
    `Aussage ${n} wurde hier und in einem anderen Tab oder auf einem anderen Gerät beantwortet. Welche auch bleibt: Im Verlauf werden beide stehen.`,
  changedMore: (n: number) => (n === 1 ? "Danach noch eine." : `Danach noch ${n}.`),
  what: "Was",
  mine: "Hier gegeben",
  theirs: "Anderswo gegeben",
  answer: "Antwort",
  confidence: "Sicherheit",
  note: "Notiz",
  marks: "Vermerke",
  source: "Wörter der Quelle",
  cue: "Signalwort",
  takenBack: "Zurückgenommen",
  skipped: "Übersprungen",
  skippedAs: (reason: string) => `Übersprungen: ${reason}`,
  point: (word: string, value: number, points: number) => `${word}, ${value} von ${points}`,
  flags: {
    several_sources: "mehrere Quellen",
    second_hand: "aus zweiter Hand",
    flagged: "für die Leitung markiert",
  },
  list: (words: readonly string[]) => words.join(", "),
  nothing: "nichts",
  characters: (start: number, end: number) => `Zeichen ${start} bis ${end}`,
  keepMine: "Meine behalten",
  keepTheirs: "Die andere behalten",
};
