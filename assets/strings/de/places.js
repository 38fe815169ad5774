/** Texts of the pages Catch up, Mentions and Threads, in German. */
export default {
  // Threads
  threadsLede: "Die, denen du folgst, die lebhaftesten zuerst",
  noThreadsTitle: "Noch keine Threads",
  noThreadsText: "Antworte in einem Thread auf eine Nachricht oder folge einem, dann wartet er hier auf dich.",
  threadsFailed: "Die Threads wurden nicht geladen.",
  olderThreads: "Ältere Threads anzeigen",

  // Catch up
  catchUpLede: "Was seit deinem letzten Blick neu ist; was dich ruft, steht zuerst",
  caughtUpTitle: "Nichts wartet auf dich",
  caughtUpText: "Du hast alles gelesen. Neue Nachrichten erscheinen hier.",
  catchUpMore: "{count, plural, one {# weitere Unterhaltung anzeigen} other {# weitere Unterhaltungen anzeigen}}",
  tooMuchToList: "{count, number} neue Nachrichten sind mehr, als hier Platz haben. Unterhaltung öffnen",
  showNext: "Die nächsten {count, number} anzeigen",
  allRead: "alles gelesen",

  // Mentions
  mentionsLede: "Nachrichten, die dich beim Namen rufen, die neuesten zuerst",
  noMentionsTitle: "Noch hat dich niemand gerufen",
  noMentionsText: "Wenn jemand @ und deinen Benutzernamen schreibt, wartet die Nachricht hier auf dich.",
  mentionsFailed: "Die Erwähnungen wurden nicht geladen.",
  olderMentions: "Ältere Erwähnungen anzeigen",
};
