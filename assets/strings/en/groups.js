/** Texts of groups, people, the workspace and one's status. */
export default /** @type {const} */ ({
  groupKind: "Kind of group",
  kindText: "Talk",
  kindTextHelp: "One timeline of messages.",
  kindForum: "Forum",
  kindForumHelp: "Posts with titles, each with its own replies.",
  deactivated: "deactivated",

  // Details pane
  aboutGroup: "About {name}",
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
  membersFailed: "The members did not load.",
  removeMember: "Remove {name} from {group}",
  removeMemberAsk: "Remove {name}?",
  removeMemberWhat: "They can no longer read or write here. What they wrote stays.",
  leaveAsk: "Leave {group}?",
  leavePublic: "You can come back whenever you like.",
  leavePrivate: "You need an invitation to come back.",
  leave: "Leave",
  moreMembers: "Show more",

  // People
  writeToPerson: "Write a direct message",
  lastSeen: "Seen {when}",

  // What can be done
  muteGroup: "Mute {group}",
  unmuteGroup: "Unmute {group}",
  useLight: "Use the day colours",
  useDark: "Use the evening colours",
  useSystem: "Use the colours of the system",

  // Dialog: groups
  findGroup: "Find a group",
  createGroup: "Create a group",
  noGroupsFound: "No group of that name. You could create it.",
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
  addTo: "Add someone to {group}",
  isMember: "is here",
  added: "added",

  // Dialog: group settings
  settingsOf: "Settings of {group}",
  archiveGroup: "Archive this group",
  archiveHelp: "Everything stays readable, nobody can write.",
  staleText: "Below is how it stands now. Your changes are not saved.",

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
  endsKept: "At {when}",
  doNotDisturb: "Do not disturb",
  doNotDisturbHelp: "Shows you as busy.",
  doNotDisturbNow: "Your quiet hours are on: you are shown as busy anyway.",
  beInvisible: "Invisible",
  beInvisibleHelp: "You look offline to everyone.",
  clearStatus: "Clear",
});
