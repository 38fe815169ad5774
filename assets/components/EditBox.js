/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isTooLong } from "../chars.js";
import { hasFinePointer } from "../focus.js";
import { isComposing } from "../keys.js";
import { remove, saveEdit, stopEditing } from "../said.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayMessages } from "../strings/messages.js";
import { Markdown } from "./Markdown.js";
import { ask } from "../actions.js";

/**
 * A message of mine, being changed where it stands. If it was changed
 * elsewhere meanwhile, both texts are shown.
 * @param {{ message: Message, edit: { text: string, version: number, current: Message | null } }} props
 */
export function EditBox({ message, edit }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const { current } = edit;
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.value = edit.text;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    area.closest("article")?.scrollIntoView({ block: "nearest" });
  }, []);
  const save = async () => {
    const text = field.current?.value.trim() ?? "";
    if (isTooLong(text)) return;
    if (text) return void saveEdit(message, text, edit.version);
    const isSure = await ask({ title: sayMessages.deleteMineAsk, text: sayMessages.deleteMineText, action: say.delete });
    if (!isSure) return field.current?.focus();
    stopEditing();
    await remove(message);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      stopEditing();
    } else if (event.key === "Enter" && !event.shiftKey && hasFinePointer()) {
      event.preventDefault();
      void save();
    }
  };
  return html`
    <form class="editbox" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void save(); }}>
      ${current && html`
        <div class="conflict" role="alert">
          <p><b>${sayCommon.changedMeanwhile}</b></p>
          <div class="theirs"><${Markdown} text=${current.content} /></div>
          <p>${sayMessages.yourText}</p>
        </div>`}
      <div class="compose"><textarea class="field" ref=${field} rows="1" dir="auto" aria-label=${sayMessages.editMessage} onKeyDown=${onKeyDown}></textarea></div>
      <div class="edit-foot">
        <button class="btn primary sm">${current ? sayCommon.useMine : sayCommon.save}</button>
        <button class="btn quiet sm" type="button" onClick=${stopEditing}>${current ? sayCommon.useTheirs : sayCommon.cancel}</button>
        ${!current && html`<span class="hint only-d" aria-hidden="true"><kbd>${say.keyEnter}</kbd> ${sayMessages.hintSave} <kbd>${say.keyEsc}</kbd> ${sayMessages.hintCancel}</span>`}
      </div>
    </form>`;
}
