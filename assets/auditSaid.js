/**
 * Lines of the audit log as sentences. Pure.
 *
 * @import { AuditLine, Named, NamedGroup } from "./protocol.js"
 */
import { ACCENT_NAMES } from "./accentNames.js";
import { ROLE_NAMES } from "./roleNames.js";
import { sayAdmin } from "./strings/admin.js";
import { sayGroups } from "./strings/groups.js";

/** The deeds by the names that the server knows them by, as a list to choose from. @type {[string, string][]} */
export const DEEDS = [
  ["account_made", sayAdmin.deedAccountMade], ["account_closed", sayAdmin.deedAccountClosed], ["account_opened", sayAdmin.deedAccountOpened],
  ["server_role_changed", sayAdmin.deedServerRole], ["password_reset", sayAdmin.deedPasswordReset], ["reset_link_made", sayAdmin.deedResetLink],
  ["password_set_by_link", sayAdmin.deedSetByLink], ["signed_out_everywhere", sayAdmin.deedSignedOut], ["setting_changed", sayAdmin.deedSetting],
  ["workspace_changed", sayAdmin.deedWorkspace], ["workspace_role_changed", sayAdmin.deedWorkspaceRole], ["invite_made", sayAdmin.deedInviteMade],
  ["invite_revoked", sayAdmin.deedInviteRevoked], ["message_deleted", sayAdmin.deedMessageDeleted], ["group_made_public", sayAdmin.deedGroupPublic],
  ["group_made_private", sayAdmin.deedGroupPrivate], ["group_archived", sayAdmin.deedGroupArchived], ["group_unarchived", sayAdmin.deedGroupUnarchived],
];

/** @typedef {{ people: Record<string, Named>, groups: Record<string, NamedGroup> }} Names */

/** @type {Record<string, string>} */
const LEVELS = { all: sayAdmin.levelAll, mentions: sayAdmin.levelMentions, nothing: sayAdmin.levelNothing };

/** The roles on the server and in a workspace. @type {Record<string, string>} */
const ROLES = { ...ROLE_NAMES, member: sayAdmin.roleMember, moderator: sayGroups.roleModerator, owner: sayGroups.roleOwner, guest: sayGroups.roleGuest };

/** @param {Record<string, string>} names @param {unknown} value */
const named = (names, value) => names[String(value)] ?? String(value);

/** @param {{ setting?: string, is?: unknown }} detail */
function workspaceDeed({ setting, is }) {
  switch (setting) {
    case "name": return sayAdmin.didRename({ name: String(is) });
    case "description": return sayAdmin.didDescribe;
    case "accent": return sayAdmin.didColour({ colour: named(ACCENT_NAMES, is) });
    case "members_may_add_emoji": return is === true ? sayAdmin.didLetAddEmoji : sayAdmin.didNotLetAddEmoji;
    case "default_notification_level": return sayAdmin.didNewcomers({ level: named(LEVELS, is) });
    default: return sayAdmin.didOther({ action: `workspace_changed ${setting}` });
  }
}

/** @param {{ setting?: string, is?: unknown }} detail */
function serverDeed({ setting, is }) {
  switch (setting) {
    case "sign_up_open": return is === true ? sayAdmin.didOpenSignUp : sayAdmin.didCloseSignUp;
    case "link_previews": return is === true ? sayAdmin.didTurnOnPreviews : sayAdmin.didTurnOffPreviews;
    default: return sayAdmin.didOther({ action: `setting_changed ${setting}` });
  }
}

/**
 * What was done, going on from the name of who did it.
 * @param {AuditLine} line @param {Names} names
 * @returns {string}
 */
export function deedText({ action, detail }, { people, groups }) {
  const about = detail ?? {};
  const who = people[about.user_id ?? ""]?.name ?? sayAdmin.somebody;
  const group = groups[about.group_id ?? ""]?.name ?? sayAdmin.aGroup;
  const devices = about.devices ?? 0;
  switch (action) {
    case "account_made": return sayAdmin.didMake({ who });
    case "account_closed": return sayAdmin.didClose({ who, count: devices });
    case "account_opened": return sayAdmin.didOpen({ who });
    case "server_role_changed": return sayAdmin.didRole({ who, was: named(ROLES, about.was), is: named(ROLES, about.is) });
    case "password_reset": return sayAdmin.didReset({ who, count: devices });
    case "reset_link_made": return sayAdmin.didResetLink({ who });
    case "password_set_by_link": return sayAdmin.didSetByLink({ count: devices });
    case "signed_out_everywhere": return sayAdmin.didSignOut({ who, count: devices });
    case "setting_changed": return serverDeed(about);
    case "workspace_changed": return workspaceDeed(about);
    case "workspace_role_changed": return sayAdmin.didWorkspaceRole({ who, was: named(ROLES, about.was), is: named(ROLES, about.is) });
    case "invite_made": return sayAdmin.didInvite({ group, uses: about.max_uses ? sayAdmin.usesFor({ count: about.max_uses }) : sayAdmin.usesAny });
    case "invite_revoked": return sayAdmin.didRevoke({ who, group });
    case "message_deleted": return sayAdmin.didDelete({ who, group });
    case "group_made_public": return sayAdmin.didMakePublic({ group });
    case "group_made_private": return sayAdmin.didMakePrivate({ group });
    case "group_archived": return sayAdmin.didArchive({ group });
    case "group_unarchived": return sayAdmin.didUnarchive({ group });
    default: return sayAdmin.didOther({ action });
  }
}
