/**
 * A workspace's own emoji: `:names:` in what was said become pictures where they are known. Pure.
 *
 * @import { Block, Inline } from "./markdown.js"
 * @import { Id } from "./protocol.js"
 */
import { inTexts } from "./mentions.js";

/** The id of an emoji by its name, where there is one. @typedef {(name: string) => Id | null} Find */

const NAMED = /(?<![\p{L}\p{N}]):([a-z0-9_-]{2,32}):(?![\p{L}\p{N}])/gu;

/** Whether something stands for an emoji of a workspace's own. @param {string} emoji */
export const isOwn = (emoji) => emoji.length > 3 && emoji.startsWith(":") && emoji.endsWith(":");

/** @param {string} emoji as in `:name:` */
export const nameOfOwn = (emoji) => emoji.slice(1, -1);

/** @param {Id} id */
export const pictureOf = (id) => `/api/v1/emoji/${id}`;

/** The tree with pictures in it; code and links stay as they are. @param {Block[]} tree @param {Find} find @returns {Block[]} */
export const withOwn = (tree, find) => inTexts(tree, (text) => piecesWithOwn(text, find));

/** @param {string} text @param {Find} find @returns {Inline[]} */
export function piecesWithOwn(text, find) {
  /** @type {Inline[]} */
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(NAMED)) {
    const id = find(found[1]);
    if (!id) continue;
    if (found.index > from) pieces.push({ type: "text", text: text.slice(from, found.index) });
    pieces.push({ type: "own", text: found[0], id });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
}

/** With an emoji of Unicode for each of a workspace's own, for what counts them. @param {string} text @param {Find} find */
export const asUnicode = (text, find) => text.replace(NAMED, (whole, name) => (find(name) ? "🙂" : whole));

/**
 * Names that begin so, then those with it anywhere.
 * @param {string[]} names @param {string} query @param {number} limit
 */
export function namesLike(names, query, limit) {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const begins = names.filter((name) => name.startsWith(wanted));
  return [...begins, ...names.filter((name) => !name.startsWith(wanted) && name.includes(wanted))].slice(0, limit);
}
