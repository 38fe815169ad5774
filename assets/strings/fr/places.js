/** Texts of the pages Catch up, Mentions and Threads, in French. */
export default {
  // Threads
  threadsLede: "Ceux que vous suivez, les plus animés d’abord",
  noThreadsTitle: "Pas encore de fils",
  noThreadsText: "Répondez à un message dans un fil, ou suivez-en un, et il vous attendra ici.",
  threadsFailed: "Les fils n’ont pas pu être chargés.",
  olderThreads: "Afficher les fils plus anciens",

  // Catch up
  catchUpLede: "Ce qui est nouveau depuis votre passage, d’abord ce qui vous appelle",
  caughtUpTitle: "Rien ne vous attend",
  caughtUpText: "Vous avez tout lu. Les nouveaux messages apparaîtront ici.",
  catchUpMore: "{count, plural, one {Afficher # autre conversation} many {Afficher # d’autres conversations} other {Afficher # autres conversations}}",
  tooMuchToList: "{count, number} nouveaux messages, c’est trop pour cette page. Ouvrir la conversation",
  showNext: "Afficher les {count, number} suivants",
  allRead: "tout est lu",

  // Mentions
  mentionsLede: "Les messages qui vous appellent par votre nom, les plus récents d’abord",
  noMentionsTitle: "Pas encore de mention pour vous",
  noMentionsText: "Quand quelqu’un écrit @ et votre nom d’utilisateur, le message vous attend ici.",
  mentionsFailed: "Les mentions n’ont pas pu être chargées.",
  olderMentions: "Afficher les mentions plus anciennes",
};
