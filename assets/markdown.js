/**
 * What people type, read as a tree of the few nodes that are allowed.
 *
 * Never HTML: the tree is drawn by components/Markdown.js as elements and text.
 * The work grows with the length of the text and nothing else: each pass walks
 * the text once, look-ups are tables made beforehand, depth is limited.
 *
 * @typedef {import("./markdownInline.js").Inline} Inline
 * @typedef {{ type: "p", children: Inline[] } | { type: "fence", language: string, text: string }
 *   | { type: "quote", children: Block[] }
 *   | { type: "list", start: number | null, items: Item[] }
 *   | { type: "table", align: Align[], head: Inline[][], rows: Inline[][][] }} Block
 * `check` tells of a task whether it is done; `null`: it is none.
 * @typedef {{ check: boolean | null, blocks: Block[] }} Item
 * @typedef {"start" | "center" | "end" | null} Align
 * @typedef {{ steps: number }} Meter counts the work, for the tests
 */

import { inline } from "./markdownInline.js";

export { emojiPieces, isBigEmoji, MAX_DEPTH, safeHref } from "./markdownInline.js";

/** Quotes and lists inside one another. */
const MAX_NESTING = 8;
const MAX_COLUMNS = 32;

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]{0,40})[^`]*$/u;
const ITEM = /^( {0,12})([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/u;

/**
 * @param {string} text
 * @param {Meter} [meter]
 * @returns {Block[]}
 */
export function parse(text, meter = { steps: 0 }) {
  return blocks(text.replace(/\r\n?/gu, "\n").split("\n"), 0, meter);
}

/** @param {string[]} lines @param {number} depth @param {Meter} meter @returns {Block[]} */
function blocks(lines, depth, meter) {
  /** @type {Block[]} */
  const found = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    meter.steps += line.length + 1;
    const fence = FENCE.exec(line);
    if (fence) at = takeFence(lines, at, fence, found, meter);
    else if (depth < MAX_NESTING && isQuote(line)) at = takeQuote(lines, at, depth, found, meter);
    else if (depth < MAX_NESTING && ITEM.test(line)) at = takeList(lines, at, depth, found, meter);
    else if (isTable(lines, at, meter)) at = takeTable(lines, at, found, meter);
    else if (!line.trim()) at += 1;
    else at = takeParagraph(lines, at, depth, found, meter);
  }
  return found;
}

/** @param {string} line */
const isQuote = (line) => line.startsWith(">");

/** @param {string[]} lines @param {number} at @param {RegExpExecArray} fence @param {Block[]} found @param {Meter} meter */
function takeFence(lines, at, fence, found, meter) {
  const mark = fence[1];
  let end = at + 1;
  // A fence that is never closed reaches to the end of the text.
  while (end < lines.length && !closesFence(lines[end], mark)) {
    meter.steps += lines[end].length + 1;
    end += 1;
  }
  found.push({ type: "fence", language: fence[2], text: lines.slice(at + 1, end).join("\n") });
  return end + 1;
}

/** @param {string} line @param {string} mark */
function closesFence(line, mark) {
  const bare = line.trim();
  return bare.length >= mark.length && bare === mark[0].repeat(bare.length);
}

/** @param {string[]} lines @param {number} at @param {number} depth @param {Block[]} found @param {Meter} meter */
function takeQuote(lines, at, depth, found, meter) {
  const inner = [];
  let end = at;
  while (end < lines.length && isQuote(lines[end])) {
    inner.push(lines[end].slice(lines[end][1] === " " ? 2 : 1));
    end += 1;
  }
  found.push({ type: "quote", children: blocks(inner, depth + 1, meter) });
  return end;
}

/** @param {string[]} lines @param {number} at @param {number} depth @param {Block[]} found @param {Meter} meter */
function takeList(lines, at, depth, found, meter) {
  const first = /** @type {RegExpExecArray} */ (ITEM.exec(lines[at]));
  const indent = first[1].length;
  const isOrdered = /\d/u.test(first[2]);
  /** @type {string[][]} */
  const items = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    meter.steps += line.length + 1;
    const item = ITEM.exec(line);
    if (item && item[1].length <= indent + 1) {
      if (item[1].length + 1 < indent || /\d/u.test(item[2]) !== isOrdered) break;
      items.push([line.slice(item[0].length)]);
    } else if (line.trim() && (item || startsWithSpace(line, indent + 2))) {
      items[items.length - 1].push(line.slice(Math.min(indent + 2, leadingSpace(line))));
    } else break;
  }
  const start = isOrdered ? Number.parseInt(first[2], 10) : null;
  found.push({ type: "list", start, items: items.map((inner) => itemOf(inner, depth, meter)) });
  return end;
}

/** @param {string[]} lines @param {number} depth @param {Meter} meter @returns {Item} */
function itemOf(lines, depth, meter) {
  const task = /^\[([ xX])\] +(?=\S)/u.exec(lines[0]);
  if (task) lines[0] = lines[0].slice(task[0].length);
  return { check: task && task[1] !== " ", blocks: blocks(lines, depth + 1, meter) };
}

/** A line of cells, and below it one of dashes. @param {string[]} lines @param {number} at @param {Meter} meter */
function isTable(lines, at, meter) {
  const below = lines[at + 1];
  if (below === undefined || !lines[at].includes("|") || !below.includes("-")) return false;
  meter.steps += lines[at].length + below.length;
  if (!/^[|:\- \t]+$/u.test(below)) return false;
  const dashes = cellsOf(below);
  return dashes.every((cell) => /^:?-+:?$/u.test(cell)) && dashes.length === cellsOf(lines[at]).length;
}

/** The cells of a line; a bar behind a backslash is text. @param {string} line @returns {string[]} */
function cellsOf(line) {
  const text = line.trim();
  const cells = [];
  let cell = "";
  for (let at = text.startsWith("|") ? 1 : 0; at < text.length; at += 1) {
    if (text[at] === "\\" && text[at + 1] === "|") {
      cell += "|";
      at += 1;
    } else if (text[at] !== "|") cell += text[at];
    else {
      cells.push(cell.trim());
      cell = "";
    }
  }
  if (cell.trim() || !text.endsWith("|")) cells.push(cell.trim());
  return cells.slice(0, MAX_COLUMNS);
}

/** @param {string} dashes @returns {Align} */
function alignOf(dashes) {
  const isEnd = dashes.endsWith(":");
  if (dashes.startsWith(":")) return isEnd ? "center" : "start";
  return isEnd ? "end" : null;
}

/** @param {string[]} lines @param {number} at @param {Block[]} found @param {Meter} meter */
function takeTable(lines, at, found, meter) {
  const align = cellsOf(lines[at + 1]).map(alignOf);
  const read = (/** @type {string} */ line) => cellsOf(line).slice(0, align.length).map((cell) => inline(cell, meter));
  const rows = [];
  let end = at + 2;
  for (; end < lines.length && lines[end].includes("|"); end += 1) {
    meter.steps += lines[end].length + 1;
    rows.push(read(lines[end]));
  }
  found.push({ type: "table", align, head: read(lines[at]), rows });
  return end;
}

/** @param {string} line */
function leadingSpace(line) {
  let count = 0;
  while (line[count] === " ") count += 1;
  return count;
}

/** @param {string} line @param {number} count */
const startsWithSpace = (line, count) => leadingSpace(line) >= count;

/** @param {string[]} lines @param {number} at @param {number} depth @param {Block[]} found @param {Meter} meter */
function takeParagraph(lines, at, depth, found, meter) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !startsBlock(lines[end], depth) && !isTable(lines, end, meter)) {
    meter.steps += lines[end].length + 1;
    end += 1;
  }
  found.push({ type: "p", children: inline(lines.slice(at, end).join("\n"), meter) });
  return end;
}

/** @param {string} line @param {number} depth */
const startsBlock = (line, depth) => FENCE.test(line)
  || (depth < MAX_NESTING && (isQuote(line) || ITEM.test(line)));
