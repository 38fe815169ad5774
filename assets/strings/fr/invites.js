/** Texts of the dialog of invite links, in French. */
export default {
  invitesTo: "Inviter dans {group}",
  createInvite: "Créer un lien",
  inviteExpiry: "Validité",
  inviteUses: "Pour combien de personnes",
  oneDay: "1 jour",
  sevenDays: "7 jours",
  thirtyDays: "30 jours",
  anyNumber: "Toute personne ayant le lien",
  onePerson: "1 personne",
  somePeople: "{count, number} personnes",
  inviteReady: "Le lien n’est affiché que maintenant. Copiez-le avant de fermer.",
  openInvites: "Liens valables",
  noInvites: "Aucun lien n’est valable en ce moment.",
  inviteUsed: "{limit, select, none {{uses, plural, one {utilisé # fois} many {utilisé # de fois} other {utilisé # fois}}} other {utilisé {uses, number} fois sur {limit}}}",
  until: "jusqu’au {day}",
  revoke: "Révoquer",
};
