/** Texts of groups, people, the workspace and one's status, in Simplified Chinese. */
export default {
  groupKind: "群组类型",
  kindText: "聊天",
  kindTextHelp: "消息排在一条时间线上。",
  kindForum: "论坛",
  kindForumHelp: "带标题的帖子，各有自己的回复。",
  deactivated: "已停用",

  // Details pane
  aboutGroup: "关于“{name}”",
  noDescription: "还没有人写下这个群组的用途。",
  hereNowHead: "在线",
  awayHead: "离开",
  notAroundHead: "不在",
  invite: "邀请",
  addMember: "添加成员",
  leaveGroup: "退出群组",
  groupSettings: "群组设置",
  roleModerator: "协管员",
  roleAdmin: "管理员",
  roleOwner: "所有者",
  roleGuest: "访客",
  membersFailed: "成员未能加载。",
  removeMember: "将 {name} 移出“{group}”",
  removeMemberAsk: "移除 {name}？",
  removeMemberWhat: "对方将不能再在这里阅读或发言，写过的内容会保留。",
  leaveAsk: "退出“{group}”？",
  leavePublic: "你随时可以回来。",
  leavePrivate: "再回来需要有人邀请。",
  leave: "退出",
  moreMembers: "显示更多",

  // People
  writeToPerson: "发私信",
  lastSeen: "上次在线：{when}",

  // What can be done
  muteGroup: "将“{group}”静音",
  unmuteGroup: "取消“{group}”的静音",
  useLight: "使用日间配色",
  useDark: "使用夜间配色",
  useSystem: "使用系统配色",

  // Dialog: groups
  findGroup: "查找群组",
  createGroup: "创建群组",
  noGroupsFound: "没有叫这个名字的群组。你可以创建它。",
  archived: "已归档",
  groupName: "名称",
  groupNameHelp: "一两个词即可，人人可见。",
  groupTopic: "主题",
  groupTopicHelp: "名称下方的一行字。",
  groupDescription: "用途",
  groupPrivate: "私密",
  groupPrivateHelp: "只有受邀的人能看到它。",
  create: "创建",

  // Dialog: direct, add
  newDirectTitle: "给某人发消息",
  findPerson: "查找成员",
  nobodyFound: "没有叫这个名字的人。",
  addTo: "添加成员到“{group}”",
  isMember: "已在群组中",
  added: "已添加",

  // Dialog: group settings
  settingsOf: "“{group}”的设置",
  archiveGroup: "归档此群组",
  archiveHelp: "所有内容仍可阅读，但谁也不能发言。",
  staleText: "下面是目前的内容。你的修改尚未保存。",

  // Workspace dialog
  workspaceName: "名称",
  workspaceDescription: "描述",
  signUpOpen: "任何人都可以创建账号",
  signUpOpenHelp: "关闭后，只能通过邀请链接加入。",

  // Status
  statusTitle: "你现在怎么样？",
  statusEmoji: "表情",
  statusText: "在忙什么？",
  statusEnds: "结束时间",
  ends30: "30 分钟后",
  ends60: "1 小时后",
  endsToday: "今天",
  endsWeek: "本周",
  endsKept: "{when}",
  doNotDisturb: "勿扰",
  doNotDisturbHelp: "你会显示为忙碌。",
  doNotDisturbNow: "现在是你的安静时段，你本来就显示为忙碌。",
  beInvisible: "隐身",
  beInvisibleHelp: "在所有人看来，你都是离线。",
  clearStatus: "清除",
};
