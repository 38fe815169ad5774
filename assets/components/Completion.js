/** @import { Suggestion } from "./useCompletion.js" */
import { html } from "htm/preact";
import { say } from "../strings/main.js";
import { EmojiSign } from "./EmojiSign.js";

/**
 * What could be meant, above the field.
 * @param {{ id: string, found: Suggestion[], at: number, take: (index: number) => void }} props
 */
export const Completion = ({ id, found, at, take }) => html`
  <ul class="complete" role="listbox" id=${`${id}-list`} aria-label=${found[0].sign ? say.emojiPick : found[0].text.startsWith("#") ? say.groupPick : say.mentionPick}>
    ${found.map(({ text, sign, name, label }, index) => html`
      <li class=${index === at ? "row sel" : "row"} role="option" id=${`${id}-${index}`} key=${text} aria-selected=${index === at ? "true" : "false"}
        onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${() => take(index)}>
        ${sign && html`<${EmojiSign} emoji=${sign} />`}<span class="nm" dir="auto">${name}</span><small><bdi>${label}</bdi></small></li>`)}
  </ul>`;
