import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { toast } from "../store.js";

const SHOWN_MS = 5000;

/** One line about something that has no place of its own; held while pointed at. */
export function Toast() {
  const timer = useRef(0);
  const shown = toast.value;
  const leave = () => { timer.current = window.setTimeout(() => { toast.value = null; }, SHOWN_MS); };
  const hold = () => window.clearTimeout(timer.current);
  useEffect(() => {
    if (shown) leave();
    return hold;
  }, [shown?.id]);
  return html`
    <div class="toasts" role="status">
      ${shown && html`<div class="toast" key=${shown.id} onMouseEnter=${hold} onMouseLeave=${leave}>${shown.text}</div>`}
    </div>`;
}
