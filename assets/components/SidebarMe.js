import { html } from "htm/preact";
import { dialog, me } from "../store.js";
import { say } from "../strings/main.js";
import { WithEmoji } from "./Emoji.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { myPresence, Portrait, presenceLabel } from "./Portrait.js";

/** You, at the foot of the sidebar. */
export function SidebarMe() {
  const { id, name, status } = me.value;
  const manual = status.manual_status;
  return html`
    <div class="me">
      <button class="who" type="button" title=${say.setStatus} onClick=${() => { dialog.value = { kind: "status" }; }}>
        <${Portrait} id=${id} name=${name} size=${32} hasPresence=${true} />
        <span class="w"><b dir="auto">${name}</b>
          <small dir="auto">${manual?.emoji && html`<${EmojiSign} emoji=${manual.emoji} /> `}
            ${manual?.text ? html`<${WithEmoji} text=${manual.text} />` : manual?.emoji ? "" : presenceLabel(myPresence())}</small>
          <span class="vh">${say.yourStatus}</span></span>
      </button>
      <a class="ib" href="/settings/account" aria-label=${say.settings} title=${say.settings}><${Icon} name="settings" /></a>
    </div>`;
}
