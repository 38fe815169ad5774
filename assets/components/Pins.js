/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { loadPins } from "../asides.js";
import { dayAndMonth, number } from "../format.js";
import { paneLevel } from "../pane.js";
import { addressOf, threadAddress } from "../router.js";
import { togglePin } from "../said.js";
import { keyOfMessage } from "../state.js";
import { messageOf, state, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";
import { mayTouch } from "../touch.js";
import { Failed } from "./Failed.js";
import { Icon } from "./Icon.js";
import { Markdown } from "./Markdown.js";

const SHOWN_AT_ONCE = 5;

/** What is pinned in a conversation, the latest first. @param {{ place: string }} props */
export function Pins({ place }) {
  const ids = state.value?.pins[place];
  const [hasFailed, setFailed] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const load = () => {
    setFailed(false);
    loadPins(place).catch(() => setFailed(true));
  };
  useEffect(load, [place]);
  if (hasFailed && !ids) return html`<${Failed} text=${sayMessages.pinsFailed} onRetry=${load} />`;
  if (!ids) return null;
  const shown = isWhole ? ids : ids.slice(0, SHOWN_AT_ONCE);
  return html`
    <h3 class="sub" aria-level=${paneLevel() + 1}>${sayMessages.pinnedHead} <small>${number(ids.length)}</small></h3>
    ${ids.length === 0 && html`<p class="about">${sayMessages.noPins}</p>`}
    <ul class="pins">${shown.map((id) => html`<${Pin} key=${id} id=${id} />`)}</ul>
    ${shown.length < ids.length && html`<button class="btn quiet sm" type="button" onClick=${() => setWhole(true)}>${sayMessages.showAllPins({ count: ids.length })}</button>`}`;
}

/** @param {{ id: string }} props */
function Pin({ id }) {
  const message = messageOf(id).value;
  if (!message) return null;
  const name = userOf(message.sender_id).value?.name ?? say.someone;
  return html`
    <li class="pin">
      <${Icon} name="pin" size="s" />
      <div class="w">
        <small><a href=${addressOfPin(message)}>${sayMessages.saidBy({ name, day: dayAndMonth(message.created_at) })}</a></small>
        <${Markdown} text=${message.content} />
      </div>
      ${mayTouch(message) && html`
        <button class="ib sm" type="button" aria-label=${sayMessages.unpinOf({ name })} title=${say.unpin} onClick=${() => togglePin(message)}><${Icon} name="x" size="s" /></button>`}
    </li>`;
}

/** @param {Message} message */
const addressOfPin = (message) => (message.ordinal === null && message.thread_root_id
  ? threadAddress(keyOfMessage(message), message.thread_root_id) : addressOf(keyOfMessage(message), message.id));
