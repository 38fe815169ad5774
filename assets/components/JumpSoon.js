import { html } from "htm/preact";
import { dialog } from "../store.js";
import { say } from "../strings/main.js";

const open = (/** @type {HTMLDialogElement | null} */ box) => box?.showModal();

/** Takes what is typed while the way to everywhere is still being fetched: those letters are for it, and for no composer. */
export const JumpSoon = () => html`
  <dialog class="vh" ref=${open} aria-label=${say.jump} onClose=${() => { dialog.value = null; }}>
    <input aria-label=${say.jump} onInput=${(/** @type {any} */ event) => { dialog.value = { kind: "jump", typed: event.currentTarget.value }; }} />
  </dialog>`;
