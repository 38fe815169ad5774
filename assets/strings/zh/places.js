/** Texts of the pages Catch up, Mentions and Threads, in Simplified Chinese. */
export default {
  // Threads
  threadsLede: "你关注的话题，最活跃的在前",
  noThreadsTitle: "还没有话题",
  noThreadsText: "在话题中回复消息，或关注一个话题，它就会在这里等你。",
  threadsFailed: "话题未能加载。",
  olderThreads: "显示更早的话题",

  // Catch up
  catchUpLede: "你离开后的新消息，提到你的在前",
  caughtUpTitle: "没有等你看的内容",
  caughtUpText: "你已全部读完。新消息会出现在这里。",
  catchUpMore: "{count, plural, other {再显示 # 个会话}}",
  tooMuchToList: "{count, number} 条新消息，这里放不下。打开会话",
  showNext: "显示接下来的 {count, number} 条",
  allRead: "已全部读完",

  // Mentions
  mentionsLede: "点名提到你的消息，最新的在前",
  noMentionsTitle: "还没有人提到你",
  noMentionsText: "有人写下 @ 和你的用户名时，那条消息会在这里等你。",
  mentionsFailed: "提及未能加载。",
  olderMentions: "显示更早的提及",
};
