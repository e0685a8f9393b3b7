/** The sentences of what a claim may be given besides its answer. */

export const rules = {
  known: {
    "quoted, speaker not found":
      "Es ist ein Zitat, und es wurde niemand gefunden, von dem es stammt.",
    "no source": "Eine Quelle ist nicht genannt.",
    "passive without an agent": "Es steht im Passiv, ohne zu sagen, von wem es kommt.",
    "in a statement": "Es stammt aus einer Stellungnahme.",
    "spokesperson, named": "Es kommt von der Sprecherin oder dem Sprecher, mit Namen.",
    "spokesperson, not named": "Es kommt von der Sprecherin oder dem Sprecher, ohne Namen.",
    named: "Die Person, von der es kommt, ist namentlich genannt.",
    "called by a nationality": "Die Quelle ist nach einer Staatsangehörigkeit bezeichnet.",
    "named beside": "Der Name steht neben der Beschreibung.",
    "an office that one person holds": "Es ist ein Amt, das nur eine Person innehat.",
    "called by an office": "Die Quelle ist nach einem Amt bezeichnet.",
    "a city speaks": "Eine Stadt steht für ihre Behörden.",
    "a state or city speaks": "Ein Staat oder eine Stadt steht für die Behörden.",
    "a body speaks": "Eine Institution äußert sich, keine Person.",
    "a body, it seems": "Anscheinend äußert sich eine Institution, keine Person.",
    "an identified publication": "Es ist aus einer genannten Veröffentlichung übernommen.",
    "described, not named": "Die Quelle ist beschrieben, nicht genannt.",
    "media, not identified": "Es ist aus Medien übernommen, die nicht genannt sind.",
    "a judge rules": "So hat ein Gericht entschieden.",
    "a formal text": "Es stammt aus einem amtlichen Text.",
    "a document, not identified": "Es stammt aus einem Dokument, das nicht genannt ist.",
    "a document of a body": "Es stammt aus dem Dokument einer Institution.",
    "a leaked document": "Es stammt aus einem durchgesickerten Dokument.",
    "goes on from a statement": "Es führt eine Stellungnahme davor weiter.",
    "an office whose holder is named": "Wer das Amt innehat, ist an anderer Stelle genannt.",
    "a pronoun for somebody named": "Das Pronomen steht für eine genannte Person.",
    "a pronoun for a body": "Das Pronomen steht für eine Institution.",
    "a pronoun for people described": "Das Pronomen steht für Personen, die nur beschrieben sind.",
  },
  other: (rule: string) => `Regel: ${rule}.`,
  goesOn: (why: string) => `Die Quelle spricht weiter. ${why}`,
  pronoun: (pronoun: string, why: string) => `${pronoun}: ${why}`,
};

export const spans = {
  title: "Wörter für",
  none: "Keine Wörter gewählt",
  start: "Anfang",
  end: "Ende",
  whole: "Beide",
  sentence: "Satz",
  moves: {
    start: {
      earlier: "Am Anfang um ein Wort erweitern",
      later: "Am Anfang um ein Wort kürzen",
    },
    end: { earlier: "Am Ende um ein Wort kürzen", later: "Am Ende um ein Wort erweitern" },
    whole: { earlier: "Um ein Wort zurück", later: "Um ein Wort weiter" },
    sentence: { earlier: "Zurück zu einem Satzanfang", later: "Weiter zum nächsten Satz" },
  },
  clear: "Leeren",
  keep: "Fertig",
  cancel: "Abbrechen",
  hint: "← → verschieben das Ende, mit Umschalt den Anfang, mit Alt um einen Buchstaben; ↑ ↓ verschieben beide, Bild ↑ Bild ↓ an einen Satzanfang; Tabulator wechselt zwischen Quelle und Signalwort. Oder Wörter im Artikel mit dem Zeiger wählen, oder das erste und das letzte antippen.",
};

export const note = {
  title: (n: number) => `Notiz zu Aussage ${n}`,
  label: "Was sollte die Leitung wissen?",
  hint: "Strg + Eingabetaste übernimmt sie.",
  severalSources: "Mehrere Quellen stehen dahinter",
  secondHand: "Aus zweiter Hand: gibt wieder, was ein anderes Medium oder jemand anderes sagte",
  keep: "Übernehmen",
  cancel: "Abbrechen",
};
