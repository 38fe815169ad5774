/** Texts of the dialog of invite links. */
export default /** @type {const} */ ({
  invitesTo: "Invite to {group}",
  createInvite: "Create a link",
  inviteExpiry: "Works for",
  inviteUses: "For how many",
  oneDay: "1 day",
  sevenDays: "7 days",
  thirtyDays: "30 days",
  anyNumber: "Anyone with the link",
  onePerson: "1 person",
  somePeople: "{count, number} people",
  inviteReady: "The link is shown only now. Copy it before you close this.",
  openInvites: "Links that work",
  noInvites: "No link works at the moment.",
  inviteUsed: "{limit, select, none {{uses, plural, one {used # time} other {used # times}}} other {used {uses, number} of {limit}}}",
  until: "until {day}",
  revoke: "Revoke",
});
