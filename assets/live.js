/**
 * Keeps the page true: the websocket, the events it brings, the outbox, and
 * what we tell the server about ourselves (reading, typing, being here).
 *
 * @import { Bootstrap, Id, LogEvent, Message, ServerFrame } from "./protocol.js"
 * @import { Enclosed, Item, Outcome, Storage } from "./outbox.js"
 * @import { Line } from "./socket.js"
 */
import { batch } from "@preact/signals";
import { announceMessage, announceStatus } from "./announce.js";
import { api, Refused, sentenceOf } from "./api.js";
import { heardDraft, openDrafts, takeDrafts, tellDrafts } from "./drafts.js";
import { forgetGroupLinks } from "./groupLinks.js";
import { tellWaiting } from "./meanwhile.js";
import { databaseStorage, memoryStorage, Outbox } from "./outbox.js";
import { route } from "./router.js";
import { ActionRefused, LineLost, Socket } from "./socket.js";
import { apply, fromBootstrap, isIn, isLogEvent, isThread, keyOf, keyOfMessage, onlyRooms, ordinalIn, placeOf, threadKey, timelineOf, withMessage, withPositions,
  withRead, withStatuses, withUsers } from "./state.js";
import { arrivedWhileAway, card, change, dialog, editing, hasFocus, known, knownSince, leaving, line, menu, notInGroup, paused, picker, outbox as outboxSignal, placeMenu, server, session,
  sortDirects, state, timing, typing, unseen, wasSentOut } from "./store.js";
import { say } from "./strings/main.js";
import { leaveTrays, takeUpTrays } from "./tray.js";

const TYPING_LASTS_MS = 6000;
const TYPING_EVERY_MS = 3000;
const ACTIVE_EVERY_MS = 60_000;
const IDLE_AFTER_MS = 5 * 60_000;
const SHOW_LOSS_AFTER_MS = 2000;
const MAX_WATCHED = 256;

/** @type {Socket | null} */
let socket = null;
/** @type {Outbox | null} */
let outbox = null;
/** Told after each batch of events; the open conversation listens. @type {Set<(messages: Message[]) => void>} */
const listeners = new Set();
/** Told of posts that were moved here besides. @type {Set<(messages: Message[]) => void>} */
const postListeners = new Set();

/* ----------------------------------------------------------------- beginning */

/**
 * Signed in: show what the server told, and stay connected.
 * @param {Bootstrap} answer @param {string | null} openKey
 */
export async function enter(answer, openKey) {
  const entered = begin(fromBootstrap(answer, openKey), null);
  knowPeople(answer.open?.messages ?? []);
  await entered;
}

/**
 * With what was known last, while the server cannot be asked; what was missed comes when it can.
 * @param {import("./snapshot.js").Snapshot} kept
 */
export const enterUnheard = (kept) => begin(kept.state, kept.at);

/** @param {import("./state.js").State} first @param {number | null} since when nothing new has been heard */
async function begin(first, since) {
  leave();
  batch(() => {
    server.value = first.server;
    state.value = first;
    sortDirects();
    openDrafts(first.me.id, first.kept.drafts);
    knownSince.value = since;
    session.value = "in";
    wasSentOut.value = false;
  });
  socket = new Socket({
    lastSeq: () => { flush(); return state.value?.seq ?? 0; },
    onFrame: hear, onLine: lineChanged, onSignedOut: signedOut, onFailedToOpen: lookWhetherSignedOut,
  });
  outbox = new Outbox({
    userId: first.me.id, storage: await storage(), send,
    onChange: (items, isHeld) => { outboxSignal.value = { items, isHeld }; },
    onSent: (message) => change((now) => withMessage(now, message)),
    onRefused: () => announceStatus(say.sendFailed),
    onFiles: (item) => { void uploads().then((module) => module.bring(item), () => outbox?.fileRefused(item.client_id, say.unreachable)); },
  });
  socket.connect();
  await outbox.load();
  void takeUpTrays(first.me.id).catch(() => {});
}

/** Loaded with the first file. */
const uploads = () => import("./uploads.js");

