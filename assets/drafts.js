/**
 * What was begun and not sent, per conversation and per thread: on this device first, then on the others. A draft is
 * only ever dropped by sending it or by emptying the field, here or on another device.
 *
 * The last to write wins; but what is typed here and not told yet stands until it is told, whatever others write.
 *
 * @import { Id, KeptDraft } from "./protocol.js"
 */
import { signal } from "@preact/signals";
import { api, Refused } from "./api.js";
import { isTooLong } from "./chars.js";
import { wish } from "./wishes.js";

const PREFIX = "parlor.draft.";
/** Names the timelines with something to tell: a list of keys. */
const UNTOLD = "parlor.untold.";
const TELL_AFTER_MS = 1000;
const AGAIN_AFTER_MS = 10_000;

/** Keys of the timelines in which a draft waits. @type {import("@preact/signals").Signal<ReadonlySet<string>>} */
export const draftKeys = signal(new Set());

let owner = "";
let untoldName = "";
/** @type {Map<string, string>} */
let texts = new Map();
/** Changed here since what the server has. @type {Set<string>} */
let untold = new Set();
/** Typed into, and not kept yet. @type {Set<string>} */
let touched = new Set();
/** What the server will not take, until it is changed. @type {Set<string>} */
let refused = new Set();
/** Events up to this one tell of nothing newer than was told from here. @type {Map<string, number>} */
let toldAt = new Map();
/** The conversation around a thread, as far as it was written in here. @type {Map<string, string>} */
const around = new Map();

/**
 * Drafts belong to a person, not to a browser.
 * @param {Id} userId @param {Record<string, KeptDraft>} drafts what the server has, by timeline
 */
export function openDrafts(userId, drafts) {
  owner = `${PREFIX}${userId}.`;
  untoldName = UNTOLD + userId;
  texts = new Map();
  for (let at = 0; at < localStorage.length; at += 1) {
    const name = localStorage.key(at);
    if (name?.startsWith(owner)) texts.set(name.slice(owner.length), localStorage.getItem(name) ?? "");
  }
  untold = untoldOnDevice() ?? new Set([...texts.keys()].filter(isShared));
  touched = new Set();
  refused = new Set();
  draftKeys.value = new Set(texts.keys());
  takeDrafts(drafts);
}

/** All that the server has. @param {Record<string, KeptDraft>} drafts */
export function takeDrafts(drafts) {
  toldAt = new Map();
  for (const key of [...texts.keys()]) if (!drafts[key] && isFree(key)) adopt(key, "");
  for (const [key, draft] of Object.entries(drafts)) if (isFree(key)) adopt(key, draft.content);
}

/** What another device has begun, or let go of. @param {string} key @param {string} content @param {number} seq of the event */
export function heardDraft(key, content, seq) {
  if (isFree(key) && seq > (toldAt.get(key) ?? 0)) adopt(key, content);
}

/** Nothing of one's own stands in the way. @param {string} key */
const isFree = (key) => isShared(key) && !untold.has(key) && !touched.has(key);

/** @param {string} key @param {string} content */
function adopt(key, content) {
  if ((texts.get(key) ?? "") === content) return;
  // Another window of this browser may be at it: what it keeps on the device is newer.
  put(key, content, !untoldOnDevice()?.has(key));
  wish("draft", { place: key, text: content });
}

/** @param {string} key @param {string} text @param {boolean} onDevice */
function put(key, text, onDevice) {
  if (text) texts.set(key, text);
  else texts.delete(key);
  if (onDevice) keepItem(owner + key, text);
  if (draftKeys.value.has(key) !== (text !== "")) draftKeys.value = new Set(texts.keys());
}

/** @param {string} name @param {string} value */
function keepItem(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage is full or refused: the text is still in the field.
  }
}

/** @returns {Set<string> | null} */
function untoldOnDevice() {
  try {
    return new Set(JSON.parse(localStorage.getItem(untoldName) ?? ""));
  } catch {
    return null;
  }
}

/** @param {string} key @param {boolean} isUntold */
function mark(key, isUntold) {
  const kept = untoldOnDevice() ?? new Set();
  for (const set of [untold, kept]) {
    if (isUntold) set.add(key);
    else set.delete(key);
  }
  keepItem(untoldName, JSON.stringify([...kept]));
}

/** @param {string} key @returns {string} */
export const draftOf = (key) => texts.get(key) ?? "";

/** The conversation around a thread that was written in here. @param {string} key */
export const aroundDraft = (key) => around.get(key);

/** Somebody types there. @param {string} key */
export const touchDraft = (key) => { touched.add(key); };

/** @param {string} key @param {string} text @param {string} [conversation] around a thread */
export function keepDraft(key, text, conversation) {
  const kept = text.trim() === "" ? "" : text;
  touched.delete(key);
  if (conversation) around.set(key, conversation);
  if (kept === draftOf(key)) return;
  put(key, kept, true);
  if (!isShared(key)) return;
  mark(key, true);
  refused.delete(key);
  tellSoon(kept ? TELL_AFTER_MS : 0);
}

/* --------------------------------------------------------------- to the others */

let timer = 0;
let isTelling = false;

/** @param {number} ms */
function tellSoon(ms) {
  clearTimeout(timer);
  timer = window.setTimeout(() => void tellDrafts(), ms);
}

/** Tells the server what was changed here, one after the other. Called when there is a connection, too. */
export async function tellDrafts() {
  const mine = owner;
  if (isTelling || !owner) return;
  isTelling = true;
  let again = 0;
  // What is too long for the server stays on this device until it is cut.
  for (const key of [...untold].filter((one) => !refused.has(one) && !isTooLong(draftOf(one)))) {
    const outcome = await tell(key);
    if (mine !== owner || outcome === "out") break;
    if (outcome !== "told") again = outcome === "changed" ? TELL_AFTER_MS : AGAIN_AFTER_MS;
    if (outcome === "lost") break;
  }
  isTelling = false;
  if (again) tellSoon(again);
}

/** @param {string} key @returns {Promise<"told" | "changed" | "later" | "lost" | "out">} */
async function tell(key) {
  const text = draftOf(key);
  const mine = owner;
  try {
    const { seq } = await api.put(pathOf(key), { content: text });
    if (mine !== owner) return "out";
    toldAt.set(key, seq);
    if (draftOf(key) !== text) return "changed";
    mark(key, false);
    return "told";
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401) return "out";
    if (error.status === 0) return "lost";
    if (error.status === 429 || error.status >= 500) return "later";
    // The place is gone, or there are too many: it stays on this device.
    if (mine === owner) refused.add(key);
    return "told";
  }
}

/** @type {Record<string, string>} */
const PLACES = { g: "groups", d: "directs", t: "messages" };

/** What begins a post stays on this device: there is no place yet that it could be kept at. @param {string} key */
const isShared = (key) => key[0] in PLACES;

/** @param {string} key */
const pathOf = (key) => `/${PLACES[key[0]]}/${key.slice(2)}/draft`;

/** What is left untold would only be told when this device comes back. */
window.addEventListener("online", () => void tellDrafts());
document.addEventListener("visibilitychange", () => { if (document.hidden && untold.size) void tellDrafts(); });
