/**
 * Every text of the page, in English. Texts with something to fill in are functions.
 */

/** @param {number} count @param {string} one @param {string} many */
export const plural = (count, one, many) => (count === 1 ? one : many);

/** @param {string[]} names */
const listed = (names) => new Intl.ListFormat("en", { style: "long", type: "conjunction" }).format(names);

export const say = {
  product: "Parlor",

  // Things that go wrong anywhere
  unreachable: "Parlor cannot be reached. Check the connection and try again.",
  somethingBroke: "Something went wrong. Try again.",
  /** @param {number} secs */
  tooManyTries: (secs) => `Too many tries. The next one is possible in ${secs} ${plural(secs, "second", "seconds")}.`,
  retry: "Retry",
  tryAgain: "Try again",
  cannotStart: "Parlor is not answering",
  cannotStartWhy: "The page is here, but the server behind it cannot be reached.",
  notFoundTitle: "This is not here, or not for you",
  notFoundText: "The link may be old, or the place may be private. Ask the person who sent it.",
  goHome: "Go to your conversations",

  // Times
  today: "Today",
  yesterday: "Yesterday",
  justNow: "just now",
  never: "Never",
  someProgram: "Some program",
  /** @param {string} browser @param {string} system */
  browserOnSystem: (browser, system) => `${browser} on ${system}`,

  // Buttons that appear in many places
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  saved: "Saved",
  saving: "Saving…",
  copy: "Copy",
  copied: "Copied",
  copyCode: "Copy code",
  table: "Table",
  taskDone: "done",
  taskOpen: "to do",
  spoiler: "Hidden. Press to show",
  spoilerHere: "(hidden)",
  /** @param {number} lines */
  showAll: (lines) => `Show all ${lines} lines`,
  add: "Add",
  remove: "Remove",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  optional: "optional",

  // Doorway; what is needed there alone is in enDoor.js
  password: "Password",
  creating: "Creating…",
  username: "Username",
  usernameHelp: "Small letters, digits, dots, dashes.",
  email: "Email",
  passwordHelp: "At least 10 characters. Three or more unrelated words work well.",
  fieldNeeded: "Please fill this in.",
  passwordTooShort: "At least 10 characters, please.",
  join: "Join",
  inviteLink: "Invite link",

  // Sidebar
  skipToComposer: "Skip to writing",
  skipToContent: "Skip to the content",
  sidebar: "Places and conversations",
  home: "Home",
  catchUp: "Catch up",
  find: "Search",
  youTab: "You",
  jump: "Jump or search",
  jumpKey: "Ctrl K",
  jumpKeyMac: "⌘ K",
  groups: "Groups",
  directs: "Direct",
  browseGroups: "Browse or create a group",
  newDirect: "New direct conversation",
  noDirects: "Nobody yet. Press + to write to someone.",
  unread: "unread",
  draftWaits: "draft",
  failedWaits: "not sent",
  settings: "Settings",
  workspaceSettings: "About this place",
  admin: "Admin",
  placeMenu: "More of this place",
  setStatus: "Set a status",
  yourStatus: "Your status",
  privateGroup: "Private group",

  // Presence
  online: "Online",
  idle: "Idle",
  away: "Away",
  busy: "Busy",
  offline: "Offline",
  invisible: "Invisible",

  // Conversation
  conversation: "Messages",
  archivedNote: "This group is archived. It can be read, nobody can write.",
  backToList: "Back to conversations",
  details: "Details",
  /** @param {number} count */
  hereNow: (count) => `${count} here`,
  /** @param {number} all */
  hereOf: (all) => `of ${all}`,
  /** @param {string} time */
  newSince: (time) => `New since ${time}`,
  markRead: "Mark as read",
  /** @param {number} count */
  newMessages: (count) => `${count} new ${plural(count, "message", "messages")}`,
  goToNewest: "Go to the newest",
  loadingEarlier: "Loading earlier messages",
  earlierFailed: "Earlier messages did not load.",
  laterFailed: "Later messages did not load.",
  loadFailed: "The messages did not load.",
  emptyGroupTitle: "Nobody has spoken yet",
  emptyGroupPublic: "This group is open to everyone here. Say what it is for.",
  emptyGroupPrivate: "Only the people in this group can read it. Say what it is for.",
  /** @param {string} name */
  emptyDirectTitle: (name) => `Just you and ${name}`,
  emptyDirectText: "Nobody else can read this conversation. Say hello.",
  /** @param {string} group @param {string} day */
  groupStart: (group, day) => `${group} begins here, on ${day}.`,
  /** @param {string} name */
  directStart: (name) => `Your conversation with ${name} begins here.`,
  sending: "Sending",
  willSend: "Will send when connected",
  /** @param {string} why */
  notSent: (why) => `Not sent: ${why}`,
  edit: "Edit",
  delete: "Delete",
  edited: "edited",
  /** @param {string} when */
  editedAt: (when) => `edited, ${when}. Show what it said before`,
  deletedMessage: "Message deleted",
  repliedInThread: "Replied in a thread",
  pin: "Pin",
  unpin: "Unpin",
  pinned: "Pinned for everyone here",
  unpinned: "Taken down",
  /** @param {string} name */
  pinnedBy: (name) => `Pinned by ${name}`,

  // The server's own lines
  /** @param {string} who */
  didJoin: (who) => `${who} joined`,
  /** @param {string} who */
  didLeave: (who) => `${who} left`,
  /** @param {string} who @param {string} whom */
  didAdd: (who, whom) => `${who} added ${whom}`,
  /** @param {string} who @param {string} whom */
  didRemove: (who, whom) => `${who} removed ${whom}`,
  /** @param {string} who @param {string} was @param {string} is */
  didRename: (who, was, is) => `${who} renamed the group from “${was}” to “${is}”`,
  /** @param {string} who @param {string} topic */
  didSetTopic: (who, topic) => `${who} set the topic: ${topic}`,
  /** @param {string} who */
  didClearTopic: (who) => `${who} took the topic away`,
  /** @param {string} who */
  didDescribe: (who) => `${who} changed what the group is for`,
  /** @param {string} who */
  didMakePrivate: (who) => `${who} made the group private`,
  /** @param {string} who */
  didMakePublic: (who) => `${who} opened the group to everyone here`,
  /** @param {string} who */
  didArchive: (who) => `${who} archived the group`,
  /** @param {string} who */
  didUnarchive: (who) => `${who} brought the group back from the archive`,
  /** @param {string} who */
  didPin: (who) => `${who} pinned a message`,
  /** @param {string} who */
  didSomething: (who) => `${who} changed something`,
  /** @param {number} count */
  peopleCame: (count) => `${count} ${plural(count, "person", "people")} joined`,
  /** @param {number} count */
  peopleWent: (count) => `${count} ${plural(count, "person", "people")} left`,
  /** @param {number} count */
  thingsChanged: (count) => `${count} ${plural(count, "change", "changes")}`,

  // What can be done with a message
  openMenu: "Menu",
  messageActions: "Message actions",
  moreActions: "More",
  react: "React",
  /** @param {string} emoji */
  reactWith: (emoji) => `React with ${emoji}`,
  // Forum groups
  forum: "Forum",
  groupKind: "What it is for",
  kindText: "Talk",
  kindTextHelp: "One timeline of messages.",
  kindForum: "Forum",
  kindForumHelp: "Posts with titles, each with its own replies.",
  newPost: "New post",
  postTitle: "Title",
  postText: "Text",
  postTags: "Tags",
  postTagsHelp: "Up to five.",
  publish: "Post",
  publishing: "Posting…",
  posts: "Posts",
  sortPosts: "Sort posts",
  sortActivity: "Latest activity",
  sortDate: "Newest first",
  filterPosts: "Which posts",
  allPosts: "All posts",
  openPosts: "Not solved",
  solvedPosts: "Solved",
  filterTags: "Only posts with this tag",
  editTags: "Tags of this forum",
  solved: "Solved",
  pinnedPost: "Pinned",
  deletedPost: "Deleted post",
  newPostMark: "New",
  /** @param {string} name @param {string} when */
  postBy: (name, when) => `${name}, ${when}`,
  /** @param {string} place @param {string} name */
  postIn: (place, name) => `in ${place}, posted by ${name}`,
  /** @param {string} when */
  postActive: (when) => `Last activity ${when}`,
  /** @param {number} count */
  newReplies: (count) => `${count > 99 ? "99+" : count} new ${plural(count, "reply", "replies")}`,
  /** @param {number} count */
  newsInPosts: (count) => `${count} ${plural(count, "post has", "posts have")} something new`,
  olderPosts: "Older posts",
  postsFailed: "The posts could not be loaded.",
  emptyForumTitle: "Nobody has posted anything yet",
  emptyForumText: "A post has a title, and everybody can reply to it.",
  noPostFitsTitle: "No post fits",
  noPostFitsText: "There are posts here, but none of this kind.",
  showAllPosts: "Show all posts",
  markSolved: "Mark as solved",
  markOpen: "Not solved after all",
  markedSolved: "Marked as solved",
  markedOpen: "No longer marked as solved",
  thisSolves: "This solves it",
  goToSolution: "Go to the reply that solved it",
  renamePost: "Title and tags",
  movePost: "Move to another forum",
  moveTo: "Move this post",
  moveText: "Its replies go along. Who is not in the other forum can no longer read it.",
  noForumToMoveTo: "You moderate no other forum.",
  move: "Move",
  /** @param {string} name */
  moveHere: (name) => `Move to ${name}`,
  /** @param {string} name */
  movedTo: (name) => `Moved to ${name}`,
  tagName: "Name",
  tagColour: "Colour",
  addTag: "Add tag",
  noTags: "There are no tags yet.",
  /** @param {string} name */
  removeTag: (name) => `Remove the tag ${name}`,
  /** @param {string} name */
  removeTagAsk: (name) => `Remove the tag ${name}?`,
  removeTagText: "It comes off all posts.",
  /** @param {string} name */
  renameTag: (name) => `Name of the tag ${name}`,
  /** @param {string} name */
  colourOfTag: (name) => `Colour of the tag ${name}`,
  tagColours: { grey: "Grey", green: "Green", brass: "Brass", red: "Red", blue: "Blue", violet: "Violet" },
  groupPick: "Groups",
  groupNotJoined: "not joined",

  replyInThread: "Reply in thread",
  quote: "Quote",
  forward: "Forward",
  unreadFromHere: "Mark unread from here",
  copyText: "Copy text",
  copyLink: "Copy link",
  copyFailed: "It could not be copied.",
  messageDeleted: "Message deleted.",
  undo: "Undo",
  /** @param {string} name */
  deleteAsk: (name) => `Delete this message of ${name}?`,
  deleteLineAsk: "Delete this line?",
  deleteAskText: "Its text is gone for everyone and cannot be brought back.",
  deleteMineAsk: "Delete this message?",
  deleteMineText: "Nothing is left of its text. You have five seconds to take that back.",
  editMessage: "Edit your message",
  hintSave: "save",
  hintCancel: "cancel",
  keyEsc: "Esc",
  changedMeanwhile: "You changed this meanwhile, on another device. It now says:",
  yourText: "Your text:",
  editsTitle: "What this message said",
  editNow: "Now",
  editBefore: "Before",
  editFirst: "At first",

  // Reactions and emoji
  youName: "you",
  /** @param {string} name @param {number} count @param {boolean} isMine */
  reaction: (name, count, isMine) => `${name}, ${count}${isMine ? ", you reacted" : ""}`,
  /** @param {string[]} names @param {number} others */
  reactedBy: (names, others) => (others > 0 ? `${names.join(", ")} and ${others} more` : listed(names)),
  emojiPick: "Pick an emoji",
  emojiSearch: "Search emoji",
  emojiGroups: "Emoji groups",
  emojiRecent: "Recent",
  emojiFaces: "Faces",
  emojiPeople: "People",
  emojiNature: "Nature",
  emojiFood: "Food",
  emojiTravel: "Travel",
  emojiThings: "Things",
  emojiSymbols: "Symbols",
  emojiFlags: "Flags",
  emojiOwn: "Made here",
  emojiHint: "Pick one, or type a word",
  emojiTone: "Skin tone",
  emojiTones: ["No skin tone", "Light", "Medium light", "Medium", "Medium dark", "Dark"],
  /** @param {number} count */
  emojiFound: (count) => (count === 0 ? "Nothing found" : `${count} found`),

  // Polls
  makePoll: "Make a poll",
  changePollTitle: "Change the poll",
  askPoll: "Ask",
  pollQuestion: "Question",
  pollAnswers: "Answers",
  /** @param {number} number */
  pollAnswer: (number) => `Answer ${number}`,
  /** @param {number} number */
  pollRemove: (number) => `Remove answer ${number}`,
  pollAdd: "Add an answer",
  pollTwoAnswers: "Give at least two answers.",
  pollSeveral: "Several answers may be chosen",
  pollSecret: "Anonymous",
  pollSecretHelp: "Nobody sees who chose what.",
  pollEnd: "Closes",
  pollEndNever: "When you close it",
  pollEndHour: "In an hour",
  pollEndDay: "In a day",
  pollEndThreeDays: "In three days",
  pollEndWeek: "In a week",
  pollEndAt: "At a time",
  pollEndAtLabel: "Day and time",
  /** @param {string} question */
  pollOf: (question) => `Poll: ${question}`,
  /** @param {string} text @param {number} count @param {boolean} isMine */
  pollOption: (text, count, isMine) => `${text}, ${count} ${plural(count, "vote", "votes")}${isMine ? ", your choice" : ""}`,
  /** @param {number} count */
  voted: (count) => `${count} voted`,
  pollMultiple: "several answers",
  pollAnonymous: "anonymous",
  /** @param {string} when */
  pollCloses: (when) => `closes ${when}`,
  pollClosed: "closed",
  whoVoted: "Who voted",
  closePoll: "Close the poll",
  closePollAsk: "Close this poll?",
  closePollText: "Nobody can vote after that, and it stays closed.",

  // Threads
  thread: "Thread",
  /** @param {string} place @param {string} name */
  threadIn: (place, name) => `in ${place}, started by ${name}`,
  closeThread: "Close the thread",
  followThread: "Follow this thread",
  following: "You follow this thread",
  followed: "You follow this thread now.",
  unfollowed: "You no longer follow this thread.",
  repliesFeed: "Replies",
  noReplies: "No replies yet",
  /** @param {number} count */
  replies: (count) => `${count} ${plural(count, "reply", "replies")}`,
  /** @param {number} count */
  countUnread: (count) => `${count} unread`,
  /** @param {string} when */
  lastReply: (when) => `last ${when}`,
  /** @param {string} name */
  replyTo: (name) => `Reply to ${name}`,
  threads: "Threads",
  threadsLede: "The ones you follow, the liveliest first",
  noThreadsTitle: "No threads yet",
  noThreadsText: "Reply to a message in a thread, or follow one, and it waits here for you.",
  threadsFailed: "The threads did not load.",
  olderThreads: "Show older threads",

  // Search
  search: "Search",
  searchHere: "Search in this conversation",
  // Catch up
  catchUpLede: "What is new since you looked, what calls you first",
  caughtUpTitle: "Nothing is waiting for you",
  caughtUpText: "You have read everything. New messages will appear here.",
  /** @param {number} count */
  catchUpMore: (count) => `Show ${count} more ${plural(count, "conversation", "conversations")}`,
  /** @param {number} count */
  tooMuchToList: (count) => `${count} new messages are more than fits here. Open the conversation`,
  /** @param {number} count */
  showNext: (count) => `Show the next ${count}`,
  allRead: "all read",
  /** @param {number} count */
  callsBeyond: (count) => `${count} for you`,
  /** @param {number} count */
  unreadBeyond: (count) => `${count} unread`,
  furtherUp: "further up",
  furtherDown: "further down",

  // Mentions
  mentions: "Mentions",
  mentionsLede: "Messages that call you by name, the newest first",
  noMentionsTitle: "Nobody has called you yet",
  noMentionsText: "When somebody writes @ and your username, the message waits here for you.",
  mentionsFailed: "The mentions did not load.",
  olderMentions: "Show older mentions",
  /** @param {number} count */
  unreadMentions: (count) => (count === 1 ? "unread mention" : "unread mentions"),
  attention: "Notifications",
  mute: "Mute this group",
  muteHelp: "It stays dim in the list, and nothing in it calls you.",
  muted: "Muted",
  levelLegend: "Tell me of",
  levelInherit: "As everywhere",
  levelAll: "All messages",
  levelMentions: "Mentions",
  levelNothing: "Nothing",
  noticesLede: "On this browser",
  noticesOn: "Tell me on this browser",
  noticesHelp: "While Parlor is open in a tab. Each group's details say of what; do not disturb silences all.",
  noticesRefused: "Your browser refuses notifications from this site. Allow them in the site's settings, beside the address, and come back.",
  noticesMissing: "This browser has no notifications.",
  mentionPick: "People to mention",
  mentionEveryone: "Everybody in this group",
  mentionHere: "Everybody who is here now",
  /** @param {string[]} names */
  notInGroup: (names) => `${names.join(", ")} ${names.length === 1 ? "is" : "are"} not in this group and will not see this.`,
  addThem: "Add to the group",
  dismiss: "Dismiss",

  // Later: drafts, saved messages, reminders, scheduled messages
  drafts: "Drafts",
  draftsLede: "What you began to write, on all your devices",
  noDraftsTitle: "Nothing is half said",
  noDraftsText: "What you begin to write and do not send waits here for you.",
  writeOn: "Write on",
  draftDropped: "Draft deleted.",
  /** @param {string} place */
  dropDraftIn: (place) => `Delete the draft in ${place}`,
  /** @param {string} place */
  threadOf: (place) => `Thread in ${place}`,
  later: "Later",
  laterLede: "What you keep for yourself",
  savedTab: "Saved",
  remindersTab: "Reminders",
  scheduledTab: "Scheduled",
  saveForLater: "Save for later",
  unsave: "Remove from saved",
  savedForLater: "Saved for later.",
  unsaved: "No longer saved.",
  showSaved: "See all",
  savedMark: "Saved for later",
  noSavedTitle: "Nothing is saved",
  noSavedText: "Save a message for later from its menu, and it waits here. Nobody else knows.",
  savedFailed: "The saved messages did not load.",
  olderSaved: "Show what was saved before",
  remindMe: "Remind me",
  reminder: "Reminder",
  show: "Show",
  done: "Done",
  anotherTime: "Another time",
  cancelReminder: "Cancel reminder",
  /** @param {string} when */
  willRemind: (when) => `You will be reminded ${when}.`,
  /** @param {string} name @param {string} text */
  reminderDue: (name, text) => `Reminder of ${name}: ${text}`,
  /** @param {number} count */
  remindersDue: (count) => `${count} reminders are due.`,
  /** @param {number} count */
  dueNow: (count) => plural(count, "reminder due", "reminders due"),
  /** @param {string} when */
  wasDue: (when) => `Due since ${when}`,
  /** @param {string} when */
  willBeDue: (when) => `Due ${when}`,
  noRemindersTitle: "Nothing to be reminded of",
  noRemindersText: "Choose “Remind me” in a message's menu, and you are told of it in time.",
  remindersFailed: "The reminders did not load.",
  sendLater: "Send later",
  /** @param {string} when */
  willBeSent: (when) => `It will be sent ${when}.`,
  /** @param {string} when */
  goesOut: (when) => `Will be sent ${when}`,
  /** @param {number} count */
  waitingHere: (count) => `${count} ${plural(count, "message", "messages")} will be sent here later`,
  sendNow: "Send now",
  sentNow: "Sent.",
  takenBack: "It will not be sent.",
  takeBackAsk: "Delete this message?",
  takeBackText: "It will not be sent, and its text is gone.",
  scheduledEdit: "Send later",
  messageText: "Message",
  dayAndTime: "Day and time",
  noScheduledTitle: "Nothing waits to be sent",
  noScheduledText: "Write a message and press the clock beside the send button.",
  placeGone: "A place that you are no longer in",
  failedNoLongerThere: "Not sent: you could no longer write there.",
  failedPlaceClosed: "Not sent: nobody could write there any more.",
  failedThreadGone: "Not sent: the message that it replied to is gone.",
  failedAccountClosed: "Not sent: your account was closed at that time.",
  failedRefused: "Not sent: the server refused it. Edit it and choose another time.",
  chooseTime: "Choose a time…",
  chooseThis: "Choose",
  mustBeAhead: "Choose a time that is still to come.",
  in20: "In 20 minutes",
  in60: "In an hour",
  in180: "In 3 hours",
  tomorrow: "Tomorrow",
  nextMonday: "Next Monday",
  /** @param {string} time */
  todayAt: (time) => `today at ${time}`,
  /** @param {string} time */
  tomorrowAt: (time) => `tomorrow at ${time}`,
  /** @param {string} day @param {string} time */
  dayAt: (day, time) => `on ${day} at ${time}`,

  pinnedHead: "Pinned",
  noPins: "Nothing is pinned. Pin what people keep asking for.",
  pinsFailed: "The pins did not load.",
  /** @param {number} count */
  showAllPins: (count) => `Show all ${count}`,
  /** @param {string} name @param {string} day */
  saidBy: (name, day) => `${name}, ${day}`,
  /** @param {string} name */
  unpinOf: (name) => `Unpin the message of ${name}`,
  /** @param {string} name */
  alsoSendTo: (name) => `Also send to ${name}`,
  someone: "Someone",

  /** @param {string} title */
  removePreview: (title) => `Remove the preview of ${title}`,

  // Files
  attach: "Attach files",
  /** @param {string} name */
  openPicture: (name) => `Open picture ${name}`,
  /** @param {string} name */
  download: (name) => `Download ${name}`,
  downloadIt: "Download",
  deactivated: "deactivated",
  /** @param {string} name */
  isWriting: (name) => `${name} is writing`,
  /** @param {string[]} names */
  areWriting: (names) => `${listed(names)} are writing`,
  severalWriting: "Several people are writing",
  linkCopied: "Link copied",
  textCopied: "Text copied",

  // Composer
  /** @param {string} name */
  writeTo: (name) => `Write to ${name}`,
  send: "Send",
  hintSend: "send",
  hintNewLine: "new line",
  keyEnter: "Enter",
  keyShift: "Shift",
  /** @param {number} left */
  charsLeft: (left) => `${left} left`,
  /** @param {number} over */
  charsOver: (over) => `${over} too many. A message holds 16,000 characters.`,

  // Connection
  connectionLost: "Connection lost.",
  /** @param {number} secs */
  tryingIn: (secs) => `Trying again in ${secs} s. You can keep writing.`,
  tryingNow: "Trying again. You can keep writing.",
  tryNow: "Try now",
  unheardTitle: "Parlor cannot be reached.",
  /** @param {string} when */
  unheardSince: (when) => `You see what was known ${when}. You can keep writing; it goes out later.`,
  newVersion: "There is a new version of this page.",
  newVersionReload: "Reload for the new version",
  elsewhere: "Parlor is open in too many places at once.",
  useHere: "Use it here",
  back: "Back.",
  /** @param {number} count */
  arrived: (count) => `${count} ${plural(count, "message", "messages")} arrived.`,
  /** @param {number} count @param {string} time */
  waitingSince: (count, time) =>
    `${count} ${plural(count, "message", "messages")} from ${time} ${plural(count, "is", "are")} waiting.`,
  review: "Review",

  // Announcer
  /** @param {string} name @param {string} text */
  spoke: (name, text) => `${name}: ${text}`,
  /** @param {number} count @param {number} people */
  burst: (count, people) => `${count} new messages from ${people} ${plural(people, "person", "people")}`,
  sendFailed: "A message was not sent",

  // Details pane
  /** @param {string} name */
  aboutGroup: (name) => `About ${name}`,
  noDescription: "Nobody has written yet what this group is for.",
  hereNowHead: "Here now",
  awayHead: "Away",
  notAroundHead: "Not around",
  invite: "Invite",
  addMember: "Add someone",
  leaveGroup: "Leave group",
  groupSettings: "Group settings",
  roleModerator: "Moderator",
  roleAdmin: "Admin",
  roleOwner: "Owner",
  roleGuest: "Guest",
  you: "you",
  membersFailed: "The members did not load.",
  /** @param {string} name @param {string} group */
  removeMember: (name, group) => `Remove ${name} from ${group}`,
  /** @param {string} name */
  removeMemberAsk: (name) => `Remove ${name}?`,
  removeMemberWhat: "They can no longer read or write here. What they wrote stays.",
  /** @param {string} group */
  leaveAsk: (group) => `Leave ${group}?`,
  leavePublic: "You can come back whenever you like.",
  leavePrivate: "You need an invitation to come back.",
  leave: "Leave",
  /** @param {number} count */
  memberCount: (count) => `${count} ${plural(count, "member", "members")}`,
  moreMembers: "Show more",

  // People
  writeToPerson: "Write a direct message",
  /** @param {string} when */
  lastSeen: (when) => `Seen ${when}`,
  personCard: "About this person",

  // What can be done
  /** @param {string} group */
  muteGroup: (group) => `Mute ${group}`,
  /** @param {string} group */
  unmuteGroup: (group) => `Unmute ${group}`,
  useLight: "Use the day colours",
  useDark: "Use the evening colours",
  useSystem: "Use the colours of the system",

  // Dialog: groups
  findGroup: "Find a group",
  createGroup: "Create a group",
  noGroupsFound: "No group of that name. You could create it.",
  open: "Open",
  archived: "Archived",
  groupName: "Name",
  groupNameHelp: "A word or two. Everybody sees it.",
  groupTopic: "Topic",
  groupTopicHelp: "One line under the name.",
  groupDescription: "What it is for",
  groupPrivate: "Private",
  groupPrivateHelp: "Only people who were invited see that it exists.",
  create: "Create",

  // Dialog: direct, add
  newDirectTitle: "Write to someone",
  findPerson: "Find a person",
  nobodyFound: "Nobody of that name.",
  /** @param {string} group */
  addTo: (group) => `Add someone to ${group}`,
  isMember: "is here",
  added: "added",

  // Dialog: group settings
  /** @param {string} group */
  settingsOf: (group) => `Settings of ${group}`,
  archiveGroup: "Archive this group",
  archiveHelp: "Everything stays readable, nobody can write.",
  staleTitle: "Someone changed this meanwhile.",
  staleText: "Below is how it stands now. Your changes are not saved.",
  useTheirs: "Keep theirs",
  useMine: "Use mine",

  // Dialog: invites


  // Workspace dialog
  workspaceName: "Name",
  workspaceDescription: "Description",
  signUpOpen: "Anyone may create an account",
  signUpOpenHelp: "Off: people come in by invite links only.",

  // Status
  statusTitle: "How are you?",
  statusEmoji: "Emoji",
  statusText: "What is going on?",
  statusEnds: "Ends",
  ends30: "In 30 minutes",
  ends60: "In an hour",
  endsToday: "Today",
  endsWeek: "This week",
  /** @param {string} when */
  endsKept: (when) => `At ${when}`,
  doNotDisturb: "Do not disturb",
  doNotDisturbHelp: "Shows you as busy.",
  doNotDisturbNow: "Your quiet hours are on: you are shown as busy anyway.",
  beInvisible: "Invisible",
  beInvisibleHelp: "You look offline to everyone.",
  clearStatus: "Clear",

  // Settings; what is needed there alone is in enSettings.js
  confirmTitle: "Is it you?",
  confirmText: "You gave your password a while ago. Give it once more to go on.",
  confirm: "Confirm",
  confirming: "Checking…",
  wrongPassword: "That password is wrong.",

  // Keyboard page
  keyAnywhere: "Anywhere",
  keyInComposer: "While writing",
  keyInMessages: "In the messages",
  keyJump: "Jump to a conversation, a person or an action",
  keyPrevious: "Previous conversation",
  keyNext: "Next conversation",
  keyPreviousUnread: "Previous unread conversation",
  keyNextUnread: "Next unread conversation",
  keyRegionNext: "Next part of the page",
  keyRegionPrevious: "Previous part of the page",
  keyEscape: "Close what is open; then mark as read and go to the newest",
  keySend: "Send",
  keyNewLine: "New line",
  keyUp: "Previous message",
  keyDown: "Next message",
  keyHome: "First loaded message",
  keyEnd: "Newest message",
  keyPageUp: "Back by a page",
  keyPageDown: "On by a page",
  keyInto: "Into the links and buttons of a message",
  lettersOn: "Letters act on messages",
  lettersHelp: "While a message has the focus: R quotes, T opens its thread, and so on.",
  keyQuote: "Quote it",
  keyThread: "Reply in its thread",
  keyEdit: "Edit it, if it is yours",
  keyReact: "React to it",
  keyPin: "Pin it, or take it down",
  keyUnread: "Mark unread from here",
  keyDelete: "Delete it",
  keyEditLast: "Edit your last message, while the field is empty",
  keyCopyText: "Copy the text",
  keyCopyLink: "Copy the link",
  keySearch: "Search, in this conversation",
  keyHelp: "This list",
};
