import { html } from "htm/preact";
import { api, isRefusal } from "../api.js";
import { comeIn } from "../actions.js";
import { sayCommon } from "../strings/common.js";
import { sayDoor } from "../strings/door.js";
import { Field } from "./Field.js";
import { FormError } from "./FormError.js";
import { useForm } from "./useForm.js";

/** @param {Record<string, string>} values @returns {Record<string, string>} */
function check(values) {
  /** @type {Record<string, string>} */
  const wrong = {};
  if (!values.login.trim()) wrong.login = sayCommon.fieldNeeded;
  if (!values.password) wrong.password = sayCommon.fieldNeeded;
  return wrong;
}

/** @param {{ onDone?: () => Promise<unknown> | void }} props */
export function SignInForm({ onDone }) {
  const { errors, isBusy, onSubmit } = useForm({
    check,
    send: async ({ login, password }) => {
      await api.post("/sessions", { login: login.trim(), password });
      await comeIn();
      await onDone?.();
    },
    explain: (error) => (isRefusal(error, "wrong_credentials") ? { password: sayDoor.wrongCredentials } : null),
  });
  return html`
    <form class="form" onSubmit=${onSubmit} noValidate>
      <${Field} label=${sayDoor.login} name="login" autocomplete="username" autocapitalize="none" spellcheck=${false}
        error=${errors.login} />
      <${Field} label=${sayCommon.password} name="password" type="password" autocomplete="current-password" error=${errors.password} />
      <${FormError} text=${errors.form} />
      <button class="btn primary big" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayDoor.signingIn : sayDoor.signIn}</button>
    </form>`;
}