/** @returns {Promise<Storage>} */
const storage = () => databaseStorage().catch(() => memoryStorage());

/** Lets go of everything of the person who was here; drafts and outbox stay on the device. */
export function leave() {
  socket?.stop();
  forgetLinks();
  socket = null;
  outbox = null;
  queue = [];
  batch(() => {
    state.value = null;
    typing.value = {};
    dialog.value = null;
    card.value = null;
    menu.value = null;
    placeMenu.value = null;
    picker.value = null;
    timing.value = null;
    editing.value = null;
    leaving.value = new Set();
    paused.value = new Set();
    notInGroup.value = null;
    outboxSignal.value = { items: [], isHeld: false };
    arrivedWhileAway.value = null;
    knownSince.value = null;
  });
}

export function signedOut() {
  void import("./snapshot.js").then(({ forget }) => forget(), () => {});
  wasSentOut.value = session.peek() === "in";
  leave();
  leaveTrays();
  session.value = "out";
}

/** A refused handshake says nothing; only a request tells whether we are still signed in. */
function lookWhetherSignedOut() {
  api.get("/me").catch((error) => {
    if (error instanceof Refused && error.status === 401) signedOut();
  });
}

/* -------------------------------------------------------------------- events */

/** @type {LogEvent[]} */
let queue = [];
let isScheduled = false;
/** While the bootstrap is fetched again, events wait for it. */
let isStartingAfresh = false;

/** @param {ServerFrame} frame */
function hear(frame) {
  if (isLogEvent(frame)) {
    queue.push(frame);
    schedule();
    return;
  }
  // What was sent before this frame comes before it here, too.
  if (!isStartingAfresh) flush();
  switch (frame.type) {
    case "ready": return ready();
    case "start_afresh": return void startAfresh();
    case "positions": return change((now) => withPositions(now, frame.data));
    case "presence": return change((now) => withStatuses(now, frame.data.statuses));
    case "typing": return heardTyping(keyOf(frame.data), frame.data.user_id);
  }
}

/** More may be in sight now, or less. */
function forgetLinks() {
  forgetGroupLinks();
  if (unseen.peek().size) unseen.value = new Set();
}

/** Events are drawn once per frame; a hidden page has no frames. */
function schedule() {
  if (isScheduled || isStartingAfresh) return;
  isScheduled = true;
  const work = () => { isScheduled = false; flush(); };
  if (document.hidden) setTimeout(work, 50);
  else requestAnimationFrame(work);
}

function flush() {
  if (!queue.length || !state.value || isStartingAfresh) return;
  const events = queue;
  queue = [];
  const before = state.value;
  const after = events.reduce(apply, before);
  tellWaiting(events);
  const messages = events.filter((event) => event.seq > before.seq && event.type === "message_created")
    .map((event) => /** @type {Message} */ (/** @type {any} */ (event.data).message));
  batch(() => {
    state.value = after;
    for (const message of messages) forgetTyping(message);
  });
  for (const message of messages) if (message.sender_id === after.me.id) outbox?.heardOf(message.client_id);
  for (const event of events) if (event.type === "sessions_ended") endedHere(event.data.session_ids);
  keepUp(events.filter((event) => event.seq > before.seq));
  if (awaySince !== null) arrivedCount += messages.filter((message) => message.sender_id !== after.me.id && message.kind === "text").length;
  else announce(messages);
  knowPeople(messages);
  void fetchUnknown(events.flatMap((event) => (event.type === "reactions_updated" ? peopleIn(event.data.reactions)
    : event.type === "poll_updated" ? pollVoters(event.data.poll) : [])));
  if (events.some((event) => event.type.startsWith("group_"))) forgetLinks();
  const movedIn = events.flatMap((event) => (event.seq > before.seq && event.type === "post_moved_in" ? [event.data.message] : []));
  if (messages.length) for (const listener of listeners) listener(messages);
  if (messages.length + movedIn.length) for (const listener of postListeners) listener([...messages, ...movedIn]);
}

