/** Texts of groups, people, the workspace and one's status, in French. */
export default {
  groupKind: "Type de groupe",
  kindText: "Discussion",
  kindTextHelp: "Une seule suite de messages.",
  kindForum: "Forum",
  kindForumHelp: "Des publications avec un titre, chacune avec ses réponses.",
  deactivated: "désactivé",

  // Details pane
  aboutGroup: "À propos : {name}",
  noDescription: "Personne n’a encore écrit à quoi sert ce groupe.",
  hereNowHead: "Ici en ce moment",
  awayHead: "En pause",
  notAroundHead: "Pas ici",
  invite: "Inviter",
  addMember: "Ajouter quelqu’un",
  leaveGroup: "Quitter le groupe",
  groupSettings: "Paramètres du groupe",
  roleModerator: "Modération",
  roleAdmin: "Admin",
  roleOwner: "Propriétaire",
  roleGuest: "Invité",
  membersFailed: "Les membres n’ont pas pu être chargés.",
  removeMember: "Retirer {name} du groupe {group}",
  removeMemberAsk: "Retirer {name} ?",
  removeMemberWhat: "Cette personne ne pourra plus lire ni écrire ici. Ce qu’elle a écrit reste.",
  leaveAsk: "Quitter {group} ?",
  leavePublic: "Vous pourrez revenir quand vous voulez.",
  leavePrivate: "Il vous faudra une invitation pour revenir.",
  leave: "Quitter",
  moreMembers: "Afficher plus",

  // People
  writeToPerson: "Écrire un message direct",
  lastSeen: "Dernière visite : {when}",

  // What can be done
  muteGroup: "Mettre {group} en sourdine",
  unmuteGroup: "Retirer la sourdine de {group}",
  useLight: "Utiliser les couleurs du jour",
  useDark: "Utiliser les couleurs du soir",
  useSystem: "Utiliser les couleurs du système",

  // Dialog: groups
  findGroup: "Chercher un groupe",
  createGroup: "Créer un groupe",
  noGroupsFound: "Aucun groupe de ce nom. Vous pourriez le créer.",
  archived: "Archivé",
  groupName: "Nom",
  groupNameHelp: "Un mot ou deux. Tout le monde le voit.",
  groupTopic: "Sujet",
  groupTopicHelp: "Une ligne sous le nom.",
  groupDescription: "À quoi il sert",
  groupPrivate: "Privé",
  groupPrivateHelp: "Seules les personnes invitées voient qu’il existe.",
  create: "Créer",

  // Dialog: direct, add
  newDirectTitle: "Écrire à quelqu’un",
  findPerson: "Chercher une personne",
  nobodyFound: "Personne de ce nom.",
  addTo: "Ajouter quelqu’un à {group}",
  isMember: "déjà là",
  added: "c’est fait",

  // Dialog: group settings
  settingsOf: "Paramètres : {group}",
  archiveGroup: "Archiver ce groupe",
  archiveHelp: "Tout reste lisible, plus personne ne peut écrire.",
  staleText: "Voici l’état actuel. Vos modifications ne sont pas enregistrées.",

  // Workspace dialog
  workspaceName: "Nom",
  workspaceDescription: "Description",
  signUpOpen: "Tout le monde peut créer un compte",
  signUpOpenHelp: "Désactivé : on n’entre qu’avec un lien d’invitation.",

  // Status
  statusTitle: "Comment allez-vous ?",
  statusEmoji: "Emoji",
  statusText: "Quoi de neuf ?",
  statusEnds: "Prend fin",
  ends30: "Dans 30 minutes",
  ends60: "Dans une heure",
  endsToday: "Aujourd’hui",
  endsWeek: "Cette semaine",
  endsKept: "À {when}",
  doNotDisturb: "Ne pas déranger",
  doNotDisturbHelp: "Affiche votre statut « Occupé ».",
  doNotDisturbNow: "Vos heures calmes sont en cours : votre statut est déjà « Occupé ».",
  beInvisible: "Invisible",
  beInvisibleHelp: "Vous semblez hors ligne pour tout le monde.",
  clearStatus: "Effacer",
};
