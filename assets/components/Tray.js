import { html } from "htm/preact";
import { size, percent } from "../format.js";
import { line } from "../store.js";
import { say } from "../strings/main.js";
import { sayFiles } from "../strings/files.js";
import { chosenOf, removeFile, retryFile } from "../tray.js";
import { FileIcon, kindOf } from "./FileIcon.js";
import { Icon } from "./Icon.js";

/** What waits in a composer to be sent along. @param {{ timeline: string, ids: string[] }} props */
export const Tray = ({ timeline, ids }) => html`
  <ul class="tray" aria-label=${sayFiles.filesToSend}>
    ${ids.map((id) => html`<${Waiting} key=${id} timeline=${timeline} id=${id} />`)}
  </ul>`;

/** @param {{ timeline: string, id: string }} props */
function Waiting({ timeline, id }) {
  const file = chosenOf(id).value;
  if (!file) return null;
  const hasFailed = file.state === "failed";
  return html`
    <li class=${hasFailed ? "file bad" : "file"}>
      ${file.url ? html`<img class="thumb" src=${file.url} alt="" />` : html`<span class="thumb"><${FileIcon} kind=${kindOf(file.type)} /></span>`}
      <span class="w"><b dir="auto">${file.name}</b><${Progress} id=${id} /></span>
      ${hasFailed && html`<button class="ib sm" type="button" aria-label=${sayFiles.retryFile({ name: file.name })} title=${say.retry} onClick=${() => retryFile(id)}><${Icon} name="rotate-cw" size="s" /></button>`}
      <button class="ib sm" type="button" aria-label=${sayFiles.removeFile({ name: file.name })} title=${say.remove} onClick=${() => removeFile(timeline, id)}><${Icon} name="x" size="s" /></button>
    </li>`;
}

/** How far a file is. @param {{ id: string }} props */
export function Progress({ id }) {
  const file = chosenOf(id).value;
  if (!file) return null;
  if (file.state === "failed") return html`<small class="why">${file.reason}</small>`;
  if (file.state === "done") return html`<small>${size(file.size)}</small>`;
  const isLost = line.value.phase !== "open";
  const text = isLost ? sayFiles.willUpload : sayFiles.uploaded({ share: percent(file.size ? file.sent / file.size : 0), whole: size(file.size) });
  return html`
    <small>${text}</small>
    <progress class="meter" max=${Math.max(1, file.size)} value=${file.sent} aria-label=${sayFiles.uploading({ name: file.name })}></progress>`;
}
