/** @import { FileInfo, Message } from "../protocol.js" */
import { html } from "htm/preact";
import { downloadAddress, fileAddress } from "../api.js";
import { size } from "../format.js";
import { lightbox } from "../store.js";
import { say } from "../strings/main.js";
import { ownPicture } from "../tray.js";
import { FileIcon } from "./FileIcon.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";

/** CSS pixels; a picture alone is at most this large. */
const MOST_WIDE = 360;
const MOST_HIGH = 280;
const PREVIEW_CELLS = 4;

const ShareButton = lazy(() => import("./ShareButton.js").then((module) => module.ShareButton), { isSoon: true });
const TextPreview = lazy(() => import("./TextPreview.js").then((module) => module.TextPreview), { isSoon: true });

/** @param {FileInfo} file */
export const isPicture = (file) => file.kind === "image" && file.width !== null && file.thumbnail !== "none";

/** The files of a message: pictures first, then what is heard or seen, then the rest. @param {{ message: Message }} props */
export function Attachments({ message }) {
  const files = message.attachments ?? [];
  const pictures = files.filter(isPicture);
  return html`
    ${pictures.length > 0 && html`<div class=${pictures.length === 1 ? "shots one" : "shots"}>
      ${pictures.map((file) => html`<${Shot} key=${file.id} file=${file} files=${pictures} isAlone=${pictures.length === 1} />`)}</div>`}
    ${files.filter((file) => !isPicture(file)).map((file) => html`<${Other} key=${file.id} file=${file} message=${message} />`)}`;
}

/**
 * The box in which a picture is shown, known before a byte of it is here.
 * @param {number} width @param {number} height
 */
export function boxOf(width, height) {
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

/** @param {{ file: FileInfo, files: FileInfo[], isAlone: boolean }} props */
function Shot({ file, files, isAlone }) {
  const own = ownPicture(file.id).value;
  const source = own ?? (file.thumbnail === "ready" ? fileAddress(file.id, "thumbnail") : null);
  const box = boxOf(file.width ?? 1, file.height ?? 1);
  const open = (/** @type {any} */ event) => { lightbox.value = { files, id: file.id, opener: event.currentTarget }; };
  return html`
    <button class="shot" type="button" aria-label=${say.openPicture({ name: file.name })} title=${file.name} onClick=${open}
      style=${isAlone ? { inlineSize: `${box.width}px`, aspectRatio: `${box.width} / ${box.height}` } : undefined}>
      ${file.preview && html`<canvas width=${PREVIEW_CELLS} height=${PREVIEW_CELLS} aria-hidden="true" ref=${(/** @type {HTMLCanvasElement | null} */ canvas) => paint(canvas, file.preview ?? "")}></canvas>`}
      ${source && html`<img src=${source} alt="" loading="lazy" decoding="async" width=${box.width} height=${box.height} />`}
      ${file.mime_type === "image/gif" && html`<span class="tag" aria-hidden="true">GIF</span>`}
    </button>`;
}

/** A blur of the picture, until it is here. @param {HTMLCanvasElement | null} canvas @param {string} preview */
function paint(canvas, preview) {
  const context = canvas?.getContext("2d");
  if (!context) return;
  const bytes = atob(preview);
  const pixels = context.createImageData(PREVIEW_CELLS, PREVIEW_CELLS);
  for (let cell = 0; cell < PREVIEW_CELLS * PREVIEW_CELLS; cell += 1) {
    for (let part = 0; part < 3; part += 1) pixels.data[cell * 4 + part] = bytes.charCodeAt(cell * 3 + part);
    pixels.data[cell * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
}

/** @param {{ file: FileInfo, message: Message }} props */
function Other({ file, message }) {
  const source = fileAddress(file.id, "content");
  return html`
    <div class="shared">
      ${file.kind === "audio" && html`<audio controls preload="none" src=${source} aria-label=${file.name}></audio>`}
      ${file.kind === "video" && html`<video controls preload="metadata" playsinline src=${source} aria-label=${file.name}></video>`}
      <div class="file">
        <span class="thumb"><${FileIcon} kind=${file.kind} /></span>
        <span class="w"><b dir="auto">${file.name}</b><small>${size(file.size_bytes)}</small></span>
        <a class="ib sm" href=${downloadAddress(file.id)} download=${file.name} aria-label=${say.download({ name: file.name })} title=${say.downloadIt}><${Icon} name="download" size="s" /></a>
        <${ShareButton} file=${file} message=${message} />
      </div>
      ${file.kind === "text" && html`<${TextPreview} file=${file} />`}
    </div>`;
}
