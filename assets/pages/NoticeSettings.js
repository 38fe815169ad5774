/** @import { NotificationLevel, QuietHours, Weekday } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { Field } from "../components/Field.js";
import { Icon } from "../components/Icon.js";
import { Switch } from "../components/Switch.js";
import { locale } from "../language.js";
import { isOn, isSounding, playSound, setNotices, setSound } from "../notices.js";
import { withMe, withPlaceLevel } from "../state.js";
import { change, me, showToast, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayNotices } from "../strings/notices.js";

/** Of what one wants to be told, and when not. */
export const NoticeSettings = () => html`<${Here} /><${Everywhere} /><${Words} /><${Quiet} />`;

/** On this browser: notifications and a sound while Parlor is open in a tab. */
function Here() {
  const canTell = "Notification" in window;
  const [isRefused, setRefused] = useState(canTell && Notification.permission === "denied");
  const set = async (/** @type {boolean} */ wanted) => {
    await setNotices(wanted);
    setRefused(Notification.permission === "denied");
  };
  return html`
    <section class="set" aria-labelledby="notices-here"><h2 id="notices-here">${sayNotices.here}</h2>
      ${canTell ? html`<${Switch} label=${sayNotices.noticesOn} help=${sayNotices.noticesHelp} isOn=${isOn.value} onChange=${set} />`
      : html`<p class="note">${sayNotices.noticesMissing}</p>`}
      ${isRefused && html`<p class="note" role="status">${sayNotices.noticesRefused}</p>`}
      <${Switch} label=${sayNotices.sound} help=${sayNotices.soundHelp} isOn=${isSounding.value} onChange=${setSound} />
      <div><button class="btn outline sm" type="button" onClick=${playSound}><${Icon} name="bell-ring" size="s" />${sayNotices.soundTry}</button></div>
    </section>`;
}

/** @type {[NotificationLevel, string][]} */
const LEVELS = [["all", sayNotices.levelAll], ["mentions", sayNotices.levelMentions], ["nothing", sayNotices.levelNothing]];

/** In all groups in which nothing else is set. */
function Everywhere() {
  const place = workspace.value;
  if (!place) return null;
  const level = place.notification_level;
  const set = (/** @type {NotificationLevel} */ wanted) => {
    change((now) => withPlaceLevel(now, place.id, wanted));
    api.patch(`/workspaces/${place.id}/membership`, { notification_level: wanted }).catch((error) => {
      change((now) => withPlaceLevel(now, place.id, level));
      showToast(sentence(error));
    });
  };
  return html`
    <fieldset class="set"><legend>${sayNotices.everywhere}</legend>
      <p>${sayNotices.everywhereHelp}</p>
      <div class="levels">${LEVELS.map(([name, text]) => html`
        <label><input type="radio" name="level-everywhere" value=${name} checked=${level === name} onChange=${() => set(name)} />${text}</label>`)}</div>
    </fieldset>`;
}

/** @param {{ keywords?: string[], quiet_hours?: QuietHours | null }} wanted @returns {Promise<boolean>} whether it is kept */
async function keep(wanted) {
  try {
    const next = await api.patch("/me/notifications", wanted);
    change((now) => withMe(now, next));
    return true;
  } catch (error) {
    showToast(sentence(error));
    return false;
  }
}

const MOST_WORDS = 20;

