import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { changeMe } from "../actions.js";
import { Field, TextArea } from "../components/Field.js";
import { FormError } from "../components/FormError.js";
import { useForm } from "../components/useForm.js";
import { me } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { saySettings } from "../strings/settings.js";

/** How others see you. */
export function AccountSettings() {
  const [isSaved, setSaved] = useState(false);
  const now = me.value;
  const { errors, isBusy, onSubmit } = useForm({
    check: ({ name, username }) => ({
      ...(name.trim() ? {} : { name: sayCommon.fieldNeeded }), ...(username.trim() ? {} : { username: sayCommon.fieldNeeded }),
    }),
    send: async ({ name, username, email, bio }) => {
      const wanted = { name: name.trim(), username: username.trim(), email: email.trim() || null, bio: bio.trim() };
      // Only what was changed: some of it asks for the password.
      const changed = Object.fromEntries(Object.entries(wanted)
        .filter(([field, value]) => value !== now[/** @type {keyof typeof wanted} */ (field)]));
      if (Object.keys(changed).length) await changeMe(changed);
      setSaved(true);
    },
  });
  return html`
    <form class="form set" onSubmit=${onSubmit} onInput=${() => setSaved(false)} noValidate>
      <${Field} label=${saySettings.name} name="name" autocomplete="name" maxlength="80" defaultValue=${now.name} error=${errors.name} />
      <${Field} label=${sayCommon.username} name="username" autocomplete="username" autocapitalize="none" spellcheck=${false} maxlength="32"
        defaultValue=${now.username} help=${sayCommon.usernameHelp} error=${errors.username} />
      <${Field} label=${sayCommon.email} name="email" type="email" autocomplete="email" isOptional=${true} defaultValue=${now.email ?? ""}
        help=${saySettings.emailHelp} error=${errors.email} />
      <${TextArea} label=${saySettings.bio} name="bio" defaultValue=${now.bio} help=${saySettings.bioHelp} error=${errors.bio} />
      <${FormError} text=${errors.form} />
      <div class="form-foot">
        <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : sayCommon.save}</button>
        <span class="help" role="status">${isSaved && sayCommon.saved}</span>
      </div>
    </form>`;
}
