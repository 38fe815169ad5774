/** @import { Question as Asked } from "../store.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { api, isRefusal, sentence } from "../api.js";
import { sayCommon } from "../strings/common.js";
import { Dialog } from "./Dialog.js";
import { Field } from "./Field.js";

/**
 * "Are you sure?", with the password where the server wants to know who asks.
 * @param {{ asked: Asked, username: string }} props
 */
export function Question({ asked, username }) {
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!asked.needsPassword) return asked.answer(true);
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    setBusy(true);
    try {
      await api.post("/me/confirm_password", { password: data.get("password") });
      asked.answer(true);
    } catch (refused) {
      setError(isRefusal(refused, "wrong_credentials") ? sayCommon.wrongPassword : sentence(refused));
      setBusy(false);
    }
  };
  return html`
    <${Dialog} title=${asked.title} isSmall=${true} onClose=${() => asked.answer(false)}>
      <form class="dialog-body" onSubmit=${submit}>
        <p>${asked.text}</p>
        ${asked.needsPassword && html`
          <input class="vh" type="text" name="username" autocomplete="username" value=${username} tabindex="-1" aria-hidden="true" readonly />
          <${Field} label=${sayCommon.password} type="password" name="password" autocomplete="current-password"
            error=${error} required autofocus />`}
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${() => asked.answer(false)}>${sayCommon.cancel}</button>
          <button class=${asked.isDanger ? "btn danger" : "btn primary"} aria-disabled=${isBusy ? "true" : undefined}>
            ${isBusy ? sayCommon.confirming : asked.action}
          </button>
        </div>
      </form>
    <//>`;
}
