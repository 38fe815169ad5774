/** @import { Named } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, isRefusal, sentence } from "../api.js";
import { MIN_PASSWORD } from "../components/AccountFields.js";
import { Doorway } from "../components/Doorway.js";
import { Field } from "../components/Field.js";
import { FormError } from "../components/FormError.js";
import { Strength } from "../components/Strength.js";
import { useForm } from "../components/useForm.js";
import { dayAndMonth } from "../format.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayDoor } from "../strings/door.js";

/** @typedef {{ user: Named, expires_at: string }} Link */

/** A new password by a link that somebody made. @param {{ code: string }} props */
export function Reset({ code }) {
  const [link, setLink] = useState(/** @type {Link | null} */ (null));
  const [trouble, setTrouble] = useState(/** @type {{ isGone: boolean, text: string } | null} */ (null));
  const [isDone, setDone] = useState(false);
  const fail = (/** @type {unknown} */ error) => {
    const isGone = isRefusal(error, "link_gone");
    setTrouble({ isGone, text: isGone ? sayDoor.resetGone : sentence(error) });
  };
  useEffect(() => { api.post("/password_resets/look_up", { code }).then(setLink, fail); }, [code]);
  if (trouble) {
    return html`<${Doorway}>
      <div><h1>${trouble.isGone ? sayDoor.resetGoneTitle : say.somethingBroke}</h1><p class="lede">${trouble.text}</p></div>
      <a class="btn outline big" href="/">${say.goHome}</a><//>`;
  }
  if (isDone) {
    // Loaded anew: whoever was signed in here may be so no longer.
    return html`<${Doorway}>
      <div role="status"><h1>${sayDoor.resetDone}</h1><p class="lede">${sayDoor.resetDoneLede}</p></div>
      <button class="btn primary big" type="button" onClick=${() => location.assign("/")}>${sayDoor.signIn}</button><//>`;
  }
  if (!link) return html`<${Doorway} />`;
  return html`
    <${Doorway}>
      <div><h1 dir="auto">${sayDoor.resetTitle({ name: link.user.name })}</h1><p class="lede">${sayDoor.resetLede({ username: link.user.username })}</p></div>
      <${NewPassword} code=${code} username=${link.user.username} onDone=${() => setDone(true)} onGone=${fail} />
      <p class="foot-s">${sayDoor.inviteUntil({ day: dayAndMonth(link.expires_at) })}</p>
    <//>`;
}

/** @param {{ code: string, username: string, onDone: () => void, onGone: (error: unknown) => void }} props */
function NewPassword({ code, username, onDone, onGone }) {
  const [password, setPassword] = useState("");
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => ([...values.password].length < MIN_PASSWORD ? { password: sayCommon.passwordTooShort } : {}),
    send: async (values) => {
      try {
        await api.post("/password_resets", { code, password: values.password });
      } catch (error) {
        if (!isRefusal(error, "link_gone")) throw error;
        return onGone(error);
      }
      onDone();
    },
  });
  return html`
    <form class="form" onSubmit=${onSubmit} noValidate>
      <input class="vh" type="text" name="username" autocomplete="username" value=${username} tabindex="-1" aria-hidden="true" readonly />
      <${Field} label=${sayCommon.password} name="password" type="password" autocomplete="new-password" help=${sayCommon.passwordHelp} error=${errors.password}
        below=${html`<${Strength} password=${password} />`} onInput=${(/** @type {any} */ event) => setPassword(event.currentTarget.value)} />
      <${FormError} text=${errors.form} />
      <button class="btn primary big" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayDoor.resetSaving : sayDoor.resetSave}</button>
    </form>`;
}
