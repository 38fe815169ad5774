import { useLayoutEffect, useRef } from "preact/hooks";
import { hasFinePointer } from "../focus.js";
import { isRightToLeft } from "../language.js";

const MARGIN = 8;

/**
 * Something that floats beside what was pressed. The browser closes it: Esc, or
 * a press elsewhere; the focus goes back to where it was.
 * @param {{ anchor: HTMLElement, onClose: () => void, isFree?: boolean }} options `isFree`: the style sheet places it
 */
export function usePopover({ anchor, onClose, isFree = false }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const opener = document.activeElement;
    box.showPopover();
    if (!isFree) place(box, anchor);
    // With a finger no keyboard pops up: the field waits until it is pressed.
    const first = box.querySelector(hasFinePointer() ? "[autofocus], [role='menuitem']" : "[role='menuitem']") ?? box;
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    const onToggle = (/** @type {any} */ event) => { if (event.newState === "closed") onClose(); };
    box.addEventListener("toggle", onToggle);
    return () => {
      box.removeEventListener("toggle", onToggle);
      const isLost = document.activeElement === document.body || box.contains(document.activeElement);
      const row = anchor.isConnected ? anchor.closest("article") ?? anchor : null;
      const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : row;
      if (isLost && back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [anchor]);
  return ref;
}

/** Below what was pressed, above where there is no room; it ends where that ends, wholly in the window. @param {HTMLElement} box @param {HTMLElement} anchor */
function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.min(Math.max(MARGIN, isRightToLeft ? at.left : at.right - width), innerWidth - width - MARGIN);
  const isRoomBelow = at.bottom + MARGIN + height < innerHeight;
  const top = isRoomBelow ? at.bottom + 4 : Math.max(MARGIN, at.top - 4 - height);
  box.style.left = `${left}px`;
  box.style.top = `${Math.min(top, Math.max(MARGIN, innerHeight - height - MARGIN))}px`;
}
