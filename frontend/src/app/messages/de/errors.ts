export const errors = {
  already_decided: "Über diesen Vorschlag wurde inzwischen entschieden.",
  already_proposed:
    "Für diese Aussage liegt schon ein eigener Änderungsvorschlag vor. Erst diesen zurücknehmen.",
  claim_replaced: "Die Leitung hat diese Aussage inzwischen geändert. Bitte den Artikel neu laden.",
  client_id_reused: "Die Kennung dieses Speicherns gehört zu einer anderen Antwort.",
  counts_damaged:
    "Die Zählung ist beschädigt. Alle Antworten bleiben erhalten; bitte alles neu zählen.",
  csrf_failed: "Diese Seite ist nicht mehr aktuell. Bitte neu laden und erneut versuchen.",
  import_goes_on: "Dieser Import läuft schon weiter.",
  last_claim: "Das ist die einzige Aussage des Artikels, daher bleibt sie.",
  no_split: "Eine Aussage lässt sich nur zwischen zwei ihrer Wörter teilen.",
  not_a_table: "Das ist ein einzelner Artikel, keine Tabelle mit Artikeln.",
  not_an_annotator:
    "Diese Person gehört in diesem Projekt weder zu den Annotierenden noch zur Leitung.",
  not_authenticated: "Die Anmeldung ist abgelaufen. Bitte anmelden und erneut versuchen.",
  not_found: "Das gibt es nicht, oder es ist für dieses Konto nicht sichtbar.",
  nothing_learned: "In diesem Projekt wurde noch kein Modell trainiert.",
  nothing_to_merge: "Im Artikel folgt auf diese Aussage nicht unmittelbar eine andere.",
  one_table_alone:
    "Eine Tabelle mit Artikeln allein senden, oder Dateien mit je einem Artikel. Nichts wurde gespeichert.",
  permission_denied: "Die eigene Rolle in diesem Projekt erlaubt das nicht.",
  project_closed:
    "Dieses Projekt nimmt gerade keine Antworten an; die Leitung kann es wieder öffnen.",
  server_error:
    "Auf dem Server ist etwas schiefgegangen. Was vorher gespeichert war, bleibt erhalten.",
  throttled: "Zu viele Anfragen. Bitte einen Moment warten und erneut versuchen.",
  too_large: "Das ist mehr, als in eine Anfrage passt.",
  unknown_revision: "Diese Fassung des Leitfadens gibt es nicht.",
  unreachable: "Der Server ist nicht erreichbar.",
};
