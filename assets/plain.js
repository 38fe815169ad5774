/**
 * What people typed, as plain text for where there is no room for more: the marks of emphasis and code gone, of links
 * their words, of what is hidden nothing. Pure.
 *
 * @import { Block, Inline } from "./markdown.js"
 * @import { Hit } from "./protocol.js"
 */
import { parse } from "./markdown.js";

const EXCERPT_CHARS = 240;

/** @param {string} text @returns {string} */
export const plain = (text) => parse(text).map(plainBlock).filter(Boolean).join("\n");

/** The beginning of a text, as one line. All of it is read: cut within what is hidden, it would show that. @param {string} text @returns {string} */
export const excerptOf = (text) => plain(text).replace(/\s+/gu, " ").slice(0, EXCERPT_CHARS);

/** @param {Block} block @returns {string} */
function plainBlock(block) {
  switch (block.type) {
    case "p": return plainLine(block.children);
    case "fence": return block.text;
    case "quote": return block.children.map(plainBlock).join("\n");
    case "list": return block.items.flatMap((item) => item.blocks.map(plainBlock)).join("\n");
    case "table": return [block.head, ...block.rows].map((row) => row.map(plainLine).join(" ")).join("\n");
  }
}

/** What is hidden stays so. @param {Inline[]} nodes @returns {string} */
const plainLine = (nodes) => nodes.map((node) => {
  if (node.type === "spoiler") return `…${plainLine(node.children).replace(NO_SIGN, "")}`;
  return "text" in node ? node.text : "children" in node ? plainLine(node.children) : "\n";
}).join("");

/* ----------------------------------------------------------------------- hits */

/** Around what was found, while Markdown is read: characters that stand for nothing, and are no part of its grammar. */
const FROM = "\ufdd0";
const TO = "\ufdd1";
const NO_SIGN = /[^\ufdd0\ufdd1]/gu;
/** Where a link leads is not shown, and with a sign in it would be no address. */
const IN_ADDRESS = /\]\([^\s)]*$/u;
/** As many as in what the server cuts out, and before the first mark. */
const MOST_CHARS = 300;
const LEAD_CHARS = 80;

/** @typedef {{ text: string, isMarked: boolean }} Piece */

/**
 * What was found of a message as plain text in pieces, marked or not. Markdown is read in the whole of its text, since the
 * piece that the server cut out may begin or end within something; what else it was found in, a title or a file, has none.
 * @param {Hit["excerpt"]} excerpt @param {string} content of the message
 * @returns {{ pieces: Piece[], hasBefore: boolean, hasAfter: boolean }}
 */
export function plainHit({ text, marks, has_before: hasBefore, has_after: hasAfter }, content) {
  const { from, to, at } = shared(text, content);
  const signed = (/** @type {string} */ part, /** @type {number} */ first) => withSigns(part, marks.map(({ start, end }) => ({ start: start - first, end: end - first })));
  const whole = plain(signed(content, from - at));
  const lead = at > 0 ? leadOf(whole) : 0;
  const isWhole = at + to - from >= content.length;
  const own = isWhole ? whole.slice(lead) : whole.slice(lead, lead + MOST_CHARS);
  const pieces = piecesOf(signed(text.slice(0, from), 0) + own + signed(text.slice(to), to));
  return { pieces, hasBefore: hasBefore && (at === 0 || lead > 0), hasAfter: isWhole ? hasAfter : lead + own.length < whole.length };
}

/**
 * Which part of what was cut out is the message's text, and where in that it begins. Above it stands a title, below it
 * answers and files, each on lines of their own.
 * @param {string} text @param {string} content @returns {{ from: number, to: number, at: number }}
 */
function shared(text, content) {
  const inside = content.indexOf(text);
  if (inside >= 0) return { from: 0, to: text.length, at: inside };
  const whole = content ? text.indexOf(content) : -1;
  if (whole >= 0) return { from: whole, to: whole + content.length, at: 0 };
  for (let line = text.indexOf("\n"); line >= 0; line = text.indexOf("\n", line + 1)) {
    if (content.startsWith(text.slice(line + 1))) return { from: line + 1, to: text.length, at: 0 };
    if (content.endsWith(text.slice(0, line))) return { from: 0, to: line, at: content.length - line };
  }
  return { from: 0, to: 0, at: 0 };
}

/** @param {string} text @param {{ start: number, end: number }[]} marks in order; what lies beyond the text is left out */
function withSigns(text, marks) {
  let signed = "";
  let last = 0;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, 0), Math.min(mark.end, text.length)];
    if (start >= end || IN_ADDRESS.test(text.slice(0, start))) continue;
    signed += text.slice(last, start) + FROM + text.slice(start, end) + TO;
    last = end;
  }
  return signed + text.slice(last);
}

/** Where to begin, so that the first mark is near: after a space, if there is one. @param {string} signed */
function leadOf(signed) {
  const first = signed.indexOf(FROM);
  const far = first - LEAD_CHARS;
  return far > 0 ? far + signed.slice(far, first).search(/\s/u) + 1 : 0;
}

/** @param {string} signed @returns {Piece[]} */
const piecesOf = (signed) => [...signed.matchAll(/\ufdd0([^\ufdd0\ufdd1]*)|([^\ufdd0\ufdd1]+)/gu)]
  .map(([, marked, other]) => ({ text: marked ?? other, isMarked: marked !== undefined }))
  .filter((piece) => piece.text);
