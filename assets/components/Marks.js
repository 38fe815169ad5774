import { html } from "htm/preact";
import { draftKeys } from "../drafts.js";
import { isThread, keyOf } from "../state.js";
import { outbox } from "../store.js";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

/**
 * A pencil where a draft waits, an alarm where a message failed: at a conversation, or at a thread.
 * @param {{ place: string, isOpen: boolean }} props
 */
export function Marks({ place, isOpen }) {
  const hasFailed = outbox.value.items.some((item) => item.state === "failed"
    && (isThread(place) ? item.key : keyOf(item.place)) === place);
  if (hasFailed) return html`<span class="mark bad"><${Icon} name="circle-alert" size="xs" /><span class="vh">${say.failedWaits}</span></span>`;
  if (isOpen || !draftKeys.value.has(place)) return null;
  return html`<span class="mark"><${Icon} name="pencil-line" size="xs" /><span class="vh">${say.draftWaits}</span></span>`;
}
