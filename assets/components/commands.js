/**
 * What can be done from the jump dialog, wherever one is.
 *
 * @import { Command } from "../jump.js"
 * @import { MyGroup } from "../protocol.js"
 */
import { signOut } from "../actions.js";
import { togglePane } from "../pane.js";
import { markEverythingRead } from "../readAll.js";
import { mayCreateGroups, mayInvite, mayManage, mayManagePeople, mayManageServer } from "../rights.js";
import { go, route } from "../router.js";
import { dialog, groupOf, me, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayAdmin } from "../strings/admin.js";
import { sayGroups } from "../strings/groups.js";
import { sayEmoji } from "../strings/emoji.js";
import { sayInvites } from "../strings/invites.js";
import { sayNotices } from "../strings/notices.js";
import { saySettings } from "../strings/settings.js";
import { setTheme, theme } from "../theme.js";
import { setAttention } from "./Attention.js";

/** @typedef {Command & { isOffered?: boolean }} Offer */

/** @param {import("../store.js").DialogName} named */
const show = (named) => () => { dialog.value = named; };

/** @param {string} address */
const to = (address) => () => go(address);

/** What concerns the group that is open. @param {MyGroup} group @returns {Offer[]} */
function inGroup(group) {
  const place = workspace.value;
  const { id, name, membership: { is_muted: isMuted } } = group;
  return [
    { id: "mute", icon: isMuted ? "bell" : "bell-off", name: isMuted ? sayGroups.unmuteGroup({ group: name }) : sayGroups.muteGroup({ group: name }),
      run: () => { void setAttention(group, { is_muted: !isMuted }); } },
    { id: "invite", icon: "ticket", name: sayInvites.invitesTo({ group: name }), run: show({ kind: "invites", groupId: id }), isOffered: mayInvite(group, place) },
    { id: "add", icon: "user-plus", name: sayGroups.addTo({ group: name }), run: show({ kind: "add", groupId: id }), isOffered: mayInvite(group, place) },
    { id: "group", icon: "settings", name: sayGroups.settingsOf({ group: name }), run: show({ kind: "group", groupId: id }), isOffered: mayManage(group, place) },
  ];
}

/** @returns {Offer[]} */
const anywhere = () => [
  { id: "status", icon: "smile", name: say.setStatus, run: show({ kind: "status" }) },
  { id: "read_all", icon: "check", name: sayNotices.markAll, run: () => { void markEverythingRead(); } },
  { id: "mentions", icon: "at-sign", name: say.mentions, run: to("/mentions") },
  { id: "threads", icon: "messages-square", name: say.threads, run: to("/threads") },
  { id: "direct", icon: "user-round", name: say.newDirect, run: show({ kind: "direct" }) },
  { id: "groups", icon: "hash", name: say.browseGroups, run: show({ kind: "groups" }), isOffered: mayCreateGroups(workspace.value) },
  { id: "light", icon: "palette", name: sayGroups.useLight, run: () => setTheme("light"), isOffered: theme.value !== "light" },
  { id: "dark", icon: "palette", name: sayGroups.useDark, run: () => setTheme("dark"), isOffered: theme.value !== "dark" },
  { id: "system", icon: "palette", name: sayGroups.useSystem, run: () => setTheme("system"), isOffered: theme.value !== "system" },
  { id: "account", icon: "user-round", name: saySettings.account, note: say.settings, run: to("/settings/account") },
  { id: "password", icon: "key-round", name: saySettings.passwordPage, note: say.settings, run: to("/settings/password") },
  { id: "devices", icon: "laptop", name: saySettings.devices, note: say.settings, run: to("/settings/devices") },
  { id: "appearance", icon: "palette", name: saySettings.appearance, note: say.settings, run: to("/settings/appearance") },
  { id: "notifications", icon: "bell", name: sayNotices.attention, note: say.settings, run: to("/settings/notifications") },
  { id: "emoji", icon: "smile", name: sayEmoji.emojiPage, note: say.settings, run: to("/settings/emoji") },
  { id: "keyboard", icon: "keyboard", name: saySettings.keyboard, note: say.settings, run: to("/settings/keyboard") },
  { id: "workspace", icon: "settings", name: say.workspaceSettings, run: show({ kind: "workspace" }) },
  { id: "admin_people", icon: "user-round", name: sayAdmin.jumpPeople, run: to("/admin/people"), isOffered: mayManagePeople(me.value) },
  { id: "admin_invites", icon: "ticket", name: sayAdmin.jumpInvites, run: to("/admin/invites"), isOffered: mayManagePeople(me.value) },
  { id: "admin_general", icon: "settings", name: sayAdmin.jumpGeneral, run: to("/admin/general"), isOffered: mayManageServer(me.value) },
  { id: "admin_storage", icon: "archive", name: sayAdmin.jumpStorage, run: to("/admin/storage"), isOffered: mayManageServer(me.value) },
  { id: "admin_health", icon: "heart", name: sayAdmin.jumpHealth, run: to("/admin/health"), isOffered: mayManageServer(me.value) },
  { id: "admin_audit", icon: "file-text", name: sayAdmin.jumpAudit, run: to("/admin/audit"), isOffered: mayManageServer(me.value) },
  { id: "sign_out", icon: "log-out", name: saySettings.signOut, run: () => { void signOut(); } },
];

/** @returns {Command[]} */
export function commands() {
  const at = route.value;
  const group = at.page === "conversation" && at.key.startsWith("g:") ? groupOf(at.key.slice(2)).value : undefined;
  const details = { id: "details", icon: "panel-right", name: say.details, run: togglePane, isOffered: at.page === "conversation" };
  return [...(group ? inGroup(group) : []), details, ...anywhere()].filter((one) => /** @type {Offer} */ (one).isOffered !== false);
}
