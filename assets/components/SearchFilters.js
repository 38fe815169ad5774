/** @import { Filter } from "../searchQuery.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { findPeople } from "../actions.js";
import { locale } from "../language.js";
import { placeValue } from "../searchPlace.js";
import { isSame } from "../searchQuery.js";
import { directList, groupList, me, nameOf } from "../store.js";
import { say } from "../strings/main.js";
import { saySearch } from "../strings/search.js";
import { filterLabel } from "./filterLabel.js";
import { Icon } from "./Icon.js";
import { SearchField } from "./SearchField.js";

/** What is added by a press. @type {[Filter, string][]} */
const PLAIN = [
  [{ key: "has", value: "file" }, saySearch.filterFile],
  [{ key: "has", value: "image" }, saySearch.filterImage],
  [{ key: "has", value: "link" }, saySearch.filterLink],
  [{ key: "has", value: "poll" }, saySearch.filterPoll],
  [{ key: "is", value: "pinned" }, saySearch.filterPinned],
  [{ key: "is", value: "saved" }, saySearch.filterSaved],
  [{ key: "is", value: "thread" }, saySearch.filterThread],
];

/** What needs a person, a place or a day. */
const CHOSEN = { from: saySearch.addFrom, in: saySearch.addIn, since: saySearch.addSince, before: saySearch.addBefore };
/** @typedef {keyof typeof CHOSEN} Kind */

/** The filters as chips, and those that can be added. @param {{ filters: Filter[], onChange: (filters: Filter[]) => void }} props */
export function SearchFilters({ filters, onChange }) {
  const [adding, setAdding] = useState(/** @type {Kind | null} */ (null));
  const add = (/** @type {Filter} */ filter) => {
    setAdding(null);
    if (!filters.some((one) => isSame(one, filter))) onChange([...filters, filter]);
  };
  return html`
    <div class="filters" role="group" aria-label=${saySearch.searchFilters}>
      ${filters.map((filter) => html`
        <button key=${`${filter.key}:${filter.value}`} class="chip" type="button" aria-label=${saySearch.removeFilter({ filter: filterLabel(filter) })}
          onClick=${() => onChange(filters.filter((one) => !isSame(one, filter)))}><span dir="auto">${filterLabel(filter)}</span><${Icon} name="x" size="xs" /></button>`)}
      ${/** @type {[Kind, string][]} */ (Object.entries(CHOSEN)).map(([key, text]) => html`
        <button key=${key} class="chip add" type="button" aria-expanded=${adding === key ? "true" : "false"}
          onClick=${() => setAdding(adding === key ? null : key)}><${Icon} name="plus" size="xs" />${text}</button>`)}
      ${PLAIN.filter(([filter]) => !filters.some((one) => isSame(one, filter))).map(([filter, text]) => html`
        <button key=${text} class="chip add" type="button" onClick=${() => add(filter)}><${Icon} name="plus" size="xs" />${text}</button>`)}
    </div>
    ${adding && html`<${Chooser} key=${adding} kind=${adding} onPick=${(/** @type {string} */ value) => add({ key: adding, value })} onEnd=${() => setAdding(null)} />`}`;
}

/** @param {{ kind: Kind, onPick: (value: string) => void, onEnd: () => void }} props */
function Chooser({ kind, onPick, onEnd }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const field = box.current?.querySelector("input");
    field?.focus();
  }, []);
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onEnd();
  };
  return html`
    <div class="chooser" ref=${box} onKeyDown=${keys}>
      <${CHOOSERS[kind]} onPick=${onPick} />
    </div>`;
}

/** @param {{ onPick: (value: string) => void }} props */
function People({ onPick }) {
  const [people, setPeople] = useState(/** @type {{ id: string, name: string, username: string }[]} */ ([]));
  const turn = useRef(0);
  const find = (/** @type {string} */ query) => {
    const mine = turn.current += 1;
    findPeople(query).then((found) => { if (mine === turn.current) setPeople(found.slice(0, 8)); }, () => {});
  };
  useEffect(() => find(""), []);
  return html`
    <${SearchField} label=${saySearch.choosePerson} onQuery=${find} />
    <ul>
      <li><button class="row" type="button" onClick=${() => onPick("me")}>${me.value.name} <small>${say.you}</small></button></li>
      ${people.map((one) => html`<li key=${one.id}><button class="row" type="button" onClick=${() => onPick(one.username)}><span dir="auto">${one.name}</span> <small>${one.username}</small></button></li>`)}
    </ul>`;
}

/** @param {{ onPick: (value: string) => void }} props */
function Places({ onPick }) {
  const [query, setQuery] = useState("");
  const keys = [...groupList.value.map((group) => `g:${group.id}`), ...directList.value.map((direct) => `d:${direct.id}`)];
  const found = keys.filter((key) => nameOf(key).toLocaleLowerCase(locale).includes(query.trim().toLocaleLowerCase(locale))).slice(0, 8);
  return html`
    <${SearchField} label=${saySearch.choosePlace} onQuery=${setQuery} />
    <ul>${found.map((key) => html`<li key=${key}><button class="row" type="button" onClick=${() => onPick(placeValue(key))}><span dir="auto">${nameOf(key)}</span></button></li>`)}</ul>`;
}

/** @param {{ onPick: (value: string) => void }} props */
const Day = ({ onPick }) => html`
  <label class="input sm">${saySearch.chooseDay} <input type="date" onChange=${(/** @type {any} */ event) => { if (event.currentTarget.value) onPick(event.currentTarget.value); }} /></label>`;

/** @type {Record<Kind, (props: { onPick: (value: string) => void }) => any>} */
const CHOOSERS = { from: People, in: Places, since: Day, before: Day };
