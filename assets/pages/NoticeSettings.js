import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { Switch } from "../components/Switch.js";
import { isOn, setNotices } from "../notices.js";
import { say } from "../strings/en.js";

/** On this browser: whether it tells of messages while Parlor is open in a tab. */
export function NoticeSettings() {
  const [isRefused, setRefused] = useState("Notification" in window && Notification.permission === "denied");
  if (!("Notification" in window)) return html`<p class="note">${say.noticesMissing}</p>`;
  const set = async (/** @type {boolean} */ wanted) => {
    await setNotices(wanted);
    setRefused(Notification.permission === "denied");
  };
  return html`
    <${Switch} label=${say.noticesOn} help=${say.noticesHelp} isOn=${isOn.value} onChange=${set} />
    ${isRefused && html`<p class="note" role="status">${say.noticesRefused}</p>`}`;
}
