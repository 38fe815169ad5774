import { html } from "htm/preact";
import { comeIn } from "../actions.js";
import { api } from "../api.js";
import { AccountFields, accountOf, checkAccount } from "../components/AccountFields.js";
import { Doorway } from "../components/Doorway.js";
import { FormError } from "../components/FormError.js";
import { useForm } from "../components/useForm.js";
import { goInstead } from "../router.js";
import { server } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayDoor } from "../strings/door.js";

/** Only while sign-up is open. */
export function SignUp() {
  const info = server.value;
  const { errors, isBusy, onSubmit } = useForm({
    check: checkAccount,
    send: async (values) => {
      await api.post("/sign_up", accountOf(values));
      await comeIn();
      goInstead("/");
    },
  });
  const signIn = html`<p class="foot-s">${sayDoor.haveAccount} <a href="/sign-in">${sayDoor.signIn}</a></p>`;
  if (!info?.sign_up_open) {
    return html`<${Doorway}><div><h1>${sayDoor.signUpTitle}</h1><p class="lede">${sayDoor.signUpClosed}</p></div>${signIn}<//>`;
  }
  return html`
    <${Doorway}>
      <div><h1>${sayDoor.signUpTitle}</h1><p class="lede">${sayDoor.signUpLede({ server: info.name })}</p></div>
      <form class="form" onSubmit=${onSubmit} noValidate>
        <${AccountFields} errors=${errors} />
        <${FormError} text=${errors.form} />
        <button class="btn primary big" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.creating : sayDoor.signUp}</button>
      </form>
      ${signIn}
    <//>`;
}
