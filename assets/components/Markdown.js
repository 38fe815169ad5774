/** @import { Block, Inline, Item } from "../markdown.js" */
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { isBigEmoji, parse } from "../markdown.js";
import { say } from "../strings/main.js";
import { groupsIn, mayNameGroups } from "../groupLinks.js";
import { inTexts, namesIn, withChips, withGroupLinks, withMarked } from "../mentions.js";
import { asUnicode, withOwn } from "../ownEmoji.js";
import { callingWords, card, me, ownEmoji, ownSets, userOf } from "../store.js";
import { CodeBlock } from "./CodeBlock.js";
import { OwnEmoji } from "./EmojiSign.js";
import { Spoiler } from "./Spoiler.js";

/** @param {Inline} node @returns {any} */
function drawInline(node) {
  switch (node.type) {
    case "text": return node.text;
    case "emoji": return html`<span class="e">${node.text}</span>`;
    case "marked": return html`<mark>${node.text}</mark>`;
    case "own": return html`<${OwnEmoji} text=${node.text} id=${node.id} />`;
    case "code": return html`<code>${node.text}</code>`;
    case "group": return html`<a class="at" href=${`/g/${node.id}`}>${node.text}</a>`;
    case "mention": return html`<${Chip} text=${node.text} id=${node.id} isMe=${node.isMe} />`;
    case "br": return html`<br />`;
    case "link": return html`<a href=${node.href} target="_blank" rel="noopener noreferrer">${node.children.map(drawInline)}</a>`;
    case "strong": return html`<strong>${node.children.map(drawInline)}</strong>`;
    case "em": return html`<em>${node.children.map(drawInline)}</em>`;
    case "spoiler": return html`<${Spoiler} text=${textOf(node.children)}>${node.children.map(drawInline)}<//>`;
    case "del": return html`<del>${node.children.map(drawInline)}</del>`;
  }
}

/** Somebody who is called, or everybody. @param {{ text: string, id: string | null, isMe: boolean }} props */
function Chip({ text, id, isMe }) {
  const looks = isMe ? "at self" : "at";
  if (!id) return html`<span class=${looks}>${text}</span>`;
  const open = (/** @type {any} */ event) => { card.value = { userId: id, anchor: event.currentTarget }; };
  return html`<button class=${looks} type="button" tabindex="-1" title=${userOf(id).value?.name} onClick=${open}>${text}</button>`;
}

/** What is read of it as plain text. @param {Inline[]} nodes @returns {string} */
const textOf = (nodes) => nodes.map((node) => ("text" in node ? node.text : "children" in node ? textOf(node.children) : " ")).join("");

/** An item of one paragraph is set without the paragraph. @param {Item} item @returns {any} */
const drawItem = ({ check, blocks }) => {
  const body = blocks.map((block, at) => (block.type === "p" && at === 0 ? block.children.map(drawInline) : drawBlock(block)));
  if (check === null) return html`<li dir="auto">${body}</li>`;
  return html`<li class="task" dir="auto"><span class=${check ? "tick on" : "tick"} role="img" aria-label=${check ? say.taskDone : say.taskOpen}></span>${body}</li>`;
};

/** @param {Block} block @returns {any} */
function drawBlock(block) {
  switch (block.type) {
    case "p": return html`<p dir="auto">${block.children.map(drawInline)}</p>`;
    case "fence": return html`<${CodeBlock} language=${block.language} text=${block.text} />`;
    case "table": {
      const row = (/** @type {Inline[][]} */ cells, /** @type {"th" | "td"} */ tag) => html`
        <tr>${cells.map((cell, at) => html`<${tag} class=${block.align[at] ?? undefined} dir="auto" scope=${tag === "th" ? "col" : undefined}>${cell.map(drawInline)}<//>`)}</tr>`;
      return html`<div class="table" tabindex="0" role="group" aria-label=${say.table}><table>
        <thead>${row(block.head, "th")}</thead><tbody>${block.rows.map((cells) => row(cells, "td"))}</tbody></table></div>`;
    }
    case "quote": return html`<blockquote class="quote">${block.children.map(drawBlock)}</blockquote>`;
    case "list": {
      const items = block.items.map(drawItem);
      return block.start === null ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
    }
  }
}

/**
 * A message's text, drawn from the parsed tree as elements, never as HTML.
 * @param {{ text: string, message?: import("../protocol.js").Message }} props `message`: whose mentions are drawn
 */
export function Markdown({ text, message }) {
  const names = message && text.includes("@") ? namesIn(message, me.value.id, (id) => userOf(id).value?.username) : {};
  const words = message && message.sender_id !== me.value.id ? callingWords.value : null;
  const groups = message && mayNameGroups(text) ? groupsIn(message) : null;
  const sets = text.includes(":") ? ownSets.value : null;
  const find = (/** @type {string} */ name) => ownEmoji(name, message?.group_id);
  const tree = useMemo(() => {
    const chips = withChips(parse(text), names);
    const linked = groups ? inTexts(chips, (piece) => withGroupLinks(piece, groups)) : chips;
    const marked = words ? withMarked(linked, words) : linked;
    return sets ? withOwn(marked, find) : marked;
  }, [text, JSON.stringify(names), groups, sets, words]);
  return html`<div class=${isBigEmoji(sets ? asUnicode(text, find) : text) ? "txt big" : "txt"} dir="auto">${tree.map(drawBlock)}</div>`;
}
