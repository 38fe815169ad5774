/** @import { Choice } from "../jump.js" */
import { html } from "htm/preact";
import { badge } from "../format.js";
import { directOf, groupOf, statusOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { saySearch } from "../strings/search.js";
import { Icon } from "./Icon.js";
import { Portrait } from "./Portrait.js";

/** One line of the jump dialog. @param {{ choice: Choice, id: string, isChosen: boolean, onPick: () => void, onPoint: () => void }} props */
export const JumpChoice = ({ choice, id, isChosen, onPick, onPoint }) => html`
  <div class=${["row", isChosen && "sel", choice.unread > 0 && "unread"].filter(Boolean).join(" ")} role="option" id=${id} aria-selected=${isChosen ? "true" : "false"}
    onMouseMove=${isChosen ? undefined : onPoint} onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${onPick}>
    <${Sign} choice=${choice} />
    <span class="nm"><bdi><${Name} choice=${choice} /></bdi> <small dir="auto">${noteOf(choice)}</small></span>
    <${End} choice=${choice} />
  </div>`;

/** Who or what it is, for other lists. @param {{ choice: Choice }} props */
export const ChoiceLine = ({ choice }) => html`
  <${Sign} choice=${choice} /><span class="w"><b dir="auto"><${Name} choice=${choice} /></b><small dir="auto">${noteOf(choice)}</small></span>`;

/** With the part that was typed marked. @param {{ choice: Choice }} props */
function Name({ choice }) {
  if (choice.kind === "search") return saySearch.searchMessagesFor({ q: choice.query });
  const { name, fit } = choice;
  if (fit.to === fit.from) return name;
  return html`${name.slice(0, fit.from)}<mark>${name.slice(fit.from, fit.to)}</mark>${name.slice(fit.to)}`;
}

/** @param {Choice} choice */
const personOf = (choice) => (choice.kind === "person" ? choice.user
  : choice.kind === "conversation" ? directOf(choice.key.slice(2)).value?.user : undefined);

/** @param {{ choice: Choice }} props */
function Sign({ choice }) {
  const person = personOf(choice);
  if (person) return html`<${Portrait} id=${person.id} name=${person.name} size=${28} hasPresence=${true} />`;
  if (choice.kind === "command") return html`<${Icon} name=${choice.command.icon} />`;
  if (choice.kind === "search") return html`<${Icon} name="search" />`;
  const group = choice.kind === "group" ? choice.group : choice.kind === "conversation" ? groupOf(choice.key.slice(2)).value : undefined;
  const icon = group?.is_primary ? "armchair" : group?.is_archived ? "archive" : group?.is_private ? "lock" : "hash";
  return html`<${Icon} name=${icon} />`;
}

/** @param {Choice} choice @returns {string} */
function noteOf(choice) {
  const person = personOf(choice);
  if (person) {
    const status = statusOf(person.id).value?.manual_status;
    return status ? [status.emoji, status.text].filter(Boolean).join(" ") : `@${person.username}`;
  }
  if (choice.kind === "command") return choice.command.note ?? "";
  if (choice.kind === "group") return sayCommon.memberCount({ count: choice.group.member_count });
  return choice.kind === "conversation" ? groupOf(choice.key.slice(2)).value?.topic ?? "" : "";
}

/** @param {{ choice: Choice }} props */
function End({ choice }) {
  if (choice.kind === "group") return html`<span class="tag">${sayCommon.join}</span>`;
  const isDirect = choice.kind === "conversation" && choice.key.startsWith("d:");
  const count = isDirect ? choice.unread : choice.mentions;
  if (count > 0) return html`<span class="badge">${badge(count)}<span class="vh"> ${isDirect ? say.unread : say.unreadMentions({ count })}</span></span>`;
  return choice.unread > 0 && html`<span class="dot"><span class="vh">${say.unread}</span></span>`;
}
