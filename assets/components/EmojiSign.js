import { html } from "htm/preact";
import { isOwn, nameOfOwn, pictureOf } from "../ownEmoji.js";
import { ownEmoji } from "../store.js";

/** The picture of a workspace's own emoji. @param {{ text: string, id: string }} props `text`: its name in colons */
export const OwnEmoji = ({ text, id }) => html`<img class="own" src=${pictureOf(id)} alt=${text} title=${text} draggable=${false} />`;

/**
 * An emoji beside something that names it: of Unicode, or of the workspace's own. One that was removed stays text.
 * @param {{ emoji: string, groupId?: string | null }} props
 */
export function EmojiSign({ emoji, groupId = null }) {
  if (!isOwn(emoji)) return html`<span class="e" aria-hidden="true">${emoji}</span>`;
  const id = ownEmoji(nameOfOwn(emoji), groupId);
  return id ? html`<${OwnEmoji} text=${emoji} id=${id} />` : html`<span class="gone-e">${emoji}</span>`;
}
