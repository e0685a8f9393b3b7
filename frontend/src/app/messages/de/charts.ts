import type { FiguresMessages } from "../figures";

export const chart: FiguresMessages["chart"] = {
  asTable: "Als Tabelle zeigen",
  tableOf: (title) => `Tabelle zu „${title}“`,
  downloads: (title) => `Dateien zu „${title}“`,
  download: (format, title) => `${format}: „${title}“ herunterladen`,
  downloadFailed:
    "Die Datei konnte nicht erstellt werden. Bitte erneut versuchen oder ein anderes Format wählen.",
  failed: (title) => `„${title}“ konnte nicht geladen werden.`,
  failedOld: (title) =>
    `„${title}“ konnte nicht erneuert werden. Die Werte sind von vorher; wir versuchen es weiter.`,
};
