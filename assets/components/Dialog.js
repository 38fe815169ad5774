import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { sayCommon } from "../strings/common.js";
import { Icon } from "./Icon.js";
import { useModal } from "./useModal.js";

/**
 * A modal dialog with a title.
 * @param {{ title: string, onClose: () => void, children?: any, isSmall?: boolean }} props
 */
export function Dialog({ title, onClose, children, isSmall = false }) {
  const { attributes } = useModal(onClose);
  const titleId = useId();
  return html`
    <dialog class=${isSmall ? "dialog small" : "dialog"} ...${attributes} aria-labelledby=${titleId}>
      <div class="dialog-in">
        <header class="dialog-head">
          <h2 id=${titleId}>${title}</h2>
          <button class="ib" type="button" aria-label=${sayCommon.close} onClick=${onClose}><${Icon} name="x" /></button>
        </header>
        ${children}
      </div>
    </dialog>`;
}
