/** @import { Group } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { createGroup, joinGroup } from "../actions.js";
import { api, isRefusal, sentence } from "../api.js";
import { addressOf, go } from "../router.js";
import { mayCreateGroups } from "../rights.js";
import { dialog, groupOf, showToast, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { Dialog } from "./Dialog.js";
import { Field } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";
import { SearchField } from "./SearchField.js";
import { Switch } from "./Switch.js";
import { useFinder } from "./useFinder.js";
import { useForm } from "./useForm.js";

const close = () => { dialog.value = null; };

/** Look around, join, or make a new one. */
export function GroupsDialog() {
  const [isCreating, setCreating] = useState(false);
  return isCreating ? html`<${Create} onBack=${() => setCreating(false)} />` : html`<${Browse} onCreate=${() => setCreating(true)} />`;
}

/** @param {{ onCreate: () => void }} props */
function Browse({ onCreate }) {
  const { found, error, setQuery } = useFinder(async (query) => {
    const page = await api.get(`/workspaces/${workspace.value?.id}/groups`, { query, limit: 100 });
    return /** @type {Group[]} */ (page.items);
  });
  return html`
    <${Dialog} title=${say.groups} onClose=${close}>
      <div class="dialog-body">
        <${SearchField} label=${sayGroups.findGroup} onQuery=${setQuery} />
        <${FormError} text=${error} />
        <ul class="picks">
          ${found?.map((group) => html`<${Row} key=${group.id} group=${group} />`)}
          ${found?.length === 0 && html`<li class="none">${sayGroups.noGroupsFound}</li>`}
        </ul>
        ${mayCreateGroups(workspace.value) && html`
          <div class="dialog-foot"><button class="btn primary" type="button" onClick=${onCreate}>
            <${Icon} name="plus" size="s" />${sayGroups.createGroup}</button></div>`}
      </div>
    <//>`;
}

/** @param {{ group: Group }} props */
function Row({ group }) {
  const isMine = groupOf(group.id).value !== undefined;
  const enter = async () => {
    try {
      if (isMine) go(addressOf(`g:${group.id}`));
      else await joinGroup(group.id);
      close();
    } catch (error) {
      showToast(sentence(error));
    }
  };
  return html`
    <li class="pick">
      <${Icon} name=${group.is_primary ? "armchair" : group.is_private ? "lock" : group.is_archived ? "archive" : group.kind === "forum" ? "message-square-text" : "hash"} />
      <span class="w"><b dir="auto">${group.name}</b>
        <small dir="auto">${[group.is_archived && sayGroups.archived, sayCommon.memberCount({ count: group.member_count }), group.topic].filter(Boolean).join(" · ")}</small></span>
      <button class=${isMine ? "btn quiet sm" : "btn outline sm"} type="button" aria-label=${`${isMine ? sayCommon.open : sayCommon.join} ${group.name}`}
        onClick=${enter}>${isMine ? sayCommon.open : sayCommon.join}</button>
    </li>`;
}

/** @type {["text" | "forum", string, string][]} */
const KINDS = [["text", sayGroups.kindText, sayGroups.kindTextHelp], ["forum", sayGroups.kindForum, sayGroups.kindForumHelp]];

/** @param {{ onBack: () => void }} props */
function Create({ onBack }) {
  const [isPrivate, setPrivate] = useState(false);
  const [kind, setKind] = useState(/** @type {"text" | "forum"} */ ("text"));
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: (values) => (values.name.trim() ? {} : { name: sayCommon.fieldNeeded }),
    send: async ({ name, topic, description }) => {
      await createGroup({ name: name.trim(), topic: topic.trim(), description: description.trim(), kind, is_private: isPrivate });
      close();
    },
    explain: (error) => (isRefusal(error, "taken") ? { name: sentence(error) } : null),
  });
  return html`
    <${Dialog} title=${sayGroups.createGroup} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        <${Field} label=${sayGroups.groupName} name="name" maxlength="80" autofocus autocomplete="off" help=${sayGroups.groupNameHelp} error=${errors.name} />
        <${Field} label=${sayGroups.groupTopic} name="topic" maxlength="250" autocomplete="off" isOptional=${true} help=${sayGroups.groupTopicHelp} error=${errors.topic} />
        <${Field} label=${sayGroups.groupDescription} name="description" autocomplete="off" isOptional=${true} error=${errors.description} />
        <fieldset class="levels kinds"><legend>${sayGroups.groupKind}</legend>
          ${KINDS.map(([value, label, help]) => html`
            <label key=${value}><input type="radio" name="kind" checked=${kind === value} onChange=${() => setKind(value)} />
              <span><b>${label}</b><small>${help}</small></span></label>`)}
        </fieldset>
        <${Switch} label=${sayGroups.groupPrivate} help=${sayGroups.groupPrivateHelp} isOn=${isPrivate} onChange=${setPrivate} />
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${onBack}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.creating : sayGroups.create}</button>
        </div>
      </form>
    <//>`;
}
