/** Texts of groups, people, the workspace and one's status, in German. */
export default {
  groupKind: "Art der Gruppe",
  kindText: "Gespräch",
  kindTextHelp: "Ein fortlaufender Verlauf von Nachrichten.",
  kindForum: "Forum",
  kindForumHelp: "Beiträge mit Titel, jeder mit eigenen Antworten.",
  deactivated: "deaktiviert",

  // Details pane
  aboutGroup: "Über {name}",
  noDescription: "Noch hat niemand geschrieben, worum es in dieser Gruppe geht.",
  hereNowHead: "Gerade da",
  awayHead: "Kurz weg",
  notAroundHead: "Nicht da",
  invite: "Einladen",
  addMember: "Jemanden hinzufügen",
  leaveGroup: "Gruppe verlassen",
  groupSettings: "Gruppeneinstellungen",
  roleModerator: "Moderation",
  roleAdmin: "Admin",
  roleOwner: "Leitung",
  roleGuest: "Gast",
  membersFailed: "Die Mitglieder wurden nicht geladen.",
  removeMember: "{name} aus {group} entfernen",
  removeMemberAsk: "{name} entfernen?",
  removeMemberWhat: "Die Person kann hier nicht mehr lesen oder schreiben. Was sie geschrieben hat, bleibt.",
  leaveAsk: "{group} verlassen?",
  leavePublic: "Du kannst jederzeit wiederkommen.",
  leavePrivate: "Zum Wiederkommen brauchst du eine Einladung.",
  leave: "Verlassen",
  moreMembers: "Mehr anzeigen",

  // People
  writeToPerson: "Direktnachricht schreiben",
  lastSeen: "Zuletzt da: {when}",

  // What can be done
  muteGroup: "{group} stummschalten",
  unmuteGroup: "Stummschaltung von {group} aufheben",
  useLight: "Tagesfarben verwenden",
  useDark: "Abendfarben verwenden",
  useSystem: "Farben des Systems verwenden",

  // Dialog: groups
  findGroup: "Gruppe suchen",
  createGroup: "Gruppe erstellen",
  noGroupsFound: "Keine Gruppe heißt so. Du könntest sie erstellen.",
  archived: "Archiviert",
  groupName: "Name",
  groupNameHelp: "Ein oder zwei Wörter. Alle sehen ihn.",
  groupTopic: "Thema",
  groupTopicHelp: "Eine Zeile unter dem Namen.",
  groupDescription: "Worum es geht",
  groupPrivate: "Privat",
  groupPrivateHelp: "Nur wer eingeladen wurde, sieht, dass es sie gibt.",
  create: "Erstellen",

  // Dialog: direct, add
  newDirectTitle: "Jemandem schreiben",
  findPerson: "Person suchen",
  nobodyFound: "So heißt hier niemand.",
  addTo: "Jemanden zu {group} hinzufügen",
  isMember: "schon dabei",
  added: "hinzugefügt",

  // Dialog: group settings
  settingsOf: "Einstellungen von {group}",
  archiveGroup: "Diese Gruppe archivieren",
  archiveHelp: "Alles bleibt lesbar, niemand kann schreiben.",
  staleText: "Unten steht der jetzige Stand. Deine Änderungen sind nicht gespeichert.",

  // Workspace dialog
  workspaceName: "Name",
  workspaceDescription: "Beschreibung",
  signUpOpen: "Alle dürfen ein Konto erstellen",
  signUpOpenHelp: "Aus: Herein kommt man nur mit einem Einladungslink.",

  // Status
  statusTitle: "Wie geht es dir?",
  statusEmoji: "Emoji",
  statusText: "Was ist gerade los?",
  statusEnds: "Endet",
  ends30: "In 30 Minuten",
  ends60: "In einer Stunde",
  endsToday: "Heute",
  endsWeek: "Diese Woche",
  endsKept: "Um {when}",
  doNotDisturb: "Nicht stören",
  doNotDisturbHelp: "Zeigt dich als beschäftigt.",
  doNotDisturbNow: "Gerade ist deine Ruhezeit: Du wirst ohnehin als beschäftigt angezeigt.",
  beInvisible: "Unsichtbar",
  beInvisibleHelp: "Für alle anderen wirkst du offline.",
  clearStatus: "Löschen",
};
