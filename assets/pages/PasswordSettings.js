import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { api, isRefusal } from "../api.js";
import { MIN_PASSWORD } from "../components/AccountFields.js";
import { Field } from "../components/Field.js";
import { FormError } from "../components/FormError.js";
import { Strength } from "../components/Strength.js";
import { useForm } from "../components/useForm.js";
import { me } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { saySettings } from "../strings/settings.js";

/** @param {Record<string, string>} values @returns {Record<string, string>} */
function check({ current_password, new_password }) {
  /** @type {Record<string, string>} */
  const wrong = {};
  if (!current_password) wrong.current_password = sayCommon.fieldNeeded;
  if ([...new_password].length < MIN_PASSWORD) wrong.new_password = sayCommon.passwordTooShort;
  return wrong;
}

/** A new password signs out all other devices. */
export function PasswordSettings() {
  const [round, setRound] = useState(0);
  const [typed, setTyped] = useState("");
  const { errors, isBusy, onSubmit } = useForm({
    check,
    send: async ({ current_password, new_password }) => {
      await api.post("/me/password", { current_password, new_password });
      setTyped("");
      setRound(round + 1);
    },
    explain: (error) => (isRefusal(error, "wrong_credentials") ? { current_password: saySettings.currentPasswordWrong } : null),
  });
  return html`
    <form class="form set" onSubmit=${onSubmit} noValidate key=${round}>
      <input class="vh" type="text" name="username" autocomplete="username" value=${me.value.username} tabindex="-1" aria-hidden="true" readonly />
      <${Field} label=${saySettings.currentPassword} name="current_password" type="password" autocomplete="current-password" error=${errors.current_password} />
      <${Field} label=${saySettings.newPassword} name="new_password" type="password" autocomplete="new-password" help=${sayCommon.passwordHelp}
        error=${errors.new_password} below=${html`<${Strength} password=${typed} />`}
        onInput=${(/** @type {any} */ event) => setTyped(event.currentTarget.value)} />
      <${FormError} text=${errors.form} />
      <div class="form-foot">
        <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : saySettings.passwordChange}</button>
        <span class="help" role="status">${round > 0 && saySettings.passwordChanged}</span>
      </div>
    </form>`;
}
