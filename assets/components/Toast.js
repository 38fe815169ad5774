import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { endToast, toast } from "../store.js";

const SHOWN_MS = 5000;

/** One line about something that has no place of its own; held while pointed at. */
export function Toast() {
  const timer = useRef(0);
  const shown = toast.value;
  const leave = () => { timer.current = window.setTimeout(endToast, toast.value?.ms ?? SHOWN_MS); };
  const undo = () => {
    const held = toast.value;
    toast.value = null;
    held?.run?.();
  };
  const hold = () => window.clearTimeout(timer.current);
  useEffect(() => {
    if (shown) leave();
    return hold;
  }, [shown?.id]);
  // What waits for the toast to end is not lost with the page.
  useEffect(() => {
    window.addEventListener("pagehide", endToast);
    return () => window.removeEventListener("pagehide", endToast);
  }, []);
  return html`
    <div class="toasts" role="status">
      ${shown && html`
        <div class="toast" key=${shown.id} onMouseEnter=${hold} onMouseLeave=${leave} onFocusIn=${hold} onFocusOut=${leave}>
          ${shown.text}${shown.action && html`<button class="u" type="button" onClick=${undo}>${shown.action}</button>`}
        </div>`}
    </div>`;
}
