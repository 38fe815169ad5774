/** @import { Direct, MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { badge } from "../format.js";
import { isMac } from "../keys.js";
import { showPeople } from "../live.js";
import { addressOf, route } from "../router.js";
import { dialog, directList, dueCount, groupList, hasFocus, hasUnreadThread, hasUnsent, me, mentionCount, mentionsIn, paused, placeMenu, server, statusOf, unreadIn, unreadKeys, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { Door } from "./Door.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { Marks } from "./Marks.js";
import { Portrait } from "./Portrait.js";
import { SidebarMe } from "./SidebarMe.js";
import { TabBar } from "./TabBar.js";

const SidePills = lazy(() => import("./SidePills.js").then((module) => module.SidePills), { isSoon: true, isQuiet: true });

/** Places and conversations, lying on the wall itself. @param {{ openKey: string | null }} props */
export function Sidebar({ openKey }) {
  const place = workspace.value;
  const directs = directList.value;
  const isInbox = route.value.page === "threads";
  const isCatchUp = route.value.page === "catch_up";
  const waiting = unreadKeys.value.reduce((sum, key) => sum + unreadShown(key, key === openKey), 0);
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const isMentions = route.value.page === "mentions";
  useEffect(() => showPeople("sidebar", directs.slice(0, 60).map((direct) => direct.user.id)), [directs]);
  return html`
    <nav class="side" aria-label=${say.sidebar} data-region="sidebar">
      <div class="place">
        <button class="place-main" type="button" title=${say.workspaceSettings} onClick=${() => { dialog.value = { kind: "workspace" }; }}>
          <${Door} name=${place?.name ?? say.product} />
          <span class="w"><b dir="auto">${place?.name}</b><small>${location.host || server.value?.name}</small></span>
        </button>
        <button class="ib" type="button" aria-label=${say.placeMenu} title=${say.placeMenu} aria-haspopup="menu"
          onClick=${(/** @type {any} */ event) => { placeMenu.value = event.currentTarget; }}><${Icon} name="ellipsis" /></button>
      </div>
      <div class="side-in"><div class="side-scroll" ref=${list}>
        <button class="jump" type="button" aria-keyshortcuts=${isMac ? "Meta+K" : "Control+K"} onClick=${() => { dialog.value = { kind: "jump" }; }}>
          <${Icon} name="search" size="s" /><span>${say.jump}</span><kbd aria-hidden="true">${isMac ? say.jumpKeyMac : say.jumpKey}</kbd></button>
        <a class=${rowClass(isCatchUp, false, false)} href="/catch-up" aria-current=${isCatchUp ? "page" : undefined}>
          <${Icon} name="inbox" /><span class="nm">${say.catchUp}</span>
          ${waiting > 0 && html`<span class="count">${badge(waiting)}<span class="vh"> ${say.unread}</span></span>`}
        </a>
        <a class=${rowClass(isInbox, hasUnreadThread.value, false)} href="/threads" aria-current=${isInbox ? "page" : undefined}>
          <${Icon} name="messages-square" /><span class="nm">${say.threads}</span>
          ${hasUnreadThread.value && html`<i class="dot"></i><span class="vh">${say.unread}</span>`}
        </a>
        <a class=${rowClass(isMentions, mentionCount.value > 0, false)} href="/mentions" aria-current=${isMentions ? "page" : undefined}>
          <${Icon} name="at-sign" /><span class="nm">${say.mentions}</span>
        </a>
        <a class=${rowClass(route.value.page === "drafts", false, false)} href="/drafts" aria-current=${route.value.page === "drafts" ? "page" : undefined}>
          <${Icon} name="pencil-line" /><span class="nm">${say.drafts}</span>
        </a>
        <${LaterRow} isOpen=${route.value.page === "later"} />
        <${Head} text=${say.groups} id="side-g" add=${say.browseGroups} onAdd=${() => { dialog.value = { kind: "groups" }; }} />
        <ul aria-labelledby="side-g">
          ${groupList.value.map((group) => html`<${GroupRow} key=${group.id} group=${group} isOpen=${openKey === `g:${group.id}`} />`)}
        </ul>
        <${Head} text=${say.directs} id="side-d" add=${say.newDirect} onAdd=${() => { dialog.value = { kind: "direct" }; }} />
        ${directs.length === 0 && html`<p class="side-none">${say.noDirects}</p>`}
        <ul aria-labelledby="side-d">
          ${directs.map((direct) => html`<${DirectRow} key=${direct.id} direct=${direct} isOpen=${openKey === `d:${direct.id}`} />`)}
        </ul>
      </div><${SidePills} list=${list} revision=${`${unreadKeys.value.join()} ${mentionCount.value} ${openKey}`} /></div>
      <${SidebarMe} />
      <${TabBar} />
    </nav>`;
}

