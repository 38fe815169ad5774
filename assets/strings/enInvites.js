/**
 * Texts of the dialog of invite links, in English.
 */
import { plural } from "./en.js";

export const sayInvites = {
  /** @param {string} group */
  invitesTo: (group) => `Invite to ${group}`,
  createInvite: "Create a link",
  inviteExpiry: "Works for",
  inviteUses: "For how many",
  oneDay: "1 day",
  sevenDays: "7 days",
  thirtyDays: "30 days",
  anyNumber: "Anyone with the link",
  onePerson: "1 person",
  /** @param {number} count */
  somePeople: (count) => `${count} people`,
  inviteReady: "The link is shown only now. Copy it before you close this.",
  openInvites: "Links that work",
  noInvites: "No link works at the moment.",
  /** @param {number} uses @param {number | null} max */
  inviteUsed: (uses, max) => (max === null ? `used ${uses} ${plural(uses, "time", "times")}` : `used ${uses} of ${max}`),
  /** @param {string} day */
  until: (day) => `until ${day}`,
  revoke: "Revoke",
};
