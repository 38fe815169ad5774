/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { Refused, sentence } from "../api.js";
import { askPoll, changePoll } from "../polls.js";
import { dialog } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayPolls } from "../strings/polls.js";
import { Dialog } from "./Dialog.js";
import { Choice, Field, Help } from "./Field.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";
import { Switch } from "./Switch.js";
import { useForm } from "./useForm.js";

const MOST = 20;
const HOUR = 3_600_000;
const close = () => { dialog.value = null; };

/** Where the form shows what the server calls otherwise. @type {Record<string, string>} */
const NAMES = { content: "content", options: "options", "poll.options": "options", "poll.closes_at": "at" };

/** @param {unknown} error */
function explain(error) {
  const field = error instanceof Refused && error.field ? NAMES[error.field] : undefined;
  return field ? { [field]: sentence(error) } : null;
}

/**
 * Asks a question with answers, or changes one that nobody has answered yet.
 * @param {{ place: string, rootId: string | null, message?: Message }} props
 */
export function PollDialog({ place, rootId, message }) {
  const poll = message?.poll;
  const nextKey = useRef(2);
  const [rows, setRows] = useState(() => (poll ? poll.options.map((one) => ({ key: -one.id, text: one.text })) : [{ key: 0, text: "" }, { key: 1, text: "" }]));
  const [isMultiple, setMultiple] = useState(false);
  const [isAnonymous, setAnonymous] = useState(false);
  const [end, setEnd] = useState("never");
  const clientId = useRef(crypto.randomUUID());
  const send = async (/** @type {Record<string, string>} */ values) => {
    const options = rows.map((row) => values[`option${row.key}`].trim()).filter(Boolean);
    if (message) await changePoll(message, values.content, options);
    else await askPoll(place, rootId, clientId.current, { content: values.content, options, is_multiple: isMultiple, is_anonymous: isAnonymous, closes_at: endOf(end, values.at) });
    close();
  };
  const check = (/** @type {Record<string, string>} */ values) => {
    /** @type {Record<string, string>} */
    const wrong = {};
    if (!values.content.trim()) wrong.content = sayCommon.fieldNeeded;
    if (rows.filter((row) => values[`option${row.key}`].trim()).length < 2) wrong.options = sayPolls.pollTwoAnswers;
    if (end === "at" && !values.at) wrong.at = sayCommon.fieldNeeded;
    return wrong;
  };
  const { errors, isBusy, onSubmit } = useForm({ check, send, explain });
  const add = () => {
    const key = nextKey.current;
    nextKey.current += 1;
    setRows((now) => [...now, { key, text: "" }]);
    const field = () => /** @type {HTMLElement | null} */ (document.querySelector(`input[name="option${key}"]`));
    requestAnimationFrame(() => field()?.focus());
  };
  return html`
    <${Dialog} title=${message ? sayPolls.changePollTitle : say.makePoll} onClose=${close}>
      <form class="dialog-body" noValidate onSubmit=${onSubmit}>
        <${Field} label=${sayPolls.pollQuestion} name="content" defaultValue=${message?.content ?? ""} maxlength="300" autocomplete="off" error=${errors.content} />
        <${Answers} rows=${rows} error=${errors.options} onAdd=${rows.length < MOST ? add : null}
          onRemove=${rows.length > 2 ? (/** @type {number} */ key) => setRows((now) => now.filter((row) => row.key !== key)) : null} />
        ${!message && html`
          <${Switch} label=${sayPolls.pollSeveral} isOn=${isMultiple} onChange=${setMultiple} />
          <${Switch} label=${sayPolls.pollSecret} help=${sayPolls.pollSecretHelp} isOn=${isAnonymous} onChange=${setAnonymous} />
          <${Choice} label=${sayPolls.pollEnd} value=${end} onChange=${setEnd} options=${[["never", sayPolls.pollEndNever], ["1", sayPolls.pollEndHour], ["24", sayPolls.pollEndDay],
            ["72", sayPolls.pollEndThreeDays], ["168", sayPolls.pollEndWeek], ["at", sayPolls.pollEndAt]]} />
          ${end === "at" && html`<${Field} label=${sayPolls.pollEndAtLabel} name="at" type="datetime-local" error=${errors.at} />`}`}
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${message ? sayCommon.save : sayPolls.askPoll}</button>
        </div>
      </form>
    <//>`;
}

/**
 * @param {{ rows: { key: number, text: string }[], error?: string, onAdd: (() => void) | null, onRemove: ((key: number) => void) | null }} props
 */
function Answers({ rows, error, onAdd, onRemove }) {
  const helpId = useId();
  return html`
    <fieldset class="answers">
      <legend class="lab">${sayPolls.pollAnswers}</legend>
      ${rows.map(({ key, text }, at) => html`
        <span class=${error ? "input sm bad" : "input sm"} key=${key}>
          <input name=${`option${key}`} dir="auto" aria-label=${sayPolls.pollAnswer({ number: at + 1 })} defaultValue=${text} maxlength="100" autocomplete="off"
            aria-invalid=${error ? "true" : undefined} aria-describedby=${error ? helpId : undefined} />
          ${onRemove && html`<button class="ib sm" type="button" aria-label=${sayPolls.pollRemove({ number: at + 1 })} onClick=${() => onRemove(key)}><${Icon} name="x" size="s" /></button>`}
        </span>`)}
      <${Help} id=${helpId} error=${error} />
      ${onAdd && html`<button class="btn quiet sm" type="button" onClick=${onAdd}><${Icon} name="plus" size="s" />${sayPolls.pollAdd}</button>`}
    </fieldset>`;
}

/** @param {string} end hours from now, or what was chosen instead @param {string} at @returns {string | null} */
function endOf(end, at) {
  if (end === "never") return null;
  return new Date(end === "at" ? at : Date.now() + Number(end) * HOUR).toISOString();
}
