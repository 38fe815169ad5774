/** @import { Account } from "../../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mayManage, peopleFilter, peopleQuery, rolesToGive } from "../../adminList.js";
import { announceStatus } from "../../announce.js";
import { api } from "../../api.js";
import { CopyField } from "../../components/CopyField.js";
import { Dialog } from "../../components/Dialog.js";
import { Failed } from "../../components/Failed.js";
import { Icon } from "../../components/Icon.js";
import { Picked } from "../../components/Picked.js";
import { Portrait } from "../../components/Portrait.js";
import { Skeleton } from "../../components/Skeleton.js";
import { Cell, Line, Table } from "../../components/Table.js";
import { usePages } from "../../components/usePages.js";
import { ago, number } from "../../format.js";
import { query, rename } from "../../router.js";
import { dialog, groupList, me } from "../../store.js";
import { sayAdmin } from "../../strings/admin.js";
import { PersonMenu } from "./PersonMenu.js";
import { ROLE_NAMES } from "../../roleNames.js";

const PAGE = 50;
/** As one types, the list follows after this. */
const AFTER_MS = 150;

/** @type {[string, string][]} */
const ROLES = [["", sayAdmin.allRoles], ["admin", sayAdmin.roleAdmin], ["manager", sayAdmin.roleManager], ["user", sayAdmin.roleUser]];
/** @type {[string, string][]} */
const STATES = [["", sayAdmin.anyState], ["active", sayAdmin.active], ["deactivated", sayAdmin.deactivated]];
/** @type {[string, string][]} */
const ORDERS = [["name", sayAdmin.orderName], ["newest", sayAdmin.orderNewest], ["seen", sayAdmin.orderSeen], ["unseen", sayAdmin.orderUnseen]];

/** @param {Partial<import("../../adminList.js").PeopleFilter>} wanted */
const filterBy = (wanted) => rename(`/admin/people${peopleQuery({ ...peopleFilter(query.peek()), ...wanted })}`);

/** The table as a file, and a way in for others. */
export function PeopleTools() {
  const primary = groupList.value.find((group) => group.is_primary);
  return html`
    <a class="btn outline" href=${`/api/v1/admin/export/users${peopleQuery(peopleFilter(query.value))}`} download="people.csv" aria-label=${sayAdmin.exportTable}><${Icon} name="download" size="s" /><span class="only-d">${sayAdmin.exportTable}</span></a>
    ${primary && html`<button class="btn primary" type="button" aria-label=${sayAdmin.invite} onClick=${() => { dialog.value = { kind: "invites", groupId: primary.id }; }}>
      <${Icon} name="user-plus" size="s" /><span class="only-d">${sayAdmin.invite}</span></button>`}`;
}

/** Who has an account. */
export function People() {
  const filter = peopleFilter(query.value);
  const asked = peopleQuery(filter);
  const { items, hasMore, error, more, again, put } = usePages(
    (cursor) => api.get("/admin/users", { ...filter, limit: PAGE, cursor }), asked);
  const [told, setTold] = useState(/** @type {import("./PersonMenu.js").Told | null} */ (null));
  useEffect(() => { if (items) announceStatus(sayAdmin.found({ count: items.length })); }, [items]);
  const changed = (/** @type {Account} */ account) => put((now) => now.map((one) => (one.id === account.id ? account : one)));
  return html`
    <div class="tools" role="search">
      <${Find} typed=${filter.query} />
      <${Picked} label=${sayAdmin.role} value=${filter.role} options=${ROLES} onChange=${(/** @type {any} */ role) => filterBy({ role })} />
      <${Picked} label=${sayAdmin.state} value=${filter.state} options=${STATES} onChange=${(/** @type {any} */ state) => filterBy({ state })} />
      <${Picked} label=${sayAdmin.order} value=${filter.sort} options=${ORDERS} onChange=${(/** @type {any} */ sort) => filterBy({ sort })} />
    </div>
    ${error && html`<${Failed} text=${error} onRetry=${again} />`}
    ${!items && !error && html`<${Skeleton} />`}
    ${items?.length === 0 && html`<div class="empty"><h2>${sayAdmin.noneFound}</h2>
      <button class="btn outline" type="button" onClick=${() => rename("/admin/people")}>${sayAdmin.dropFilters}</button></div>`}
    ${items && items.length > 0 && html`
      <${Table} caption=${sayAdmin.everyone} columns=${[
        { name: sayAdmin.name, sort: filter.sort === "name" ? "ascending" : undefined }, { name: sayAdmin.email }, { name: sayAdmin.role },
        { name: sayAdmin.groups, isNumber: true },
        { name: sayAdmin.lastSeen, sort: filter.sort === "seen" ? "descending" : filter.sort === "unseen" ? "ascending" : undefined },
        { name: sayAdmin.state }, { name: sayAdmin.actions, isHidden: true }]}>
        ${items.map((account) => html`<${Row} key=${account.id} account=${account} onChanged=${changed} onTold=${setTold} />`)}
      <//>
      <div class="pager"><span>${!hasMore && sayAdmin.found({ count: items.length })}</span>
        ${hasMore && html`<button class="btn sm" type="button" onClick=${more}>${sayAdmin.showMore}</button>`}</div>`}
    ${told && html`<${Secret} told=${told} onClose=${() => setTold(null)} />`}`;
}

