/** @import { Message, Preview } from "../protocol.js" */
import { html } from "htm/preact";
import { api, previewImage, sentence } from "../api.js";
import { me, showToast } from "../store.js";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

/** Where the links of a message lead, as far as the server has looked. @param {{ message: Message }} props */
export const LinkPreviews = ({ message }) => html`
  ${message.previews.map((preview) => html`<${Card} key=${preview.position} message=${message} preview=${preview} />`)}`;

/** Its author can take it down. @param {{ message: Message, preview: Preview }} props */
function Card({ message, preview }) {
  const { position, url, title, site, description, image } = preview;
  const remove = () => api.remove(`/messages/${message.id}/previews/${position}`).catch((error) => showToast(sentence(error)));
  return html`
    <div class="link">
      <a href=${url} target="_blank" rel="noopener noreferrer">
        <span class="w"><small dir="auto">${site}</small><b dir="auto">${title}</b>${description && html`<span class="words" dir="auto">${description}</span>`}</span>
        ${image && html`<img src=${previewImage(message.id, position)} alt="" loading="lazy" width="92" height="72" />`}
      </a>
      ${message.sender_id === me.value.id && html`
        <button class="ib sm" type="button" aria-label=${say.removePreview({ title })} title=${say.remove} onClick=${remove}><${Icon} name="x" size="s" /></button>`}
    </div>`;
}
