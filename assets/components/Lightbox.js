/** @import { FileInfo } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { downloadAddress, fileAddress } from "../api.js";
import { focusComposer } from "../focus.js";
import { size } from "../format.js";
import { BACKWARD, ONWARD } from "../language.js";
import { lightbox } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayFiles } from "../strings/files.js";
import { Icon } from "./Icon.js";

/** A picture as large as the window allows, or as it is. @param {{ files: FileInfo[], id: string, opener: HTMLElement }} props */
export function Lightbox({ files, id, opener }) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const [isWhole, setWhole] = useState(false);
  const at = Math.max(0, files.findIndex((file) => file.id === id));
  const file = files[at];
  const close = () => { lightbox.value = null; };
  const step = (/** @type {number} */ by) => {
    const next = files[at + by];
    if (!next) return;
    setWhole(false);
    lightbox.value = { files, id: next.id, opener };
  };
  useLayoutEffect(() => {
    const box = ref.current;
    box?.showModal();
    return () => {
      // While it is open, nothing outside of it can take the focus.
      box?.close();
      if (opener.isConnected) opener.focus();
      else focusComposer();
    };
  }, []);
  useEffect(() => { for (const near of [files[at - 1], files[at + 1]]) if (near) new Image().src = fileAddress(near.id, "content"); }, [id]);
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === BACKWARD) step(-1);
    else if (event.key === ONWARD) step(1);
    else return;
    event.preventDefault();
  };
  const beside = (/** @type {MouseEvent} */ event) => { if (event.target instanceof Element && !event.target.closest("img, button, a")) close(); };
  return html`
    <dialog class="lightbox" ref=${ref} aria-label=${sayFiles.picture({ name: file.name })} onKeyDown=${onKeyDown} onClick=${beside}
      onCancel=${(/** @type {Event} */ event) => { event.preventDefault(); close(); }}>
      <header>
        <p class="w"><b dir="auto">${file.name}</b><small>${files.length > 1 ? `${sayFiles.nthOf({ at: at + 1, all: files.length })} · ` : ""}${size(file.size_bytes)} · ${file.width} × ${file.height}</small></p>
        <button class="ib" type="button" aria-pressed=${isWhole ? "true" : "false"} aria-label=${sayFiles.originalSize} title=${sayFiles.originalSize} onClick=${() => setWhole(!isWhole)}><${Icon} name="scan" /></button>
        <a class="ib" href=${downloadAddress(file.id)} download=${file.name} aria-label=${say.download({ name: file.name })} title=${say.downloadIt}><${Icon} name="download" /></a>
        <button class="ib" type="button" autofocus aria-label=${sayCommon.close} title=${sayCommon.close} onClick=${close}><${Icon} name="x" /></button>
      </header>
      <div class=${isWhole ? "stage whole" : "stage"} tabindex=${isWhole ? 0 : undefined}>
        <img key=${file.id} src=${fileAddress(file.id, "content")} alt=${file.name} width=${file.width} height=${file.height} onClick=${() => setWhole(!isWhole)} />
      </div>
      ${files.length > 1 && html`
        <button class="ib step back" type="button" disabled=${at === 0} aria-label=${sayFiles.previousPicture} onClick=${() => step(-1)}><${Icon} name="arrow-left" /></button>
        <button class="ib step on" type="button" disabled=${at === files.length - 1} aria-label=${sayFiles.nextPicture} onClick=${() => step(1)}><${Icon} name="arrow-right" /></button>`}
      <p class="vh" role="status">${sayFiles.nthOf({ at: at + 1, all: files.length })}</p>
    </dialog>`;
}
