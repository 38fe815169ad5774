/** @import { Status } from "../protocol.js" */
import { html } from "htm/preact";
import { initials, tint } from "../format.js";
import { line, me, statusOf } from "../store.js";
import { say } from "../strings/main.js";
import { PresenceMark } from "./Icon.js";

/** @typedef {"online" | "idle" | "away" | "busy" | "off" | "hidden"} PresenceKind */

/** @type {Record<PresenceKind, string>} */
const LABELS = { online: say.online, idle: say.idle, away: say.away, busy: say.busy, off: say.offline, hidden: say.invisible };

/** @param {Status | undefined} status @returns {PresenceKind} */
export function presenceOf(status) {
  if (!status || status.presence === "offline") return "off";
  return status.do_not_disturb ? "busy" : status.presence;
}

/**
 * How I look to myself. Whoever looks at this page is not offline, whatever
 * the last word of the server was.
 * @returns {PresenceKind}
 */
export function myPresence() {
  const { id, status } = me.value;
  if (status.invisible) return "hidden";
  if (status.do_not_disturb || status.in_quiet_hours) return "busy";
  const presence = statusOf(id).value?.presence ?? "offline";
  if (presence !== "offline") return presence;
  return line.value.phase === "open" ? "online" : "off";
}

/** @param {PresenceKind} kind */
export const presenceLabel = (kind) => LABELS[kind];

/**
 * Somebody's portrait: initials under an arch. The style sheet draws them, so
 * that they are no part of any name that is read aloud.
 * @param {{ id: string, name: string, size?: number, hasPresence?: boolean, isShort?: boolean }} props
 */
export function Portrait({ id, name, size = 36, hasPresence = false, isShort = false }) {
  const letters = isShort ? initials(name.trim().split(" ")[0]) : initials(name);
  return html`
    <span class=${size === 36 ? "av" : `av x${size}`}>
      <span class=${`ini c${tint(id)}`} aria-hidden="true" data-ini=${letters}></span>
      ${hasPresence && html`<${LivePresence} id=${id} />`}
    </span>`;
}

/** Redraws by itself when the presence changes. @param {{ id: string }} props */
function LivePresence({ id }) {
  const kind = id === me.value.id ? myPresence() : presenceOf(statusOf(id).value);
  return html`<${PresenceMark} kind=${kind} label=${LABELS[kind]} />`;
}
