/** @import { Scheduled } from "../protocol.js" */
import { html } from "htm/preact";
import { ask } from "../actions.js";
import { addressOfScheduled, reschedule, sendNow, takeBack } from "../later.js";
import { dialog, nameOf } from "../store.js";
import { say } from "../strings/en.js";
import { keyOfMessage } from "../state.js";
import { whenText } from "../when.js";
import { Icon } from "./Icon.js";
import { Markdown } from "./Markdown.js";

const reasons = {
  no_longer_there: say.failedNoLongerThere, place_closed: say.failedPlaceClosed, thread_gone: say.failedThreadGone,
  account_closed: say.failedAccountClosed, refused: say.failedRefused,
};

/** A message that goes out at a time, or could not. @param {{ scheduled: Scheduled }} props */
export function ScheduledItem({ scheduled }) {
  const { failure } = scheduled;
  const name = nameOf(keyOfMessage(scheduled));
  const where = name && (scheduled.thread_root_id ? say.threadOf(name) : name);
  const drop = async () => {
    if (await ask({ title: say.takeBackAsk, text: say.takeBackText, action: say.delete })) await takeBack(scheduled);
  };
  return html`
    <li class="inbox-i">
      <div class="msg">
        <span class="kept-ico"><${Icon} name="clock" /></span>
        <div>
          <div class="by"><b dir="auto">${where ? html`<a href=${addressOfScheduled(scheduled)}>${where}</a>` : say.placeGone}</b></div>
          <div class="clip"><${Markdown} text=${scheduled.content} /></div>
          <p class=${failure ? "kept-note bad" : "kept-note"}><${Icon} name=${failure ? "circle-alert" : "clock"} size="xs" />
            ${failure ? reasons[failure] : say.goesOut(whenText(scheduled.send_at))}</p>
          <div class="kept-acts">
            ${where && html`
              <button class="btn sm outline" type="button" onClick=${() => { dialog.value = { kind: "scheduled", scheduled }; }}>${say.edit}</button>
              <button class="btn sm outline" type="button" aria-haspopup="menu" onClick=${(/** @type {any} */ event) => reschedule(scheduled, event.currentTarget)}>${say.anotherTime}</button>
              <button class="btn sm outline" type="button" onClick=${() => sendNow(scheduled)}>${say.sendNow}</button>`}
            <button class="btn sm quiet" type="button" onClick=${drop}>${say.delete}</button>
          </div>
        </div>
      </div>
    </li>`;
}
