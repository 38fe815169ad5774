/** @import { StorageReport } from "../../protocol.js" */
import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { Failed } from "../../components/Failed.js";
import { Icon } from "../../components/Icon.js";
import { Portrait } from "../../components/Portrait.js";
import { Skeleton } from "../../components/Skeleton.js";
import { Cell, Line, Table } from "../../components/Table.js";
import { useReport } from "../../components/useReport.js";
import { ago, number, percent, size } from "../../format.js";
import { sayAdmin } from "../../strings/admin.js";

/** @type {Record<string, string>} */
const KINDS = { image: sayAdmin.kindImage, audio: sayAdmin.kindAudio, video: sayAdmin.kindVideo, text: sayAdmin.kindText, other: sayAdmin.kindOther };

/** What is stored, of what kind, and whose. */
export function Storage() {
  const { report, error, age, again } = useReport("/admin/storage");
  const stored = /** @type {StorageReport | null} */ (report);
  if (error && !stored) return html`<${Failed} text=${sayAdmin.notLoaded} onRetry=${again} />`;
  if (!stored) return html`<${Skeleton} />`;
  const { disk } = stored;
  const quota = stored.files_quota_bytes;
  return html`
    <div class="tiles">
      <${Tile} icon="archive" name=${sayAdmin.database} value=${size(stored.database_bytes)} note=${sayAdmin.databaseLog({ log: size(stored.log_bytes) })} />
      <${Tile} icon="paperclip" name=${sayAdmin.files} value=${size(stored.files_bytes)} of=${quota === null ? sayAdmin.filesUnlimited : sayAdmin.filesOf({ quota: size(quota) })}
        note=${stored.awaited_bytes > 0 && sayAdmin.filesAwaited({ awaited: size(stored.awaited_bytes) })} />
      <${Tile} icon="chart-column" name=${sayAdmin.freeDisk} value=${size(disk.available_bytes)} of=${sayAdmin.diskOf({ total: size(disk.total_bytes) })} note=${sayAdmin.diskReserve({ reserve: size(disk.reserve_bytes) })} />
    </div>
    <div class="pager"><span role="status">${sayAdmin.counted({ when: sayAdmin.secsAgo({ secs: age }) })} ${stored.swept_at ? sayAdmin.swept({ when: ago(stored.swept_at) }) : sayAdmin.sweptNotYet}</span>
      <button class="btn sm" type="button" onClick=${again}>${sayAdmin.again}</button></div>
    ${error && html`<${Failed} text=${error} onRetry=${again} />`}
    <${People} stored=${stored} />
    <${Kinds} stored=${stored} />`;
}

/** @param {{ icon: string, name: string, value: string, of?: string, note?: string | false }} props */
const Tile = ({ icon, name, value, of, note }) => html`
  <div class="tile"><span class="l"><${Icon} name=${icon} size="s" />${name}</span>
    <span class="v">${value}${of && html` <small>${of}</small>`}</span>${note && html`<span class="d">${note}</span>`}</div>`;

/** @param {{ stored: StorageReport }} props */
function Kinds({ stored }) {
  const id = useId();
  return html`
    <section aria-labelledby=${id}><h2 id=${id}>${sayAdmin.byKind}</h2><p class="help">${sayAdmin.byKindHelp}</p>
      <${Table} caption=${sayAdmin.byKind} columns=${[{ name: sayAdmin.kind }, { name: sayAdmin.number, isNumber: true }, { name: sayAdmin.size, isNumber: true }]}>
        ${stored.kinds.map(({ kind, count, bytes }) => html`
          <${Line} key=${kind}><${Cell} kind="lead"><b>${KINDS[kind]}</b><//>
            <${Cell} of=${sayAdmin.number} isNumber=${true}>${number(count)}<//><${Cell} of=${sayAdmin.size} isNumber=${true}>${size(bytes)}<//><//>`)}
      <//>
    </section>`;
}

/** @param {{ stored: StorageReport }} props */
function People({ stored }) {
  const id = useId();
  const quota = stored.person_quota_bytes;
  return html`
    <section aria-labelledby=${id}><h2 id=${id}>${sayAdmin.byPerson}</h2><p class="help">${sayAdmin.byPersonHelp({ quota: size(quota) })}</p>
      ${stored.people.length === 0 ? html`<p class="note">${sayAdmin.noFiles}</p>` : html`
        <${Table} caption=${sayAdmin.byPerson} columns=${[{ name: sayAdmin.person }, { name: sayAdmin.used, isNumber: true }, { name: sayAdmin.share, isNumber: true }]}>
          ${stored.people.map(({ user, bytes }) => html`
            <${Line} key=${user.id}>
              <${Cell} kind="lead"><div class="p"><${Portrait} id=${user.id} name=${user.name} size=${32} /><span class="w"><b dir="auto">${user.name}</b><small><bdi>@${user.username}</bdi></small></span></div><//>
              <${Cell} of=${sayAdmin.used} isNumber=${true}>${size(bytes)}<//>
              <${Cell} of=${sayAdmin.share} isNumber=${true}>${percent(quota > 0 ? bytes / quota : 0)}<//>
            <//>`)}
        <//>`}
    </section>`;
}
