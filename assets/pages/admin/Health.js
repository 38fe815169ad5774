/** @import { HealthReport } from "../../protocol.js" */
import { html } from "htm/preact";
import { trouble } from "../../adminList.js";
import { Failed } from "../../components/Failed.js";
import { Icon } from "../../components/Icon.js";
import { Skeleton } from "../../components/Skeleton.js";
import { useReport } from "../../components/useReport.js";
import { ago, fullStamp, size } from "../../format.js";
import { locale } from "../../language.js";
import { sayAdmin } from "../../strings/admin.js";

/** Counted no further than this. */
const MOST_MESSAGES = 100_000;

const VERDICTS = { failed: sayAdmin.troubleFailed, read_only: sayAdmin.troubleReadOnly, full: sayAdmin.troubleFull, writer: sayAdmin.troubleWriter,
  clock: sayAdmin.troubleClock, disk: sayAdmin.troubleDisk, slow: sayAdmin.troubleSlow };

const numbers = new Intl.NumberFormat(locale);

/** One sentence and its age, then what it is made of. */
export function Health() {
  const { report, error, age, again } = useReport("/admin/health");
  const found = /** @type {HealthReport | null} */ (report);
  if (error && !found) return html`<${Failed} text=${sayAdmin.notLoaded} onRetry=${again} />`;
  if (!found) return html`<${Skeleton} />`;
  const wrong = trouble(found);
  const { disk, last_backup: backup } = found;
  const count = numbers.format(found.messages_in_last_day);
  /** @type {[string, string][]} */
  const facts = [
    [sayAdmin.writer, found.writer_ms === null ? sayAdmin.writerRefused : sayAdmin.writerTook({ ms: found.writer_ms })],
    [sayAdmin.disk, sayAdmin.diskFree({ free: size(disk.available_bytes), total: size(disk.total_bytes) })],
    [sayAdmin.clock, found.clock_is_believed ? sayAdmin.clockFine : sayAdmin.clockJumped],
    [sayAdmin.log, size(found.log_bytes)],
    [sayAdmin.memory, found.memory_bytes === null ? sayAdmin.unknown : size(found.memory_bytes)],
    [sayAdmin.connections, numbers.format(found.connections)],
    [sayAdmin.messages, found.messages_in_last_day < MOST_MESSAGES ? count : sayAdmin.orMore({ count })],
    [sayAdmin.running, fullStamp(found.started_at)],
    [sayAdmin.version, found.version],
    [sayAdmin.lastBackup, backup ? sayAdmin.backedUp({ when: ago(backup.at), size: size(backup.size_bytes) }) : sayAdmin.noBackup],
  ];
  return html`
    <div class=${wrong ? "banner bad boxed" : "banner good boxed"} role="status"><${Icon} name=${wrong ? "circle-alert" : "circle-check"} size="s" />
      <span><b>${sayAdmin.checked({ verdict: wrong ? VERDICTS[wrong] : sayAdmin.allWell, when: sayAdmin.secsAgo({ secs: age }) })}</b></span>
      <button class="btn sm" type="button" onClick=${again}>${sayAdmin.checkAgain}</button></div>
    ${error && html`<${Failed} text=${error} onRetry=${again} />`}
    <dl class="kv">${facts.map(([name, value]) => html`<dt key=${`${name}-t`}>${name}</dt><dd key=${name}>${value}</dd>`)}</dl>
    <p class="help">${sayAdmin.backupHelp}</p>`;
}
