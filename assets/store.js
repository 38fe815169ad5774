/**
 * What the page shows, as signals. `state` is what the server told us; the rest
 * belongs to this window. Components read through the selectors below, so that
 * an event redraws only what it touched.
 *
 * @import { Direct, FileInfo, Id, Message, MyGroup, MyWorkspace, Person, Scheduled, Server, Status, User } from "./protocol.js"
 * @import { State, Room } from "./state.js"
 * @import { Line } from "./socket.js"
 * @import { Item } from "./outbox.js"
 * @import { ReadonlySignal } from "@preact/signals"
 */
import { computed, signal } from "@preact/signals";
import { patternOf } from "./mentions.js";
import { findMessage, mentionsOf, unreadOf } from "./state.js";

/** Who is here: nobody yet known, nobody, somebody, or no server to ask. @type {import("@preact/signals").Signal<"starting" | "out" | "in" | "unreachable">} */
export const session = signal("starting");
/** Signed out by something other than the button on this page. */
export const wasSentOut = signal(false);
/** The first admin stays at the door until the invite link is shown. */
export const isSettingUp = signal(false);
export const server = signal(/** @type {Server | null} */ (null));
export const state = signal(/** @type {State | null} */ (null));
export const line = signal(/** @type {Line} */ ({ phase: "connecting", retryAt: null, lostAt: null, isElsewhere: false }));
/** Messages that came while the connection was lost; for "Back.", then `null` again. */
export const arrivedWhileAway = signal(/** @type {number | null} */ (null));
export const outbox = signal(/** @type {{ items: Item[], isHeld: boolean }} */ ({ items: [], isHeld: false }));
/** Who is writing where, and until when. @type {import("@preact/signals").Signal<Record<string, Record<Id, number>>>} */
export const typing = signal({});
/** Opened without a connection: since when nothing new has been heard. */
export const knownSince = signal(/** @type {number | null} */ (null));
/** A newer version of this page, waiting to be let in. */
export const newVersion = signal(/** @type {ServiceWorker | null} */ (null));
export const hasFocus = signal(document.hasFocus());
export const paneOpen = signal(localStorage.getItem("parlor.pane") === "open");

/** @typedef {{ kind: "groups" } | { kind: "direct" } | { kind: "add", groupId: Id } | { kind: "invites", groupId: Id }
 *   | { kind: "moment", title: string, action: string, onPick: (at: string) => void } | { kind: "scheduled", scheduled: Scheduled }
 *   | { kind: "edits", message: Message } | { kind: "forward", message: Message }
 *   | { kind: "poll", place: string, rootId: Id | null, message?: Message } | { kind: "voters", messageId: Id } | { kind: "group", groupId: Id } | { kind: "workspace" } | { kind: "status" } | { kind: "jump", typed?: string } | { kind: "links", file: FileInfo}
 *   | { kind: "post", groupId: Id } | { kind: "rename", rootId: Id } | { kind: "move", rootId: Id } | { kind: "tags", groupId: Id }} DialogName */
export const dialog = signal(/** @type {DialogName | null} */ (null));
/** A question that stands above everything else. @typedef {{ title: string, text: string, action: string, isDanger: boolean, needsPassword: boolean, answer: (yes: boolean) => void }} Question */
export const question = signal(/** @type {Question | null} */ (null));
/**
 * `run` is what its button does; `onEnd` comes when it goes without that. It stays `ms` (5,000).
 * @typedef {{ action?: string, run?: () => void, onEnd?: () => void | Promise<void>, ms?: number }} ToastAction
 */
export const toast = signal(/** @type {({ text: string, id: number } & ToastAction) | null} */ (null));
/** The row that shows its toolbar, by the id of its element. */
export const acting = signal(/** @type {string | null} */ (null));
/** All that can be done with a message, beside what was pressed or as a sheet. @type {import("@preact/signals").Signal<{ message: Message, place: string, anchor: HTMLElement, isSheet: boolean } | null>} */
export const menu = signal(null);
/** What the menu of the whole place hangs on, while it is open. */
export const placeMenu = signal(/** @type {HTMLElement | null} */ (null));
/** Where an emoji is being picked, and what for. @type {import("@preact/signals").Signal<{ anchor: HTMLElement, onPick: (emoji: string) => void } | null>} */
export const picker = signal(null);
/** A time to come is being chosen. @type {import("@preact/signals").Signal<{ anchor: HTMLElement, title: string, presets: import("./when.js").Preset[], onPick: (at: string) => void } | null>} */
export const timing = signal(null);
/** The message that is being edited; `current` is what the server has, when that is something else. @type {import("@preact/signals").Signal<{ id: Id, place: string, from: "composer" | "message", text: string, version: number, current: Message | null } | null>} */
export const editing = signal(null);
/** Messages that others forward, which I asked for and may not see. */
export const unseen = signal(/** @type {ReadonlySet<Id>} */ (new Set()));
/** Messages of mine that go when their toast does. */
export const leaving = signal(/** @type {ReadonlySet<Id>} */ (new Set()));
/** Conversations that were marked unread: nothing is read there until they are left. */
export const paused = signal(/** @type {ReadonlySet<string>} */ (new Set()));
/** The picture that is looked at, out of those beside it. @type {import("@preact/signals").Signal<{ files: FileInfo[], id: Id, opener: HTMLElement } | null>} */
export const lightbox = signal(null);
/** Who was called just now and is not in the group. @type {import("@preact/signals").Signal<{ place: string, people: User[] } | null>} */
export const notInGroup = signal(null);
/** The person whose card is open, and what was pressed. @type {import("@preact/signals").Signal<{ userId: Id, anchor: HTMLElement } | null>} */
export const card = signal(null);

