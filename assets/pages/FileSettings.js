/** @import { OwnFile, Storage } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { ask } from "../actions.js";
import { api, downloadAddress, sentence } from "../api.js";
import { Failed } from "../components/Failed.js";
import { FileIcon } from "../components/FileIcon.js";
import { Icon } from "../components/Icon.js";
import { Skeleton } from "../components/Skeleton.js";
import { usePages } from "../components/usePages.js";
import { dayAndMonth, percent, size } from "../format.js";
import { addressOf } from "../router.js";
import { showToast } from "../store.js";
import { say } from "../strings/main.js";
import { sayFiles } from "../strings/files.js";

const PAGE = 50;

/** What one's own files take, and which they are. */
export function FileSettings() {
  const [storage, setStorage] = useState(/** @type {Storage | null} */ (null));
  /** @param {string | number | null} cursor @returns {Promise<{ items: OwnFile[], next_cursor: string | null }>} */
  const read = async (cursor) => {
    const [page, whole] = await Promise.all([api.get("/me/files", { limit: PAGE, cursor }), api.get("/me/storage")]);
    setStorage(whole);
    return page;
  };
  const { items, hasMore, error, more, again } = usePages(read, "");
  const drop = async (/** @type {OwnFile} */ { file }) => {
    const isSure = await ask({ title: sayFiles.dropFileAsk({ name: file.name }), text: sayFiles.dropFileText, action: say.delete });
    if (isSure) await api.remove(`/files/${file.id}`).then(again, (refused) => showToast(sentence(refused)));
  };
  if (error && !items) return html`<${Failed} text=${sayFiles.filesFailed} onRetry=${again} />`;
  if (!items || !storage) return html`<${Skeleton} />`;
  const share = storage.quota_bytes ? Math.min(1, storage.used_bytes / storage.quota_bytes) : 0;
  return html`
    <div class="field-l"><span class="lab" id="storage">${sayFiles.storageUsed({ used: size(storage.used_bytes), quota: size(storage.quota_bytes) })}</span>
      <progress class="meter" max="1" value=${share} aria-labelledby="storage">${percent(share)}</progress>
      <p class="help">${sayFiles.largestFile({ most: size(storage.max_file_bytes) })}</p></div>
    ${items.length === 0 && html`<p class="note">${sayFiles.noOwnFiles}</p>`}
    <ul class="plain">${items.map((item) => html`
      <li class="file-row" key=${item.file.id}>
        <span class="thumb"><${FileIcon} kind=${item.file.kind} /></span>
        <span class="w"><b dir="auto">${item.file.name}</b><small>${size(item.file.size_bytes)} · ${dayAndMonth(item.file.created_at)}
          ${item.message_id ? html` · <a href=${addressOf(item.group_id ? `g:${item.group_id}` : `d:${item.direct_id}`, item.message_id)}>${sayFiles.showInConversation}</a>` : html` · ${sayFiles.notSentYet}`}</small></span>
        <a class="ib sm" href=${downloadAddress(item.file.id)} download=${item.file.name} aria-label=${say.download({ name: item.file.name })} title=${say.downloadIt}><${Icon} name="download" size="s" /></a>
        ${!item.message_id && html`<button class="ib sm" type="button" aria-label=${sayFiles.removeFile({ name: item.file.name })} title=${say.delete} onClick=${() => drop(item)}><${Icon} name="trash-2" size="s" /></button>`}
      </li>`)}</ul>
    ${hasMore && html`<button class="btn quiet sm" type="button" onClick=${more}>${sayFiles.moreFiles}</button>`}`;
}
