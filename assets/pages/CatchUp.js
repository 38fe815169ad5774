/** @import { Message as Said } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { markAllRead, openRoom } from "../actions.js";
import { sentence } from "../api.js";
import { Failed } from "../components/Failed.js";
import { Icon } from "../components/Icon.js";
import { Message } from "../components/Message.js";
import { Portrait } from "../components/Portrait.js";
import { Skeleton } from "../components/Skeleton.js";
import { useReadingThere } from "../components/useReadingThere.js";
import { dayKey, dayLine } from "../format.js";
import { showPeople } from "../live.js";
import { isContinued } from "../reading.js";
import { addressOf } from "../router.js";
import { ordinalIn, ordinalsOf, shownIn } from "../state.js";
import { directOf, groupOf, known, mentionsIn, nameOf, roomOf, showToast, unreadIn, unreadKeys } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";
import { sayPlaces } from "../strings/places.js";

/** Conversations at a time; their history is held at once. */
const AT_A_TIME = 12;
const FIRST_SHOWN = 20;
const THEN_SHOWN = 50;

/** A conversation, and how far it had been read when it came onto this page. @typedef {{ key: string, from: number }} Waiting */

/** @param {Waiting[]} before @param {string[]} keys @returns {Waiting[]} new ones below, so that nothing moves */
const withFresh = (before, keys) => [...before,
  ...keys.filter((key) => !before.some((one) => one.key === key)).map((key) => ({ key, from: ordinalsOf(known(), key).read }))];

/** What is unread anywhere, with what is new in it; what calls comes first. */
export function CatchUp() {
  const keys = unreadKeys.value;
  const [waiting, setWaiting] = useState(() => withFresh([], keys));
  const [most, setMost] = useState(AT_A_TIME);
  const view = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => setWaiting((now) => (keys.every((key) => now.some((one) => one.key === key)) ? now : withFresh(now, keys))), [keys]);
  useReadingThere(view);
  const shown = waiting.slice(0, most).filter(({ key }) => nameOf(key) !== "");
  const done = async (/** @type {string} */ key) => {
    await markAllRead(key).catch((error) => showToast(sentence(error)));
    setWaiting((now) => now.filter((one) => one.key !== key));
    view.current?.focus();
  };
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${say.catchUp}</h1><p class="head-topic">${sayPlaces.catchUpLede}</p></div>
    </header>
    <div class="inbox catchup" ref=${view} tabindex="0" role="region" aria-label=${say.catchUp}>
      <div>
        ${shown.length === 0 && html`<div class="empty wide"><h2>${sayPlaces.caughtUpTitle}</h2><p>${sayPlaces.caughtUpText}</p><a class="btn outline" href="/">${say.goHome}</a></div>`}
        ${shown.map(({ key, from }) => html`<${Place} key=${key} place=${key} from=${from} onDone=${() => done(key)} />`)}
        ${waiting.length > most && html`<button class="btn outline" type="button" onClick=${() => setMost(most + AT_A_TIME)}>${sayPlaces.catchUpMore({ count: waiting.length - most })}</button>`}
      </div>
    </div>`;
}

/** One conversation. @param {{ place: string, from: number, onDone: () => void }} props */
function Place({ place, from, onDone }) {
  const room = roomOf(place).value;
  const [hasFailed, setFailed] = useState(false);
  const [most, setMost] = useState(FIRST_SHOWN);
  const load = () => {
    setFailed(false);
    openRoom(place, null).catch(() => setFailed(true));
  };
  useEffect(load, [place]);
  const unread = unreadIn(place).value;
  const first = room?.messages[0];
  const isWhole = room !== undefined && !room.hasLater && (!room.hasEarlier || (first !== undefined && ordinalIn(place, first) <= from + 1));
  const fresh = room && isWhole ? shownIn(place, room).filter((message) => ordinalIn(place, message) > from) : [];
  const shown = fresh.slice(0, most);
  useEffect(() => {
    showPeople(`catch-up ${place}`, [...new Set(shown.map((message) => message.sender_id))]);
    return () => showPeople(`catch-up ${place}`, []);
  }, [shown.length]);
  return html`
    <section class=${unread > 0 ? "catch unread" : "catch"} aria-labelledby=${`catch-${place}`} data-place=${place} data-whole=${isWhole ? "true" : undefined}>
      <${Head} place=${place} unread=${unread} onDone=${onDone} />
      ${hasFailed && html`<${Failed} text=${say.loadFailed} onRetry=${load} />`}
      ${!room && !hasFailed && html`<${Skeleton} rows=${1} />`}
      ${room && !isWhole && html`<p class="catch-more"><a class="btn outline sm" href=${addressOf(place)}>${sayPlaces.tooMuchToList({ count: unread })}</a></p>`}
      ${shown.map((message, at) => html`<${One} key=${message.id} place=${place} message=${message} before=${shown[at - 1]} />`)}
      ${fresh.length > most && html`<p class="catch-more"><button class="btn outline sm" type="button" onClick=${() => setMost(most + THEN_SHOWN)}>
        ${sayPlaces.showNext({ count: Math.min(THEN_SHOWN, fresh.length - most) })}</button></p>`}
    </section>`;
}

/** @param {{ place: string, unread: number, onDone: () => void }} props */
function Head({ place, unread, onDone }) {
  const group = place.startsWith("g:") ? groupOf(place.slice(2)).value : undefined;
  const direct = directOf(place.slice(2)).value;
  const calls = mentionsIn(place).value;
  return html`
    <header class="catch-head">
      ${direct ? html`<${Portrait} id=${direct.user.id} name=${direct.user.name} size=${24} hasPresence=${true} />`
        : html`<${Icon} name=${group?.is_primary ? "armchair" : group?.is_private ? "lock" : "hash"} />`}
      <h2 id=${`catch-${place}`} dir="auto"><a href=${addressOf(place)}>${nameOf(place)}</a></h2>
      ${calls > 0 && html`<span class="tag b">${sayMessages.callsBeyond({ count: calls })}</span>`}
      <small>${unread > 0 ? say.newMessages({ count: unread }) : sayPlaces.allRead}</small>
      ${unread > 0 && html`<button class="btn quiet sm" type="button" onClick=${onDone}>
        <${Icon} name="check" size="s" />${say.markRead}<span class="vh"> ${nameOf(place)}</span></button>`}
    </header>`;
}

/** @param {{ place: string, message: Said, before: Said | undefined }} props */
function One({ place, message, before }) {
  const hasDay = dayKey(message.created_at) !== dayKey(before?.created_at ?? Date.now());
  const labelId = `cl-${message.id}`;
  return html`
    <article class="entry" aria-labelledby=${labelId} data-ordinal=${ordinalIn(place, message)}>
      ${hasDay && html`<div class="day">${dayLine(message.created_at).name} <small>${dayLine(message.created_at).date}</small></div>`}
      <${Message} message=${message} place=${place} isContinued=${isContinued(before, message, hasDay)} labelId=${labelId} rowId=${`c-${message.id}`} />
    </article>`;
}
