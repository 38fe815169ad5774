import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { announceStatus } from "../announce.js";
import { clock, fullStamp } from "../format.js";
import { outboxRelease, tryNow } from "../live.js";
import { arrivedWhileAway, knownSince, line, newVersion, outbox } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { addressOf, go } from "../router.js";
import { Icon } from "./Icon.js";

/** A loss shorter than this is not worth a word. */
const QUIET_MS = 2000;

/** The banner's slot: the connection, and what waits for it. */
export function Banner() {
  const { phase, retryAt, lostAt, isElsewhere } = line.value;
  const now = useNow(lostAt !== null);
  if (knownSince.value !== null) return html`
    <${Strip} icon="cloud-off"><span role="status"><b>${sayCommon.unheardTitle}</b> ${sayCommon.unheardSince({ when: fullStamp(knownSince.value) })}</span><${TryNow} text=${sayCommon.tryNow} /><//>`;
  if (isElsewhere) return html`
    <${Strip} icon="cloud-off"><span>${sayCommon.elsewhere}</span><${TryNow} text=${sayCommon.useHere} /><//>`;
  if (lostAt !== null && now - lostAt > QUIET_MS && phase !== "stopped") {
    return html`<${Lost} secs=${retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000))} />`;
  }
  if (outbox.value.isHeld) return html`<${Waiting} />`;
  if (arrivedWhileAway.value === null) return newVersion.value && html`<${NewVersion} />`;
  return html`
    <div class="banner good" role="status"><${Icon} name="check" size="s" />
      <span><b>${sayCommon.back}</b> ${arrivedWhileAway.value > 0 && sayCommon.arrived({ count: arrivedWhileAway.value })}</span>
    </div>`;
}

/** Never by force: what one was doing comes first. */
const NewVersion = () => html`
  <div class="banner good" role="status"><${Icon} name="arrow-up" size="s" /><span>${sayCommon.newVersion}</span>
    <button class="btn sm" type="button" onClick=${() => import("../worker.js").then((worker) => worker.reloadForNewVersion())}>${sayCommon.newVersionReload}</button></div>`;

/** Told aloud once, not at every second of the countdown. @param {{ secs: number }} props */
function Lost({ secs }) {
  useEffect(() => announceStatus(sayCommon.connectionLost), []);
  return html`
    <${Strip} icon="cloud-off">
      <span><b>${sayCommon.connectionLost}</b> ${secs > 0 ? sayCommon.tryingIn({ secs }) : sayCommon.tryingNow}</span>
      <${TryNow} text=${sayCommon.tryNow} />
    <//>`;
}

/** Ticks once a second while it is needed. @param {boolean} isNeeded */
function useNow(isNeeded) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isNeeded) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isNeeded]);
  return now;
}

/** @param {{ icon: string, children?: any }} props */
const Strip = ({ icon, children }) => html`<div class="banner"><${Icon} name=${icon} size="s" />${children}</div>`;

/** @param {{ text: string }} props */
const TryNow = ({ text }) => html`<button class="btn sm" type="button" onClick=${tryNow}>${text}</button>`;

/** Messages that have waited so long that they may be out of date. */
function Waiting() {
  const waiting = outbox.value.items.filter((item) => item.state === "waiting");
  const first = waiting[0];
  if (!first) return null;
  return html`
    <${Strip} icon="clock">
      <span>${sayCommon.waitingSince({ count: waiting.length, time: clock(first.written_at) })}</span>
      <button class="btn sm" type="button" onClick=${outboxRelease}>${say.send}</button>
      <button class="btn quiet sm" type="button" onClick=${() => go(addressOf(first.key))}>${sayCommon.review}</button>
    <//>`;
}
