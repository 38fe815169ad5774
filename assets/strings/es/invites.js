/** Texts of the dialog of invite links, in Spanish. */
export default {
  invitesTo: "Invitar a {group}",
  createInvite: "Crear un enlace",
  inviteExpiry: "Funciona durante",
  inviteUses: "Para cuántos",
  oneDay: "1 día",
  sevenDays: "7 días",
  thirtyDays: "30 días",
  anyNumber: "Quien tenga el enlace",
  onePerson: "1 persona",
  somePeople: "{count, number} personas",
  inviteReady: "El enlace solo se muestra ahora. Cópialo antes de cerrar.",
  openInvites: "Enlaces que funcionan",
  noInvites: "Ningún enlace funciona en este momento.",
  inviteUsed: "{limit, select, none {{uses, plural, one {usado # vez} many {usado # de veces} other {usado # veces}}} other {usado {uses, number} de {limit}}}",
  until: "hasta el {day}",
  revoke: "Revocar",
};
