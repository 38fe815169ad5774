/** Texts of the pages Catch up, Mentions and Threads, in Arabic. */
export default {
  // Threads
  threadsLede: "السلاسل التي تهمك، الأكثر نشاطًا أولًا",
  noThreadsTitle: "لا سلاسل بعد",
  noThreadsText: "عند الرد على رسالة في سلسلة، أو متابعة سلسلة، تنتظرك هنا.",
  threadsFailed: "تعذّر تحميل السلاسل.",
  olderThreads: "عرض سلاسل أقدم",

  // Catch up
  catchUpLede: "الجديد منذ آخر زيارة، وما يناديك أولًا",
  caughtUpTitle: "لا شيء في انتظارك",
  caughtUpText: "قرأت كل شيء. ستظهر الرسائل الجديدة هنا.",
  catchUpMore: "{count, plural, zero {لا محادثات أخرى} one {عرض محادثة أخرى} two {عرض محادثتين أخريين} few {عرض # محادثات أخرى} many {عرض # محادثة أخرى} other {عرض # محادثة أخرى}}",
  tooMuchToList: "الرسائل الجديدة ({count, number}) أكثر مما يتسع هنا. فتح المحادثة",
  showNext: "عرض الرسائل التالية ({count, number})",
  allRead: "كلها مقروءة",

  // Mentions
  mentionsLede: "رسائل تناديك بالاسم، الأحدث أولًا",
  noMentionsTitle: "لم ينادِك أحد بعد",
  noMentionsText: "عندما يكتب أحد @ واسم المستخدم الخاص بك، تنتظرك الرسالة هنا.",
  mentionsFailed: "تعذّر تحميل الإشارات.",
  olderMentions: "عرض إشارات أقدم",
};
