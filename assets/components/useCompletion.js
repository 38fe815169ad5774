/** @import { Entry } from "../emojiTable.js" */
import { useRef, useState } from "preact/hooks";
import { loadTable, tone, used } from "../emoji.js";
import { nameAtEnd } from "../emojiNames.js";
import { isComposing } from "../keys.js";

const MOST = 8;

/**
 * Emoji for the `:name` that is being written. Closed, it stays closed for that word.
 * @param {{ current: HTMLTextAreaElement | null }} field @param {() => void} onTaken
 */
export function useCompletion(field, onTaken) {
  const [found, setFound] = useState(/** @type {{ sign: string, name: string, entry: Entry }[]} */ ([]));
  const [at, setAt] = useState(0);
  const refused = useRef(-1);
  const close = () => { if (found.length) setFound([]); };
  const before = () => field.current?.value.slice(0, field.current.selectionStart) ?? "";

  const look = () => {
    const name = nameAtEnd(before());
    const start = name === null ? -1 : before().length - name.length;
    if (name === null || start === refused.current) {
      if (name === null) refused.current = -1;
      return close();
    }
    loadTable().then((table) => {
      // Meanwhile something else may have been typed.
      if (nameAtEnd(before()) !== name) return;
      setAt(0);
      setFound(table.find(name, MOST).map((entry) => ({ sign: table.byName(entry.names[0], tone.value) ?? entry.emoji, name: entry.names[0], entry })));
    }, () => {});
  };
  const take = (/** @type {number} */ index) => {
    const area = field.current;
    const name = nameAtEnd(before());
    const one = found[index];
    if (!area || name === null || !one) return;
    used(one.sign);
    area.setRangeText(`${one.sign} `, area.selectionStart - name.length - 1, area.selectionStart, "end");
    setFound([]);
    area.focus();
    onTaken();
  };
  /** @param {KeyboardEvent} event @returns {boolean} whether it was a key of ours */
  const onKeyDown = (event) => {
    if (!found.length || isComposing(event) || event.shiftKey) return false;
    switch (event.key) {
      case "ArrowDown": setAt((at + 1) % found.length); break;
      case "ArrowUp": setAt((at - 1 + found.length) % found.length); break;
      case "Tab": case "Enter": take(at); break;
      case "Escape":
        refused.current = before().length - (nameAtEnd(before())?.length ?? 0);
        setFound([]);
        break;
      default: return false;
    }
    event.preventDefault();
    return true;
  };
  /** What makes the field a combobox while the list is open. @param {string} id */
  const attributesOf = (id) => (found.length ? { role: "combobox", "aria-expanded": "true", "aria-controls": `${id}-list`,
    "aria-autocomplete": "list", "aria-activedescendant": `${id}-${at}` } : {});
  return { found, at, look, take, close, onKeyDown, attributesOf };
}
