import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isAtHand, loadAround, loadEarlier, loadLater, loadNewest, markAllRead, openRoom } from "../actions.js";
import { Refused } from "../api.js";
import { addressOfMessage } from "../asides.js";
import { dayAndMonth } from "../format.js";
import { onStartAfresh, showPeople } from "../live.js";
import { goInstead } from "../router.js";
import { NotFound } from "../pages/NotFound.js";
import { directOf, groupOf, nameOf, notInGroup, roomOf, state, waitingIn } from "../store.js";
import { say } from "../strings/main.js";
import { Composer } from "./Composer.js";
import { DirectHeader, GroupHeader } from "./GroupHeader.js";
import { Failed } from "./Failed.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { MessageList } from "./MessageList.js";
import { Portrait } from "./Portrait.js";
import { Skeleton } from "./Skeleton.js";
import { Typing } from "./Typing.js";

const Banner = lazy(() => import("./Banner.js").then((module) => module.Banner), { isSoon: true });
const NotInGroup = lazy(() => import("./NotInGroup.js").then((module) => module.NotInGroup));

/** @param {{ place: string, messageId: string | null }} props */
export function Conversation({ place, messageId }) {
  const group = place.startsWith("g:") ? groupOf(place.slice(2)).value : undefined;
  const direct = place.startsWith("d:") ? directOf(place.slice(2)).value : undefined;
  if (!group && !direct) return html`<${Banner} /><${NotFound} />`;
  return html`
    ${group ? html`<${GroupHeader} group=${group} />` : direct && html`<${DirectHeader} direct=${direct} />`}
    <${Banner} />
    <${History} key=${place} place=${place} messageId=${messageId} />
    <${Typing} place=${place} />
    ${notInGroup.value?.place === place && html`<${NotInGroup} place=${place} />`}
    ${waitingIn(place).value > 0 && html`<p class="waits"><${Icon} name="clock" size="xs" /><a href="/later/scheduled">${say.waitingHere({ count: waitingIn(place).value })}</a></p>`}
    ${group?.is_archived ? html`<p class="closed">${say.archivedNote}</p>`
      : html`<${Composer} key=${place} place=${place} name=${nameOf(place)} />`}`;
}

/** @param {{ place: string, messageId: string | null }} props */
function History({ place, messageId }) {
  const room = roomOf(place).value;
  const [phase, setPhase] = useState(/** @type {"loading" | "ready" | "failed" | "missing"} */
    (isAtHand(place, messageId) ? "ready" : "loading"));
  const asked = useRef(0);
  const open = () => {
    const ask = asked.current += 1;
    if (!isAtHand(place, messageId)) setPhase("loading");
    openRoom(place, messageId).then(() => "ready", (error) => (error instanceof Refused && error.status === 404 ? elsewhere(messageId) : "failed"))
      .then((next) => { if (ask === asked.current && state.peek()) setPhase(/** @type {any} */ (next)); });
  };
  useEffect(open, [place, messageId]);
  useEffect(() => {
    // After a fresh start: the same place, from the first row on screen, or the newest.
    return onStartAfresh(place, async () => {
      const first = firstShown();
      if (first) await loadAround(place, first).catch(() => loadNewest(place));
      else await loadNewest(place);
    });
  }, [place]);
  useEffect(() => {
    const senders = room?.messages.slice(-150).map((message) => message.sender_id) ?? [];
    showPeople("list", [...new Set(senders)]);
  }, [room?.messages]);
  if (phase === "missing") return html`<${NotFound} />`;
  if (phase === "failed") return html`<div class="log"><${Failed} text=${say.loadFailed} onRetry=${open} /></div>`;
  if (phase === "loading" || !room) return html`<div class="log"><${Skeleton} /></div>`;
  return html`
    <${MessageList} place=${place} room=${room} target=${messageId}
      start=${html`<${Start} place=${place} isEmpty=${room.messages.length === 0} />`}
      onEarlier=${() => loadEarlier(place)} onLater=${() => loadLater(place)} onNewest=${() => loadNewest(place)}
      onAllRead=${() => markAllRead(place)} />`;
}

/** What is not on this timeline may be in one of its threads. @param {string | null} messageId */
const elsewhere = (messageId) => (messageId ? addressOfMessage(messageId).then((address) => {
  if (address === location.pathname) return "missing";
  goInstead(address);
  return "loading";
}, () => "missing") : "missing");

/** The message to come back to, if the reader is not at the newest. @returns {string | null} */
function firstShown() {
  const view = document.querySelector("[data-region='messages']");
  if (!(view instanceof HTMLElement) || view.scrollHeight - view.clientHeight - view.scrollTop <= 80) return null;
  const top = view.getBoundingClientRect().top;
  const row = [...view.querySelectorAll("article[data-id]")].find((one) => one.getBoundingClientRect().bottom > top);
  return row instanceof HTMLElement ? row.dataset.id ?? null : null;
}

/** How a conversation began, above its first message. @param {{ place: string, isEmpty: boolean }} props */
function Start({ place, isEmpty }) {
  const group = groupOf(place.slice(2)).value;
  const direct = directOf(place.slice(2)).value;
  const person = direct?.user;
  if (!isEmpty) {
    return html`<p class="start">${group ? say.groupStart({ group: group.name, day: dayAndMonth(group.created_at) })
      : say.directStart({ name: person?.name ?? "" })}</p>`;
  }
  return html`
    <div class="empty wide">
      ${person && html`<${Portrait} id=${person.id} name=${person.name} size=${56} />`}
      <h2>${group ? say.emptyGroupTitle : say.emptyDirectTitle({ name: person?.name ?? "" })}</h2>
      <p dir="auto">${group ? group.topic || (group.is_private ? say.emptyGroupPrivate : say.emptyGroupPublic)
        : say.emptyDirectText}</p>
    </div>`;
}
