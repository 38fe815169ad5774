/** @import { Block, Inline } from "../markdown.js" */
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { isBigEmoji, parse } from "../markdown.js";
import { CodeBlock } from "./CodeBlock.js";

/** @param {Inline} node @returns {any} */
function drawInline(node) {
  switch (node.type) {
    case "text": return node.text;
    case "emoji": return html`<span class="e">${node.text}</span>`;
    case "code": return html`<code>${node.text}</code>`;
    case "br": return html`<br />`;
    case "link": return html`<a href=${node.href} target="_blank" rel="noopener noreferrer">${node.children.map(drawInline)}</a>`;
    case "strong": return html`<strong>${node.children.map(drawInline)}</strong>`;
    case "em": return html`<em>${node.children.map(drawInline)}</em>`;
    case "del": return html`<del>${node.children.map(drawInline)}</del>`;
  }
}

/** An item of one paragraph is set without the paragraph. @param {Block[]} item @returns {any} */
const drawItem = (item) =>
  item.map((block, at) => (block.type === "p" && at === 0 ? block.children.map(drawInline) : drawBlock(block)));

/** @param {Block} block @returns {any} */
function drawBlock(block) {
  switch (block.type) {
    case "p": return html`<p dir="auto">${block.children.map(drawInline)}</p>`;
    case "fence": return html`<${CodeBlock} language=${block.language} text=${block.text} />`;
    case "quote": return html`<blockquote class="quote">${block.children.map(drawBlock)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => html`<li dir="auto">${drawItem(item)}</li>`);
      return block.start === null ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
    }
  }
}

/**
 * A message's text, drawn from the parsed tree as elements, never as HTML.
 * @param {{ text: string }} props
 */
export function Markdown({ text }) {
  const tree = useMemo(() => parse(text), [text]);
  return html`<div class=${isBigEmoji(text) ? "txt big" : "txt"} dir="auto">${tree.map(drawBlock)}</div>`;
}
