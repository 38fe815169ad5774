/**
 * The files on their way from here: joins what brings them (uploader.js) to
 * the API, to the trays of composers and to messages that wait for them.
 *
 * @import { Id } from "./protocol.js"
 * @import { Enclosed, Item } from "./outbox.js"
 * @import { Chosen, Trouble } from "./uploader.js"
 */
import { announceStatus } from "./announce.js";
import { api, Refused, sentence } from "./api.js";
import { outboxFile, outboxFileRefused } from "./live.js";
import { line, outbox, showToast, state } from "./store.js";
import { say } from "./strings/main.js";
import { sayFiles } from "./strings/files.js";
import { chosen, trayOf, trays, worthKeeping } from "./tray.js";
import { keepWaiting, letGoOf, takeOver } from "./trayKept.js";
import { Uploader } from "./uploader.js";

/** As the server's default; it refuses what is beyond its own. */
export const MOST_IN_A_MESSAGE = 50;

const transport = {
  create: (/** @type {Chosen} */ { name, size }) => api.post("/uploads", { name, size_bytes: size }),
  look: (/** @type {Id} */ id) => api.get(`/uploads/${id}`),
  put: (/** @type {Id} */ id, /** @type {number} */ offset, /** @type {ArrayBuffer} */ bytes, /** @type {AbortSignal} */ signal) =>
    api.putBytes(`/uploads/${id}?offset=${offset}`, bytes, signal),
  finish: (/** @type {Id} */ id) => api.post(`/uploads/${id}/finish`),
  // An upload, or a file that no message has yet; the answer to its end may have been lost.
  drop: (/** @type {Id} */ id, /** @type {boolean} */ isFile) =>
    (isFile ? api.remove(`/files/${id}`) : api.remove(`/uploads/${id}`).catch((error) => {
      if (troubleOf(error).kind !== "gone") throw error;
      return api.remove(`/files/${id}`);
    })),
  troubleOf, unreadable: sayFiles.fileUnreadable,
};

/** @param {unknown} error @returns {Trouble} */
function troubleOf(error) {
  if (!(error instanceof Refused)) return { kind: "refused", reason: say.somethingBroke };
  const { code, status, problem } = error;
  if (code === "stale") return { kind: "stale", current: /** @type {any} */ (problem.current) };
  if (status === 404) return { kind: "gone" };
  if (code === "offline" || code === "too_slow") return { kind: "later", afterMs: null };
  if (code === "busy" || code === "rate_limited" || code === "read_only" || status === 500) {
    return { kind: "later", afterMs: problem.retry_after_secs ? problem.retry_after_secs * 1000 : null };
  }
  return { kind: "refused", reason: sentence(error) };
}

/** The message a file belongs to, once it was sent off. @type {Map<string, Id>} */
const messageOfFile = new Map();

const uploader = new Uploader({ transport, onChange });

/** @param {Chosen} now */
function onChange(now) {
  const before = chosen.value[now.local_id];
  if (!before) return;
  chosen.value = { ...chosen.value, [now.local_id]: now };
  const clientId = messageOfFile.get(now.local_id);
  if (clientId) tell(clientId, now, before);
  else if (now.state === "failed" && before.state !== "failed") announceStatus(sayFiles.fileFailed({ name: now.name }));
  if (!clientId && (now.upload_id !== before.upload_id || now.state === "done")) keep([now.local_id]);
}

/** @param {Id} clientId @param {Chosen} now @param {Chosen} before */
function tell(clientId, now, before) {
  if (now.state === "done") {
    void outboxFile(clientId, now.local_id, { file_id: now.file?.id ?? null, blob: null });
  } else if (now.state === "failed") void outboxFileRefused(clientId, sayFiles.fileNotSent({ name: now.name, reason: now.reason ?? "" }));
  else if (now.upload_id !== before.upload_id) void outboxFile(clientId, now.local_id, { upload_id: now.upload_id });
}

// A better moment: the line is back, or the browser says so.
line.subscribe(({ phase }) => { if (phase === "open") uploader.wake(); });
window.addEventListener("online", () => uploader.wake());

/** @param {string} timeline @param {File[]} files */
export function add(timeline, files) {
  const room = MOST_IN_A_MESSAGE - trayOf(timeline).length;
  if (files.length > room) showToast(sayFiles.tooManyFiles({ most: MOST_IN_A_MESSAGE }));
  const fresh = files.slice(0, Math.max(0, room)).map(fromFile);
  if (!fresh.length) return;
  chosen.value = { ...chosen.value, ...Object.fromEntries(fresh.map((one) => [one.local_id, one])) };
  trays.value = { ...trays.value, [timeline]: [...trayOf(timeline), ...fresh.map((one) => one.local_id)] };
  keep(fresh.map((one) => one.local_id));
  for (const one of fresh) {
    uploader.add(one);
    void measure(one);
  }
}

/** The place of each kept file among the others. @type {Map<string, number>} */
const orders = new Map();
let lastOrder = 0;

/** Keeps what waits in a composer on this device. @param {string[]} localIds */
function keep(localIds) {
  const userId = state.peek()?.me.id;
  for (const localId of localIds) {
    const timeline = Object.keys(trays.peek()).find((key) => trayOf(key).includes(localId));
    if (!userId || !timeline) continue;
    const order = orders.get(localId) ?? Math.max(lastOrder + 1, Date.now());
    orders.set(localId, order);
    lastOrder = Math.max(lastOrder, order);
    const one = chosen.peek()[localId];
    keepWaiting({ ...worthKeeping(one), sent: one.state === "done" ? one.size : 0, user_id: userId, timeline, order });
  }
}

