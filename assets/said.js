/**
 * What one does with a message that was said: react, pin, edit, delete, quote,
 * copy. Shown at once; put back, with a word, when the server refuses.
 *
 * @import { Message } from "./protocol.js"
 */
import { ask } from "./actions.js";
import { api, isRefusal, sentence } from "./api.js";
import { used } from "./emoji.js";
import { focusComposer } from "./focus.js";
import { addressOf } from "./router.js";
import { changeMessage, findMessage, isShown, keyOfMessage, toggled, withPosition, withReactions, withUpdated } from "./state.js";
import { change, dialog, editing, known, leaving, paused, showToast } from "./store.js";
import { say } from "./strings/main.js";
import { mayEdit } from "./touch.js";
import { wish } from "./wishes.js";

/** @param {unknown} error */
const tell = (error) => showToast(sentence(error));

/** Marks the post as solved, perhaps by a reply, or not. @param {Message} root @param {boolean} isSolved @param {Message} [reply] */
export async function setSolved(root, isSolved, reply) {
  try {
    const path = `/posts/${root.id}/solved`;
    const next = await (isSolved ? api.put(path, reply ? { reply_id: reply.id } : {}) : api.remove(path));
    change((now) => withUpdated(now, next));
    showToast(isSolved ? say.markedSolved : say.markedOpen);
  } catch (error) {
    tell(error);
  }
}

/* ----------------------------------------------------------- reactions and pins */

/** @param {Message} message @param {string} emoji @param {boolean} on */
export async function react(message, emoji, on) {
  const mine = known().me.id;
  if (on) used(emoji);
  change((now) => withReactions(now, message.id, toggled(findMessage(now, message.id) ?? message, emoji, mine, on)));
  const path = `/messages/${message.id}/reactions/${encodeURIComponent(emoji)}`;
  await (on ? api.put(path) : api.remove(path)).catch((error) => {
    change((now) => withReactions(now, message.id, toggled(findMessage(now, message.id) ?? message, emoji, mine, !on)));
    tell(error);
  });
}

/** @param {Message} message */
export const hasMyReaction = (message, emoji = "") =>
  message.reactions?.some((one) => one.emoji === emoji && one.user_ids.includes(known().me.id)) ?? false;

/** @param {Message} message */
export async function togglePin(message) {
  const isPinned = message.pinned_at !== null;
  const pinned = isPinned ? { pinned_at: null, pinned_by: null } : { pinned_at: new Date().toISOString(), pinned_by: known().me.id };
  change((now) => withUpdated(now, { ...(findMessage(now, message.id) ?? message), ...pinned }));
  const path = `/messages/${message.id}/pin`;
  try {
    const next = isPinned ? await api.remove(path) : await api.put(path);
    change((now) => withUpdated(now, next));
    showToast(isPinned ? say.unpinned : say.pinned);
  } catch (error) {
    const { pinned_at, pinned_by } = message;
    change((now) => withUpdated(now, { ...(findMessage(now, message.id) ?? message), pinned_at, pinned_by }));
    tell(error);
  }
}

/* -------------------------------------------------------------------- editing */

/** How far back Arrow up looks for a message of mine. */
const LAST_FEW = 20;

/** @param {string} place the timeline it is shown on @param {Message} message @param {"composer" | "message"} from */
export function startEditing(place, message, from) {
  if (message.poll) {
    dialog.value = { kind: "poll", place: keyOfMessage(message), rootId: null, message };
    return;
  }
  editing.value = { id: message.id, place, from, text: message.content, version: message.version, current: null };
}

/** @param {string} place @returns {boolean} whether there was one */
export function editLast(place) {
  const { me, rooms } = known();
  const shown = rooms[place]?.messages.filter(isShown).slice(-LAST_FEW) ?? [];
  const last = shown.findLast((message) => message.sender_id === me.id && mayEdit(message) && !leaving.value.has(message.id));
  if (last) startEditing(place, last, "composer");
  return last !== undefined;
}

/**
 * The editor closes at once; it comes back if the edit is refused.
 * @param {Message} message as it is known @param {string} content @param {number} version the one that was looked at
 */
