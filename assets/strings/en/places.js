/** Texts of the pages Catch up, Mentions and Threads. */
export default /** @type {const} */ ({
  // Threads
  threadsLede: "The ones you follow, the liveliest first",
  noThreadsTitle: "No threads yet",
  noThreadsText: "Reply to a message in a thread, or follow one, and it waits here for you.",
  threadsFailed: "The threads did not load.",
  olderThreads: "Show older threads",

  // Catch up
  catchUpLede: "What is new since you looked, what calls you first",
  caughtUpTitle: "Nothing is waiting for you",
  caughtUpText: "You have read everything. New messages will appear here.",
  catchUpMore: "{count, plural, one {Show # more conversation} other {Show # more conversations}}",
  tooMuchToList: "{count, number} new messages are more than fits here. Open the conversation",
  showNext: "Show the next {count, number}",
  allRead: "all read",

  // Mentions
  mentionsLede: "Messages that call you by name, the newest first",
  noMentionsTitle: "Nobody has called you yet",
  noMentionsText: "When somebody writes @ and your username, the message waits here for you.",
  mentionsFailed: "The mentions did not load.",
  olderMentions: "Show older mentions",
});
