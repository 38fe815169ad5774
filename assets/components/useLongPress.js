import { useRef } from "preact/hooks";
import { hasFinePointer } from "../focus.js";
import { menu, messageOf } from "../store.js";

const LONG_MS = 450;
const STILL_PX = 10;

/** A finger that rests on a message opens the sheet of what can be done with it. @param {string} place */
export function useLongPress(place) {
  const timer = useRef(0);
  const from = useRef({ x: 0, y: 0 });
  const stop = () => window.clearTimeout(timer.current);
  const down = (/** @type {PointerEvent} */ event) => {
    const row = event.target instanceof Element ? event.target.closest("article[data-id]") : null;
    if (event.pointerType === "mouse" || !(row instanceof HTMLElement)) return;
    from.current = { x: event.clientX, y: event.clientY };
    stop();
    timer.current = window.setTimeout(() => open(row), LONG_MS);
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > STILL_PX) stop();
  };
  const open = (/** @type {HTMLElement} */ row) => {
    const message = messageOf(row.dataset.id ?? "").peek();
    if (message && message.kind === "text") menu.value = { message, place, anchor: row, isSheet: true };
  };
  // The browser's own menu would lie over ours, and its long press selects text.
  const refuse = (/** @type {Event} */ event) => {
    const isLink = event.target instanceof Element && event.target.closest("a[href]");
    if (!hasFinePointer() && !isLink) event.preventDefault();
  };
  return { onPointerDown: down, onPointerMove: move, onPointerUp: stop, onPointerCancel: stop, onContextMenu: refuse };
}
