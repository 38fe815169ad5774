/**
 * Desktop notifications and a sound, while a tab is open: one for each conversation,
 * replaced by the next, gone when it is read. Off until asked for, on this
 * browser alone.
 *
 * @import { Message } from "./protocol.js"
 */
import { effect, signal } from "@preact/signals";
import { watchIcon } from "./favicon.js";
import { onMessages } from "./live.js";
import { isWorthANotice } from "./noticeRules.js";
import { excerptOf } from "./plain.js";
import { addressOf, go, threadAddress } from "./router.js";
import { keyOfMessage, threadKey } from "./state.js";
import { callingWords, known, markOf, nameOf, state, unreadIn } from "./store.js";
import { say } from "./strings/main.js";
import { isLookedAt, mayTell, watchTabs } from "./tabs.js";

const WANTED = "parlor.notices";
const SOUND = "parlor.sound";

const isAllowed = () => "Notification" in window && Notification.permission === "granted";

/** Whether this browser tells of messages. */
export const isOn = signal(isAllowed() && localStorage.getItem(WANTED) === "on");

/** Whether it plays a sound as well. */
export const isSounding = signal(localStorage.getItem(SOUND) === "on");

/** Turns it on, asking the browser where that is needed, or off. @param {boolean} wanted */
export async function setNotices(wanted) {
  if (wanted && !isAllowed()) await Notification.requestPermission();
  isOn.value = wanted && isAllowed();
  localStorage.setItem(WANTED, isOn.value ? "on" : "off");
}

/** @param {boolean} wanted */
export function setSound(wanted) {
  isSounding.value = wanted;
  localStorage.setItem(SOUND, wanted ? "on" : "off");
}

export const playSound = () => import("./sound.js").then(({ chime }) => chime()).catch(() => {});

/** The open ones, with what ends each. @type {Map<string, () => void>} */
const open = new Map();

/** Where a message is read: on its conversation's timeline, or in its thread. @param {Message} message */
const placeOf = (message) => (message.ordinal === null && message.thread_root_id ? threadKey(message.thread_root_id) : keyOfMessage(message));

/** How much is unread there. @param {string} key */
const unreadAt = (key) => (key.startsWith("t:") ? markOf(key.slice(2)).value?.unread_count ?? 0 : unreadIn(key).value);

/** @param {Message} message */
function tell(message) {
  const key = placeOf(message);
  open.get(key)?.();
  const sender = known().users[message.sender_id]?.name ?? say.someone;
  const conversation = keyOfMessage(message);
  const title = message.group_id ? `${sender} · ${nameOf(conversation)}` : sender;
  const notice = new Notification(title, { body: excerptOf(message.content), tag: key });
  const address = key.startsWith("t:") ? threadAddress(conversation, key.slice(2)) : addressOf(conversation);
  notice.onclick = () => { window.focus(); go(address); notice.close(); };
  // A thread that nobody follows is not counted: what is told of it stays until it is pressed, or the page goes.
  let wasUnread = false;
  const stop = effect(() => {
    const isUnread = state.value !== null && unreadAt(key) > 0;
    if (wasUnread && !isUnread) notice.close();
    wasUnread ||= isUnread;
  });
  open.set(key, () => { stop(); notice.close(); });
}

/** Once, when the page has come to rest. */
export function watchMessages() {
  watchTabs();
  watchIcon();
  window.addEventListener("pagehide", () => { for (const end of open.values()) end(); });
  onMessages((messages) => {
    if (!mayTell()) return;
    const worth = messages.filter((message) => isWorthANotice(known(), message, callingWords.value) && !isLookedAt(placeOf(message)));
    if (isOn.value && isAllowed()) worth.forEach(tell);
    if (worth.length && isSounding.value) void playSound();
  });
}
