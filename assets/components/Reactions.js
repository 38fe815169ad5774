/** @import { Message, Reaction } from "../protocol.js" */
import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { nameOfEmoji } from "../emoji.js";
import { fewOf, number } from "../format.js";
import { me, picker, showToast, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { mayTouch } from "../touch.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";

const NAMED = 10;

/** @param {Message} message @param {string} emoji @param {boolean} on */
const react = (message, emoji, on) => import("../said.js").then((said) => said.react(message, emoji, on), () => showToast(say.unreachable));

/** Below a message; a press puts mine on or takes it off. @param {{ message: Message }} props */
export function Reactions({ message }) {
  const reactions = message.reactions ?? [];
  if (!reactions.length) return null;
  const isOpen = mayTouch(message);
  const add = (/** @type {any} */ event) => {
    picker.value = { anchor: event.currentTarget, onPick: (emoji) => { void react(message, emoji, true); } };
  };
  return html`
    <div class="reacts">
      ${reactions.map((reaction) => html`<${One} key=${reaction.emoji} message=${message} reaction=${reaction} isOpen=${isOpen} />`)}
      ${isOpen && html`<button class="react add" type="button" aria-label=${say.react} title=${say.react} onClick=${add}><${Icon} name="smile-plus" size="s" /></button>`}
    </div>`;
}

/** The first few by name. @param {Reaction} reaction */
export function whoReacted({ count, user_ids: ids }) {
  const names = ids.slice(0, NAMED).map((id) => (id === me.value.id ? say.youName : userOf(id).value?.name ?? say.someone));
  return fewOf(names, count - names.length);
}

/** @param {{ message: Message, reaction: Reaction, isOpen: boolean }} props */
function One({ message, reaction, isOpen }) {
  const { emoji, count, user_ids: ids } = reaction;
  const tipId = useId();
  const isMine = ids.includes(me.value.id);
  const press = () => { if (isOpen) void react(message, emoji, !isMine); };
  return html`
    <button class=${isMine ? "react mine" : "react"} type="button" aria-pressed=${isMine ? "true" : "false"} aria-describedby=${tipId}
      aria-label=${say.reaction({ name: nameOfEmoji(emoji), count, isMine })} onClick=${press}>
      <${EmojiSign} emoji=${emoji} groupId=${message.group_id} />${number(count)}
      <span class="tip" role="tooltip" id=${tipId}>${whoReacted(reaction)}</span>
    </button>`;
}
