import { html } from "htm/preact";
import { Icon } from "../components/Icon.js";
import { aroundDraft, draftKeys, draftOf, keepDraft } from "../drafts.js";
import { ago } from "../format.js";
import { addressOfDraft } from "../later.js";
import { isThread, keyOfMessage } from "../state.js";
import { nameOf, showToast, state } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";
import { sayLater } from "../strings/later.js";

/**
 * The conversation that a draft is in, "" when it cannot be seen any more.
 * @param {string} key of its timeline
 */
function conversationOf(key) {
  if (!isThread(key)) return nameOf(key) ? key : "";
  const told = state.value?.kept.drafts[key];
  const conversation = told ? keyOfMessage(told) : aroundDraft(key) ?? "";
  return conversation && nameOf(conversation) ? conversation : "";
}

/** What was begun and not sent, the latest first. */
export function Drafts() {
  const when = (/** @type {string} */ key) => state.value?.kept.drafts[key]?.updated_at ?? "~";
  const keys = [...draftKeys.value].filter(conversationOf).sort((a, b) => (when(a) < when(b) ? 1 : -1));
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${say.drafts}</h1><p class="head-topic">${sayLater.draftsLede}</p></div>
    </header>
    <div class="inbox" tabindex="0" aria-label=${say.drafts} role="region">
      ${keys.length === 0 && html`<div class="empty wide"><h2>${sayLater.noDraftsTitle}</h2><p>${sayLater.noDraftsText}</p></div>`}
      <ul>${keys.map((key) => html`<${One} key=${key} of=${key} conversation=${conversationOf(key)} />`)}</ul>
    </div>`;
}

/** @param {{ of: string, conversation: string }} props */
function One({ of: key, conversation }) {
  const name = nameOf(conversation);
  const text = draftOf(key);
  const where = addressOfDraft(key, conversation);
  const at = state.value?.kept.drafts[key]?.updated_at;
  const drop = () => {
    keepDraft(key, "");
    showToast(sayLater.draftDropped, { action: say.undo, run: () => keepDraft(key, text, conversation) });
  };
  return html`
    <li class="inbox-i">
      <div class="msg">
        <span class="kept-ico"><${Icon} name="pencil-line" /></span>
        <div>
          <div class="by"><b dir="auto"><a href=${where}>${isThread(key) ? sayMessages.threadOf({ place: name }) : name}</a></b>${at && html`<time datetime=${at}>${ago(at)}</time>`}</div>
          <p class="txt clip" dir="auto">${text}</p>
          <div class="kept-acts">
            <a class="btn sm outline" href=${where}>${sayLater.writeOn}</a>
            <button class="btn sm quiet" type="button" aria-label=${sayLater.dropDraftIn({ place: name })} onClick=${drop}>${say.delete}</button>
          </div>
        </div>
      </div>
    </li>`;
}
