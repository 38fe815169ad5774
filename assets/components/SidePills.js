import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { mentionsIn, unreadIn } from "../store.js";
import { sayMessages } from "../strings/messages.js";
import { Icon } from "./Icon.js";

/** What waits beyond one edge: rows, mentions in them, and the nearest row. @typedef {{ rows: number, mentions: number, nearest: Element } | null} Beyond */

/** @param {HTMLElement[]} rows out of view, the nearest first @returns {Beyond} */
function sumOf(rows) {
  if (!rows.length) return null;
  const calls = rows.map((row) => {
    const key = row.dataset.key ?? "";
    return key.startsWith("d:") ? unreadIn(key).peek() : mentionsIn(key).peek();
  });
  return { rows: rows.length, mentions: calls.reduce((sum, count) => sum + count, 0), nearest: rows[calls.findIndex((count) => count > 0)] ?? rows[0] };
}

/**
 * At each edge of the list, how much unread is out of view there; a press brings it in.
 * @param {{ list: { current: HTMLElement | null }, revision: string }} props `revision` changes when rows do
 */
export function SidePills({ list, revision }) {
  const [beyond, setBeyond] = useState(/** @type {{ above: Beyond, below: Beyond }} */ ({ above: null, below: null }));
  useEffect(() => {
    const view = list.current;
    if (!view) return undefined;
    const look = () => {
      const edge = view.getBoundingClientRect();
      const rows = /** @type {HTMLElement[]} */ ([...view.querySelectorAll(".row.unread[data-key]")]);
      const middleOf = (/** @type {Element} */ row) => { const { top, bottom } = row.getBoundingClientRect(); return (top + bottom) / 2; };
      setBeyond({
        above: sumOf(rows.filter((row) => middleOf(row) < edge.top).reverse()),
        below: sumOf(rows.filter((row) => middleOf(row) > edge.bottom)),
      });
    };
    look();
    view.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(view);
    return () => {
      view.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [revision]);
  const show = (/** @type {Beyond} */ there) => there?.nearest.scrollIntoView({ block: "center" });
  return html`
    ${beyond.above && html`<${Pill} there=${beyond.above} place="above" onPress=${() => show(beyond.above)} />`}
    ${beyond.below && html`<${Pill} there=${beyond.below} place="below" onPress=${() => show(beyond.below)} />`}`;
}

/** @param {{ there: NonNullable<Beyond>, place: "above" | "below", onPress: () => void }} props */
const Pill = ({ there, place, onPress }) => html`
  <button class=${["sidepill", place, there.mentions > 0 && "calls"].filter(Boolean).join(" ")} type="button" onClick=${onPress}>
    ${there.mentions > 0 ? sayMessages.callsBeyond({ count: there.mentions }) : sayMessages.unreadBeyond({ count: there.rows })}
    <${Icon} name=${place === "above" ? "arrow-up" : "arrow-down"} size="xs" />
    <span class="vh">${place === "above" ? sayMessages.furtherUp : sayMessages.furtherDown}</span></button>`;
