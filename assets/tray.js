/**
 * Files that were chosen here: those that wait in a composer, and those of
 * messages on their way out. What brings them to the server is loaded with
 * the first one.
 *
 * @import { Id } from "./protocol.js"
 * @import { Enclosed } from "./outbox.js"
 * @import { Chosen } from "./uploader.js"
 */
import { signal } from "@preact/signals";
import { shared, showToast } from "./store.js";
import { say } from "./strings/main.js";

/** By `local_id`. */
export const chosen = signal(/** @type {Record<string, Chosen>} */ ({}));

/** `local_id`s by timeline: what waits in its composer. */
export const trays = signal(/** @type {Record<string, string[]>} */ ({}));

/** One file as it stands. */
export const chosenOf = shared((localId) => /** @type {Chosen | undefined} */ (chosen.value[localId]));

/** The picture of a file that was sent from here, as it lies here. */
export const ownPicture = shared((fileId) => Object.values(chosen.value).find((one) => one.file?.id === fileId)?.url ?? null);

/** @param {string} timeline @returns {string[]} */
export const trayOf = (timeline) => trays.value[timeline] ?? [];

const uploads = () => import("./uploads.js");

/**
 * Names those of whom files may be kept here, so that nobody else's page need look for them.
 * @param {Id} userId
 */
export const signOf = (userId) => `parlor.trays.${userId}`;

/** Puts back what was in the composers when this page was loaded anew. @param {Id} userId */
export async function takeUpTrays(userId) {
  if (localStorage.getItem(signOf(userId)) !== null) await (await uploads()).takeUp(userId);
}

/** Who comes next sees none of them. They stay on this device for who goes. */
export function leaveTrays() {
  const all = Object.values(chosen.value);
  trays.value = {};
  chosen.value = {};
  if (all.length) void uploads().then((module) => module.leave(all));
}

/** @param {string} timeline @param {Iterable<File>} files */
export function addFiles(timeline, files) {
  const list = [...files];
  if (list.length) uploads().then((module) => module.add(timeline, list), () => showToast(say.unreachable));
}

/** Gives up a file that waits in a composer. @param {string} timeline @param {string} localId */
export const removeFile = (timeline, localId) => uploads().then((module) => module.remove(timeline, localId));

/** @param {string} localId */
export const retryFile = (localId) => uploads().then((module) => module.retry(localId));

/** Empties the tray for a message that goes out now. @param {string} timeline @returns {Enclosed[]} */
export function takeTray(timeline) {
  const ids = trayOf(timeline);
  if (ids.length) trays.value = { ...trays.value, [timeline]: [] };
  return ids.map((id) => chosen.value[id]).filter((one) => one !== undefined).map(enclosed);
}

/** The outbox has these now, and keeps them. @param {Enclosed[]} files */
export function letTrayGo(files) {
  if (files.length) void uploads().then((module) => module.letGo(files));
}

/** Larger files are not copied into the browser's storage: after a reload they have to be chosen again. */
const KEPT_UP_TO = 64 * 1024 * 1024;

/** What is kept of it in the browser's storage. @param {Chosen} one */
export const worthKeeping = ({ local_id, name, size, type, blob, upload_id, width, height }) => (
  { local_id, name, size, type, blob: size > KEPT_UP_TO ? null : blob, upload_id, width, height });

/** @param {Chosen} one @returns {Enclosed} */
const enclosed = (one) => ({ ...worthKeeping(one), ...(one.file && { blob: null }), file_id: one.file?.id ?? null });
