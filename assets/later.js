/**
 * Saving messages, being reminded of them, and sending later.
 *
 * @import { Id, Message, Reminder, Scheduled } from "./protocol.js"
 */
import { api, isRefusal, sentence } from "./api.js";
import { knowPeople } from "./live.js";
import { excerptOf } from "./plain.js";
import { addressOf, go, threadAddress } from "./router.js";
import { findMessage, isThread, keyOfMessage, placeOf, withLoose, withMessage, withoutReminder, withoutSaved, withoutScheduled, withReminder, withSaved,
  withScheduled, withUsers } from "./state.js";
import { change, dialog, known, showToast, timing } from "./store.js";
import { say } from "./strings/main.js";
import { sayLater } from "./strings/later.js";
import { whenText } from "./when.js";

/** @param {unknown} error */
const tell = (error) => showToast(sentence(error));

/** Where a message can be read: on its timeline, or in the thread it is in alone. @param {Message} message */
export const addressOfMessage = (message) => (message.ordinal === null && message.thread_root_id
  ? threadAddress(keyOfMessage(message), message.thread_root_id) : addressOf(keyOfMessage(message), message.id));

/* -------------------------------------------------------------------- saving */

/** @param {Message} message */
export async function toggleSaved(message) {
  const was = known().kept.saved[message.id];
  const mark = { message_id: message.id, group_id: message.group_id, direct_id: message.direct_id, saved_at: new Date().toISOString() };
  change((now) => (was ? withoutSaved(now, message.id) : withSaved(now, mark)));
  const path = `/messages/${message.id}/saved`;
  try {
    await (was ? api.remove(path) : api.put(path));
    showToast(was ? sayLater.unsaved : sayLater.savedForLater, was ? {} : { action: sayLater.showSaved, run: () => go("/later/saved") });
  } catch (error) {
    change((now) => (was ? withSaved(now, was) : withoutSaved(now, message.id)));
    tell(error);
  }
}

/** @param {string | null} before */
export async function loadSaved(before) {
  const page = await api.get("/saved", { before, limit: 30 });
  const messages = page.items.map((/** @type {{ message: Message }} */ item) => item.message);
  change((now) => withLoose(withUsers(now, page.users), messages));
  // What is let go of at this moment may still be in the answer.
  const ids = messages.map((/** @type {Message} */ message) => message.id).filter((/** @type {Id} */ id) => known().kept.saved[id]);
  return { ids, next_before: page.next_before };
}

/* ----------------------------------------------------------------- reminders */

/** Asks when. @param {Message} message @param {HTMLElement} anchor */
export function remindOf(message, anchor) {
  timing.value = { anchor, title: say.remindMe, presets: ["in20", "in60", "in180", "tomorrow", "monday"], onPick: (at) => setReminder(message.id, at) };
}

/** @param {Id} messageId @param {string} at */
export async function setReminder(messageId, at) {
  const reminder = await api.put(`/messages/${messageId}/reminder`, { remind_at: at }).catch(tell);
  if (!reminder) return;
  change((now) => withReminder(now, reminder));
  showToast(sayLater.willRemind({ when: whenText(reminder.remind_at) }));
}

/** Done, or taken back. @param {Id} messageId */
export async function finishReminder(messageId) {
  const was = known().kept.reminders[messageId];
  change((now) => withoutReminder(now, messageId));
  await api.remove(`/messages/${messageId}/reminder`).catch((error) => {
    if (was) change((now) => withReminder(now, was));
    tell(error);
  });
}

/** The messages that one is to be reminded of. */
export async function loadReminders() {
  const page = await api.get("/reminders");
  const messages = page.items.map((/** @type {{ message: Message }} */ item) => item.message);
  change((now) => withLoose(withUsers(now, page.users), messages));
}

