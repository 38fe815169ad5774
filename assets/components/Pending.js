/** @import { Item } from "../outbox.js" */
import { html } from "htm/preact";
import { clock } from "../format.js";
import { outboxRemove, outboxRetry } from "../live.js";
import { line, me } from "../store.js";
import { say } from "../strings/main.js";
import { wish } from "../wishes.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { Markdown } from "./Markdown.js";
import { Portrait } from "./Portrait.js";

const Enclosures = lazy(() => import("./Enclosures.js").then((module) => module.Enclosures));

/**
 * A message that is not stored yet. It has the measures of one that is, so
 * that nothing moves when the server has it.
 * @param {{ item: Item, isContinued: boolean, labelId: string }} props
 */
export function Pending({ item, isContinued, labelId }) {
  const isFailed = item.state === "failed";
  const kind = isFailed ? "failed" : "pending";
  const { id, name } = me.value;
  const body = html`${item.content && html`<${Markdown} text=${item.content} />`}${item.files?.length && html`<${Enclosures} item=${item} />`}${isFailed && html`<${Refusal} item=${item} />`}`;
  const mark = !isFailed && html`<${Waiting} isShort=${isContinued} />`;
  if (isContinued) {
    return html`
      <div class=${`msg cont ${kind}`}>
        <span class="gut">${mark}</span>
        <div><span class="vh" id=${labelId}>${name} ${clock(item.written_at)}</span>${body}</div>
      </div>`;
  }
  return html`
    <div class=${`msg ${kind}`}>
      <${Portrait} id=${id} name=${name} hasPresence=${true} />
      <div>
        <div class="by" id=${labelId}><b dir="auto">${name}</b><time>${clock(item.written_at)}</time>${mark}</div>
        ${body}
      </div>
    </div>`;
}

/** Shown after 400 ms only; the style sheet waits. @param {{ isShort: boolean }} props */
function Waiting({ isShort }) {
  const isOpen = line.value.phase === "open";
  const text = isOpen ? say.sending : say.willSend;
  return html`
    <span class="state wait" title=${text}><${Icon} name=${isOpen ? "clock" : "cloud-off"} size="xs" />
      <span class=${isShort ? "vh" : ""}>${text}</span></span>`;
}

/** @param {{ item: Item }} props */
function Refusal({ item }) {
  const edit = async () => {
    const taken = await outboxRemove(item.client_id);
    if (!taken) return;
    wish("write", { place: taken.key, text: taken.content });
    if (taken.files?.length) (await import("../uploads.js")).putBack(taken);
  };
  return html`
    <div class="state bad">
      <span><${Icon} name="circle-alert" size="xs" />${say.notSent({ why: item.reason ?? "" })}</span>
      <button class="btn outline sm" type="button" onClick=${() => outboxRetry(item.client_id)}>${say.retry}</button>
      <button class="btn quiet sm" type="button" onClick=${edit}>${say.edit}</button>
      <button class="btn quiet sm" type="button" onClick=${() => giveUp(item)}>${say.delete}</button>
    </div>`;
}

/** @param {Item} item */
export async function giveUp(item) {
  await outboxRemove(item.client_id);
  if (item.files?.length) (await import("../uploads.js")).dropAll(item);
}
