/** @import { Group } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { changeGroup } from "../actions.js";
import { isRefusal, Refused, sentence } from "../api.js";
import { withGroupFacts } from "../state.js";
import { change, dialog, groupOf, showToast } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { Dialog } from "./Dialog.js";
import { Field, TextArea } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";
import { Switch } from "./Switch.js";
import { useForm } from "./useForm.js";

const close = () => { dialog.value = null; };

/** @typedef {{ name: string, topic: string, description: string, is_private: boolean, is_archived: boolean }} Wanted */

/** Settings of a group; what somebody else changed meanwhile is shown, not overwritten. @param {{ groupId: string }} props */
export function GroupDialog({ groupId }) {
  const [group, setGroup] = useState(groupOf(groupId).value);
  const [isPrivate, setPrivate] = useState(group?.is_private ?? false);
  const [isArchived, setArchived] = useState(group?.is_archived ?? false);
  const [stale, setStale] = useState(/** @type {{ current: Group, mine: Wanted } | null} */ (null));
  const save = async (/** @type {Group} */ base, /** @type {Wanted} */ wanted) => {
    try {
      await changeGroup(base, differences(base, wanted));
      close();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "stale" || !error.problem.current) throw error;
      const current = /** @type {Group} */ (error.problem.current);
      change((now) => withGroupFacts(now, current));
      setStale({ current, mine: wanted });
    }
  };
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => (values.name.trim() ? {} : { name: sayCommon.fieldNeeded }),
    send: async ({ name, topic, description }) => group && save(group, {
      name: name.trim(), topic: topic.trim(), description: description.trim(), is_private: isPrivate, is_archived: isArchived,
    }),
    explain: (error) => (isRefusal(error, "taken") ? { name: sentence(error) } : null),
  });
  if (!group) return null;
  if (stale) {
    const useTheirs = () => { setGroup(groupOf(groupId).value); setStale(null); };
    return html`<${Stale} ...${stale} onTheirs=${useTheirs} onMine=${() => save(stale.current, stale.mine).catch((error) => showToast(sentence(error)))} />`;
  }
  return html`
    <${Dialog} title=${sayGroups.settingsOf({ group: group.name })} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate key=${group.version}>
        <${Field} label=${sayGroups.groupName} name="name" maxlength="80" autofocus autocomplete="off" defaultValue=${group.name} error=${errors.name} />
        <${Field} label=${sayGroups.groupTopic} name="topic" maxlength="250" autocomplete="off" defaultValue=${group.topic} help=${sayGroups.groupTopicHelp} error=${errors.topic} />
        <${TextArea} label=${sayGroups.groupDescription} name="description" defaultValue=${group.description} error=${errors.description} />
        ${!group.is_primary && html`
          <${Switch} label=${sayGroups.groupPrivate} help=${sayGroups.groupPrivateHelp} isOn=${isPrivate} onChange=${setPrivate} />
          <${Switch} label=${sayGroups.archiveGroup} help=${sayGroups.archiveHelp} isOn=${isArchived} onChange=${setArchived} />`}
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : sayCommon.save}</button>
        </div>
      </form>
    <//>`;
}

/** Only what was changed is sent. @param {Group} base @param {Wanted} wanted */
const differences = (base, wanted) => Object.fromEntries(
  Object.entries(wanted).filter(([name, value]) => value !== base[/** @type {keyof Wanted} */ (name)]));

/** @param {{ current: Group, onTheirs: () => void, onMine: () => void }} props */
const Stale = ({ current, onTheirs, onMine }) => html`
  <${Dialog} title=${sayCommon.staleTitle} onClose=${close} isSmall=${true}>
    <div class="dialog-body">
      <p>${sayGroups.staleText}</p>
      <div class="note"><${Icon} name="pencil-line" /><span dir="auto"><b>${current.name}</b><br />${current.topic}</span></div>
      <div class="dialog-foot">
        <button class="btn" type="button" onClick=${onTheirs}>${sayCommon.useTheirs}</button>
        <button class="btn primary" type="button" onClick=${onMine}>${sayCommon.useMine}</button>
      </div>
    </div>
  <//>`;
