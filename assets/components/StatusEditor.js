import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { setStatus } from "../actions.js";
import { clock } from "../format.js";
import { dialog, me } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { Dialog } from "./Dialog.js";
import { Choice, Field } from "./Field.js";
import { FormError } from "./FormError.js";
import { Switch } from "./Switch.js";
import { useForm } from "./useForm.js";

export const MAX_STATUS_CHARS = 80;
const MINUTE = 60_000;

const close = () => { dialog.value = null; };

/**
 * When a status ends.
 * @param {string} choice @param {number} now
 * @returns {string | null} an instant, or `null` for never
 */
export function endOf(choice, now) {
  const date = new Date(now);
  switch (choice) {
    case "30": case "60": return new Date(now + Number(choice) * MINUTE).toISOString();
    case "today": return new Date(date.setHours(24, 0, 0, 0)).toISOString();
    case "week": {
      // Weeks end on Sunday night.
      const daysLeft = (7 - date.getDay()) % 7;
      date.setDate(date.getDate() + daysLeft);
      return new Date(date.setHours(24, 0, 0, 0)).toISOString();
    }
    default: return null;
  }
}

/** What you are up to, for how long, and who may see you. */
export function StatusEditor() {
  const { manual_status: manual, do_not_disturb, invisible } = me.value.status;
  const keptEnd = manual?.expires_at ?? null;
  const [ends, setEnds] = useState(keptEnd ? "kept" : "never");
  const [isQuiet, setQuiet] = useState(do_not_disturb);
  const [isHidden, setHidden] = useState(invisible);
  const { errors, isBusy, onSubmit } = useForm({
    send: async (values) => {
      const text = values.text.trim();
      const emoji = values.emoji.trim() || null;
      const expires_at = ends === "kept" ? keptEnd : endOf(ends, Date.now());
      await setStatus({ manual_status: text || emoji ? { text, emoji, expires_at } : null, do_not_disturb: isQuiet, invisible: isHidden });
      close();
    },
  });
  const clear = () => setStatus({ manual_status: null, do_not_disturb: isQuiet, invisible: isHidden }).then(close, () => {});
  /** @type {[string, string][]} */
  const choices = [["never", sayCommon.never], ["30", sayGroups.ends30], ["60", sayGroups.ends60], ["today", sayGroups.endsToday], ["week", sayGroups.endsWeek]];
  if (keptEnd) choices.unshift(["kept", sayGroups.endsKept({ when: clock(keptEnd) })]);
  return html`
    <${Dialog} title=${sayGroups.statusTitle} onClose=${close} isSmall=${true}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        <div class="status-line">
          <${Field} label=${sayGroups.statusEmoji} name="emoji" autocomplete="off" maxlength="34" defaultValue=${manual?.emoji ?? ""} error=${errors.emoji} />
          <${Field} label=${sayGroups.statusText} name="text" autocomplete="off" autofocus maxlength=${MAX_STATUS_CHARS}
            defaultValue=${manual?.text ?? ""} error=${errors.text} />
        </div>
        <${Choice} label=${sayGroups.statusEnds} value=${ends} options=${choices} onChange=${setEnds} />
        <div>
          <${Switch} label=${sayGroups.doNotDisturb} help=${me.value.status.in_quiet_hours ? sayGroups.doNotDisturbNow : sayGroups.doNotDisturbHelp} isOn=${isQuiet} onChange=${setQuiet} />
          <${Switch} label=${sayGroups.beInvisible} help=${sayGroups.beInvisibleHelp} isOn=${isHidden} onChange=${setHidden} />
        </div>
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          ${manual && html`<button class="btn quiet left" type="button" onClick=${clear}>${sayGroups.clearStatus}</button>`}
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : sayCommon.save}</button>
        </div>
      </form>
    <//>`;
}
