/** @import { Membership, MyGroup, NotificationLevel } from "../protocol.js" */
import { html } from "htm/preact";
import { api, sentence } from "../api.js";
import { withAttention } from "../state.js";
import { change, showToast } from "../store.js";
import { sayNotices } from "../strings/notices.js";
import { Switch } from "./Switch.js";

/** @type {[NotificationLevel | null, string][]} */
const LEVELS = [[null, sayNotices.levelInherit], ["all", sayNotices.levelAll], ["mentions", sayNotices.levelMentions], ["nothing", sayNotices.levelNothing]];

/** Shown at once, put back if it is refused. @param {MyGroup} group @param {Partial<Membership>} wanted */
export async function setAttention(group, wanted) {
  const { is_muted, notification_level } = group.membership;
  change((now) => withAttention(now, group.id, wanted));
  try {
    await api.patch(`/groups/${group.id}/membership`, wanted);
  } catch (error) {
    change((now) => withAttention(now, group.id, { is_muted, notification_level }));
    showToast(sentence(error));
  }
}

/** How one wants to hear of a group, on all devices. @param {{ group: MyGroup }} props */
export function Attention({ group }) {
  const { is_muted: isMuted, notification_level: level } = group.membership;
  const set = (/** @type {Partial<Membership>} */ wanted) => setAttention(group, wanted);
  return html`
    <section class="attention" aria-label=${sayNotices.attention}>
      <${Switch} label=${sayNotices.mute} help=${sayNotices.muteHelp} isOn=${isMuted} onChange=${(/** @type {boolean} */ isOn) => set({ is_muted: isOn })} />
      <fieldset class="levels" disabled=${isMuted}>
        <legend>${sayNotices.levelLegend}</legend>
        ${LEVELS.map(([name, text]) => html`
          <label><input type="radio" name=${`level-${group.id}`} value=${name ?? "inherit"} checked=${level === name}
            onChange=${() => set({ notification_level: name })} />${text}</label>`)}
      </fieldset>
    </section>`;
}
