/**
 * Texts of the pages from which a server is looked after, in English: fetched when somebody goes there.
 */
import { plural } from "./en.js";

export const sayAdmin = {
  nav: "Looking after this place",
  partPeople: "People",
  partPlace: "This place",
  partServer: "Server",
  everyone: "Everyone",
  everyoneLede: "Who has an account and what they may do",
  invites: "Invites",
  invitesLede: "Every link that lets people in now",
  general: "General",
  generalLede: "Saved as you change it",
  storage: "Storage",
  storageLede: "What is stored here, and whose it is",
  health: "Health",
  healthLede: "How the server does",
  audit: "Audit log",
  auditLede: "What was done by those who look after things. It is only added to",
  back: "All sections",

  find: "Find by name, username or email",
  role: "Role",
  allRoles: "All roles",
  roleAdmin: "Admin",
  roleManager: "Manager",
  roleUser: "User",
  state: "State",
  anyState: "Any state",
  active: "Active",
  deactivated: "Deactivated",
  order: "Order",
  orderName: "By name",
  orderNewest: "Newest first",
  orderSeen: "Last seen first",
  orderUnseen: "Longest away first",
  exportTable: "Export",
  invite: "Invite",
  name: "Name",
  email: "Email",
  groups: "Groups",
  lastSeen: "Last seen",
  actions: "Actions",
  hereNow: "Here now",
  never: "Never",
  none: "None",
  /** @param {string} name */
  actionsFor: (name) => `Actions for ${name}`,
  /** @param {number} count */
  found: (count) => `${count} ${plural(count, "person", "people")}`,
  noneFound: "Nobody fits that.",
  dropFilters: "Show everyone",
  showMore: "Show more",
  notLoaded: "This did not load.",

  makeAdmin: "Make an admin",
  makeManager: "Make a manager",
  makeUser: "Make a user",
  /** @param {string} name */
  adminAsk: (name) => `Make ${name} an admin?`,
  adminText: "An admin sees the whole server: people, settings, storage and the audit log. No admin can take that back from another.",
  /** @param {string} name */
  managerAsk: (name) => `Make ${name} a manager?`,
  managerText: "A manager looks after people and invites, and sees everyone's email address.",
  /** @param {string} name */
  userAsk: (name) => `Make ${name} a user?`,
  userText: "They no longer look after people and invites. Their groups stay as they are.",
  /** @param {string} name @param {string} role */
  roleChanged: (name, role) => `${name} is now: ${role}.`,
  signOut: "Sign out everywhere",
  /** @param {string} name */
  signOutAsk: (name) => `Sign ${name} out everywhere?`,
  /** @param {number} count */
  signOutText: (count) => `Signs out ${count} ${plural(count, "device", "devices")}. They can sign in again with their password.`,
  /** @param {string} name @param {number} count */
  signedOut: (name, count) => `${name} was signed out on ${count} ${plural(count, "device", "devices")}.`,
  resetLink: "Link to a new password",
  /** @param {string} name */
  resetLinkAsk: (name) => `Make a link for ${name}?`,
  resetLinkText: "Whoever opens it sets a new password, once, within a day. Nothing changes until then; all devices are signed out after it.",
  makeLink: "Make the link",
  /** @param {string} name */
  resetLinkFor: (name) => `New password for ${name}`,
  resetLinkLabel: "Link",
  /** @param {string} until */
  resetLinkHelp: (until) => `It is shown only now, works once, and until ${until}. Hand it over in private.`,
  newPassword: "New password now",
  /** @param {string} name */
  newPasswordAsk: (name) => `Give ${name} a new password?`,
  /** @param {number} count */
  newPasswordText: (count) => `Signs out ${count} ${plural(count, "device", "devices")}. The old password no longer works.`,
  newPasswordLabel: "Password",
  newPasswordHelp: "It is shown only now. Hand it over in private; they change it after signing in.",
  deactivate: "Deactivate",
  /** @param {string} name */
  deactivateAsk: (name) => `Deactivate ${name}?`,
  /** @param {number} count */
  deactivateText: (count) => `Signs out ${count} ${plural(count, "device", "devices")} and keeps their messages. Their invites stop working.`,
  /** @param {string} name */
  wasDeactivated: (name) => `${name} is deactivated.`,
  activate: "Activate",
  /** @param {string} name */
  activateAsk: (name) => `Activate ${name}?`,
  activateText: "They can sign in again with the password they had.",
  /** @param {string} name */
  wasActivated: (name) => `${name} can sign in again.`,
  done: "Done",

  leadsTo: "Leads to",
  privateGroup: "A private group",
  privateGroupHelp: "not one of yours",
  madeBy: "Made by",
  usesLeft: "Uses left",
  anyNumber: "Any number",
  /** @param {number} left @param {number} of */
  usesOf: (left, of) => `${left} of ${of}`,
  ends: "Ends",
  made: "Made",
  forGuests: "guests",
  /** @param {string} email */
  forEmail: (email) => `for ${email}`,
  revoke: "Revoke",
  /** @param {string} group */
  revokeNamed: (group) => `Revoke the invite to ${group}`,
  revokeAsk: "Revoke this invite?",
  revokeText: "Nobody comes in by it any more. Who came stays.",
  revoked: "The invite is revoked.",
  noInvites: "No link lets anybody in now.",

  place: "This place",
  placeName: "Name",
  placeDescription: "Description",
  nameNeeded: "A name is needed.",
  colour: "Colour",
  colourHelp: "For everybody who has not chosen their own.",
  membersAddEmoji: "Members may add emoji",
  membersAddEmojiHelp: "Moderators always may.",
  newcomers: "Newcomers are notified of",
  levelAll: "All messages",
  levelMentions: "Mentions only",
  levelNothing: "Nothing",
  comingIn: "Coming in",
  signUpOpen: "Open sign-up",
  signUpOpenHelp: "Anyone who can reach this server may create an account. Off: by invite only.",
  links: "Links",
  linkPreviews: "Show where links lead",
  linkPreviewsHelp: "The server fetches titles and pictures of linked pages, from the Internet alone.",
  saved: "Saved",
  notYourPlace: "The name, the colour and the like are changed by admins of the workspace.",

  database: "Database",
  /** @param {string} log */
  databaseLog: (log) => `and ${log} not yet folded in`,
  files: "Files",
  /** @param {string} quota */
  filesOf: (quota) => `of ${quota}`,
  filesUnlimited: "as much as the disk holds",
  /** @param {string} awaited */
  filesAwaited: (awaited) => `${awaited} on their way`,
  freeDisk: "Free on the disk",
  /** @param {string} total */
  diskOf: (total) => `of ${total}`,
  /** @param {string} reserve */
  diskReserve: (reserve) => `${reserve} kept for the database`,
  byKind: "By kind",
  byKindHelp: "Each content is kept, and counted, once.",
  kind: "Kind",
  kindImage: "Pictures",
  kindAudio: "Sound",
  kindVideo: "Video",
  kindText: "Text",
  kindOther: "Other",
  number: "Number",
  size: "Size",
  byPerson: "Who uses most",
  /** @param {string} quota */
  byPersonHelp: (quota) => `Each may use ${quota}. Unfinished uploads count too.`,
  person: "Person",
  used: "Used",
  share: "Of what they may",
  noFiles: "Nobody has uploaded anything yet.",
  /** @param {string} when */
  counted: (when) => `Counted ${when}.`,
  /** @param {string} when */
  swept: (when) => `Cleaned up ${when}.`,
  sweptNotYet: "Not cleaned up since the server started.",
  again: "Count again",

  /** @param {string} verdict @param {string} when */
  checked: (verdict, when) => `${verdict}, checked ${when}`,
  /** @param {number} secs */
  secsAgo: (secs) => `${secs} s ago`,
  allWell: "All is well",
  troubleFailed: "The storage failed, and nothing is written until the server is started again",
  troubleReadOnly: "The storage cannot be written, and nothing new is kept",
  troubleFull: "The disk is full, and nothing new is kept",
  troubleWriter: "The server takes nothing in at this moment",
  troubleDisk: "The disk is nearly full",
  troubleClock: "The clock has jumped, and nothing expires until it has been read again",
  troubleSlow: "The server is slow to write",
  checkAgain: "Check again",
  version: "Version",
  running: "Running since",
  writer: "Writing",
  /** @param {number} ms */
  writerTook: (ms) => `answered in ${ms} ms`,
  writerRefused: "refused",
  disk: "Disk",
  /** @param {string} free @param {string} total */
  diskFree: (free, total) => `${free} of ${total} free`,
  clock: "Clock",
  clockFine: "in order",
  clockJumped: "has jumped",
  connections: "Connections now",
  messages: "Messages in the last day",
  /** @param {string} count */
  orMore: (count) => `${count} or more`,
  memory: "Memory",
  unknown: "not known here",
  log: "Write-ahead log",
  lastBackup: "Last backup",
  /** @param {string} when @param {string} size */
  backedUp: (when, size) => `${when}, ${size}`,
  noBackup: "None by parlor backup yet",
  backupHelp: "Backups are made on the server's command line with: parlor backup",

  deed: "What",
  allDeeds: "Everything",
  by: "By",
  anybody: "Anybody",
  operator: "Command line",
  when: "When",
  who: "Who",
  what: "What was done",
  from: "From",
  noLines: "Nothing of that was done.",
  somebody: "somebody",
  aGroup: "a private group",
  deedAccountMade: "Account made",
  deedAccountClosed: "Deactivated",
  deedAccountOpened: "Activated",
  deedServerRole: "Role on the server",
  deedPasswordReset: "New password given",
  deedResetLink: "Link to a new password made",
  deedSetByLink: "New password set by link",
  deedSignedOut: "Signed out everywhere",
  deedSetting: "Server setting",
  deedWorkspace: "Workspace setting",
  deedWorkspaceRole: "Role in the workspace",
  deedInviteMade: "Invite made",
  deedInviteRevoked: "Invite revoked",
  deedMessageDeleted: "Message deleted",
  deedGroupPublic: "Group made public",
  deedGroupPrivate: "Group made private",
  deedGroupArchived: "Group archived",
  deedGroupUnarchived: "Group taken out of the archive",
  /** @param {string} who */
  didMake: (who) => `made the account of ${who}`,
  /** @param {string} who @param {number} count */
  didClose: (who, count) => `deactivated ${who}, signing out ${count} ${plural(count, "device", "devices")}`,
  /** @param {string} who */
  didOpen: (who) => `activated ${who}`,
  /** @param {string} who @param {string} was @param {string} is */
  didRole: (who, was, is) => `changed the role of ${who} from ${was} to ${is}`,
  /** @param {string} who @param {string} was @param {string} is */
  didWorkspaceRole: (who, was, is) => `changed the role of ${who} in the workspace from ${was} to ${is}`,
  /** @param {string} who @param {number} count */
  didReset: (who, count) => `gave ${who} a new password, signing out ${count} ${plural(count, "device", "devices")}`,
  /** @param {string} who */
  didResetLink: (who) => `made a link to a new password for ${who}`,
  /** @param {number} count */
  didSetByLink: (count) => `set a new password by a link, signing out ${count} ${plural(count, "device", "devices")}`,
  /** @param {string} who @param {number} count */
  didSignOut: (who, count) => `signed ${who} out on ${count} ${plural(count, "device", "devices")}`,
  didOpenSignUp: "opened sign-up",
  didCloseSignUp: "closed sign-up",
  didTurnOnPreviews: "turned link previews on",
  didTurnOffPreviews: "turned link previews off",
  /** @param {string} name */
  didRename: (name) => `renamed the workspace to ${name}`,
  didDescribe: "changed the workspace's description",
  /** @param {string} colour */
  didColour: (colour) => `gave the workspace another colour: ${colour}`,
  didLetAddEmoji: "let members add emoji",
  didNotLetAddEmoji: "let only moderators add emoji",
  /** @param {string} level */
  didNewcomers: (level) => `set what newcomers are notified of: ${level}`,
  /** @param {string} group @param {string} uses */
  didInvite: (group, uses) => `made an invite to ${group}, ${uses}`,
  usesAny: "for any number of people",
  /** @param {number} count */
  usesFor: (count) => `for ${count} ${plural(count, "person", "people")}`,
  /** @param {string} who @param {string} group */
  didRevoke: (who, group) => `revoked an invite of ${who} to ${group}`,
  /** @param {string} who @param {string} group */
  didDelete: (who, group) => `deleted a message of ${who} in ${group}`,
  /** @param {string} group */
  didMakePublic: (group) => `made ${group} public`,
  /** @param {string} group */
  didMakePrivate: (group) => `made ${group} private`,
  /** @param {string} group */
  didArchive: (group) => `archived ${group}`,
  /** @param {string} group */
  didUnarchive: (group) => `took ${group} out of the archive`,
  /** @param {string} action */
  didOther: (action) => `did something this page does not know: ${action}`,

  jumpPeople: "Admin: people",
  jumpInvites: "Admin: invites",
  jumpGeneral: "Admin: general",
  jumpStorage: "Admin: storage",
  jumpHealth: "Admin: health",
  jumpAudit: "Admin: audit log",
};
