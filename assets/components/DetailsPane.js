/** @import { MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { ask, leaveGroup, loadMembers } from "../actions.js";
import { sentence } from "../api.js";
import { showPeople } from "../live.js";
import { closePane, paneLevel, paneRole } from "../pane.js";
import { mayInvite, mayManage } from "../rights.js";
import { dialog, showToast, state, workspace } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { Attention } from "./Attention.js";
import { Failed } from "./Failed.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { Markdown } from "./Markdown.js";
import { Members } from "./Members.js";
import { Pins } from "./Pins.js";
import { PaneTabs } from "./PaneTabs.js";
import { Skeleton } from "./Skeleton.js";

const FilesTab = lazy(() => import("./FilesTab.js").then((module) => module.FilesTab));

/** About a group: what it is for, and who is in it. @param {{ group: MyGroup }} props */
export function DetailsPane({ group }) {
  const rows = state.value?.members[group.id];
  const [hasFailed, setFailed] = useState(false);
  const [tab, setTab] = useState(/** @type {"about" | "files"} */ ("about"));
  const load = () => {
    setFailed(false);
    loadMembers(group.id).catch(() => setFailed(true));
  };
  useEffect(() => { if (!rows) load(); }, [group.id, rows === undefined]);
  useEffect(() => {
    showPeople("pane", rows?.slice(0, 200).map((row) => row.user_id) ?? []);
    return () => showPeople("pane", []);
  }, [rows]);
  return html`
    <section class="pane" role=${paneRole()} aria-label=${sayGroups.aboutGroup({ name: group.name })} data-region="pane">
      <header class="head">
        <h2 aria-level=${paneLevel()} class="head-title head-main">${sayGroups.aboutGroup({ name: group.name })}</h2>
        <button class="ib" type="button" aria-label=${sayCommon.close} onClick=${closePane}><${Icon} name="x" /></button>
      </header>
      <${PaneTabs} tab=${tab} onTab=${setTab} />
      ${tab === "files" ? html`<div class="pane-body"><${FilesTab} place=${`g:${group.id}`} /></div>` : html`
      <div class="pane-body">
        ${group.topic && html`<p class="about topic" dir="auto">${group.topic}</p>`}
        <div class="about"><${Markdown} text=${group.description || sayGroups.noDescription} /></div>
        <${Tools} group=${group} />
        <${Attention} group=${group} />
        <${Pins} place=${`g:${group.id}`} />
        ${hasFailed && html`<${Failed} text=${sayGroups.membersFailed} onRetry=${load} />`}
        ${!rows && !hasFailed && html`<${Skeleton} />`}
        ${rows && html`<${Members} group=${group} rows=${rows} />`}
        <${Leave} group=${group} />
      </div>`}
    </section>`;
}

/** @param {{ group: MyGroup }} props */
function Tools({ group }) {
  const place = workspace.value;
  const open = (/** @type {"invites" | "add" | "group"} */ kind) => () => { dialog.value = { kind, groupId: group.id }; };
  return html`
    <div class="pane-tools">
      ${mayInvite(group, place) && html`
        <button class="btn sm" type="button" onClick=${open("invites")}><${Icon} name="ticket" size="s" />${sayGroups.invite}</button>
        <button class="btn sm" type="button" onClick=${open("add")}><${Icon} name="user-plus" size="s" />${sayGroups.addMember}</button>`}
      ${mayManage(group, place) && html`
        <button class="btn sm" type="button" onClick=${open("group")}><${Icon} name="settings" size="s" />${sayGroups.groupSettings}</button>`}
    </div>`;
}

/** Nobody leaves the primary group. @param {{ group: MyGroup }} props */
function Leave({ group }) {
  if (group.is_primary) return null;
  const leave = async () => {
    const isSure = await ask({
      title: sayGroups.leaveAsk({ group: group.name }), text: group.is_private ? sayGroups.leavePrivate : sayGroups.leavePublic, action: sayGroups.leave,
      isDanger: group.is_private,
    });
    if (isSure) await leaveGroup(group.id).catch((error) => showToast(sentence(error)));
  };
  return html`
    <div class="pane-end"><button class="btn quiet sm" type="button" onClick=${leave}>
      <${Icon} name="log-out" size="s" />${sayGroups.leaveGroup}</button></div>`;
}
