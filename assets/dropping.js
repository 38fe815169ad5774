/** Files that are dropped on the page go to the composer of the sheet or pane they are dropped on. */
import { nameOf } from "./store.js";
import { sayFiles } from "./strings/files.js";
import { addFiles } from "./tray.js";

/** What says where they would go; it lies above the page, so that nothing below it takes the drop. */
const note = document.createElement("div");
note.className = "dropnote";
note.setAttribute("aria-hidden", "true");

/** @param {DragEvent} event */
const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

/** @param {DragEvent} event @returns {HTMLElement | null} */
function composerAt(event) {
  const parts = [...document.querySelectorAll(".pane, #sheet")].filter((part) => part.checkVisibility());
  const part = parts.find((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return event.clientX >= left && event.clientX < right && event.clientY >= top && event.clientY < bottom;
  });
  const form = part?.querySelector(".compose") ?? document.querySelector("#sheet .compose");
  return form instanceof HTMLElement ? form : null;
}

/** @param {DragEvent} event */
function over(event) {
  if (!hasFiles(event) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const form = composerAt(event);
  if (event.dataTransfer) event.dataTransfer.dropEffect = form ? "copy" : "none";
  const part = form?.closest(".pane, #sheet");
  if (!form || !part) return note.remove();
  const { left, top, width, height } = part.getBoundingClientRect();
  Object.assign(note.style, { left: `${left + 8}px`, top: `${top + 8}px`, width: `${width - 16}px`, height: `${height - 16}px` });
  note.textContent = sayFiles.dropHere({ name: form.dataset.name || nameOf(form.dataset.timeline ?? "") });
  if (!note.isConnected) document.body.append(note);
}

/** @param {DragEvent} event */
function drop(event) {
  note.remove();
  if (!hasFiles(event)) return;
  // Without this the browser would leave the page for the file.
  event.preventDefault();
  const timeline = document.querySelector("dialog[open]") ? undefined : composerAt(event)?.dataset.timeline;
  if (timeline) addFiles(timeline, event.dataTransfer?.files ?? []);
}

/** Once, when somebody is in. */
export function watchDrops() {
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) note.remove(); });
  document.addEventListener("drop", drop);
}
