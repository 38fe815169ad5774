/** @import { Direct } from "../protocol.js" */
import { html } from "htm/preact";
import { closePane } from "../pane.js";
import { say } from "../strings/en.js";
import { WithEmoji } from "./Emoji.js";
import { Icon } from "./Icon.js";
import { Pins } from "./Pins.js";
import { Portrait } from "./Portrait.js";

/** About a direct conversation: who it is with, and what is pinned. @param {{ direct: Direct }} props */
export const DirectPane = ({ direct: { id, user } }) => html`
  <aside class="pane" aria-label=${say.aboutGroup(user.name)} data-region="pane">
    <header class="head">
      <h2 class="head-title head-main" dir="auto">${say.aboutGroup(user.name)}</h2>
      <button class="ib" type="button" aria-label=${say.close} onClick=${closePane}><${Icon} name="x" /></button>
    </header>
    <div class="pane-body">
      <div class="per"><${Portrait} id=${user.id} name=${user.name} size=${56} hasPresence=${true} />
        <span class="w"><b dir="auto">${user.name}</b><small>@${user.username}</small></span></div>
      ${user.bio && html`<p class="about" dir="auto"><${WithEmoji} text=${user.bio} /></p>`}
      <${Pins} place=${`d:${id}`} />
    </div>
  </aside>`;
