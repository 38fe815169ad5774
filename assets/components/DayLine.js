import { html } from "htm/preact";
import { clock, dayLine } from "../format.js";
import { say } from "../strings/main.js";

/** Stands in the article it is above: a feed may hold articles only. @param {{ instant: string | number }} props */
export function DayLine({ instant }) {
  const { name, date } = dayLine(instant);
  return html`<div class="day">${name} <small>${date}</small></div>`;
}

/** @param {{ since: string, onRead: () => void }} props */
export const NewLine = ({ since, onRead }) => html`
  <div class="newline">${say.newSince({ time: clock(since) })}
    <button type="button" onClick=${onRead}>${say.markRead} <kbd>${say.keyEsc}</kbd></button>
  </div>`;
