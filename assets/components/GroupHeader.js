/** @import { Direct, MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { togglePane } from "../pane.js";
import { searchAddress } from "../router.js";
import { searchIn } from "../searchPlace.js";
import { card, hereIn, me, paneOpen, setPane, statusOf } from "../store.js";
import { say } from "../strings/main.js";
import { WithEmoji } from "./Emoji.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { Portrait, presenceLabel, presenceOf } from "./Portrait.js";

const Back = () => html`<a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>`;

/** @param {{ place: string }} props */
const Search = ({ place }) => html`
  <a class="ib" href=${searchAddress(searchIn(place))} aria-label=${say.searchHere} title=${say.searchHere}><${Icon} name="search" /></a>`;

const Details = () => html`
  <button class=${paneOpen.value ? "ib lit" : "ib"} type="button" aria-label=${say.details} aria-pressed=${paneOpen.value ? "true" : "false"}
    onClick=${togglePane}><${Icon} name="panel-right" /></button>`;

/** @param {{ group: MyGroup }} props */
export function GroupHeader({ group }) {
  const here = hereIn(group.id).value;
  return html`
    <header class="head">
      <${Back} />
      <div class="head-main">
        <h1 class="head-title" dir="auto">${group.name}</h1>
        ${group.topic && html`<p class="head-topic" dir="auto"><${WithEmoji} text=${group.topic} /></p>`}
      </div>
      <div class="head-tools">
        ${here.length > 0 && html`
          <button class="chipbtn only-d" type="button" onClick=${() => setPane(true)}>
            <span class="stack">${here.slice(0, 4).map((user) => html`<${Portrait} key=${user.id} id=${user.id} name=${user.name} size=${24} isShort=${true} />`)}</span>
            <span>${say.hereNow({ count: here.length })} <span class="vh">${say.hereOf({ all: group.member_count })}</span></span>
          </button>`}
        <${Search} place=${`g:${group.id}`} />
        <${Details} />
      </div>
    </header>`;
}

/** @param {{ direct: Direct }} props */
export function DirectHeader({ direct }) {
  const { user } = direct;
  const status = statusOf(user.id).value;
  const text = user.id === me.value.id ? say.you : status?.manual_status?.text || presenceLabel(presenceOf(status));
  const open = (/** @type {any} */ event) => { card.value = { userId: user.id, anchor: event.currentTarget }; };
  return html`
    <header class="head">
      <${Back} />
      <button class="face-b" type="button" aria-label=${`${user.name}. ${say.personCard}`} onClick=${open}>
        <${Portrait} id=${user.id} name=${user.name} hasPresence=${true} />
      </button>
      <div class="head-main">
        <h1 class="head-title" dir="auto">${user.name}</h1>
        <p class="head-topic" dir="auto">
          ${status?.manual_status?.emoji && html`<${EmojiSign} emoji=${status.manual_status.emoji} /> `}<${WithEmoji} text=${text} />
        </p>
      </div>
      <div class="head-tools"><${Search} place=${`d:${direct.id}`} /><${Details} /></div>
    </header>`;
}
