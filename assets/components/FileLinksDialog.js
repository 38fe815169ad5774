/** @import { FileInfo, FileLink } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { dayAndMonth } from "../format.js";
import { dialog, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayFiles } from "../strings/files.js";
import { CopyField } from "./CopyField.js";
import { Dialog } from "./Dialog.js";
import { Failed } from "./Failed.js";
import { Choice } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";
import { Skeleton } from "./Skeleton.js";

const DAY_MS = 86_400_000;
/** Days; 0 stands for ever. */
const LIVES = [1, 7, 30, 0];

/** Links by which anybody can read a file. @param {{ file: FileInfo }} props */
export function FileLinksDialog({ file }) {
  const [links, setLinks] = useState(/** @type {FileLink[] | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const [days, setDays] = useState("7");
  const [fresh, setFresh] = useState("");
  const [trouble, setTrouble] = useState("");
  const load = () => {
    setFailed(false);
    api.get(`/files/${file.id}/links`).then(({ items }) => setLinks(items), () => setFailed(true));
  };
  useEffect(load, [file.id]);
  const make = async () => {
    setTrouble("");
    const expires_at = days === "0" ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    try {
      const { link, path } = await api.post(`/files/${file.id}/links`, { expires_at });
      setFresh(location.origin + path);
      setLinks([link, ...links ?? []]);
    } catch (error) {
      setTrouble(sentence(error));
    }
  };
  const revoke = (/** @type {FileLink} */ link) => api.remove(`/files/${file.id}/links/${link.id}`)
    .then(() => setLinks((now) => (now ?? []).filter((one) => one.id !== link.id)), (error) => setTrouble(sentence(error)));
  return html`
    <${Dialog} title=${sayFiles.publicLinks} onClose=${() => { dialog.value = null; }}>
      <div class="dialog-body">
        <p>${sayFiles.publicLinksHelp({ name: file.name })}</p>
        ${fresh ? html`
          <${CopyField} label=${sayFiles.publicLink} value=${fresh} />
          <div class="note"><${Icon} name="lock-keyhole" /><span>${sayFiles.linkToldOnce}</span></div>` : html`
          <${Choice} label=${sayFiles.linkLives} value=${days} onChange=${setDays} options=${LIVES.map((one) => [String(one), sayFiles.linkDays({ days: one })])} />
          <button class="btn primary" type="button" onClick=${make}>${sayFiles.makeLink}</button>`}
        <${FormError} text=${trouble} />
        ${hasFailed && html`<${Failed} text=${sayFiles.linksFailed} onRetry=${load} />`}
        ${!links && !hasFailed && html`<${Skeleton} rows=${1} />`}
        <ul class="picks">
          ${links?.map((link) => html`<${Row} key=${link.id} link=${link} onRevoke=${() => revoke(link)} />`)}
          ${links?.length === 0 && html`<li class="none">${sayFiles.noLinks}</li>`}
        </ul>
      </div>
    <//>`;
}

/** @param {{ link: FileLink, onRevoke: () => void }} props */
function Row({ link, onRevoke }) {
  const maker = userOf(link.created_by).value?.name ?? say.someone;
  return html`
    <li class="pick"><${Icon} name="link" />
      <span class="w"><b>${sayFiles.linkMade({ name: maker, day: dayAndMonth(link.created_at) })}</b>
        <small>${link.expires_at ? sayFiles.linkUntil({ day: dayAndMonth(link.expires_at) }) : sayFiles.linkForEver}</small></span>
      <button class="btn quiet sm" type="button" onClick=${onRevoke}>${sayFiles.revokeLink}</button></li>`;
}