/** Words that call one like a mention. */
function Words() {
  const { keywords } = me.value.notifications;
  const [isBusy, setBusy] = useState(false);
  const add = async (/** @type {any} */ event) => {
    event.preventDefault();
    const field = event.currentTarget.elements.word;
    const word = field.value.trim();
    if (!word || isBusy) return;
    setBusy(true);
    if (await keep({ keywords: [...keywords, word] })) field.value = "";
    setBusy(false);
    field.focus();
  };
  return html`
    <section class="set" aria-labelledby="notices-words"><h2 id="notices-words">${sayNotices.words}</h2>
      <p>${sayNotices.wordsHelp}</p>
      ${keywords.length === 0 ? html`<p>${sayNotices.wordsNone}</p>` : html`
        <ul class="words" aria-labelledby="notices-words">${keywords.map((word) => html`
          <li key=${word}><span dir="auto">${word}</span><button class="ib sm" type="button" aria-label=${sayNotices.wordRemove({ word })} title=${say.remove}
            onClick=${() => keep({ keywords: keywords.filter((one) => one !== word) })}><${Icon} name="x" size="s" /></button></li>`)}</ul>`}
      ${keywords.length >= MOST_WORDS ? html`<p>${sayNotices.wordsFull}</p>` : html`
        <form class="word-add" onSubmit=${add}>
          <${Field} label=${sayNotices.word} name="word" maxlength="40" autocomplete="off" />
          <button class="btn outline" aria-disabled=${isBusy ? "true" : undefined}>${sayNotices.wordAdd}</button>
        </form>`}
    </section>`;
}

/** @type {Weekday[]} */
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Some Monday is the first of them. */
const MONDAY = Date.UTC(2026, 10, 16, 12);
const dayName = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
const nameOfDay = (/** @type {number} */ at) => dayName.format(MONDAY + at * 86_400_000);

const zoneHere = () => new Intl.DateTimeFormat(locale).resolvedOptions().timeZone || "UTC";

/** When one is not to be disturbed, week after week. */
function Quiet() {
  const { notifications: { quiet_hours: hours }, status } = me.value;
  const begin = (/** @type {boolean} */ wanted) =>
    keep({ quiet_hours: wanted ? { days: WEEK, from: "22:00", to: "07:00", time_zone: zoneHere() } : null });
  const end = () => api.poke("/me/quiet_hours/end").then((next) => change((now) => withMe(now, next)), (error) => showToast(sentence(error)));
  return html`
    <section class="set" aria-labelledby="notices-quiet"><h2 id="notices-quiet">${sayNotices.quiet}</h2>
      <p>${sayNotices.quietHelp}</p>
      <${Switch} label=${sayNotices.quietOn} isOn=${hours !== null} onChange=${begin} />
      ${status.in_quiet_hours && html`<p class="note" role="status">${sayNotices.quietNow}
        <button class="btn outline sm" type="button" onClick=${end}>${sayNotices.quietEnd}</button></p>`}
      ${hours && html`<${Schedule} hours=${hours} />`}
    </section>`;
}

/** @param {{ hours: QuietHours }} props */
function Schedule({ hours }) {
  const set = (/** @type {Partial<QuietHours>} */ part) => void keep({ quiet_hours: { ...hours, ...part } });
  const here = zoneHere();
  const toggle = (/** @type {Weekday} */ day) => {
    const days = hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day];
    if (days.length) set({ days });
  };
  /** An emptied field changes nothing. @param {(time: string) => Partial<QuietHours>} part */
  const taken = (part) => (/** @type {any} */ event) => { if (event.currentTarget.value) set(part(event.currentTarget.value)); };
  return html`
    <fieldset class="days"><legend class="lab">${sayNotices.quietDays}</legend>
      ${WEEK.map((day, at) => html`<label key=${day}><input type="checkbox" checked=${hours.days.includes(day)}
        disabled=${hours.days.length === 1 && hours.days[0] === day} onChange=${() => toggle(day)} />${nameOfDay(at)}</label>`)}</fieldset>
    <div class="hours">
      <${Field} label=${sayNotices.quietFrom} type="time" value=${hours.from} onChange=${taken((from) => ({ from }))} />
      <${Field} label=${sayNotices.quietTo} type="time" value=${hours.to} onChange=${taken((to) => ({ to }))} />
    </div>
    <p>${sayNotices.quietZone({ zone: hours.time_zone })}
      ${hours.time_zone !== here && html` <button class="btn quiet sm" type="button" onClick=${() => set({ time_zone: here })}>${sayNotices.quietZoneHere({ zone: here })}</button>`}</p>`;
}
