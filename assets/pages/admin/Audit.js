/** @import { AuditLine, Named, NamedGroup } from "../../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { auditFilter, auditQuery } from "../../adminList.js";
import { api } from "../../api.js";
import { DEEDS, deedText } from "../../auditSaid.js";
import { Failed } from "../../components/Failed.js";
import { Picked } from "../../components/Picked.js";
import { Skeleton } from "../../components/Skeleton.js";
import { Cell, Line, Table } from "../../components/Table.js";
import { usePages } from "../../components/usePages.js";
import { clock, dayLine } from "../../format.js";
import { query, rename } from "../../router.js";
import { sayAdmin } from "../../strings/admin.js";

const PAGE = 50;

/** @typedef {{ people: Record<string, Named>, groups: Record<string, NamedGroup>, actors: Record<string, string> }} Known */

/** @param {Partial<import("../../adminList.js").AuditFilter>} wanted */
const filterBy = (wanted) => rename(`/admin/audit${auditQuery({ ...auditFilter(query.peek()), ...wanted })}`);

/** @template {{ id: string }} T @param {T[]} rows @returns {Record<string, T>} */
const byId = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

/** What was done, the newest first; to be read and nothing else. */
export function Audit() {
  const filter = auditFilter(query.value);
  const [known, setKnown] = useState(/** @type {Known} */ ({ people: {}, groups: {}, actors: {} }));
  const ask = async (/** @type {string | number | null} */ cursor) => {
    const page = await api.get("/admin/audit_log", { ...filter, limit: PAGE, cursor });
    const people = byId(/** @type {Named[]} */ (page.people));
    const doers = page.items.map((/** @type {AuditLine} */ line) => people[line.actor_id ?? ""]).filter(Boolean);
    setKnown((now) => ({ people: { ...now.people, ...people }, groups: { ...now.groups, ...byId(page.groups) },
      actors: { ...now.actors, ...Object.fromEntries(doers.map((/** @type {Named} */ one) => [one.id, one.name])) } }));
    return page;
  };
  const { items, hasMore, error, more, again } = usePages(ask, auditQuery(filter));
  // Somebody whom the address names and who has done nothing is still to be seen as what was chosen.
  useEffect(() => {
    if (!filter.actor || filter.actor === "operator" || known.actors[filter.actor]) return;
    api.get("/users", { ids: filter.actor }).then(({ items: [person] }) => {
      if (person) setKnown((now) => ({ ...now, actors: { ...now.actors, [person.id]: person.name } }));
    }, () => {});
  }, [filter.actor]);
  /** @type {[string, string][]} */
  const doers = [["", sayAdmin.anybody], ["operator", sayAdmin.operator], ...Object.entries(known.actors).sort(([, a], [, b]) => a.localeCompare(b))];
  return html`
    <div class="tools" role="search">
      <${Picked} label=${sayAdmin.deed} value=${filter.action} options=${[["", sayAdmin.allDeeds], ...DEEDS]} onChange=${(/** @type {string} */ action) => filterBy({ action })} />
      <${Picked} label=${sayAdmin.by} value=${filter.actor} options=${doers} onChange=${(/** @type {string} */ actor) => filterBy({ actor })} />
    </div>
    ${error && html`<${Failed} text=${error} onRetry=${again} />`}
    ${!items && !error && html`<${Skeleton} />`}
    ${items?.length === 0 && html`<div class="empty"><h2>${sayAdmin.noLines}</h2></div>`}
    ${items && items.length > 0 && html`
      <${Table} caption=${sayAdmin.audit} columns=${[{ name: sayAdmin.when, sort: "descending" }, { name: sayAdmin.who }, { name: sayAdmin.what }, { name: sayAdmin.from }]}>
        ${items.map((line) => html`<${Row} key=${line.seq} line=${line} known=${known} />`)}
      <//>
      ${hasMore && html`<div class="pager"><span></span><button class="btn sm" type="button" onClick=${more}>${sayAdmin.showMore}</button></div>`}`}`;
}

/** @param {{ line: AuditLine, known: Known }} props */
function Row({ line, known }) {
  const doer = line.actor_id === null ? sayAdmin.operator : known.people[line.actor_id]?.name ?? sayAdmin.somebody;
  const { name: day, date } = dayLine(line.created_at);
  return html`
    <${Line}>
      <${Cell} kind="lead"><b>${day}</b><small>${date} · ${clock(line.created_at)}</small><//>
      <${Cell} of=${sayAdmin.who}><span dir="auto">${doer}</span><//>
      <${Cell} of=${sayAdmin.what} kind="text"><span dir="auto">${deedText(line, known)}</span><//>
      <${Cell} of=${sayAdmin.from} kind="from"><bdi>${line.address ?? sayAdmin.operator}</bdi><//>
    <//>`;
}
