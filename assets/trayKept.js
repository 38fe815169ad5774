/**
 * Files that wait in a composer, kept on this device until they are sent or
 * taken out: a reload loses none. They are their tab's alone, so that no two
 * tabs send the same; when a tab has gone, the next page of that person takes
 * over what it had.
 *
 * @import { Id } from "./protocol.js"
 * @import { Enclosed } from "./outbox.js"
 * @typedef {Omit<Enclosed, "file_id"> & { sent: number, user_id: Id, tab: string, timeline: string, order: number }} Waiting
 */
import { inStore } from "./database.js";
import { signOf } from "./tray.js";

const WHERE = { name: "parlor-trays", store: "files", keys: { keyPath: "local_id" } };
/** The lock of who takes over. */
const TURN = "parlor.trays";
const TAB = "parlor.tab.";
/** Who never comes back for a file does not fill the disk with it. */
const KEPT_FOR_MS = 30 * 24 * 60 * 60_000;

const tab = crypto.randomUUID();

/** Held as long as this page lives, which tells the others so. Resolves when it is. @type {Promise<void> | null} */
let living = null;

const live = () => living ??= new Promise((held) => {
  void navigator.locks.request(TAB + tab, () => {
    held();
    return new Promise(() => {});
  });
});

/** Where there are no locks, nothing tells whose a file is: nothing is kept. */
const canKeep = () => "locks" in navigator;

/** One thing after the other. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/** Storage may be full, or refused: the file is in the tray all the same. @param {Omit<Waiting, "tab">} waiting */
export function keepWaiting(waiting) {
  if (!canKeep()) return;
  inTurn(async () => {
    await live();
    localStorage.setItem(signOf(waiting.user_id), "");
    await inStore(WHERE, "readwrite", (store) => store.put({ ...waiting, tab }));
  }).catch(() => {});
}

/** Sent, or taken out. @param {string} localId */
export function letGoOf(localId) {
  if (canKeep()) inTurn(() => inStore(WHERE, "readwrite", (store) => store.delete(localId))).catch(() => {});
}

/**
 * What this page may go on with: what it has kept itself, and what pages have that are gone. In the order in which it was chosen.
 * @param {Id} userId
 * @returns {Promise<Waiting[]>}
 */
export async function takeOver(userId) {
  if (!canKeep()) return [];
  await live();
  return inTurn(() => navigator.locks.request(TURN, () => whatIsLeft(userId)));
}

/** @param {Id} userId @returns {Promise<Waiting[]>} */
async function whatIsLeft(userId) {
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  /** @type {Waiting[]} */
  const all = await inStore(WHERE, "readonly", (store) => store.getAll());
  const isOld = (/** @type {Waiting} */ one) => one.order < Date.now() - KEPT_FOR_MS;
  for (const one of all.filter(isOld)) letGoOf(one.local_id);
  const theirs = all.filter((one) => one.user_id === userId && !isOld(one));
  if (!theirs.length) localStorage.removeItem(signOf(userId));
  const mine = theirs.filter((one) => one.tab === tab || !alive.has(TAB + one.tab));
  for (const one of mine) await inStore(WHERE, "readwrite", (store) => store.put({ ...one, tab }));
  return mine.sort((a, b) => a.order - b.order);
}
