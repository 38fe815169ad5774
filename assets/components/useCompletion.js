import { useRef, useState } from "preact/hooks";
import { loadTable, tone, used } from "../emoji.js";
import { nameAtEnd } from "../emojiNames.js";
import { isComposing } from "../keys.js";
import { groupAtEnd, isStillMeant, mentionAtEnd } from "../mentions.js";
import { namesLike } from "../ownEmoji.js";
import { ownNames } from "../store.js";
import { say } from "../strings/main.js";

const MOST = 8;

/** @type {{ word: string, found: Suggestion[] }} `word`: what was found for */
const NOTHING = { word: "", found: [] };

/** `text` takes the place of what was written; `sign` is an emoji. @typedef {{ text: string, sign: string, name: string, label: string }} Suggestion */

/** The `:name`, `@name` or `#name` at the end, with its sign. @param {string} text up to the caret @returns {string | null} */
function wordAtEnd(text) {
  const name = nameAtEnd(text);
  if (name !== null) return `:${name}`;
  const person = mentionAtEnd(text);
  if (person !== null) return `@${person}`;
  const group = groupAtEnd(text);
  return group === null ? null : `#${group}`;
}

/** @param {string} place @param {string} word @returns {Promise<Suggestion[]>} */
async function find(place, word) {
  if (word.startsWith("#")) return (await import("../groupFinder.js")).findGroups(word.slice(1), MOST);
  if (word.startsWith("@")) return (await import("../peopleFinder.js")).findPeople(place, word.slice(1), MOST);
  const table = await loadTable();
  const own = namesLike(ownNames.value, word.slice(1), MOST).map((one) =>
    ({ text: `:${one}:`, sign: `:${one}:`, name: `:${one}:`, label: say.emojiOwn }));
  return [...own, ...table.find(word.slice(1), MOST - own.length).map((entry) => {
    const sign = table.byName(entry.names[0], tone.value) ?? entry.emoji;
    return { text: sign, sign, name: `:${entry.names[0]}:`, label: entry.label };
  })];
}

/**
 * What the `:name`, `@name` or `#name` that is being written could be. Closed, it stays closed for that word.
 * @param {{ current: HTMLTextAreaElement | null }} field @param {() => void} onTaken @param {string} place the conversation
 */
export function useCompletion(field, onTaken, place) {
  const [{ found, word: foundFor }, show] = useState(NOTHING);
  const [at, setAt] = useState(0);
  const refused = useRef(-1);
  // What was found a moment ago may not be drawn yet.
  const close = () => show(NOTHING);
  const before = () => field.current?.value.slice(0, field.current.selectionStart) ?? "";

  const look = () => {
    const word = wordAtEnd(before());
    const start = word === null ? -1 : before().length - word.length;
    if (word === null || start === refused.current) {
      if (word === null) refused.current = -1;
      return close();
    }
    // Until it is known what the longer word could be, what it cannot be goes.
    show((now) => (now.word === word ? now : { word: now.word, found: now.found.filter((one) => isStillMeant(one, word)) }));
    setAt(0);
    find(place, word).then((next) => {
      // Meanwhile something else may have been typed, or the field left.
      if (wordAtEnd(before()) !== word || start === refused.current || document.activeElement !== field.current) return;
      show({ word, found: next });
    }, () => {});
  };
  const take = (/** @type {number} */ index) => {
    const area = field.current;
    const word = wordAtEnd(before());
    const one = found[index];
    if (!area || word === null || !one) return;
    if (one.sign) used(one.sign);
    area.setRangeText(`${one.text} `, area.selectionStart - word.length, area.selectionStart, "end");
    close();
    area.focus();
    onTaken();
  };
  /** @param {KeyboardEvent} event @returns {boolean} whether it was a key of ours */
  const onKeyDown = (event) => {
    const word = wordAtEnd(before());
    if (word === null || !found[at] || isComposing(event) || event.shiftKey) return false;
    // What is drawn may be of a moment ago.
    if (word !== foundFor && !isStillMeant(found[at], word)) return false;
    switch (event.key) {
      case "ArrowDown": setAt((at + 1) % found.length); break;
      case "ArrowUp": setAt((at - 1 + found.length) % found.length); break;
      case "Tab": case "Enter": take(at); break;
      case "Escape":
        refused.current = before().length - word.length;
        close();
        break;
      default: return false;
    }
    event.preventDefault();
    return true;
  };
  /** What ties the field to the list while that is open. A field of several lines may not call itself a combobox. @param {string} id */
  const attributesOf = (id) => (found.length ? { "aria-haspopup": "listbox", "aria-controls": `${id}-list`,
    "aria-autocomplete": "list", "aria-activedescendant": `${id}-${at}` } : {});
  return { found, at, look, take, close, onKeyDown, attributesOf };
}
