/** Texts of the dialog of invite links, in Simplified Chinese. */
export default {
  invitesTo: "邀请加入“{group}”",
  createInvite: "创建链接",
  inviteExpiry: "有效期",
  inviteUses: "可用人数",
  oneDay: "1 天",
  sevenDays: "7 天",
  thirtyDays: "30 天",
  anyNumber: "人数不限",
  onePerson: "1 人",
  somePeople: "{count, number} 人",
  inviteReady: "链接只在此刻显示。请复制后再关闭。",
  openInvites: "有效的链接",
  noInvites: "目前没有有效的链接。",
  inviteUsed: "{limit, select, none {{uses, plural, other {已使用 # 次}}} other {已使用 {uses, number} 次，共 {limit} 次}}",
  until: "有效期至 {day}",
  revoke: "停用",
};
