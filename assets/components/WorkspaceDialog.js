import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { mayManageServer, mayManageWorkspace } from "../rights.js";
import { change, dialog, me, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { sayFiles } from "../strings/files.js";
import { Dialog } from "./Dialog.js";
import { Choice, Field, TextArea } from "./Field.js";
import { sayNotices } from "../strings/notices.js";
import { FormError } from "./FormError.js";
import { Switch } from "./Switch.js";
import { useForm } from "./useForm.js";

const close = () => { dialog.value = null; };

/** @type {[string, string][]} */
const LEVELS = [["all", sayNotices.levelAll], ["mentions", sayNotices.levelMentions], ["nothing", sayNotices.levelNothing]];

/** About the workspace; to be changed by those who may. */
export function WorkspaceDialog() {
  const place = workspace.value;
  const mayChange = mayManageWorkspace(place);
  const [level, setLevel] = useState(/** @type {string} */ (place?.default_notification_level ?? "all"));
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => (values.name.trim() ? {} : { name: sayCommon.fieldNeeded }),
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
        <${Field} label=${sayGroups.workspaceName} name="name" maxlength="80" autofocus autocomplete="off" defaultValue=${place.name} error=${errors.name} />
        <${TextArea} label=${sayGroups.workspaceDescription} name="description" defaultValue=${place.description} error=${errors.description} />
        <${Choice} label=${sayNotices.newcomers} value=${level} options=${LEVELS} onChange=${setLevel} />
        ${mayManageServer(me.value) && html`<${ServerSwitches} />`}
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : sayCommon.save}</button>
        </div>
      </form>
    <//>`;
}

/** @typedef {{ sign_up_open: boolean, link_previews: boolean }} Settings */

/** Of the whole server. Saved on change, like all that signs nobody out. */
function ServerSwitches() {
  const [settings, setSettings] = useState(/** @type {Settings | null} */ (null));
  const [error, setError] = useState("");
  const fail = (/** @type {unknown} */ refused) => setError(sentence(refused));
  useEffect(() => { api.get("/admin/settings").then(setSettings, fail); }, []);
  const turn = (/** @type {Partial<Settings>} */ wanted) => api.patch("/admin/settings", wanted).then(setSettings, fail);
  return html`
    <${Switch} label=${sayGroups.signUpOpen} help=${sayGroups.signUpOpenHelp} isOn=${settings?.sign_up_open ?? false} isDisabled=${settings === null}
      onChange=${(/** @type {boolean} */ on) => turn({ sign_up_open: on })} />
    <${Switch} label=${sayFiles.linkPreviews} help=${sayFiles.linkPreviewsHelp} isOn=${settings?.link_previews ?? false} isDisabled=${settings === null}
      onChange=${(/** @type {boolean} */ on) => turn({ link_previews: on })} />
    <${FormError} text=${error} />`;
}
