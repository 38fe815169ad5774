/**
 * @import { MyGroup, User } from "../protocol.js"
 * @import { MemberRow } from "../state.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { ask, removeMember } from "../actions.js";
import { sentence } from "../api.js";
import { ago, number } from "../format.js";
import { paneLevel } from "../pane.js";
import { myRank, rank } from "../rights.js";
import { card, known, me, showToast, statusOf, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayGroups } from "../strings/groups.js";
import { WithEmoji } from "./Emoji.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { Portrait } from "./Portrait.js";

const SHOWN_AT_ONCE = 100;

/** @typedef {{ row: MemberRow, user: User, where: "here" | "away" | "out" }} Placed */

/** @param {MemberRow} row @returns {Placed | null} */
function placed(row) {
  const user = known().users[row.user_id];
  if (!user) return null;
  const presence = user.id === me.value.id && !me.value.status.invisible ? "online" : statusOf(user.id).value?.presence;
  const where = presence === "online" || presence === "idle" ? "here" : presence === "away" ? "away" : "out";
  return { row, user, where };
}

/** By presence, then by name. @param {{ group: MyGroup, rows: MemberRow[] }} props */
export function Members({ group, rows }) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const people = rows.map(placed).filter((one) => one !== null).sort((a, b) => a.user.name.localeCompare(b.user.name));
  const parts = /** @type {const} */ ([["here", sayGroups.hereNowHead], ["away", sayGroups.awayHead], ["out", sayGroups.notAroundHead]]);
  let left = shown;
  return html`
    ${parts.map(([where, title]) => {
      const all = people.filter((one) => one.where === where);
      const some = all.slice(0, Math.max(0, left));
      left -= some.length;
      return all.length > 0 && html`
        <h3 class="sub" aria-level=${paneLevel() + 1}>${title} <small>${number(all.length)}</small></h3>
        <ul>${some.map((one) => html`<${Person} key=${one.user.id} group=${group} ...${one} />`)}</ul>`;
    })}
    ${people.length > shown && html`
      <button class="btn quiet sm" type="button" onClick=${() => setShown(shown + SHOWN_AT_ONCE)}>${sayGroups.moreMembers}</button>`}`;
}

/** @param {MemberRow} row @returns {string | null} what the rank is called, if it is worth a word */
function roleName(row) {
  if (row.workspace_role === "owner") return sayGroups.roleOwner;
  if (row.workspace_role === "admin" || row.role === "admin") return sayGroups.roleAdmin;
  if (row.workspace_role === "moderator" || row.role === "moderator") return sayGroups.roleModerator;
  return row.workspace_role === "guest" ? sayGroups.roleGuest : null;
}

/** @param {Placed & { group: MyGroup }} props */
function Person({ group, row, user, where }) {
  const role = roleName(row);
  const isMe = user.id === me.value.id;
  const open = (/** @type {any} */ event) => { card.value = { userId: user.id, anchor: event.currentTarget }; };
  const mayRemove = !isMe && !group.is_primary
    && myRank(group, workspace.value) >= 2 && myRank(group, workspace.value) > rank(row.role, row.workspace_role);
  const remove = async () => {
    const title = sayGroups.removeMemberAsk({ name: user.name });
    if (!await ask({ title, text: sayGroups.removeMemberWhat, action: say.remove })) return;
    await removeMember(group.id, user.id).catch((error) => showToast(sentence(error)));
  };
  return html`
    <li class=${where === "out" ? "per dim" : "per"}>
      <button class="per-b" type="button" onClick=${open}>
        <${Portrait} id=${user.id} name=${user.name} size=${32} hasPresence=${true} />
        <span class="w"><b dir="auto">${user.name}${isMe && html` <small class="inl">${say.you}</small>`}</b><${Note} user=${user} where=${where} /></span>
      </button>
      ${role && html`<span class="tag g">${role}</span>`}
      ${mayRemove && html`
        <button class="ib sm" type="button" aria-label=${sayGroups.removeMember({ name: user.name, group: group.name })} title=${say.remove}
          onClick=${remove}><${Icon} name="x" size="s" /></button>`}
    </li>`;
}

/** Their status, or when they were last seen. @param {{ user: User, where: string }} props */
function Note({ user, where }) {
  const status = user.id === me.value.id ? me.value.status : statusOf(user.id).value;
  const manual = status?.manual_status;
  if (manual && (manual.text || manual.emoji)) {
    return html`<small dir="auto">${manual.emoji && html`<${EmojiSign} emoji=${manual.emoji} /> `}<${WithEmoji} text=${manual.text} /></small>`;
  }
  const seen = where === "out" ? statusOf(user.id).value?.last_seen : null;
  return seen ? html`<small>${sayGroups.lastSeen({ when: ago(seen) })}</small>` : null;
}
