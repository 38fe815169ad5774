/** Texts of buttons, fields and lines that many pages and dialogs share, in German. */
export default {
  never: "Nie",

  // Buttons that appear in many places
  cancel: "Abbrechen",
  close: "Schließen",
  save: "Speichern",
  saved: "Gespeichert",
  saving: "Wird gespeichert …",
  copy: "Kopieren",
  add: "Hinzufügen",
  showPassword: "Passwort anzeigen",
  hidePassword: "Passwort verbergen",
  optional: "optional",

  // What is asked for in the doorway, and in the settings
  password: "Passwort",
  creating: "Wird erstellt …",
  username: "Benutzername",
  usernameHelp: "Kleinbuchstaben, Ziffern, Punkte, Bindestriche.",
  email: "E-Mail",
  passwordHelp: "Mindestens 10 Zeichen. Gut sind drei oder mehr Wörter, die nichts miteinander zu tun haben.",
  fieldNeeded: "Bitte ausfüllen.",
  passwordTooShort: "Bitte mindestens 10 Zeichen.",
  join: "Beitreten",
  inviteLink: "Einladungslink",

  // Languages
  language: "Sprache",
  languageAuto: "Wie im Browser",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "Du hast das inzwischen auf einem anderen Gerät geändert. Jetzt steht hier:",
  staleTitle: "Jemand hat das inzwischen geändert.",
  useTheirs: "Die andere behalten",
  useMine: "Meine nehmen",
  dayAndTime: "Datum und Uhrzeit",

  memberCount: "{count, plural, one {# Mitglied} other {# Mitglieder}}",
  open: "Öffnen",

  // Asking for the password once more
  confirming: "Wird geprüft …",
  wrongPassword: "Das Passwort stimmt nicht.",

  // Connection
  connectionLost: "Verbindung verloren.",
  tryingIn: "Neuer Versuch in {secs, number} s. Du kannst weiterschreiben.",
  tryingNow: "Neuer Versuch läuft. Du kannst weiterschreiben.",
  tryNow: "Jetzt versuchen",
  unheardTitle: "Parlor ist nicht erreichbar.",
  unheardSince: "Du siehst den Stand von {when}. Du kannst weiterschreiben; gesendet wird später.",
  newVersion: "Es gibt eine neue Version dieser Seite.",
  newVersionReload: "Neue Version laden",
  elsewhere: "Parlor ist an zu vielen Stellen gleichzeitig offen.",
  useHere: "Hier verwenden",
  back: "Wieder da.",
  arrived: "{count, plural, one {# Nachricht ist angekommen.} other {# Nachrichten sind angekommen.}}",
  waitingSince: "{count, plural, one {# Nachricht von {time} wartet noch.} other {# Nachrichten von {time} warten noch.}}",
  review: "Ansehen",
};
