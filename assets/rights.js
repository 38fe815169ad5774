/**
 * What the page offers to whom. The server decides; this only keeps buttons
 * away that it would refuse. Pure.
 *
 * @import { GroupRole, Me, MyGroup, MyWorkspace, WorkspaceRole } from "./protocol.js"
 */

/** @type {Record<WorkspaceRole, number>} */
const WORKSPACE_RANK = { guest: 0, member: 1, moderator: 2, admin: 3, owner: 4 };
/** @type {Record<GroupRole, number>} */
const GROUP_RANK = { member: 1, moderator: 2, admin: 3 };

/**
 * The higher of somebody's rank in the group and in its workspace.
 * @param {GroupRole} role @param {WorkspaceRole} workspaceRole
 */
export const rank = (role, workspaceRole) => Math.max(GROUP_RANK[role], WORKSPACE_RANK[workspaceRole]);

/** @param {MyGroup} group @param {MyWorkspace | undefined} workspace */
export const myRank = (group, workspace) => rank(group.membership.role, workspace?.my_role ?? "member");

/** Name, topic, privacy, archive. @param {MyGroup} group @param {MyWorkspace | undefined} workspace */
export const mayManage = (group, workspace) => myRank(group, workspace) >= 3;

/** Invites, adding and removing people. @param {MyGroup} group @param {MyWorkspace | undefined} workspace */
export const mayInvite = (group, workspace) => !group.is_archived && myRank(group, workspace) >= 2;

/** @param {MyWorkspace | undefined} workspace */
export const mayManageWorkspace = (workspace) => WORKSPACE_RANK[workspace?.my_role ?? "guest"] >= 3;

/** @param {MyWorkspace | undefined} workspace */
export const mayAddEmoji = (workspace) => WORKSPACE_RANK[workspace?.my_role ?? "guest"] >= (workspace?.members_may_add_emoji ? 1 : 2);

/** @param {MyWorkspace | undefined} workspace @param {import("./protocol.js").CustomEmoji} emoji @param {Me} me */
export const mayRemoveEmoji = (workspace, emoji, me) =>
  WORKSPACE_RANK[workspace?.my_role ?? "guest"] >= (emoji.created_by === me.id ? 1 : 2);

/** @param {MyWorkspace | undefined} workspace */
export const mayCreateGroups = (workspace) => WORKSPACE_RANK[workspace?.my_role ?? "guest"] >= 1;

/** Say, edit, react, pin: `null` stands for a direct conversation. @param {MyGroup | null | undefined} group */
export const mayWrite = (group) => group === null || (group !== undefined && !group.is_archived);

/** Delete what others wrote. @param {MyGroup} group @param {MyWorkspace | undefined} workspace */
export const mayModerate = (group, workspace) => !group.is_archived && myRank(group, workspace) >= 2;

/** People and invites. @param {Me} me */
export const mayManagePeople = (me) => me.server_role !== "user";

/** @param {Me} me */
export const mayManageServer = (me) => me.server_role === "admin";
