/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { nameOfEmoji, recentOnes } from "../emoji.js";
import { hasFinePointer } from "../focus.js";
import { hasMyReaction, react } from "../said.js";
import { menu } from "../store.js";
import { sayMessages } from "../strings/messages.js";
import { mayTouch } from "../touch.js";
import { actsOf, doAct } from "./actsOf.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";

const QUICK = ["react", "thread", "edit", "quote"];

/** Beside a message that is pointed at or has the focus. @param {{ message: Message, place: string }} props */
export function Acts({ message, place }) {
  const anchorOf = (/** @type {any} */ event) => /** @type {HTMLElement} */ (event.currentTarget);
  const more = (/** @type {any} */ event) => {
    menu.value = { message, place, anchor: anchorOf(event), isSheet: !hasFinePointer() };
  };
  const acts = actsOf(message, place).filter(({ deed }) => QUICK.includes(deed) && (deed !== "quote" || !actsOf(message, place).some((one) => one.deed === "edit")));
  return html`
    <div class="acts" role="toolbar" aria-label=${sayMessages.messageActions}>
      ${mayTouch(message) && recentOnes(2, message.group_id).map((emoji) => html`
        <button class="ib quick" type="button" tabindex="-1" key=${emoji} aria-label=${sayMessages.reactWith({ emoji: nameOfEmoji(emoji) })}
          aria-pressed=${hasMyReaction(message, emoji) ? "true" : "false"}
          onClick=${() => react(message, emoji, !hasMyReaction(message, emoji))}><${EmojiSign} emoji=${emoji} groupId=${message.group_id} /></button>`)}
      ${mayTouch(message) && html`<hr />`}
      ${acts.map(({ deed, icon, label }) => html`
        <button class="ib quick" type="button" tabindex="-1" key=${deed} aria-label=${label} title=${label}
          onClick=${(/** @type {any} */ event) => doAct(deed, message, place, anchorOf(event))}><${Icon} name=${icon} /></button>`)}
      <button class="ib" type="button" tabindex="-1" aria-label=${sayMessages.moreActions} title=${sayMessages.moreActions} aria-haspopup="menu"
        onClick=${more}><${Icon} name="ellipsis" /></button>
    </div>`;
}
