/** Texts of forwarding messages, in Spanish. */
export default {
  title: "Reenviar mensaje",
  find: "Buscar una persona o un grupo",
  note: "Añadir una nota",
  send: "Reenviar",
  sendTo: "Reenviar a {name}",
  sent: "Reenviado",
  nothing: "No hay ninguna persona ni grupo con ese nombre.",
  forwarded: "Mensaje reenviado",
  hidden: "Un mensaje reenviado desde un lugar que no puedes ver",
  deleted: "El mensaje reenviado se eliminó.",
  open: "Abrir donde se escribió",
  direct: "Conversación directa",
};
