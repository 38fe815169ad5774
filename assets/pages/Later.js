import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { Failed } from "../components/Failed.js";
import { Icon } from "../components/Icon.js";
import { InboxPage } from "../components/InboxPage.js";
import { KeptMessage } from "../components/KeptMessage.js";
import { ScheduledItem } from "../components/ScheduledItem.js";
import { Skeleton } from "../components/Skeleton.js";
import { badge } from "../format.js";
import { finishReminder, loadReminders, loadSaved, remindOf, toggleSaved } from "../later.js";
import { dueCount, messageOf, reminderOf, savedOf, state } from "../store.js";
import { say } from "../strings/main.js";
import { sayLater } from "../strings/later.js";
import { whenText } from "../when.js";

/** @typedef {"saved" | "reminders" | "scheduled"} Tab */

/** @type {[Tab, string][]} */
const TABS = [["saved", sayLater.savedTab], ["reminders", sayLater.remindersTab], ["scheduled", sayLater.scheduledTab]];

/** What one keeps for later, in three lists. @param {{ tab: Tab }} props */
export function Later({ tab }) {
  const tabs = html`<${Tabs} tab=${tab} />`;
  if (tab === "saved") return html`<${InboxPage} words=${savedWords} load=${loadSaved} revision=${Object.keys(state.value?.kept.saved ?? {}).length} One=${Saved} above=${tabs} />`;
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${say.later}</h1><p class="head-topic">${sayLater.laterLede}</p></div>
    </header>
    ${tabs}
    <div class="inbox" tabindex="0" aria-label=${tab === "reminders" ? sayLater.remindersTab : sayLater.scheduledTab} role="region">
      ${tab === "reminders" ? html`<${Reminders} />` : html`<${ScheduledList} />`}
    </div>`;
}

const savedWords = {
  title: say.later, lede: sayLater.laterLede, noneTitle: sayLater.noSavedTitle, noneText: sayLater.noSavedText, failed: sayLater.savedFailed, older: sayLater.olderSaved,
};

/** @param {{ tab: Tab }} props */
const Tabs = ({ tab }) => html`
  <nav class="tabs" aria-label=${say.later}>
    ${TABS.map(([name, text]) => html`<a key=${name} href=${`/later/${name}`} aria-current=${name === tab ? "page" : undefined}>${text}
      ${name === "reminders" && dueCount.value > 0 && html`<span class="badge">${badge(dueCount.value)}<span class="vh"> ${say.dueNow({ count: dueCount.value })}</span></span>`}</a>`)}
  </nav>`;

/** @param {{ id: string }} props */
function Saved({ id }) {
  const message = messageOf(id).value;
  if (!message || !savedOf(id).value) return null;
  return html`<${KeptMessage} message=${message} acts=${html`
    <button class="btn sm outline" type="button" aria-haspopup="menu" onClick=${(/** @type {any} */ event) => remindOf(message, event.currentTarget)}>${say.remindMe}</button>
    <button class="btn sm quiet" type="button" onClick=${() => toggleSaved(message)}>${say.unsave}</button>`} />`;
}

/** The soonest first; those whose time has come stay until they are done. */
function Reminders() {
  const [phase, setPhase] = useState(/** @type {"loading" | "ready" | "failed"} */ ("loading"));
  const reminders = Object.values(state.value?.kept.reminders ?? {}).sort((a, b) => (a.remind_at < b.remind_at ? -1 : 1));
  const missing = reminders.some((one) => !messageOf(one.message_id).value);
  const load = () => {
    loadReminders().then(() => setPhase("ready"), () => setPhase("failed"));
  };
  useEffect(() => { if (missing && phase !== "failed") load(); }, [missing, reminders.length]);
  if (reminders.length === 0) return html`<div class="empty wide"><h2>${sayLater.noRemindersTitle}</h2><p>${sayLater.noRemindersText}</p></div>`;
  if (phase === "failed") return html`<${Failed} text=${sayLater.remindersFailed} onRetry=${load} />`;
  if (missing && phase === "loading") return html`<${Skeleton} />`;
  return html`<ul>${reminders.map((one) => html`<${Reminded} key=${one.message_id} id=${one.message_id} />`)}</ul>`;
}

/** @param {{ id: string }} props */
function Reminded({ id }) {
  const message = messageOf(id).value;
  const reminder = reminderOf(id).value;
  if (!message || !reminder) return null;
  const isDue = reminder.told_at !== null;
  return html`<${KeptMessage} message=${message} isCalling=${isDue}
    note=${html`<${Icon} name="alarm-clock" size="xs" />${isDue ? sayLater.wasDue({ when: whenText(reminder.remind_at) }) : sayLater.willBeDue({ when: whenText(reminder.remind_at) })}`}
    acts=${html`
      <button class="btn sm outline" type="button" onClick=${() => finishReminder(id)}>${isDue ? sayLater.done : sayLater.cancelReminder}</button>
      <button class="btn sm quiet" type="button" aria-haspopup="menu" onClick=${(/** @type {any} */ event) => remindOf(message, event.currentTarget)}>${sayLater.anotherTime}</button>`} />`;
}

/** The soonest first, what could not be sent above all. */
function ScheduledList() {
  const all = Object.values(state.value?.kept.scheduled ?? {}).sort((a, b) =>
    Number(b.failed_at !== null) - Number(a.failed_at !== null) || (a.send_at < b.send_at ? -1 : 1));
  if (all.length === 0) return html`<div class="empty wide"><h2>${sayLater.noScheduledTitle}</h2><p>${sayLater.noScheduledText}</p></div>`;
  return html`<ul>${all.map((one) => html`<${ScheduledItem} key=${one.id} scheduled=${one} />`)}</ul>`;
}
