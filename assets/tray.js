/**
 * Files that were chosen here: those that wait in a composer, and those of
 * messages on their way out. What brings them to the server is loaded with
 * the first one.
 *
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

/** Larger files are not copied into the browser's storage: after a reload they have to be chosen again. */
const KEPT_UP_TO = 64 * 1024 * 1024;

/** @param {Chosen} one @returns {Enclosed} */
const enclosed = ({ local_id, name, size, type, blob, upload_id, file, width, height }) => ({
  local_id, name, size, type, blob: file || size > KEPT_UP_TO ? null : blob, upload_id, file_id: file?.id ?? null, width, height,
});