/**
 * The state, where there is one: inside the signed-in page.
 * @returns {State}
 */
export function known() {
  if (!state.value) throw new Error("Nobody is signed in.");
  return state.value;
}

/** Messages come and go: what is shared about them is not kept for ever. */
const MOST_SHARED = 3000;

/**
 * Computed once per argument, and shared by all who ask.
 * @template T
 * @param {(id: string) => T} look
 * @returns {(id: string) => ReadonlySignal<T>}
 */
export function shared(look) {
  /** @type {Map<string, ReadonlySignal<T>>} */
  const made = new Map();
  return (id) => {
    let found = made.get(id);
    if (found) return found;
    // One that is in use lives on with who uses it.
    if (made.size >= MOST_SHARED) made.delete(made.keys().next().value ?? "");
    made.set(id, found = computed(() => look(id)));
    return found;
  };
}

export const userOf = shared((id) => /** @type {User | undefined} */ (state.value?.users[id]));
export const statusOf = shared((id) => /** @type {Status | undefined} */ (state.value?.statuses[id]));
export const roomOf = shared((key) => /** @type {Room | undefined} */ (state.value?.rooms[key]));
export const unreadIn = shared((key) => (state.value ? unreadOf(state.value, key) : 0));
/** How many unread messages call me. */
export const mentionsIn = shared((key) => (state.value ? mentionsOf(state.value, key).length : 0));
export const messageOf = shared((id) => (state.value ? findMessage(state.value, id) : undefined));
/** What I have chosen in a poll, once that is known. */
export const votesOf = shared((id) => state.value?.votes[id]);
export const markOf = shared((rootId) => state.value?.threads[rootId]);
export const isActing = shared((rowId) => acting.value === rowId);
export const editingIn = shared((rowName) => (editing.value && `${editing.value.place} ${editing.value.id}` === rowName ? editing.value : null));
export const groupOf = shared((id) => /** @type {MyGroup | undefined} */ (state.value?.groups[id]));
export const directOf = shared((id) => /** @type {Direct | undefined} */ (state.value?.directs[id]));
/** Who of a loaded member list is here now, myself last. */
export const hereIn = shared((groupId) => {
  const rows = state.value?.members[groupId] ?? [];
  return rows.map((row) => state.value?.users[row.user_id]).filter((user) => user !== undefined && isHere(user.id))
    .map((user) => /** @type {User} */ (user));
});

/** @param {Id} id */
function isHere(id) {
  if (id === state.value?.me.id) return !state.value.me.status.invisible;
  const presence = state.value?.statuses[id]?.presence;
  return presence === "online" || presence === "idle";
}

export const me = computed(() => known().me);
export const workspace = computed(() => /** @type {MyWorkspace | undefined} */ (state.value?.workspaces[0]));

const groupsById = computed(() => state.value?.groups ?? {});
const directsById = computed(() => state.value?.directs ?? {});

/** The primary group first, then by position and name; archived ones last. */
export const groupList = computed(() => Object.values(groupsById.value).sort((a, b) =>
  Number(b.is_primary) - Number(a.is_primary) || Number(a.is_archived) - Number(b.is_archived)
  || a.position - b.position || a.name.localeCompare(b.name)));

/** Whether a thread that I follow has something new. */
export const hasUnreadThread = computed(() =>
  Object.values(state.value?.threads ?? {}).some((mark) => mark.is_following && mark.unread_count > 0));

