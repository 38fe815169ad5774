/** @import { Entry } from "../emojiTable.js" */
import { html } from "htm/preact";
import { say } from "../strings/en.js";

/**
 * What could be meant, above the field.
 * @param {{ id: string, found: { sign: string, name: string, entry: Entry }[], at: number, take: (index: number) => void }} props
 */
export const Completion = ({ id, found, at, take }) => html`
  <ul class="complete" role="listbox" id=${`${id}-list`} aria-label=${say.emojiPick}>
    ${found.map(({ sign, name, entry }, index) => html`
      <li class=${index === at ? "row sel" : "row"} role="option" id=${`${id}-${index}`} key=${name} aria-selected=${index === at ? "true" : "false"}
        onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${() => take(index)}>
        <span class="e" aria-hidden="true">${sign}</span><span class="nm">:${name}:</span><small>${entry.label}</small></li>`)}
  </ul>`;
