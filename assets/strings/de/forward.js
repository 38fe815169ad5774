/** Texts of forwarding messages, in German. */
export default {
  title: "Nachricht weiterleiten",
  find: "Person oder Gruppe suchen",
  note: "Notiz hinzufügen",
  send: "Weiterleiten",
  sendTo: "An {name} weiterleiten",
  sent: "Weitergeleitet",
  nothing: "So heißt hier niemand und keine Gruppe.",
  forwarded: "Weitergeleitete Nachricht",
  hidden: "Eine weitergeleitete Nachricht aus einer Unterhaltung, die du nicht sehen kannst",
  deleted: "Die weitergeleitete Nachricht wurde gelöscht.",
  open: "Öffnen, wo sie geschrieben wurde",
  direct: "Direktnachricht",
};