export const savedOf = shared((id) => state.value?.kept.saved[id]);
export const reminderOf = shared((id) => state.value?.kept.reminders[id]);
/** Reminders whose time has come, and which are not done. */
export const dueCount = computed(() => Object.values(state.value?.kept.reminders ?? {}).filter((one) => one.told_at).length);
/** Whether something could not be sent at its time. */
export const hasUnsent = computed(() => Object.values(state.value?.kept.scheduled ?? {}).some((one) => one.failed_at));
/** How many messages wait to be sent to a conversation, its threads apart. */
export const waitingIn = shared((key) => Object.values(state.value?.kept.scheduled ?? {})
  .filter((one) => !one.failed_at && !one.thread_root_id && `${one.group_id ? "g" : "d"}:${one.group_id ?? one.direct_id}` === key).length);

/**
 * The order of direct conversations: by latest when the list was opened, with
 * new ones put on top. It does not change under the pointer.
 * @type {Id[]}
 */
let directOrder = [];

export function sortDirects() {
  directOrder = Object.values(directsById.peek())
    .sort((a, b) => (b.last_message_at ?? b.created_at).localeCompare(a.last_message_at ?? a.created_at))
    .map((direct) => direct.id);
}

export const directList = computed(() => {
  const directs = directsById.value;
  const fresh = Object.keys(directs).filter((id) => !directOrder.includes(id));
  directOrder = [...fresh, ...directOrder].filter((id) => directs[id]);
  return directOrder.map((id) => directs[id]);
});

/** The keys of the sidebar, top to bottom. */
export const conversationKeys = computed(() => [
  ...groupList.value.map((group) => `g:${group.id}`), ...directList.value.map((direct) => `d:${direct.id}`)]);

const keywords = computed(() => state.value?.me.notifications.keywords);
/** What finds the words that call me, where there are any. */
export const callingWords = computed(() => patternOf(keywords.value ?? []));

/** The workspaces' own emoji: ids by workspace and name. */
export const ownSets = computed(() => state.value?.emoji ?? {});

/**
 * The id of an emoji of a workspace's own: of the group's workspace, or of any of mine.
 * @param {string} name @param {Id | null} [groupId]
 * @returns {Id | null}
 */
export function ownEmoji(name, groupId = null) {
  const sets = ownSets.value;
  const there = groupId ? groupOf(groupId).peek()?.workspace_id : undefined;
  const set = there ? sets[there] : Object.values(sets).find((one) => Object.hasOwn(one, name));
  return set && Object.hasOwn(set, name) ? set[name] : null;
}

/** The names of the emoji that the workspace has of its own. */
export const ownNames = computed(() => Object.keys(ownSets.value[workspace.value?.id ?? ""] ?? {}).sort());

/** Conversations with something unread that is not muted: what calls first, then as the sidebar has them. */
export const unreadKeys = computed(() => {
  const isQuiet = (/** @type {string} */ key) => groupsById.value[key.slice(2)]?.membership.is_muted ?? false;
  const calls = (/** @type {string} */ key) => (key.startsWith("d:") || mentionsIn(key).value > 0 ? 1 : 0);
  return conversationKeys.value.filter((key) => unreadIn(key).value > 0 && !isQuiet(key)).sort((a, b) => calls(b) - calls(a));
});

/** Unread mentions in groups. */
export const mentionCount = computed(() => groupList.value.filter((group) => !group.membership.is_muted).reduce((sum, group) => sum + mentionsIn(`g:${group.id}`).value, 0));

/** Those, and unread messages in direct conversations: what the title counts. */
export const callingCount = computed(() => mentionCount.value
  + directList.value.reduce((sum, direct) => sum + unreadIn(`d:${direct.id}`).value, 0));

/** @param {string} key @returns {string} */
export function nameOf(key) {
  if (key.startsWith("g:")) return groupOf(key.slice(2)).value?.name ?? "";
  return directOf(key.slice(2)).value?.user.name ?? "";
}

/** @param {State} next */
export const setState = (next) => { state.value = next; };

/** @param {(now: State) => State} change */
export function change(change) {
  if (state.value) state.value = change(state.value);
}

/** @param {Person[]} people */
export const statusesOf = (people) => people.map((person) => person.status);

let toasts = 0;

/** One at a time: what the one before held back happens now. @param {string} text @param {ToastAction} [action] */
export function showToast(text, action = {}) {
  const before = toast.value;
  toasts += 1;
  toast.value = { text, id: toasts, ...action };
  before?.onEnd?.();
}

/** It was there long enough, or the page goes. */
export async function endToast() {
  const before = toast.value;
  toast.value = null;
  await before?.onEnd?.();
}

/** @param {boolean} isOpen */
export function setPane(isOpen) {
  paneOpen.value = isOpen;
  localStorage.setItem("parlor.pane", isOpen ? "open" : "closed");
}