/** Brass when a reminder is due, red when something could not be sent: both are on the page it leads to. @param {{ isOpen: boolean }} props */
function LaterRow({ isOpen }) {
  const due = dueCount.value;
  const address = hasUnsent.value ? "/later/scheduled" : due > 0 ? "/later/reminders" : "/later";
  return html`
    <a class=${rowClass(isOpen, due > 0, false)} href=${address} aria-current=${isOpen ? "page" : undefined}>
      <${Icon} name="bookmark" /><span class="nm">${say.later}</span>
      ${hasUnsent.value && html`<span class="mark bad"><${Icon} name="circle-alert" size="xs" /><span class="vh">${say.failedWaits}</span></span>`}
      ${due > 0 && html`<span class="badge">${badge(due)}<span class="vh"> ${say.dueNow({ count: due })}</span></span>`}
    </a>`;
}

/** @param {{ text: string, id: string, add: string, onAdd: () => void }} props */
const Head = ({ text, id, add, onAdd }) => html`
  <div class="sec"><h2 id=${id}>${text}</h2>
    <button class="ib sm" type="button" aria-label=${add} title=${add} onClick=${onAdd}><${Icon} name="plus" size="s" /></button>
  </div>`;

/** The conversation one is looking at has nothing unread. @param {string} key @param {boolean} isOpen */
const unreadShown = (key, isOpen) => (isOpen && hasFocus.value && !paused.value.has(key) ? 0 : unreadIn(key).value);

/** @param {boolean} isOpen @param {boolean} isUnread @param {boolean} isDim */
const rowClass = (isOpen, isUnread, isDim) => ["row", isOpen && "on", isUnread && "unread", isDim && "muted"].filter(Boolean).join(" ");

/** @param {{ group: MyGroup, isOpen: boolean }} props */
function GroupRow({ group, isOpen }) {
  const key = `g:${group.id}`;
  const isUnread = unreadShown(key, isOpen) > 0;
  const calls = isOpen && hasFocus.value ? 0 : mentionsIn(key).value;
  const isMuted = group.membership.is_muted;
  const icon = group.is_primary ? "armchair" : group.is_archived ? "archive" : group.is_private ? "lock" : group.kind === "forum" ? "message-square-text" : "hash";
  return html`
    <li><a class=${rowClass(isOpen, isUnread && !isMuted, group.is_archived || isMuted)} href=${addressOf(key)} data-key=${key} aria-current=${isOpen ? "page" : undefined}>
      <${Icon} name=${icon} />
      <span class="nm" dir="auto">${group.name}</span>
      ${group.is_private && html`<span class="vh">${say.privateGroup}</span>`}
      ${group.kind === "forum" && html`<span class="vh">${say.forum}</span>`}
      <${Marks} place=${key} isOpen=${isOpen} />
      ${isMuted ? html`<span class="mark"><${Icon} name="bell-off" size="xs" /><span class="vh">${say.muted}</span></span>`
        : calls > 0 ? html`<span class="badge">${badge(calls)}<span class="vh"> ${say.unreadMentions({ count: calls })}</span></span>`
        : isUnread && html`<span class="dot"><span class="vh">${say.unread}</span></span>`}
    </a></li>`;
}

/** @param {{ direct: Direct, isOpen: boolean }} props */
function DirectRow({ direct, isOpen }) {
  const key = `d:${direct.id}`;
  const { user } = direct;
  const unread = unreadShown(key, isOpen);
  const emoji = statusOf(user.id).value?.manual_status?.emoji;
  return html`
    <li><a class=${rowClass(isOpen, unread > 0, !user.is_active)} href=${addressOf(key)} data-key=${key} aria-current=${isOpen ? "page" : undefined}>
      <${Portrait} id=${user.id} name=${user.name} size=${24} hasPresence=${true} />
      <span class="nm" dir="auto">${user.name}${user.id === me.value.id && html` <small>${say.you}</small>`}</span>
      <${Marks} place=${key} isOpen=${isOpen} />
      ${unread > 0 ? html`<span class="badge">${badge(unread)}<span class="vh"> ${say.unread}</span></span>`
        : emoji && html`<span class="mood"><${EmojiSign} emoji=${emoji} /></span>`}
    </a></li>`;
}
