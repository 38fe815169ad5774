import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { setStatus } from "../actions.js";
import { clock } from "../format.js";
import { dialog, me } from "../store.js";
import { say } from "../strings/en.js";
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
  const choices = [["never", say.never], ["30", say.ends30], ["60", say.ends60], ["today", say.endsToday], ["week", say.endsWeek]];
  if (keptEnd) choices.unshift(["kept", say.endsKept(clock(keptEnd))]);
  return html`
    <${Dialog} title=${say.statusTitle} onClose=${close} isSmall=${true}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        <div class="status-line">
          <${Field} label=${say.statusEmoji} name="emoji" autocomplete="off" maxlength="34" defaultValue=${manual?.emoji ?? ""} error=${errors.emoji} />
          <${Field} label=${say.statusText} name="text" autocomplete="off" autofocus maxlength=${MAX_STATUS_CHARS} dir="auto"
            defaultValue=${manual?.text ?? ""} error=${errors.text} />
        </div>
        <${Choice} label=${say.statusEnds} value=${ends} options=${choices} onChange=${setEnds} />
        <div>
          <${Switch} label=${say.doNotDisturb} help=${say.doNotDisturbHelp} isOn=${isQuiet} onChange=${setQuiet} />
          <${Switch} label=${say.beInvisible} help=${say.beInvisibleHelp} isOn=${isHidden} onChange=${setHidden} />
        </div>
        <${FormError} text=${errors.form} />
        <div class="dialog-foot">
          ${manual && html`<button class="btn quiet left" type="button" onClick=${clear}>${say.clearStatus}</button>`}
          <button class="btn" type="button" onClick=${close}>${say.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? say.saving : say.save}</button>
        </div>
      </form>
    <//>`;
}
