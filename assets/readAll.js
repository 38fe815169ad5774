/**
 * Everything read in one step, with ten seconds to take it back. Fetched on need.
 */
import { api, sentence } from "./api.js";
import { showToast } from "./store.js";
import { say } from "./strings/main.js";
import { sayNotices } from "./strings/notices.js";

const UNDO_MS = 10_000;

/** The server's events then set every screen right. */
export async function markEverythingRead() {
  try {
    const before = await api.poke("/me/read_all");
    const count = before.places.length + before.threads.length;
    if (!count) return showToast(sayNotices.nothingUnread);
    showToast(sayNotices.markedAll({ count }), { action: say.undo, ms: UNDO_MS, run: () => void takeBack(before) });
  } catch (error) {
    showToast(sentence(error));
  }
}

/** @param {unknown} before what the server answered */
async function takeBack(before) {
  await api.post("/me/read_all/undo", before).then(() => showToast(sayNotices.takenBack), (error) => showToast(sentence(error)));
}
