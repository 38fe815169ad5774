import { html } from "htm/preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { focusComposer } from "../focus.js";
import { say } from "../strings/en.js";
import { Icon } from "./Icon.js";

/**
 * A modal dialog. It takes the focus, keeps it, and gives it back to what
 * opened it, or to the composer if that is gone.
 * @param {{ title: string, onClose: () => void, children?: any, isSmall?: boolean }} props
 */
export function Dialog({ title, onClose, children, isSmall = false }) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const titleId = useId();
  // Before the next key: what is typed at once belongs into the dialog.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      else focusComposer();
    };
  }, []);
  const cancel = (/** @type {Event} */ event) => { event.preventDefault(); onClose(); };
  // A press beside the dialog lands on the dialog element itself.
  const press = (/** @type {MouseEvent} */ event) => { if (event.target === ref.current) onClose(); };
  return html`
    <dialog class=${isSmall ? "dialog small" : "dialog"} ref=${ref} aria-labelledby=${titleId}
      onCancel=${cancel} onMouseDown=${press}>
      <div class="dialog-in">
        <header class="dialog-head">
          <h2 id=${titleId}>${title}</h2>
          <button class="ib" type="button" aria-label=${say.close} onClick=${onClose}><${Icon} name="x" /></button>
        </header>
        ${children}
      </div>
    </dialog>`;
}
