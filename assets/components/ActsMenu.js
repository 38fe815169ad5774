/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { hasMyReaction, react } from "../said.js";
import { nameOfEmoji, recentOnes } from "../emoji.js";
import { menu } from "../store.js";
import { sayMessages } from "../strings/messages.js";
import { mayTouch } from "../touch.js";
import { actsOf, doAct } from "./actsOf.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { whoReacted } from "./Reactions.js";
import { useMenuKeys } from "./useMenuKeys.js";
import { usePopover } from "./usePopover.js";

const close = () => { menu.value = null; };

/**
 * Everything that can be done with a message: a menu, or on a phone a sheet.
 * @param {{ message: Message, place: string, anchor: HTMLElement, isSheet: boolean }} props
 */
export function ActsMenu({ message, place, anchor, isSheet }) {
  const ref = usePopover({ anchor, onClose: close, isFree: isSheet });
  const acts = actsOf(message, place);
  const onKeyDown = useMenuKeys(ref);
  // The popover gives the focus back first; what is done may take it elsewhere.
  const pick = (/** @type {import("./actsOf.js").Deed} */ deed) => {
    close();
    queueMicrotask(() => setTimeout(() => doAct(deed, message, place, anchor)));
  };
  return html`
    <div class=${isSheet ? "pop menu bottom" : "pop menu"} popover="auto" ref=${ref} role="menu" tabindex="-1" aria-label=${sayMessages.messageActions} onKeyDown=${onKeyDown}>
      ${isSheet && mayTouch(message) && html`
        <div class="menu-emoji" role="none">
          ${recentOnes(6, message.group_id).map((emoji) => html`
            <button class="ib" type="button" role="menuitem" tabindex="-1" key=${emoji} aria-label=${sayMessages.reactWith({ emoji: nameOfEmoji(emoji) })}
              onClick=${() => { close(); void react(message, emoji, !hasMyReaction(message, emoji)); }}><${EmojiSign} emoji=${emoji} groupId=${message.group_id} /></button>`)}
        </div>`}
      ${isSheet && message.reactions?.map((one) => html`<p class="menu-who" role="none" key=${one.emoji}><${EmojiSign} emoji=${one.emoji} groupId=${message.group_id} /> ${whoReacted(one)}</p>`)}
      ${acts.map(({ deed, icon, label, isDanger }) => html`
        <button class=${isDanger ? "menu-i bad" : "menu-i"} type="button" role="menuitem" tabindex="-1" key=${deed} onClick=${() => pick(deed)}>
          <${Icon} name=${icon} />${label}</button>`)}
    </div>`;
}
