/** @import { OpenInvite } from "../../protocol.js" */
import { html } from "htm/preact";
import { ask } from "../../actions.js";
import { api, sentence } from "../../api.js";
import { Failed } from "../../components/Failed.js";
import { Skeleton } from "../../components/Skeleton.js";
import { Cell, Line, Table } from "../../components/Table.js";
import { usePages } from "../../components/usePages.js";
import { ago, whenOf } from "../../format.js";
import { showToast } from "../../store.js";
import { sayAdmin } from "../../strings/admin.js";

const PAGE = 50;

/** Every link that lets people in now. */
export function Invites() {
  const { items, hasMore, error, more, again, put } = usePages((cursor) => api.get("/admin/invites", { limit: PAGE, cursor }), "");
  const revoke = async (/** @type {OpenInvite} */ invite) => {
    if (!await ask({ title: sayAdmin.revokeAsk, text: sayAdmin.revokeText, action: sayAdmin.revoke })) return;
    await api.remove(`/admin/invites/${invite.id}`).then(() => {
      put((now) => now.filter((one) => one.id !== invite.id));
      showToast(sayAdmin.revoked);
    }, (refused) => showToast(sentence(refused)));
  };
  if (error && !items) return html`<${Failed} text=${sayAdmin.notLoaded} onRetry=${again} />`;
  if (!items) return html`<${Skeleton} />`;
  if (items.length === 0) return html`<div class="empty"><h2>${sayAdmin.noInvites}</h2></div>`;
  return html`
    <${Table} caption=${sayAdmin.invites} columns=${[{ name: sayAdmin.leadsTo }, { name: sayAdmin.madeBy }, { name: sayAdmin.usesLeft, isNumber: true },
      { name: sayAdmin.ends }, { name: sayAdmin.made }, { name: sayAdmin.actions, isHidden: true }]}>
      ${items.map((invite) => html`<${Row} key=${invite.id} invite=${invite} onRevoke=${() => revoke(invite)} />`)}
    <//>
    ${error && html`<${Failed} text=${error} onRetry=${again} />`}
    ${hasMore && html`<div class="pager"><span></span><button class="btn sm" type="button" onClick=${more}>${sayAdmin.showMore}</button></div>`}`;
}

/** @param {{ invite: OpenInvite, onRevoke: () => void }} props */
function Row({ invite, onRevoke }) {
  const { group, made_by: maker, max_uses: most, uses } = invite;
  const notes = [group ? "" : sayAdmin.privateGroupHelp, invite.role === "guest" ? sayAdmin.forGuests : "", invite.email ? sayAdmin.forEmail({ email: invite.email }) : ""];
  const place = group?.name ?? sayAdmin.privateGroup;
  return html`
    <${Line}>
      <${Cell} kind="lead"><b dir="auto">${place}</b><small>${notes.filter(Boolean).join(", ")}</small><//>
      <${Cell} of=${sayAdmin.madeBy} kind="long"><span dir="auto">${maker.name}</span><//>
      <${Cell} of=${sayAdmin.usesLeft} isNumber=${true}>${most === null ? sayAdmin.anyNumber : sayAdmin.usesOf({ left: most - uses, of: most })}<//>
      <${Cell} of=${sayAdmin.ends}>${whenOf(invite.expires_at)}<//>
      <${Cell} of=${sayAdmin.made}>${ago(invite.created_at)}<//>
      <${Cell} kind="last"><button class="btn outline sm" type="button" aria-label=${sayAdmin.revokeNamed({ group: place })} onClick=${onRevoke}>${sayAdmin.revoke}</button><//>
    <//>`;
}
