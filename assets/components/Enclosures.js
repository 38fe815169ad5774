/**
 * @import { Enclosed, Item } from "../outbox.js"
 */
import { html } from "htm/preact";
import { size } from "../format.js";
import { sayFiles } from "../strings/files.js";
import { chosenOf } from "../tray.js";
import { boxOf } from "./Attachments.js";
import { FileIcon, kindOf } from "./FileIcon.js";
import { Icon } from "./Icon.js";
import { giveUp } from "./Pending.js";
import { Progress } from "./Tray.js";

/** The files of a message that is not sent yet, in the boxes in which they will be shown. @param {{ item: Item }} props */
export function Enclosures({ item }) {
  const files = item.files ?? [];
  const pictures = files.filter((file) => file.width && file.height);
  const isOnItsWay = item.state === "waiting" && files.some((file) => file.file_id === null);
  return html`
    ${pictures.length > 0 && html`<div class=${pictures.length === 1 ? "shots one" : "shots"}>
      ${pictures.map((file) => html`<${Picture} key=${file.local_id} file=${file} isAlone=${pictures.length === 1} />`)}</div>`}
    ${files.filter((file) => !pictures.includes(file)).map((file) => html`
      <div class="shared" key=${file.local_id}><div class="file"><span class="thumb"><${FileIcon} kind=${kindOf(file.type)} /></span>
        <span class="w"><b dir="auto">${file.name}</b>${file.file_id ? html`<small>${size(file.size)}</small>` : html`<${Progress} id=${file.local_id} />`}</span></div></div>`)}
    ${isOnItsWay && html`<button class="btn quiet sm" type="button" onClick=${() => giveUp(item)}><${Icon} name="x" size="s" />${sayFiles.cancelSending}</button>`}`;
}

/** @param {{ file: Enclosed, isAlone: boolean }} props */
function Picture({ file, isAlone }) {
  const url = chosenOf(file.local_id).value?.url;
  const box = boxOf(file.width ?? 1, file.height ?? 1);
  return html`
    <span class="shot" style=${isAlone ? { inlineSize: `${box.width}px`, aspectRatio: `${box.width} / ${box.height}` } : undefined}>
      ${url && html`<img src=${url} alt=${file.name} width=${box.width} height=${box.height} />`}
      ${file.file_id === null && html`<span class="over"><${Progress} id=${file.local_id} /></span>`}
    </span>`;
}
