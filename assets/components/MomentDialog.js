import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { dialog } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayLater } from "../strings/later.js";
import { fieldValue, instantIn, whenText } from "../when.js";
import { Dialog } from "./Dialog.js";
import { Field } from "./Field.js";

const HOUR = 3_600_000;

/** Whole hours look chosen. */
const nextHour = () => Math.ceil((Date.now() + HOUR / 2) / HOUR) * HOUR;

/**
 * Any time to come.
 * @param {{ title: string, action: string, onPick: (at: string) => void }} props
 */
export function MomentDialog({ title, action, onPick }) {
  const [value, setValue] = useState(() => fieldValue(nextHour()));
  const [error, setError] = useState("");
  const close = () => { dialog.value = null; };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const at = instantIn(value);
    if (!at || Date.parse(at) <= Date.now()) return setError(sayLater.mustBeAhead);
    close();
    onPick(at);
  };
  const at = instantIn(value);
  return html`
    <${Dialog} title=${title} onClose=${close} isSmall=${true}>
      <form class="dialog-body" onSubmit=${submit} noValidate>
        <${Field} label=${sayCommon.dayAndTime} name="at" type="datetime-local" autofocus required value=${value} min=${fieldValue(Date.now())}
          help=${at ? whenText(at) : ""} error=${error}
          onInput=${(/** @type {any} */ event) => { setValue(event.currentTarget.value); setError(""); }} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary">${action}</button>
        </div>
      </form>
    <//>`;
}
