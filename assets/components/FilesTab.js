/** @import { FileInfo, FileKind, PostedFile } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, downloadAddress, fileAddress } from "../api.js";
import { dayAndMonth, size } from "../format.js";
import { onMessages } from "../live.js";
import { addressOf, threadAddress } from "../router.js";
import { withUsers } from "../state.js";
import { change, lightbox, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayFiles } from "../strings/files.js";
import { isPicture } from "./Attachments.js";
import { Failed } from "./Failed.js";
import { FileIcon } from "./FileIcon.js";
import { Icon } from "./Icon.js";
import { Skeleton } from "./Skeleton.js";
import { usePages } from "./usePages.js";

const PAGE = 50;
/** @type {(FileKind | "")[]} */
const KINDS = ["", "image", "audio", "video", "text", "other"];

/** All files of a conversation, the newest first. @param {{ place: string }} props */
export function FilesTab({ place }) {
  const [kind, setKind] = useState(/** @type {FileKind | ""} */ (""));
  return html`
    <div class="chips" role="group" aria-label=${sayFiles.fileKinds}>
      ${KINDS.map((one) => html`
        <button class=${one === kind ? "chipbtn on" : "chipbtn"} type="button" key=${one} aria-pressed=${one === kind ? "true" : "false"}
          onClick=${() => setKind(one)}>${sayFiles.fileKind({ kind: one || "all" })}</button>`)}
    </div>
    <${List} key=${place + kind} place=${place} kind=${kind} />`;
}

/** @param {{ place: string, kind: FileKind | "" }} props */
function List({ place, kind }) {
  const path = place.startsWith("g:") ? `/groups/${place.slice(2)}/files` : `/directs/${place.slice(2)}/files`;
  /** @param {string | number | null} cursor @returns {Promise<{ items: PostedFile[], next_cursor: string | null }>} */
  const ask = async (cursor) => {
    const page = await api.get(path, { kind, limit: PAGE, cursor });
    change((now) => withUsers(now, page.users));
    return page;
  };
  const { items, hasMore, error, more, again } = usePages(ask, path + kind);
  // What is shared meanwhile belongs on top.
  useEffect(() => onMessages((messages) => { if (messages.some((one) => one.attachments?.length)) again(); }), []);
  const end = useSight(() => { if (hasMore && !error) more(); });
  if (error && !items) return html`<${Failed} text=${sayFiles.filesFailed} onRetry=${again} />`;
  if (!items) return html`<${Skeleton} />`;
  if (!items.length) return html`<p class="about">${sayFiles.noFiles}</p>`;
  const pictures = items.map(({ file }) => file).filter(isPicture);
  return html`
    <ul class="plain">${items.map((item) => html`<${Row} key=${item.message_id + item.file.id} item=${item} place=${place} pictures=${pictures} />`)}</ul>
    ${error ? html`<${Failed} text=${sayFiles.filesFailed} onRetry=${more} />` : hasMore && html`<div ref=${end}><${Skeleton} rows=${1} /></div>`}`;
}

/** Runs when the element comes into view. @param {() => void} work */
function useSight(work) {
  const latest = useRef(work);
  latest.current = work;
  const observer = useRef(/** @type {IntersectionObserver | null} */ (null));
  useEffect(() => () => observer.current?.disconnect(), []);
  return (/** @type {Element | null} */ element) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new IntersectionObserver((entries) => { if (entries.some((one) => one.isIntersecting)) latest.current(); });
    observer.current.observe(element);
  };
}

/** @param {{ item: PostedFile, place: string, pictures: FileInfo[] }} props */
function Row({ item, place, pictures }) {
  const { file } = item;
  const sender = userOf(item.sender_id).value?.name ?? say.someone;
  const address = item.thread_root_id ? threadAddress(place, item.thread_root_id) : addressOf(place, item.message_id);
  const look = (/** @type {any} */ event) => { lightbox.value = { files: pictures, id: file.id, opener: event.currentTarget }; };
  const thumb = file.thumbnail === "ready" ? html`<img class="thumb" src=${fileAddress(file.id, "thumbnail")} alt="" loading="lazy" />`
    : html`<span class="thumb"><${FileIcon} kind=${file.kind} /></span>`;
  return html`
    <li class="file-row">
      ${isPicture(file) ? html`<button type="button" aria-label=${say.openPicture({ name: file.name })} onClick=${look}>${thumb}</button>` : thumb}
      <span class="w"><b dir="auto">${file.name}</b>
        <small><a href=${address}>${sayFiles.sharedBy({ name: sender, day: dayAndMonth(item.sent_at) })}</a> · ${size(file.size_bytes)}</small></span>
      <a class="ib sm" href=${downloadAddress(file.id)} download=${file.name} aria-label=${say.download({ name: file.name })} title=${say.downloadIt}><${Icon} name="download" size="s" /></a>
    </li>`;
}
