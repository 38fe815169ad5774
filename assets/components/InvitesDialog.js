/** @import { Invite, NewInvite } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { dayAndMonth } from "../format.js";
import { dialog, groupOf } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayInvites } from "../strings/invites.js";
import { CopyField } from "./CopyField.js";
import { Dialog } from "./Dialog.js";
import { Choice } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";

const DAY_SECS = 24 * 3600;

const close = () => { dialog.value = null; };

/** @param {Invite} invite */
const works = (invite) => invite.revoked_at === null && Date.parse(invite.expires_at) > Date.now()
  && (invite.max_uses === null || invite.uses < invite.max_uses);

/** Links into a group: make, copy, revoke. @param {{ groupId: string }} props */
export function InvitesDialog({ groupId }) {
  const [invites, setInvites] = useState(/** @type {Invite[] | null} */ (null));
  const [fresh, setFresh] = useState(/** @type {NewInvite | null} */ (null));
  const [days, setDays] = useState("7");
  const [uses, setUses] = useState("");
  const [error, setError] = useState("");
  const fail = (/** @type {unknown} */ refused) => setError(sentence(refused));
  const load = () => api.get(`/groups/${groupId}/invites`).then((page) => setInvites(page.items), fail);
  useEffect(() => { void load(); }, [groupId]);
  const create = () => {
    const wanted = { expires_in_secs: Number(days) * DAY_SECS, max_uses: uses ? Number(uses) : null };
    return api.post(`/groups/${groupId}/invites`, wanted).then((made) => { setFresh(made); setError(""); return load(); }, fail);
  };
  const revoke = (/** @type {string} */ id) => api.remove(`/groups/${groupId}/invites/${id}`).then(() => {
    if (fresh?.invite.id === id) setFresh(null);
    return load();
  }, fail);
  const open = invites?.filter(works) ?? [];
  return html`
    <${Dialog} title=${sayInvites.invitesTo({ group: groupOf(groupId).value?.name ?? "" })} onClose=${close}>
      <div class="dialog-body">
        ${fresh ? html`
          <${CopyField} label=${sayCommon.inviteLink} value=${fresh.url} />
          <div class="note"><${Icon} name="lock-keyhole" /><span>${sayInvites.inviteReady}</span></div>` : html`
          <div class="two">
            <${Choice} label=${sayInvites.inviteExpiry} value=${days} onChange=${setDays}
              options=${[["1", sayInvites.oneDay], ["7", sayInvites.sevenDays], ["30", sayInvites.thirtyDays]]} />
            <${Choice} label=${sayInvites.inviteUses} value=${uses} onChange=${setUses}
              options=${[["", sayInvites.anyNumber], ["1", sayInvites.onePerson], ["5", sayInvites.somePeople({ count: 5 })], ["25", sayInvites.somePeople({ count: 25 })]]} />
          </div>
          <button class="btn primary" type="button" onClick=${create}>${sayInvites.createInvite}</button>`}
        <${FormError} text=${error} />
        <h3 class="sub">${sayInvites.openInvites}</h3>
        <ul class="picks">
          ${open.map((invite) => html`
            <li class="pick" key=${invite.id}>
              <${Icon} name="ticket" />
              <span class="w"><b>${sayInvites.until({ day: dayAndMonth(invite.expires_at) })}</b><small>${sayInvites.inviteUsed({ uses: invite.uses, limit: String(invite.max_uses ?? "none") })}</small></span>
              <button class="btn quiet sm" type="button" onClick=${() => revoke(invite.id)}>${sayInvites.revoke}</button>
            </li>`)}
          ${invites && open.length === 0 && html`<li class="none">${sayInvites.noInvites}</li>`}
        </ul>
      </div>
    <//>`;
}
