/**
 * Desktop notifications, while a tab is open: one for each conversation,
 * replaced by the next, gone when it is read. Off until asked for, on this
 * browser alone.
 *
 * @import { Message } from "./protocol.js"
 */
import { effect, signal } from "@preact/signals";
import { onMessages } from "./live.js";
import { isWorthANotice } from "./noticeRules.js";
import { addressOf, go, route, threadAddress } from "./router.js";
import { keyOfMessage } from "./state.js";
import { hasFocus, known, nameOf, unreadIn } from "./store.js";
import { say } from "./strings/en.js";

const WANTED = "parlor.notices";

const isAllowed = () => "Notification" in window && Notification.permission === "granted";

/** Whether this browser tells of messages. */
export const isOn = signal(isAllowed() && localStorage.getItem(WANTED) === "on");

/** Turns it on, asking the browser where that is needed, or off. @param {boolean} wanted */
export async function setNotices(wanted) {
  if (wanted && !isAllowed()) await Notification.requestPermission();
  isOn.value = wanted && isAllowed();
  localStorage.setItem(WANTED, isOn.value ? "on" : "off");
}

/** The open ones, with what ends watching each. @type {Map<string, () => void>} */
const open = new Map();

/** @param {Message} message */
function tell(message) {
  const key = keyOfMessage(message);
  const at = route.value;
  if (hasFocus.value && at.page === "conversation" && at.key === key) return;
  open.get(key)?.();
  const sender = known().users[message.sender_id]?.name ?? say.someone;
  const title = message.group_id ? `${sender} · ${nameOf(key)}` : sender;
  const notice = new Notification(title, { body: message.content.slice(0, 200), tag: key });
  const address = message.ordinal === null ? threadAddress(key, message.thread_root_id ?? "") : addressOf(key);
  notice.onclick = () => { window.focus(); go(address); notice.close(); };
  const stop = message.ordinal === null ? () => {} : effect(() => { if (unreadIn(key).value === 0) notice.close(); });
  open.set(key, () => { stop(); notice.close(); });
}

/** Once, when the page has come to rest. */
export const watchMessages = () => onMessages((messages) => {
  if (isOn.value && isAllowed()) for (const message of messages) if (isWorthANotice(known(), message)) tell(message);
});
