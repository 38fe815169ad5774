/** Texts of the dialog of invite links, in German. */
export default {
  invitesTo: "In {group} einladen",
  createInvite: "Link erstellen",
  inviteExpiry: "Gültigkeit",
  inviteUses: "Für wie viele",
  oneDay: "1 Tag",
  sevenDays: "7 Tage",
  thirtyDays: "30 Tage",
  anyNumber: "Alle mit dem Link",
  onePerson: "1 Person",
  somePeople: "{count, number} Personen",
  inviteReady: "Der Link wird nur jetzt angezeigt. Kopiere ihn, bevor du das hier schließt.",
  openInvites: "Gültige Links",
  noInvites: "Zurzeit gilt kein Link.",
  inviteUsed: "{limit, select, none {{uses, plural, one {#-mal verwendet} other {#-mal verwendet}}} other {{uses, number} von {limit} verwendet}}",
  until: "bis zum {day}",
  revoke: "Widerrufen",
};
