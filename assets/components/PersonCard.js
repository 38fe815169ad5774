import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { openDirect } from "../actions.js";
import { api, sentence } from "../api.js";
import { ago } from "../format.js";
import { isRightToLeft } from "../language.js";
import { withStatuses, withUsers } from "../state.js";
import { card, change, dialog, me, showToast, statusOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayGroups } from "../strings/groups.js";
import { WithEmoji } from "./Emoji.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { myPresence, Portrait, presenceLabel, presenceOf } from "./Portrait.js";

const MARGIN = 8;

/** Somebody, in short. The browser closes it: Esc, or a press elsewhere. @param {{ userId: string, anchor: HTMLElement }} props */
export function PersonCard({ userId, anchor }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const user = userOf(userId).value;
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    box.showPopover();
    place(box, anchor);
    const onToggle = (/** @type {any} */ event) => {
      if (event.newState !== "closed") return;
      if (card.peek()?.anchor === anchor) card.value = null;
    };
    box.addEventListener("toggle", onToggle);
    box.querySelector("button")?.focus();
    return () => {
      box.removeEventListener("toggle", onToggle);
      if (anchor.isConnected && (document.activeElement === document.body || box.contains(document.activeElement))) anchor.focus();
    };
  }, [userId, anchor]);
  useEffect(() => {
    api.get(`/users/${userId}`).then((person) => change((now) => withStatuses(withUsers(now, [person]), [person.status])), () => {});
  }, [userId]);
  return html`
    <div class="pop card-pop" popover="auto" ref=${ref} role="dialog" aria-label=${say.personCard}>
      <${Portrait} id=${userId} name=${user?.name ?? say.someone} size=${56} hasPresence=${true} />
      <div class="w"><b dir="auto">${user?.name ?? say.someone}</b><small><bdi>@${user?.username}</bdi></small></div>
      <${Mood} userId=${userId} />
      ${user?.bio && html`<p class="bio" dir="auto"><${WithEmoji} text=${user.bio} /></p>`}
      <${Action} userId=${userId} isActive=${user?.is_active ?? true} />
    </div>`;
}

/** @param {{ userId: string, isActive: boolean }} props */
function Action({ userId, isActive }) {
  if (userId === me.value.id) {
    const edit = () => { card.value = null; dialog.value = { kind: "status" }; };
    return html`<button class="btn" type="button" onClick=${edit}>${say.setStatus}</button>`;
  }
  if (!isActive) return html`<span class="tag">${sayGroups.deactivated}</span>`;
  const write = () => openDirect(userId).catch((error) => showToast(sentence(error)));
  return html`<button class="btn primary" type="button" onClick=${write}><${Icon} name="message-circle" size="s" />${sayGroups.writeToPerson}</button>`;
}

/** @param {{ userId: string }} props */
function Mood({ userId }) {
  const status = statusOf(userId).value;
  const isMe = userId === me.value.id;
  const manual = isMe ? me.value.status.manual_status : status?.manual_status;
  const kind = isMe ? myPresence() : presenceOf(status);
  const seen = kind === "off" && status?.last_seen ? sayGroups.lastSeen({ when: ago(status.last_seen) }) : presenceLabel(kind);
  return html`
    <p class="mood-l"><span>${seen}</span>${manual && html`
      <span dir="auto">${manual.emoji && html`<${EmojiSign} emoji=${manual.emoji} /> `}<${WithEmoji} text=${manual.text} /></span>`}</p>`;
}

/** Beside what was pressed, and wholly in the window. @param {HTMLElement} box @param {HTMLElement} anchor */
function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const [onLeft, onRight] = [at.left - MARGIN - width, at.right + MARGIN];
  const isRoomRight = onRight + width < innerWidth;
  const isOnRight = isRightToLeft ? onLeft < MARGIN && isRoomRight : isRoomRight;
  const left = isOnRight ? onRight : Math.max(MARGIN, onLeft);
  const top = Math.min(Math.max(MARGIN, at.top - MARGIN), innerHeight - height - MARGIN);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
