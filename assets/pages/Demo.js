import { html } from "htm/preact";
import { comeIn } from "../actions.js";
import { api, isRefusal, sentence } from "../api.js";
import { Doorway } from "../components/Doorway.js";
import { FormError } from "../components/FormError.js";
import { useForm } from "../components/useForm.js";
import { goInstead } from "../router.js";
import { sayDoor } from "../strings/door.js";

/** A press, not the mere opening of the link, signs in. @param {{ token: string }} props */
export function Demo({ token }) {
  const { errors, isBusy, onSubmit } = useForm({
    send: async () => {
      await api.post("/demo/sign_in", { token });
      await comeIn();
      goInstead("/");
    },
    explain: (error) => ({ form: isRefusal(error, "not_found") ? sayDoor.demoGone : sentence(error) }),
  });
  return html`
    <${Doorway}>
      <div><h1>${sayDoor.demoTitle}</h1><p class="lede">${sayDoor.demoLede}</p></div>
      <form class="form" onSubmit=${onSubmit}>
        <${FormError} text=${errors.form} />
        <button class="btn primary big">${isBusy ? sayDoor.takingSeat : sayDoor.demoEnter}</button>
      </form>
    <//>`;
}