/** What is looked for stands in the address once one has typed it. @param {{ typed: string }} props */
function Find({ typed }) {
  const timer = useRef(0);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  // Whoever drops the filters, or goes back, finds the field as the address says.
  useEffect(() => {
    const field = input.current;
    if (field && field !== document.activeElement) field.value = typed;
  }, [typed]);
  const onInput = (/** @type {any} */ event) => {
    const text = event.currentTarget.value;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => filterBy({ query: text }), AFTER_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return html`
    <label class="input sm find"><${Icon} name="search" size="s" />
      <input type="search" ref=${input} aria-label=${sayAdmin.find} placeholder=${sayAdmin.find} defaultValue=${typed} maxlength="256" autocomplete="off" spellcheck=${false} onInput=${onInput} />
    </label>`;
}

/** @param {{ account: Account, onChanged: (account: Account) => void, onTold: (told: import("./PersonMenu.js").Told) => void }} props */
function Row({ account, onChanged, onTold }) {
  const [anchor, setAnchor] = useState(/** @type {HTMLElement | null} */ (null));
  const { id, name, username, email, server_role: role, is_active: isActive, status } = account;
  const mine = me.value.server_role;
  const seen = status.presence !== "offline" ? sayAdmin.hereNow : status.last_seen ? ago(status.last_seen) : sayAdmin.never;
  return html`
    <${Line}>
      <${Cell} kind="lead"><div class="p"><${Portrait} id=${id} name=${name} size=${32} />
        <span class="w"><b dir="auto">${name}</b><small><bdi>@${username}</bdi></small></span></div><//>
      <${Cell} of=${sayAdmin.email} kind="long">${email ?? sayAdmin.none}<//>
      <${Cell} of=${sayAdmin.role}>${ROLE_NAMES[role]}<//>
      <${Cell} of=${sayAdmin.groups} isNumber=${true}>${number(account.group_count)}<//>
      <${Cell} of=${sayAdmin.lastSeen}>${seen}<//>
      <${Cell} of=${sayAdmin.state}><span class=${isActive ? "tag g" : "tag"}>${isActive ? sayAdmin.active : sayAdmin.deactivated}</span><//>
      <${Cell} kind="last">
        ${mayManage(mine, role) && html`
          <button class="ib sm" type="button" aria-label=${sayAdmin.actionsFor({ name })} aria-haspopup="menu" aria-expanded=${anchor ? "true" : "false"}
            onClick=${(/** @type {any} */ event) => setAnchor(event.currentTarget)}><${Icon} name="ellipsis" size="s" /></button>`}
        ${anchor && html`<${PersonMenu} account=${account} roles=${rolesToGive(mine, role)} anchor=${anchor} onClose=${() => setAnchor(null)} onChanged=${onChanged} onTold=${onTold} />`}
      <//>
    <//>`;
}

/** What is told once. @param {{ told: import("./PersonMenu.js").Told, onClose: () => void }} props */
const Secret = ({ told, onClose }) => html`
  <${Dialog} title=${told.title} isSmall=${true} onClose=${onClose}>
    <div class="dialog-body">
      <${CopyField} label=${told.label} value=${told.value} />
      <div class="note"><${Icon} name="lock-keyhole" /><span>${told.help}</span></div>
      <div class="dialog-foot"><button class="btn primary" type="button" onClick=${onClose}>${sayAdmin.done}</button></div>
    </div>
  <//>`;
