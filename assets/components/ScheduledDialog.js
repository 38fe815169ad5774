/** @import { Scheduled } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { isRefusal } from "../api.js";
import { changeScheduled } from "../later.js";
import { dialog, known } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayLater } from "../strings/later.js";
import { fieldValue, instantIn } from "../when.js";
import { Dialog } from "./Dialog.js";
import { Field, TextArea } from "./Field.js";
import { FormError } from "./FormError.js";
import { useForm } from "./useForm.js";

const close = () => { dialog.value = null; };

/** What will be sent, and when. @param {{ scheduled: Scheduled }} props */
export function ScheduledDialog({ scheduled }) {
  // Based on what is shown here, until somebody has seen that it was changed elsewhere.
  const [base, setBase] = useState(scheduled);
  const [wasStale, setStale] = useState(false);
  const { errors, isBusy, onSubmit } = useForm({
    send: async ({ content, send_at: at }) => {
      const send_at = instantIn(at) ?? "";
      const isMoved = base.failed_at !== null || fieldValue(base.send_at) !== at;
      try {
        await changeScheduled(base, { content: content.trim(), ...(isMoved ? { send_at } : {}) });
        close();
      } catch (error) {
        if (!isRefusal(error, "stale")) throw error;
        setBase(known().kept.scheduled[base.id] ?? base);
        setStale(true);
      }
    },
  });
  return html`
    <${Dialog} title=${sayLater.scheduledEdit} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        ${wasStale && html`<p class="note" role="alert">${sayCommon.changedMeanwhile} ${base.content}</p>`}
        <${TextArea} label=${sayLater.messageText} name="content" rows="6" autofocus defaultValue=${scheduled.content} error=${errors.content} />
        <${Field} label=${sayCommon.dayAndTime} name="send_at" type="datetime-local" required defaultValue=${fieldValue(scheduled.send_at)} error=${errors.send_at} />
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : sayCommon.save}</button>
        </div>
      </form>
    <//>`;
}