/** They are in the outbox, which keeps them. @param {Enclosed[]} files */
export function letGo(files) {
  for (const { local_id: localId } of files) letGoOf(localId);
}

/** Takes up what waited in composers when this page, or one that is gone, was left. @param {Id} userId */
export async function takeUp(userId) {
  for (const waiting of await takeOver(userId)) {
    const { local_id: localId, timeline, order } = waiting;
    if (chosen.peek()[localId] || state.peek()?.me.id !== userId) continue;
    // Its message has it, and was only not through with taking it.
    if (outbox.peek().items.some((item) => item.files?.some((file) => file.local_id === localId))) {
      letGoOf(localId);
      continue;
    }
    orders.set(localId, order);
    lastOrder = Math.max(lastOrder, order);
    trays.value = { ...trays.value, [timeline]: [...trayOf(timeline), localId] };
    startAgain(waiting);
  }
}

/** Stops what is on its way for who has signed out. @param {Chosen[]} all */
export function leave(all) {
  for (const { local_id: localId, url } of all) {
    uploader.forget(localId, true);
    messageOfFile.delete(localId);
    if (url) URL.revokeObjectURL(url);
  }
}

/** @param {File} file @returns {Chosen} */
function fromFile(file) {
  return {
    local_id: crypto.randomUUID(), name: file.name || sayFiles.unnamedFile, size: file.size, type: file.type, blob: file, upload_id: null,
    state: "waiting", sent: 0, reason: null, file: null, width: null, height: null, url: null,
  };
}

/** Of pictures: how large they are, and an address to show them by. @param {Chosen} one */
async function measure(one) {
  if (!one.blob || !/^image\/(?:png|jpeg|gif|webp)$/u.test(one.type)) return;
  const url = URL.createObjectURL(one.blob);
  const image = new Image();
  image.src = url;
  const isPicture = await new Promise((done) => {
    image.onload = () => done(true);
    image.onerror = () => done(false);
  });
  if (!isPicture || !uploader.note(one.local_id, { url, width: image.naturalWidth, height: image.naturalHeight })) URL.revokeObjectURL(url);
}

/** @param {string} timeline @param {string} localId */
export function remove(timeline, localId) {
  trays.value = { ...trays.value, [timeline]: trayOf(timeline).filter((id) => id !== localId) };
  forget(localId, false);
}

/** @param {string} localId */
export const retry = (localId) => uploader.retry(localId);

/** @param {string} localId @param {boolean} isSent */
function forget(localId, isSent) {
  uploader.forget(localId, isSent);
  letGoOf(localId);
  orders.delete(localId);
  messageOfFile.delete(localId);
  const { [localId]: gone, ...rest } = chosen.value;
  if (gone?.url) URL.revokeObjectURL(gone.url);
  chosen.value = rest;
}

/** Sees to it that all files of a message arrive, and tells the outbox of each. @param {Item} item */
export function bring(item) {
  for (const file of item.files ?? []) {
    if (file.file_id) continue;
    messageOfFile.set(file.local_id, item.client_id);
    const known = chosen.value[file.local_id];
    if (known) takeAlong(item.client_id, known);
    else if (file.blob) startAgain(file);
    else void outboxFileRefused(item.client_id, sayFiles.fileLost({ name: file.name }));
  }
}

/** @param {Id} clientId @param {Chosen} known */
function takeAlong(clientId, known) {
  if (known.state === "failed") uploader.retry(known.local_id);
  else tell(clientId, known, { ...known, upload_id: null });
}

/** What an earlier page has left behind. @param {Omit<Enclosed, "file_id"> & { sent?: number }} file */
function startAgain({ local_id, name, size, type, blob, upload_id, width, height, sent = 0 }) {
  /** @type {Chosen} */
  const again = { local_id, name, size, type, blob, upload_id, width, height, state: "waiting", sent, reason: null, file: null, url: null };
  chosen.value = { ...chosen.value, [local_id]: again };
  uploader.add(again);
  void measure(again);
}

/** Puts the files of a message that comes back into the tray of its composer. @param {Item} item */
export function putBack(item) {
  const back = (item.files ?? []).map((file) => file.local_id).filter((id) => chosen.value[id]);
  for (const id of back) messageOfFile.delete(id);
  if (!back.length) return;
  trays.value = { ...trays.value, [item.key]: [...trayOf(item.key), ...back] };
  keep(back);
}

/** The files of a message that is given up. @param {Item} item */
export function dropAll(item) {
  for (const file of item.files ?? []) forget(file.local_id, false);
}

/** Sent; their pictures are shown from here, so that nothing flickers. The oldest is let go of first. @type {string[]} */
const sent = [];
const SENT_KEPT = 50;

outbox.subscribe(({ items }) => {
  const waiting = new Set(items.flatMap((item) => (item.files ?? []).map((file) => file.local_id)));
  for (const localId of [...messageOfFile.keys()]) {
    if (waiting.has(localId) || chosen.peek()[localId]?.state !== "done") continue;
    messageOfFile.delete(localId);
    uploader.forget(localId, true);
    sent.push(localId);
  }
  for (const localId of sent.splice(0, sent.length - SENT_KEPT)) forget(localId, true);
});
