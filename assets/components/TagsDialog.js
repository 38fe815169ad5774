/** @import { Id, Tag, TagColour } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { ask } from "../actions.js";
import { isRefusal, sentence } from "../api.js";
import { addTag, changeTag, removeTag } from "../forum.js";
import { dialog, groupOf, showToast } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayForum } from "../strings/forum.js";
import { Dialog } from "./Dialog.js";
import { Field } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";
import { useForm } from "./useForm.js";

/** @type {TagColour[]} */
const COLOURS = ["grey", "green", "brass", "red", "blue", "violet"];
const close = () => { dialog.value = null; };

/** The tags of a forum, for who moderates it. @param {{ groupId: Id }} props */
export function TagsDialog({ groupId }) {
  const group = groupOf(groupId).value;
  const [colour, setColour] = useState(/** @type {TagColour} */ ("green"));
  const [added, setAdded] = useState(0);
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: ({ name }) => (name.trim() ? {} : { name: sayCommon.fieldNeeded }),
    send: async ({ name }) => {
      await addTag(groupId, { name: name.trim(), colour });
      setAdded(added + 1);
    },
    explain: (error) => (isRefusal(error, "taken") ? { name: sentence(error) } : null),
  });
  if (!group) return null;
  return html`
    <${Dialog} title=${sayForum.editTags} onClose=${close}>
      <div class="dialog-body">
        <ul class="tag-list">
          ${(group.tags ?? []).map((tag) => html`<${Row} key=${tag.id} groupId=${groupId} tag=${tag} />`)}
          ${!group.tags?.length && html`<li class="none">${sayForum.noTags}</li>`}
        </ul>
        <form class="tag-new" onSubmit=${onSubmit} noValidate key=${added}>
          <${Field} label=${sayForum.tagName} name="name" maxlength="30" autocomplete="off" autofocus error=${errors.name} />
          <${Colours} label=${sayForum.tagColour} value=${colour} onChange=${setColour} />
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${sayForum.addTag}</button>
          <${FormError} text=${errors.form} />
        </form>
      </div>
    <//>`;
}

/** @param {{ label: string, value: TagColour, onChange: (colour: TagColour) => void }} props */
const Colours = ({ label, value, onChange }) => html`
  <span class="input sm"><select aria-label=${label} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    ${COLOURS.map((one) => html`<option value=${one} key=${one} selected=${one === value}>${sayForum.tagColourNamed({ colour: one })}</option>`)}
  </select></span>`;

/** @param {{ groupId: Id, tag: Tag }} props */
function Row({ groupId, tag }) {
  const tell = (/** @type {unknown} */ error) => showToast(sentence(error));
  const rename = (/** @type {any} */ event) => {
    const field = event.currentTarget;
    const name = field.value.trim();
    if (!name || name === tag.name) field.value = tag.name;
    else changeTag(groupId, tag.id, { name }).catch((error) => { field.value = tag.name; tell(error); });
  };
  const remove = async () => {
    if (await ask({ title: sayForum.removeTagAsk({ name: tag.name }), text: sayForum.removeTagText, action: say.remove })) removeTag(groupId, tag.id).catch(tell);
  };
  return html`
    <li><span class=${`tag t-${tag.colour}`} aria-hidden="true">${tag.name}</span>
      <span class="input sm"><input aria-label=${sayForum.renameTag({ name: tag.name })} maxlength="30" autocomplete="off" dir="auto" defaultValue=${tag.name} onChange=${rename} /></span>
      <${Colours} label=${sayForum.colourOfTag({ name: tag.name })} value=${tag.colour} onChange=${(/** @type {TagColour} */ colour) => changeTag(groupId, tag.id, { colour }).catch(tell)} />
      <button class="ib" type="button" aria-label=${sayForum.removeTag({ name: tag.name })} title=${sayForum.removeTag({ name: tag.name })} onClick=${remove}><${Icon} name="trash-2" /></button></li>`;
}
