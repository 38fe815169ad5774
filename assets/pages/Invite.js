/** @import { Invitation } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { acceptInvite, comeIn } from "../actions.js";
import { api, isRefusal, sentence } from "../api.js";
import { AccountFields, accountOf, checkAccount } from "../components/AccountFields.js";
import { Doorway } from "../components/Doorway.js";
import { FormError } from "../components/FormError.js";
import { Portrait } from "../components/Portrait.js";
import { SignInForm } from "../components/SignInForm.js";
import { useForm } from "../components/useForm.js";
import { dayAndMonth } from "../format.js";
import { goInstead } from "../router.js";
import { groupList, me, session, showToast, state } from "../store.js";
import { say } from "../strings/main.js";
import { sayDoor } from "../strings/door.js";

/** @param {{ code: string }} props */
export function Invite({ code }) {
  const [invitation, setInvitation] = useState(/** @type {Invitation | null} */ (null));
  const [trouble, setTrouble] = useState(/** @type {{ isGone: boolean, text: string } | null} */ (null));
  useEffect(() => {
    api.post("/invites/look_up", { code }).then(setInvitation, (error) => {
      const isGone = isRefusal(error, "invite_gone") || isRefusal(error, "invalid") || isRefusal(error, "malformed");
      setTrouble({ isGone, text: isGone ? sayDoor.inviteGone : sentence(error) });
    });
  }, [code]);
  if (trouble) return html`<${Gone} ...${trouble} />`;
  if (!invitation) return html`<${Doorway} />`;
  return html`
    <${Doorway}>
      <${Portrait} id=${invitation.inviter_name} name=${invitation.inviter_name} size=${56} />
      <div>
        <h1>${sayDoor.inviteTitle({ inviter: invitation.inviter_name })}</h1>
        <p class="lede">${sayDoor.inviteLede({ workspace: invitation.workspace_name, group: invitation.group_name })}</p>
      </div>
      ${session.value === "in" ? html`<${Join} code=${code} invitation=${invitation} />`
        : html`<${Newcomer} code=${code} invitation=${invitation} />`}
      <p class="foot-s">${sayDoor.inviteUntil({ day: dayAndMonth(invitation.expires_at) })}</p>
    <//>`;
}

/** @param {{ isGone: boolean, text: string }} props */
const Gone = ({ isGone, text }) => html`
  <${Doorway}>
    <div><h1>${isGone ? sayDoor.inviteGoneTitle : say.somethingBroke}</h1><p class="lede">${text}</p></div>
    <a class="btn outline big" href="/">${say.goHome}</a>
  <//>`;

/** @param {{ code: string, invitation: Invitation }} props */
function Join({ code, invitation }) {
  const { errors, isBusy, onSubmit } = useForm({ send: () => acceptInvite(code) });
  return html`
    <form class="form" onSubmit=${onSubmit}>
      <p class="lede">${sayDoor.joinAs({ name: me.value.name })}</p>
      <${FormError} text=${errors.form} />
      <button class="btn primary big">${isBusy ? sayDoor.joining : sayDoor.joinGroup({ group: invitation.group_name })}</button>
    </form>`;
}

/** @param {{ code: string, invitation: Invitation }} props */
function Newcomer({ code, invitation }) {
  const [hasAccount, setHasAccount] = useState(false);
  const { errors, isBusy, onSubmit } = useForm({
    check: checkAccount,
    send: async (values) => {
      await api.post("/sign_up", { invite_code: code, ...accountOf(values) });
      await comeIn();
      goInstead(invitedPlace(invitation.group_name));
      showToast(sayDoor.welcome({ name: values.name.trim(), workspace: invitation.workspace_name }));
    },
  });
  const swap = html`<button class="btn quiet" type="button" onClick=${() => setHasAccount(!hasAccount)}>
    ${hasAccount ? sayDoor.iAmNew : sayDoor.iHaveAccount}</button>`;
  // Signing in changes `session`, and this page then offers to join.
  if (hasAccount) return html`<${SignInForm} />${swap}`;
  return html`
    <form class="form" onSubmit=${onSubmit} noValidate>
      <${AccountFields} errors=${errors} email=${invitation.email} />
      <${FormError} text=${errors.form} />
      <button class="btn primary big" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayDoor.takingSeat : sayDoor.takeSeat}</button>
    </form>
    ${swap}`;
}

/** The address of the group the invitation led to. @param {string} groupName */
function invitedPlace(groupName) {
  const group = groupList.value.find((held) => held.name === groupName);
  return group && state.value ? `/g/${group.id}` : "/";
}