/** It is time: said on every open window, with a way there. @param {Reminder[]} due */
export async function tellDue(due) {
  const page = () => go("/later/reminders");
  if (due.length > 1) return showToast(sayLater.remindersDue({ count: due.length }), { action: sayLater.show, run: page });
  const id = due[0].message_id;
  const message = findMessage(known(), id) ?? await api.get(`/messages/${id}`).catch(() => null);
  if (!message) return;
  knowPeople([message]);
  const name = known().users[message.sender_id]?.name ?? say.someone;
  const text = excerptOf(message.content).slice(0, 80);
  const open = () => go(addressOfMessage(message));
  showToast(sayLater.reminderDue({ name, text }), { action: sayLater.show, run: open });
  const { isOn } = await import("./notices.js");
  if (!isOn.value || known().me.status.do_not_disturb) return;
  const notice = new Notification(say.reminder, { body: say.spoke({ name, text }), tag: `reminder ${id}` });
  notice.onclick = () => { window.focus(); open(); notice.close(); };
}

/* ------------------------------------------------------------------ scheduled */

/** The last try, so that trying again schedules once. */
let lastTry = { text: "", place: "", id: "" };

/**
 * @param {string} key the conversation @param {string} content @param {string} at
 * @param {{ rootId: Id, isOnTimeline: boolean }} [thread] of a reply
 * @returns {Promise<boolean>} whether it is scheduled
 */
export async function schedule(key, content, at, thread) {
  const place = thread ? thread.rootId : key;
  if (lastTry.text !== content || lastTry.place !== place) lastTry = { text: content, place, id: crypto.randomUUID() };
  const { group_id, direct_id } = placeOf(key);
  const path = thread ? `/messages/${thread.rootId}` : group_id ? `/groups/${group_id}` : `/directs/${direct_id}`;
  const more = thread ? { also_on_timeline: thread.isOnTimeline } : {};
  try {
    /** @type {Scheduled} */
    const scheduled = await api.post(`${path}/scheduled`, { client_id: lastTry.id, content, send_at: at, ...more });
    lastTry = { text: "", place: "", id: "" };
    change((now) => withScheduled(now, scheduled));
    showToast(sayLater.willBeSent({ when: whenText(scheduled.send_at) }), { action: sayLater.show, run: () => go("/later/scheduled") });
    return true;
  } catch (error) {
    tell(error);
    return false;
  }
}

/** @param {Scheduled} scheduled @param {{ content?: string, send_at?: string }} wanted */
export async function changeScheduled(scheduled, wanted) {
  try {
    const next = await api.patch(`/scheduled/${scheduled.id}`, { version: scheduled.version, ...wanted });
    change((now) => withScheduled(now, next));
  } catch (error) {
    if (isRefusal(error, "stale")) change((now) => withScheduled(now, /** @type {any} */ (error).problem.current));
    throw error;
  }
}

/** @param {Scheduled} scheduled */
export async function takeBack(scheduled) {
  await api.remove(`/scheduled/${scheduled.id}`).then(() => {
    change((now) => withoutScheduled(now, scheduled.id));
    showToast(sayLater.takenBack);
  }, tell);
}

/** @param {Scheduled} scheduled */
export async function sendNow(scheduled) {
  await api.poke(`/scheduled/${scheduled.id}/send`).then(({ message }) => {
    change((now) => withMessage(withoutScheduled(now, scheduled.id), message));
    showToast(sayLater.sentNow);
  }, tell);
}

/** Asks when to send it instead. @param {Scheduled} scheduled @param {HTMLElement} anchor */
export function reschedule(scheduled, anchor) {
  timing.value = { anchor, title: say.sendLater, presets: ["in60", "tomorrow", "monday"],
    onPick: (at) => void changeScheduled(scheduled, { send_at: at }).catch(tell) };
}

/** Any time at all. @param {{ title: string, action: string, onPick: (at: string) => void }} asked */
export const chooseTime = (asked) => { dialog.value = { kind: "moment", ...asked }; };

/** Where a scheduled message will be said. @param {Scheduled} scheduled */
export const addressOfScheduled = (scheduled) => {
  const key = scheduled.group_id ? `g:${scheduled.group_id}` : `d:${scheduled.direct_id}`;
  return scheduled.thread_root_id ? threadAddress(key, scheduled.thread_root_id) : addressOf(key);
};

/** Where a draft is written on. @param {string} key of its timeline @param {string} conversation around it */
export const addressOfDraft = (key, conversation) => (isThread(key) ? threadAddress(conversation, key.slice(2)) : addressOf(key));
