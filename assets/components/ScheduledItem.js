/** @import { Scheduled } from "../protocol.js" */
import { html } from "htm/preact";
import { ask } from "../actions.js";
import { addressOfScheduled, reschedule, sendNow, takeBack } from "../later.js";
import { dialog, nameOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";
import { sayLater } from "../strings/later.js";
import { keyOfMessage } from "../state.js";
import { whenText } from "../when.js";
import { Icon } from "./Icon.js";
import { Markdown } from "./Markdown.js";

const reasons = {
  no_longer_there: sayLater.failedNoLongerThere, place_closed: sayLater.failedPlaceClosed, thread_gone: sayLater.failedThreadGone,
  account_closed: sayLater.failedAccountClosed, refused: sayLater.failedRefused,
};

/** A message that goes out at a time, or could not. @param {{ scheduled: Scheduled }} props */
export function ScheduledItem({ scheduled }) {
  const { failure } = scheduled;
  const name = nameOf(keyOfMessage(scheduled));
  const where = name && (scheduled.thread_root_id ? sayMessages.threadOf({ place: name }) : name);
  const drop = async () => {
    if (await ask({ title: sayLater.takeBackAsk, text: sayLater.takeBackText, action: say.delete })) await takeBack(scheduled);
  };
  return html`
    <li class="inbox-i">
      <div class="msg">
        <span class="kept-ico"><${Icon} name="clock" /></span>
        <div>
          <div class="by"><b dir="auto">${where ? html`<a href=${addressOfScheduled(scheduled)}>${where}</a>` : sayLater.placeGone}</b></div>
          <div class="clip"><${Markdown} text=${scheduled.content} /></div>
          <p class=${failure ? "kept-note bad" : "kept-note"}><${Icon} name=${failure ? "circle-alert" : "clock"} size="xs" />
            ${failure ? reasons[failure] : sayLater.goesOut({ when: whenText(scheduled.send_at) })}</p>
          <div class="kept-acts">
            ${where && html`
              <button class="btn sm outline" type="button" onClick=${() => { dialog.value = { kind: "scheduled", scheduled }; }}>${say.edit}</button>
              <button class="btn sm outline" type="button" aria-haspopup="menu" onClick=${(/** @type {any} */ event) => reschedule(scheduled, event.currentTarget)}>${sayLater.anotherTime}</button>
              <button class="btn sm outline" type="button" onClick=${() => sendNow(scheduled)}>${sayLater.sendNow}</button>`}
            <button class="btn sm quiet" type="button" onClick=${drop}>${say.delete}</button>
          </div>
        </div>
      </div>
    </li>`;
}
