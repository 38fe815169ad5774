/** @import { MyWorkspace } from "../../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useId, useState } from "preact/hooks";
import { api, sentence } from "../../api.js";
import { Accents } from "../../components/Accents.js";
import { Failed } from "../../components/Failed.js";
import { Choice, Field } from "../../components/Field.js";
import { FormError } from "../../components/FormError.js";
import { Icon } from "../../components/Icon.js";
import { Switch } from "../../components/Switch.js";
import { mayManageWorkspace } from "../../rights.js";
import { change, workspace } from "../../store.js";
import { sayAdmin } from "../../strings/admin.js";

/** @typedef {{ sign_up_open: boolean, link_previews: boolean }} Settings */

/** @type {[string, string][]} */
const LEVELS = [["all", sayAdmin.levelAll], ["mentions", sayAdmin.levelMentions], ["nothing", sayAdmin.levelNothing]];

/** Of the place, and of the server. All of it is saved as it is changed. */
export const General = () => html`
  <div class="narrow">
    ${mayManageWorkspace(workspace.value) ? html`<${Place} place=${workspace.value} />` : html`<p class="note">${sayAdmin.notYourPlace}</p>`}
    <${Server} />
  </div>`;

/** Beside what was changed last. @param {{ isShown: boolean }} props */
const Saved = ({ isShown }) => html`<span class="saved" role="status">${isShown && html`<${Icon} name="check" size="xs" />${sayAdmin.saved}`}</span>`;

/** Saves one thing at a time, and knows which was saved last. @template T @param {(wanted: T) => Promise<void>} send */
function useSaving(send) {
  const [saved, setSaved] = useState("");
  const [error, setError] = useState({ of: "", text: "" });
  const save = async (/** @type {string} */ name, /** @type {T} */ wanted) => {
    setSaved("");
    setError({ of: "", text: "" });
    await send(wanted).then(() => setSaved(name), (refused) => setError({ of: name, text: sentence(refused) }));
  };
  return { save, saved, errorOf: (/** @type {string} */ name) => (error.of === name ? error.text : ""), refuse: (/** @type {string} */ of, /** @type {string} */ text) => setError({ of, text }) };
}

/** @param {{ place: MyWorkspace }} props */
function Place({ place }) {
  const { save, saved, errorOf, refuse } = useSaving(async (/** @type {Partial<MyWorkspace>} */ wanted) => {
    const next = await api.patch(`/workspaces/${place.id}`, wanted);
    change((now) => ({ ...now, workspaces: now.workspaces.map((held) => (held.id === next.id ? { ...held, ...next } : held)) }));
  });
  const title = useId();
  const onName = (/** @type {any} */ event) => {
    const name = event.currentTarget.value.trim();
    if (!name) return refuse("name", sayAdmin.nameNeeded);
    if (name !== place.name) void save("name", { name });
  };
  const onDescription = (/** @type {any} */ event) => {
    const description = event.currentTarget.value.trim();
    if (description !== place.description) void save("description", { description });
  };
  return html`
    <section class="set" aria-labelledby=${title}>
      <h2 id=${title}>${sayAdmin.place}</h2>
      <div class="saving"><${Field} label=${sayAdmin.placeName} name="name" maxlength="80" autocomplete="off" defaultValue=${place.name} error=${errorOf("name")} onChange=${onName} />
        <${Saved} isShown=${saved === "name"} /></div>
      <div class="saving"><${Field} label=${sayAdmin.placeDescription} name="description" maxlength="1000" autocomplete="off" defaultValue=${place.description} error=${errorOf("description")} onChange=${onDescription} />
        <${Saved} isShown=${saved === "description"} /></div>
      <div class="saving"><${Choice} label=${sayAdmin.newcomers} value=${place.default_notification_level} options=${LEVELS}
          onChange=${(/** @type {any} */ level) => save("level", { default_notification_level: level })} />
        <${Saved} isShown=${saved === "level"} /></div>
      <div class="saving"><${Switch} label=${sayAdmin.membersAddEmoji} help=${sayAdmin.membersAddEmojiHelp} isOn=${place.members_may_add_emoji}
          onChange=${(/** @type {boolean} */ isOn) => save("emoji", { members_may_add_emoji: isOn })} />
        <${Saved} isShown=${saved === "emoji"} /></div>
      <${FormError} text=${errorOf("level") || errorOf("emoji")} />
    </section>
    <${Accents} legend=${sayAdmin.colour} value=${place.accent} onChange=${(/** @type {any} */ accent) => save("accent", { accent })}>
      <p>${sayAdmin.colourHelp} <${Saved} isShown=${saved === "accent"} /></p>
      <${FormError} text=${errorOf("accent")} />
    <//>`;
}

/** Who may come in, and what the server fetches. */
function Server() {
  const [settings, setSettings] = useState(/** @type {Settings | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const load = () => { setFailed(false); api.get("/admin/settings").then(setSettings, () => setFailed(true)); };
  useEffect(load, []);
  const { save, saved, errorOf } = useSaving(async (/** @type {Partial<Settings>} */ wanted) => setSettings(await api.patch("/admin/settings", wanted)));
  const [comingIn, links] = [useId(), useId()];
  if (hasFailed) return html`<${Failed} text=${sayAdmin.notLoaded} onRetry=${load} />`;
  return html`
    <section class="set" aria-labelledby=${comingIn}>
      <h2 id=${comingIn}>${sayAdmin.comingIn}</h2>
      <div class="saving"><${Switch} label=${sayAdmin.signUpOpen} help=${sayAdmin.signUpOpenHelp} isOn=${settings?.sign_up_open ?? false} isDisabled=${settings === null}
          onChange=${(/** @type {boolean} */ isOn) => save("sign_up", { sign_up_open: isOn })} />
        <${Saved} isShown=${saved === "sign_up"} /></div>
      <${FormError} text=${errorOf("sign_up")} />
    </section>
    <section class="set" aria-labelledby=${links}>
      <h2 id=${links}>${sayAdmin.links}</h2>
      <div class="saving"><${Switch} label=${sayAdmin.linkPreviews} help=${sayAdmin.linkPreviewsHelp} isOn=${settings?.link_previews ?? false} isDisabled=${settings === null}
          onChange=${(/** @type {boolean} */ isOn) => save("previews", { link_previews: isOn })} />
        <${Saved} isShown=${saved === "previews"} /></div>
      <${FormError} text=${errorOf("previews")} />
    </section>`;
}
