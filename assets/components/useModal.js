import { useLayoutEffect, useRef } from "preact/hooks";
import { focusComposer, hasFinePointer } from "../focus.js";

/**
 * A dialog that takes the focus, keeps it, and gives it back to what opened
 * it, or to the composer if that is gone or one has gone elsewhere.
 * @param {() => void} onClose
 */
export function useModal(onClose) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  /** Set when the dialog leads to another place. */
  const hasLeft = useRef(false);
  // Before the next key: what is typed at once belongs into the dialog.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const box = ref.current;
    box?.showModal();
    return () => {
      // While it is open, nothing outside of it can take the focus.
      box?.close();
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      if (isThere && !hasLeft.current) opener.focus();
      else if (!hasLeft.current || hasFinePointer()) focusComposer();
    };
  }, []);
  const onCancel = (/** @type {Event} */ event) => { event.preventDefault(); onClose(); };
  // A press beside the dialog lands on the dialog element itself.
  const onMouseDown = (/** @type {MouseEvent} */ event) => { if (event.target === ref.current) onClose(); };
  return { hasLeft, attributes: { ref, onCancel, onMouseDown } };
}
