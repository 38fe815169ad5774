import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { mayManageServer, mayManageWorkspace } from "../rights.js";
import { change, dialog, me, workspace } from "../store.js";
import { say } from "../strings/en.js";
import { Dialog } from "./Dialog.js";
import { Choice, Field, TextArea } from "./Field.js";
import { sayNotices } from "../strings/enNotices.js";
import { FormError } from "./FormError.js";
import { Switch } from "./Switch.js";
import { useForm } from "./useForm.js";

const close = () => { dialog.value = null; };

/** @type {[string, string][]} */
const LEVELS = [["all", say.levelAll], ["mentions", say.levelMentions], ["nothing", say.levelNothing]];

/** About the workspace; to be changed by those who may. */
export function WorkspaceDialog() {
  const place = workspace.value;
  const mayChange = mayManageWorkspace(place);
  const [level, setLevel] = useState(/** @type {string} */ (place?.default_notification_level ?? "all"));
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => (values.name.trim() ? {} : { name: say.fieldNeeded }),
    send: async ({ name, description }) => {
      const next = await api.patch(`/workspaces/${place?.id}`, { name: name.trim(), description: description.trim(), default_notification_level: level });
      change((now) => ({ ...now, workspaces: now.workspaces.map((held) => (held.id === next.id ? { ...held, ...next } : held)) }));
      close();
    },
  });
  if (!place) return null;
  if (!mayChange) {
    return html`<${Dialog} title=${place.name} onClose=${close} isSmall=${true}>
      <div class="dialog-body"><p dir="auto">${place.description || location.host}</p></div><//>`;
  }
  return html`
    <${Dialog} title=${say.workspaceSettings} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        <${Field} label=${say.workspaceName} name="name" maxlength="80" autofocus autocomplete="off" defaultValue=${place.name} error=${errors.name} />
        <${TextArea} label=${say.workspaceDescription} name="description" defaultValue=${place.description} error=${errors.description} />
        <${Choice} label=${sayNotices.newcomers} value=${level} options=${LEVELS} onChange=${setLevel} />
        ${mayManageServer(me.value) && html`<${SignUpSwitch} />`}
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${say.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? say.saving : say.save}</button>
        </div>
      </form>
    <//>`;
}

/** Saved on change, like all that signs nobody out. */
function SignUpSwitch() {
  const [isOpen, setOpen] = useState(/** @type {boolean | null} */ (null));
  const [error, setError] = useState("");
  const take = (/** @type {{ sign_up_open: boolean }} */ settings) => setOpen(settings.sign_up_open);
  const fail = (/** @type {unknown} */ refused) => setError(sentence(refused));
  useEffect(() => { api.get("/admin/settings").then(take, fail); }, []);
  const turn = (/** @type {boolean} */ wanted) => api.patch("/admin/settings", { sign_up_open: wanted }).then(take, fail);
  return html`
    <${Switch} label=${say.signUpOpen} help=${say.signUpOpenHelp} isOn=${isOpen ?? false} isDisabled=${isOpen === null} onChange=${turn} />
    <${FormError} text=${error} />`;
}
