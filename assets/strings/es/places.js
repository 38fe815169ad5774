/** Texts of the pages Catch up, Mentions and Threads, in Spanish. */
export default {
  // Threads
  threadsLede: "Los que sigues, los más animados primero",
  noThreadsTitle: "Aún no hay hilos",
  noThreadsText: "Responde a un mensaje en un hilo, o sigue uno, y te esperará aquí.",
  threadsFailed: "No se pudieron cargar los hilos.",
  olderThreads: "Mostrar hilos anteriores",

  // Catch up
  catchUpLede: "Lo nuevo desde tu última visita, primero lo que te llama",
  caughtUpTitle: "Nada te espera",
  caughtUpText: "Lo has leído todo. Los mensajes nuevos aparecerán aquí.",
  catchUpMore: "{count, plural, one {Mostrar # conversación más} many {Mostrar # de conversaciones más} other {Mostrar # conversaciones más}}",
  tooMuchToList: "{count, number} mensajes nuevos no caben aquí. Abrir la conversación",
  showNext: "Mostrar más: {count, number}",
  allRead: "todo leído",

  // Mentions
  mentionsLede: "Mensajes que te llaman por tu nombre, los más nuevos primero",
  noMentionsTitle: "Aún nadie te ha llamado",
  noMentionsText: "Cuando alguien escribe @ y tu nombre de usuario, el mensaje te espera aquí.",
  mentionsFailed: "No se pudieron cargar las menciones.",
  olderMentions: "Mostrar menciones anteriores",
};
