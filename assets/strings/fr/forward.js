/** Texts of forwarding messages, in French. */
export default {
  title: "Transférer le message",
  find: "Chercher une personne ou un groupe",
  note: "Ajouter une note",
  send: "Transférer",
  sendTo: "Transférer à {name}",
  sent: "Transféré",
  nothing: "Aucune personne et aucun groupe ne porte ce nom.",
  forwarded: "Message transféré",
  hidden: "Un message transféré d’une conversation que vous ne pouvez pas voir",
  deleted: "Le message transféré a été supprimé.",
  open: "Ouvrir là où il a été écrit",
  direct: "Conversation directe",
};
