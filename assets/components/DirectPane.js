/** @import { Direct } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { closePane, paneLevel, paneRole } from "../pane.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { WithEmoji } from "./Emoji.js";
import { FilesTab } from "./FilesTab.js";
import { Icon } from "./Icon.js";
import { PaneTabs } from "./PaneTabs.js";
import { Pins } from "./Pins.js";
import { Portrait } from "./Portrait.js";

/** About a direct conversation: who it is with, what is pinned, and its files. @param {{ direct: Direct }} props */
export function DirectPane({ direct: { id, user } }) {
  const [tab, setTab] = useState(/** @type {"about" | "files"} */ ("about"));
  return html`
    <section class="pane" role=${paneRole()} aria-label=${sayGroups.aboutGroup({ name: user.name })} data-region="pane">
      <header class="head">
        <h2 aria-level=${paneLevel()} class="head-title head-main">${sayGroups.aboutGroup({ name: user.name })}</h2>
        <button class="ib" type="button" aria-label=${sayCommon.close} onClick=${closePane}><${Icon} name="x" /></button>
      </header>
      <${PaneTabs} tab=${tab} onTab=${setTab} />
      ${tab === "files" ? html`<div class="pane-body"><${FilesTab} place=${`d:${id}`} /></div>` : html`
      <div class="pane-body">
        <div class="per"><${Portrait} id=${user.id} name=${user.name} size=${56} hasPresence=${true} />
          <span class="w"><b dir="auto">${user.name}</b><small><bdi>@${user.username}</bdi></small></span></div>
        ${user.bio && html`<p class="about" dir="auto"><${WithEmoji} text=${user.bio} /></p>`}
        <${Pins} place=${`d:${id}`} />
      </div>`}
    </section>`;
}
