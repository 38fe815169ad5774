/** @import { Entry } from "../emojiTable.js" */
import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { tone } from "../emoji.js";
import { inTone } from "../emojiTable.js";
import { BACKWARD, ONWARD } from "../language.js";
import { EmojiSign } from "./EmojiSign.js";

const COLUMNS = 9;

/** @param {Entry[]} entries @returns {Entry[][]} */
const rowsOf = (entries) => Array.from({ length: Math.ceil(entries.length / COLUMNS) }, (_row, at) =>
  entries.slice(at * COLUMNS, at * COLUMNS + COLUMNS));

/**
 * A grid with one tab stop; arrows move in two dimensions, and up out of it.
 * @param {{ sections: { name: string, entries: Entry[] }[], onPick: (entry: Entry) => void, onLook: (entry: Entry) => void,
 *   onLeave: () => void }} props
 */
export function EmojiGrid({ sections, onPick, onLook, onLeave }) {
  const grid = useRef(/** @type {HTMLElement | null} */ (null));
  const [stop, setStop] = useState("0-0-0");
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest("[role='gridcell']") : null;
    if (!cell || !grid.current) return;
    const rows = [...grid.current.querySelectorAll("[role='row']")].map((row) =>
      /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[role='gridcell']")]));
    const cells = rows.flat();
    const y = rows.findIndex((row) => row.includes(/** @type {HTMLElement} */ (cell)));
    const x = rows[y].indexOf(/** @type {HTMLElement} */ (cell));
    const at = cells.indexOf(/** @type {HTMLElement} */ (cell));
    const rowOf = (/** @type {number} */ to) => rows[to]?.[Math.min(x, rows[to].length - 1)];
    const next = { [ONWARD]: cells[at + 1], [BACKWARD]: cells[at - 1], ArrowDown: rowOf(y + 1), ArrowUp: rowOf(y - 1), Home: rows[y][0],
      End: rows[y].at(-1), PageDown: rowOf(Math.min(rows.length - 1, y + 5)), PageUp: rowOf(Math.max(0, y - 5)) }[event.key];
    if (event.key === "ArrowUp" && y === 0) {
      event.preventDefault();
      onLeave();
    } else if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key.startsWith("Arrow")) event.preventDefault();
  };
  return html`
    <div class="emoji-scroll" role="grid" ref=${grid} onKeyDown=${onKeyDown} tabindex="-1">
      ${sections.map(({ name, entries }, section) => html`
        <div role="rowgroup" aria-label=${name} key=${name}>
          <h4 aria-hidden="true">${name}</h4>
          ${rowsOf(entries).map((row, y) => html`
            <div class="cells" role="row" key=${row[0].emoji}>
              ${row.map((entry, x) => {
                const id = `${section}-${y}-${x}`;
                const look = () => { setStop(id); onLook(entry); };
                return html`<button type="button" role="gridcell" key=${entry.emoji} tabindex=${stop === id ? 0 : -1} aria-label=${entry.label} title=${entry.label}
                  onClick=${() => onPick(entry)} onFocus=${look} onMouseEnter=${() => onLook(entry)}><${EmojiSign} emoji=${inTone(entry, tone.value)} /></button>`;
              })}
            </div>`)}
        </div>`)}
    </div>`;
}
