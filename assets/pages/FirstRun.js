import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { comeIn } from "../actions.js";
import { api, Refused, sentence } from "../api.js";
import { AccountFields, accountOf, checkAccount } from "../components/AccountFields.js";
import { CopyField } from "../components/CopyField.js";
import { Doorway } from "../components/Doorway.js";
import { Field } from "../components/Field.js";
import { FormError } from "../components/FormError.js";
import { Icon } from "../components/Icon.js";
import { number } from "../format.js";
import { useForm } from "../components/useForm.js";
import { goInstead } from "../router.js";
import { groupList, isSettingUp } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayDoor } from "../strings/door.js";

const WEEK_SECS = 7 * 24 * 3600;

/** Code, account, invite: under a minute. @param {{ code: string }} props */
export function FirstRun({ code }) {
  const [typed, setTyped] = useState(code);
  const [codeError, setCodeError] = useState("");
  const [url, setUrl] = useState(/** @type {string | null} */ (null));
  const [step, setStep] = useState(code ? 2 : 1);
  const done = (/** @type {string} */ link) => { setUrl(link); setStep(3); };
  const badCode = () => { setCodeError(sayDoor.setupCodeWrong); setStep(1); };
  return html`
    <${Doorway} isLast=${step === 3}>
      <${Steps} now=${step} />
      ${step === 1 && html`<${CodeStep} code=${typed} error=${codeError}
        onCode=${(/** @type {string} */ next) => { setTyped(next); setCodeError(""); setStep(2); }} />`}
      ${step === 2 && html`<${AccountStep} code=${typed} onDone=${done} onBadCode=${badCode} />`}
      ${step === 3 && html`<${InviteStep} url=${url} />`}
    <//>`;
}

/** @param {{ now: number }} props */
const Steps = ({ now }) => html`
  <ol class="steps" aria-label=${sayDoor.setupSteps}>
    ${[sayDoor.setupStepCode, sayDoor.setupStepAccount, sayDoor.setupStepInvite].map((name, at) => html`
      <li class=${at + 1 < now ? "done" : at + 1 === now ? "now" : ""} aria-current=${at + 1 === now ? "step" : undefined}>
        <span class="o">${at + 1 < now ? html`<${Icon} name="check" size="xs" />` : number(at + 1)}</span>${name}
      </li>`)}
  </ol>`;

/** @param {{ code: string, error: string, onCode: (code: string) => void }} props */
function CodeStep({ code, error, onCode }) {
  const { errors, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => (values.code.trim() ? {} : { code: sayCommon.fieldNeeded }),
    send: async (values) => onCode(values.code.trim()),
  });
  return html`
    <div><h1>${sayDoor.setupCodeTitle}</h1><p class="lede">${sayDoor.setupCodeLede}</p></div>
    <form class="form" onSubmit=${onSubmit} noValidate>
      <${Field} label=${sayDoor.setupCode} name="code" defaultValue=${code} autocomplete="one-time-code" autocapitalize="none"
        spellcheck=${false} help=${sayDoor.setupCodeHelp} error=${errors.code ?? error} />
      <button class="btn primary big">${sayDoor.next}</button>
    </form>`;
}

/** @param {{ code: string, onDone: (url: string | null) => void, onBadCode: () => void }} props */
function AccountStep({ code, onDone, onBadCode }) {
  const { errors, isBusy, onSubmit } = useForm({
    check: (values) => ({
      ...checkAccount(values), ...(values.workspace_name.trim() ? {} : { workspace_name: sayCommon.fieldNeeded }),
    }),
    send: async (values) => {
      isSettingUp.value = true;
      await api.post("/setup", { code, workspace_name: values.workspace_name.trim(), ...accountOf(values) });
      await comeIn();
      onDone(await firstInvite());
    },
    explain: (error) => {
      isSettingUp.value = false;
      if (!(error instanceof Refused) || error.field !== "code") return null;
      onBadCode();
      return { form: sentence(error) };
    },
  });
  return html`
    <div><h1>${sayDoor.setupTitle}</h1><p class="lede">${sayDoor.setupLede}</p></div>
    <form class="form" onSubmit=${onSubmit} noValidate>
      <${Field} label=${sayDoor.setupPlace} name="workspace_name" autocomplete="organization" maxlength="80"
        error=${errors.workspace_name} />
      <${AccountFields} errors=${errors} />
      <div class="note"><${Icon} name="lock-keyhole" /><span>${sayDoor.setupNote}</span></div>
      <${FormError} text=${errors.form} />
      <button class="btn primary big" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.creating : sayDoor.setupCreate}</button>
    </form>`;
}

/** A link into the primary group; the account stands even if it cannot be made. */
async function firstInvite() {
  const group = groupList.value[0];
  if (!group) return null;
  return api.post(`/groups/${group.id}/invites`, { expires_in_secs: WEEK_SECS, max_uses: null })
    .then((made) => made.url, () => null);
}

/** @param {{ url: string | null }} props */
function InviteStep({ url }) {
  const enter = () => {
    isSettingUp.value = false;
    goInstead("/");
  };
  return html`
    <div><h1>${sayDoor.setupDoneTitle}</h1><p class="lede">${url ? sayDoor.setupDoneLede : sayDoor.setupNoInvite}</p></div>
    <div class="form">
      ${url && html`<${CopyField} label=${sayCommon.inviteLink} value=${url} />`}
      <button class="btn primary big" type="button" onClick=${enter}>${sayDoor.setupEnter}</button>
    </div>`;
}