/** As `onMessages`, and told of posts that were moved, too. @param {(messages: Message[]) => void} listener @returns {() => void} stops listening */
export function onPosts(listener) {
  postListeners.add(listener);
  return () => { postListeners.delete(listener); };
}

/** Drafts of other devices come to this one, and reminders whose time it is are told. @param {LogEvent[]} events */
function keepUp(events) {
  for (const { type, seq, data } of events) {
    const drafts = type === "draft_updated" ? [data] : type === "kept_in_group" ? data.drafts : [];
    for (const draft of drafts) heardDraft(timelineOf(draft), draft.content, seq);
  }
  const due = events.flatMap((event) => (event.type === "reminder_due" ? [event.data.reminder] : []))
    .filter(({ message_id }) => state.value?.kept.reminders[message_id]?.told_at);
  if (due.length) void import("./later.js").then(({ tellDue }) => tellDue(due), () => {});
}

/** @param {(messages: Message[]) => void} listener @returns {() => void} stops listening */
export function onMessages(listener) {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** @param {Id[]} ids */
function endedHere(ids) {
  if (state.value && ids.includes(state.value.sessionId)) signedOut();
}

/** @param {Message[]} messages */
function announce(messages) {
  const here = route.value.page === "conversation" ? route.value.key : null;
  const { me, users } = known();
  for (const message of messages) {
    if (!here || !(isIn(here, message) || isOpenThread(message)) || message.sender_id === me.id || message.kind === "system") continue;
    announceMessage(users[message.sender_id]?.name ?? say.someone, message.content);
  }
}

/** @param {Message} message */
function isOpenThread({ thread_root_id: root }) {
  const at = route.value;
  return root !== null && at.page === "conversation" && at.threadId === root;
}

/** As many names are shown at a reaction. */
const NAMED = 10;

/** @param {import("./protocol.js").Reaction[]} reactions */
const peopleIn = (reactions) => reactions.flatMap((one) => one.user_ids.slice(0, NAMED));

/** @param {import("./protocol.js").Poll | null | undefined} poll */
const pollVoters = (poll) => poll?.options.flatMap((option) => option.user_ids) ?? [];

/** Fetches those who wrote, replied, reacted, pinned, came or went, where they are strangers yet. @param {Message[]} messages */
export function knowPeople(messages) {
  void fetchUnknown(messages.flatMap((message) => [message.sender_id, ...(message.repliers ?? []), ...(message.mentions ?? []), ...peopleIn(message.reactions ?? []),
    ...pollVoters(message.poll), ...(message.pinned_by ? [message.pinned_by] : []), ...(message.happening && "user_id" in message.happening ? [message.happening.user_id] : [])]));
}

/** @param {Id[]} ids */
export async function fetchUnknown(ids) {
  const missing = [...new Set(ids)].filter((id) => !state.value?.users[id]).slice(0, 100);
  if (!missing.length) return;
  const answer = await api.get("/users", { ids: missing.join(",") }).catch(() => null);
  if (answer) change((now) => withUsers(withStatuses(now, answer.items.map((/** @type {any} */ p) => p.status)), answer.items));
}

/* ---------------------------------------------------------------- connection */

/** @type {number | null} since when the loss is worth a word */
let awaySince = null;
let arrivedCount = 0;
/** Called after a fresh start, to fetch again what is on screen; by timeline. @type {Map<string, () => Promise<void>>} */
const refetches = new Map();

/** @param {string} key @param {() => Promise<void>} work @returns {() => void} when it is no longer on screen */
export function onStartAfresh(key, work) {
  refetches.set(key, work);
  return () => { if (refetches.get(key) === work) refetches.delete(key); };
}

/** @param {Line} next */
function lineChanged(next) {
  line.value = next;
  if (next.phase !== "open") outbox?.setConnected(false);
  if (next.lostAt !== null && awaySince === null) {
    awaySince = next.lostAt;
    arrivedCount = 0;
  }
}

/** All that was missed has been told. */
function ready() {
  const wasAway = awaySince !== null && Date.now() - awaySince > SHOW_LOSS_AFTER_MS;
  awaySince = null;
  knownSince.value = null;
  if (socket) socket.line = { ...socket.line, lostAt: null };
  line.value = { ...line.value, lostAt: null };
  if (wasAway) {
    arrivedWhileAway.value = arrivedCount;
    setTimeout(() => { arrivedWhileAway.value = null; }, 3000);
  }
  outbox?.setConnected(true);
  void tellDrafts();
  lastActive = 0;
  toldActive = false;
  active();
  // Idle and away follow all of my devices, so I watch myself, too.
  onScreen.set("me", [known().me.id]);
  watch(true);
}

/** The log does not reach back to where we were. */
async function startAfresh() {
  isStartingAfresh = true;
  try {
    const answer = await api.get("/bootstrap");
    const before = known();
    const fresh = fromBootstrap(answer, null);
    const kept = onlyRooms(before, [...refetches.keys()]).rooms;
    state.value = { ...fresh, users: { ...before.users, ...fresh.users }, rooms: kept, loose: before.loose };
    forgetLinks();
    takeDrafts(fresh.kept.drafts);
    await Promise.all([...refetches.values()].map((work) => work()));
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return signedOut();
    // The connection broke again meanwhile: the next one says once more to start afresh. What waited
    // is dropped, since applying it would hide the gap before it.
    queue = [];
    socket?.lost(1006);
    return;
  } finally {
    isStartingAfresh = false;
  }
  flush();
  ready();
}

export const tryNow = () => socket?.connect();

/* ------------------------------------------------------------------- sending */

/** @param {Item} item @returns {Promise<Outcome>} */
async function send(item) {
  if (!socket) return { kind: "lost" };
  try {
    const thread = item.thread_root_id ? { thread_root_id: item.thread_root_id, also_on_timeline: item.also_on_timeline ?? false } : {};
    const files = item.files?.length ? { file_ids: item.files.map((file) => file.file_id) } : {};
    const data = { ...item.place, ...thread, ...files, client_id: item.client_id, content: item.content };
    const answer = await socket.ask("send_message", data);
    const key = keyOf(item.place);
    if (answer.not_in_group.length) notInGroup.value = { place: key, people: answer.not_in_group };
    return { kind: "sent", message: answer.message };
  } catch (error) {
    if (error instanceof LineLost) {
      // Nothing came back though the line seems open: look whether it lives.
      socket?.check();
      return socket?.isOpen ? { kind: "later", afterMs: 1000 } : { kind: "lost" };
    }
    const problem = error instanceof ActionRefused ? error.problem : null;
    if (problem && (problem.status === 429 || problem.code === "busy" || problem.code === "internal")) {
      return { kind: "later", afterMs: (problem.retry_after_secs ?? 2) * 1000 };
    }
    return { kind: "refused", reason: problem ? await sentenceOf(problem) : say.somethingBroke };
  }
}

/**
 * Resolves when the message is kept on this device.
 * @param {string} key the conversation @param {string} content
 * @param {{ rootId: Id, isOnTimeline: boolean }} [thread] of a reply
 * @param {Enclosed[]} [files]
 */
export const write = (key, content, thread, files) => outbox?.add({
  key: thread ? threadKey(thread.rootId) : key, place: placeOf(key), content, clientId: crypto.randomUUID(), thread, files,
}) ?? Promise.resolve();

export const outboxFile = (/** @type {Id} */ clientId, /** @type {string} */ localId, /** @type {Partial<Enclosed>} */ news) =>
  outbox?.fileChanged(clientId, localId, news);
export const outboxFileRefused = (/** @type {Id} */ clientId, /** @type {string} */ reason) => outbox?.fileRefused(clientId, reason);

export const outboxRetry = (/** @type {Id} */ clientId) => outbox?.retry(clientId);
export const outboxRemove = (/** @type {Id} */ clientId) => outbox?.remove(clientId);
export const outboxRelease = () => outbox?.release();

/* ------------------------------------------------------- reading and writing */

/** @param {string} key @param {Message} message */
export function markRead(key, message) {
  // One may have left meanwhile.
  if (!known().groups[message.group_id ?? ""] && !known().directs[message.direct_id ?? ""]) return;
  const ordinal = ordinalIn(key, message);
  const isFollowed = !isThread(key) || known().threads[key.slice(2)] !== undefined;
  change((now) => withRead(now, key, ordinal));
  if (isThread(key)) {
    if (isFollowed) api.post(`/messages/${key.slice(2)}/replies/read`, { thread_ordinal: ordinal }).catch(() => {});
    return;
  }
  const place = placeOf(key);
  const data = { ...place, message_id: message.id };
  socket?.ask("mark_read", data).catch((error) => {
    // What the server refuses it refuses on every way.
    if (!(error instanceof LineLost)) return undefined;
    const path = place.group_id ? `/groups/${place.group_id}/read` : `/directs/${place.direct_id}/read`;
    return api.post(path, { message_id: message.id });
  }).catch(() => {});
}

let typedAt = 0;
let typedIn = "";

/** @param {string} key */
export function tellTyping(key) {
  const now = Date.now();
  if (key === typedIn && now - typedAt < TYPING_EVERY_MS) return;
  typedIn = key;
  typedAt = now;
  socket?.tell("typing", placeOf(key));
}

export const doneTyping = () => { typedAt = 0; };

/** @param {string} key @param {Id} userId */
function heardTyping(key, userId) {
  if (userId === state.value?.me.id) return;
  typing.value = { ...typing.value, [key]: { ...typing.value[key], [userId]: Date.now() + TYPING_LASTS_MS } };
  fetchUnknown([userId]);
  setTimeout(sweepTyping, TYPING_LASTS_MS + 50);
}

function sweepTyping() {
  const now = Date.now();
  const kept = Object.entries(typing.value).map(([key, people]) =>
    [key, Object.fromEntries(Object.entries(people).filter(([, until]) => until > now))]);
  typing.value = Object.fromEntries(kept.filter(([, people]) => Object.keys(people).length));
}

/** @param {Message} message */
function forgetTyping(message) {
  const key = keyOfMessage(message);
  if (!typing.value[key]?.[message.sender_id]) return;
  const { [message.sender_id]: _gone, ...people } = typing.value[key];
  typing.value = { ...typing.value, [key]: people };
}

/* ------------------------------------------------------------------ presence */

let lastActive = 0;
let toldActive = false;
let idleTimer = 0;

/** The person did something: tell it, at most once a minute. */
function active() {
  if (document.hidden) return;
  clearTimeout(idleTimer);
  idleTimer = window.setTimeout(inactive, IDLE_AFTER_MS);
  if (toldActive && Date.now() - lastActive < ACTIVE_EVERY_MS) return;
  lastActive = Date.now();
  toldActive = true;
  socket?.tell("set_activity", { active: true });
}

function inactive() {
  if (!toldActive) return;
  toldActive = false;
  socket?.tell("set_activity", { active: false });
}

/** Groups of people on screen, by who shows them. @type {Map<string, Id[]>} */
const onScreen = new Map();
let watchTimer = 0;
let watched = "";

/** @param {string} by @param {Id[]} ids nobody: `by` is gone */
export function showPeople(by, ids) {
  if (ids.length) onScreen.set(by, ids);
  else onScreen.delete(by);
  clearTimeout(watchTimer);
  watchTimer = window.setTimeout(() => watch(false), 300);
}

/** @param {boolean} isNewConnection */
function watch(isNewConnection) {
  const ids = [...new Set([...onScreen.values()].flat())].slice(0, MAX_WATCHED).sort();
  if (!isNewConnection && ids.join() === watched) return;
  if (!socket?.isOpen) return;
  watched = ids.join();
  socket.ask("watch_presence", { user_ids: ids })
    .then((answer) => change((now) => withStatuses(now, answer.statuses))).catch(() => { watched = ""; });
}

/** Once, when the page starts. */
export function watchWindow() {
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    window.addEventListener(kind, active, { passive: true, capture: true });
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? inactive() : active()));
  const look = () => { hasFocus.value = document.hasFocus() && !document.hidden; };
  for (const kind of ["focus", "blur"]) window.addEventListener(kind, look);
  document.addEventListener("visibilitychange", look);
}