export async function saveEdit(message, content, version) {
  const was = editing.value;
  stopEditing();
  if (content === message.content && version === message.version) return;
  const show = (/** @type {string} */ text, /** @type {string | null} */ edited_at) =>
    change((now) => changeMessage(now, message.id, (held) => ({ ...held, content: text, edited_at })));
  show(content, new Date().toISOString());
  try {
    const next = await api.patch(`/messages/${message.id}`, { version, content });
    change((now) => withUpdated(now, next));
  } catch (error) {
    const current = isRefusal(error, "stale") ? /** @type {any} */ (error).problem.current : null;
    if (current) change((now) => changeMessage(now, message.id, (held) => ({ ...held, ...current })));
    else {
      show(message.content, message.edited_at);
      tell(error);
    }
    if (was) editing.value = { ...was, text: content, version: current?.version ?? version, current };
  }
}

/** The focus goes back to where it came from. */
export function stopEditing() {
  const was = editing.value;
  if (!was) return;
  editing.value = null;
  const row = document.querySelector(`article[data-id="${was.id}"][data-place="${was.place}"]`);
  if (was.from === "message" && row instanceof HTMLElement) row.focus({ preventScroll: true });
  else focusComposer(was.place);
}

/* ------------------------------------------------------------------- deleting */

/** @param {Message} message @returns {Promise<boolean>} whether it goes */
export async function remove(message) {
  if (message.sender_id === known().me.id && message.kind === "text") {
    removeMine(message);
    return true;
  }
  const name = known().users[message.sender_id]?.name ?? say.someone;
  const isSure = await ask({ title: message.kind === "system" ? say.deleteLineAsk : say.deleteAsk({ name }), text: say.deleteAskText, action: say.delete });
  if (isSure) await api.remove(`/messages/${message.id}`).catch(tell);
  return isSure;
}

/** Out of sight now, gone when the toast is: until then it can be had back. @param {Message} message */
function removeMine(message) {
  leave(message.id, true);
  focusNeighbour(message.id);
  showToast(say.messageDeleted, {
    action: say.undo, run: () => leave(message.id, false),
    onEnd: () => api.remove(`/messages/${message.id}`).catch((error) => {
      leave(message.id, false);
      tell(error);
    }),
  });
}

/** @param {string} id @param {boolean} isLeaving */
function leave(id, isLeaving) {
  const next = new Set(leaving.value);
  if (isLeaving) next.add(id);
  else next.delete(id);
  leaving.value = next;
}

/** The focus does not vanish with what had it. @param {string} id */
function focusNeighbour(id) {
  const row = document.activeElement?.closest("article");
  if (!(row instanceof HTMLElement) || row.dataset.id !== id) return;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  else focusComposer();
}

/* ------------------------------------------------------- unread, quote, copying */

/** Moves the read position back to before this message, and leaves it there. @param {Message} message */
export async function markUnread(message) {
  if (message.ordinal === null) return;
  const key = keyOfMessage(message);
  paused.value = new Set([...paused.value, key]);
  wish("unread", { key, ordinal: message.ordinal });
  const path = message.group_id ? `/groups/${message.group_id}/unread` : `/directs/${message.direct_id}/unread`;
  try {
    const { last_read_ordinal, silent_unread } = await api.post(path, { message_id: message.id });
    change((now) => withPosition(now, key, last_read_ordinal, silent_unread));
  } catch (error) {
    tell(error);
  }
}

/** @param {string} place the timeline it is shown on @param {Message} message */
export function quote(place, message) {
  const text = `${message.content.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n`;
  wish("write", { place, text });
}

/** @param {Message} message */
export const copyText = (message) => copy(message.content, say.textCopied);

/** @param {Message} message */
export const copyLink = (message) => copy(linkTo(message), say.linkCopied);

/** It leads on to the thread where the message is in one. @param {Message} message */
const linkTo = (message) => location.origin + addressOf(keyOfMessage(message), message.id);

/** @param {string} text @param {string} done */
function copy(text, done) {
  navigator.clipboard?.writeText(text).then(() => showToast(done), () => showToast(say.copyFailed));
}
