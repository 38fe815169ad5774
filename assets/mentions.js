/**
 * Who is called by name: in what is said, in what is being written, and of
 * that what I have not read yet. Pure.
 *
 * @import { Block, Inline } from "./markdown.js"
 * @import { Id, Message } from "./protocol.js"
 * @import { State } from "./state.js"
 */
import { keyOfMessage, mentionsOf, ordinalsOf, withPosition } from "./places.js";

/** What is drawn as a chip, by the word after the "@", in lower case. @typedef {Record<string, { id: Id | null, isMe: boolean }>} Names */

const NAME = /(?<![\p{L}\p{N}/=@&?#%+.\-$\\])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?)(?![\p{L}\p{N}@])/gu;

/** Whether a message of somebody else calls me, by name or with everybody. @param {Message} message @param {Id} me */
export const isForMe = (message, me) => message.sender_id !== me && !message.deleted_at
  && (message.calls !== null && message.calls !== undefined || (message.mentions ?? []).includes(me));

/**
 * Whether a message that I have not read calls me, as it stands: told once is as good as twice.
 * @param {State} state @param {Message} message @returns {State}
 */
export function withMentioned(state, message) {
  const { ordinal } = message;
  if (ordinal === null) return state;
  const key = keyOfMessage(message);
  const { read, silent } = ordinalsOf(state, key);
  const held = mentionsOf(state, key);
  const isCounted = ordinal > read && isForMe(message, state.me.id);
  if (held.includes(ordinal) === isCounted) return state;
  const next = isCounted ? [ordinal, ...held].sort((a, b) => b - a) : held.filter((one) => one !== ordinal);
  return withPosition(state, key, read, silent, next);
}

/** What a message's text may have drawn as chips. @param {Message} message @param {Id} me @param {(id: Id) => string | undefined} usernameOf @returns {Names} */
export function namesIn(message, me, usernameOf) {
  /** @type {Names} */
  const names = {};
  for (const id of message.mentions ?? []) {
    const name = usernameOf(id);
    if (name) names[name] = { id, isMe: id === me };
  }
  if (message.calls) for (const word of ["everyone", "here"]) names[word] = { id: null, isMe: message.sender_id !== me };
  return names;
}

/** The tree with chips in it; code and links stay as they are. @param {Block[]} tree @param {Names} names @returns {Block[]} */
export const withChips = (tree, names) => (Object.keys(names).length ? inTexts(tree, (text) => piecesOf(text, names)) : tree);

/** What a plain text becomes. @typedef {(text: string) => Inline[]} Cut */

/** The tree with its plain texts cut up. @param {Block[]} tree @param {Cut} cut @returns {Block[]} */
export const inTexts = (tree, cut) => tree.map((block) => inBlock(block, cut));

/** @param {Block} block @param {Cut} cut @returns {Block} */
function inBlock(block, cut) {
  switch (block.type) {
    case "p": return { ...block, children: inLine(block.children, cut) };
    case "quote": return { ...block, children: inTexts(block.children, cut) };
    case "list": return { ...block, items: block.items.map((item) => ({ ...item, blocks: inTexts(item.blocks, cut) })) };
    case "table": {
      const row = (/** @type {Inline[][]} */ cells) => cells.map((cell) => inLine(cell, cut));
      return { ...block, head: row(block.head), rows: block.rows.map(row) };
    }
    default: return block;
  }
}

/** @param {Inline[]} nodes @param {Cut} cut @returns {Inline[]} */
const inLine = (nodes, cut) => nodes.flatMap((node) => {
  if (node.type === "text") return cut(node.text);
  return node.type !== "link" && "children" in node ? [{ ...node, children: inLine(node.children, cut) }] : [node];
});

/** @param {string} text @param {Names} names @returns {Inline[]} */
export function piecesOf(text, names) {
  /** @type {Inline[]} */
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(NAME)) {
    const name = found[1].toLowerCase();
    if (!Object.hasOwn(names, name)) continue;
    if (found.index > from) pieces.push({ type: "text", text: text.slice(from, found.index) });
    pieces.push({ type: "mention", text: found[0], ...names[name] });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
}

/** What finds words as wholes, whatever their case; `null` for none. @param {string[]} words @returns {RegExp | null} */
export function patternOf(words) {
  if (!words.length) return null;
  const escaped = words.map((word) => word.normalize("NFKC").replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replaceAll(" ", "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
}

/** The tree with the words marked. @param {Block[]} tree @param {RegExp} pattern @returns {Block[]} */
export const withMarked = (tree, pattern) => inTexts(tree, (text) => {
  /** @type {Inline[]} */
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) pieces.push({ type: "text", text: text.slice(from, found.index) });
    pieces.push({ type: "marked", text: found[0] });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
});

/**
 * What is written after an "@" before the caret, if a name is being written there.
 * @param {string} text up to the caret
 * @returns {string | null}
 */
export const mentionAtEnd = (text) => /(?:^|[\s([{*_~"'>])@([A-Za-z0-9._-]{0,32})$/u.exec(text.slice(-60))?.[1] ?? null;

/**
 * What is written after a "#" before the caret, if a group is being named there.
 * @param {string} text up to the caret
 * @returns {string | null}
 */
export const groupAtEnd = (text) => /(?:^|[\s([{*_~"'>])#([^\s#`]{1,80})$/u.exec(text.slice(-120))?.[1] ?? null;

/**
 * Whether what was suggested for the beginning of a word may still be meant by more of it.
 * @param {{ text: string, name: string, label: string }} suggestion @param {string} word with its sign: `@in`, `#gar`, `:smi`
 */
export function isStillMeant({ text, name, label }, word) {
  const isOfThisKind = text.startsWith(word[0]) || name.startsWith(word[0]);
  const plain = (/** @type {string} */ one) => fold(one).replaceAll("-", " ");
  return isOfThisKind && [text, name, label].some((one) => plain(one).includes(plain(word.slice(1))));
}

/** What a text may have drawn as links to groups, by handle. @typedef {Record<string, { id: Id, name: string }>} Groups */

const HANDLE = /(?<![\p{L}\p{N}/=@&?#%+.\-$\\])#([^\s#`]{1,160})/gu;
const AT_AN_END = /[.,;:!?)\]}>"'*_~|”’»…]+$/u;

/** As the server compares them. @param {string} text */
const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFKC");

/** A text with links in it. @param {string} text @param {Groups} groups @returns {Inline[]} */
export function withGroupLinks(text, groups) {
  /** @type {Inline[]} */
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(HANDLE)) {
    const written = [found[1], found[1].replace(AT_AN_END, "")].find((one) => Object.hasOwn(groups, fold(one)));
    if (written === undefined) continue;
    if (found.index > from) pieces.push({ type: "text", text: text.slice(from, found.index) });
    pieces.push({ type: "group", text: `#${groups[fold(written)].name}`, id: groups[fold(written)].id });
    from = found.index + 1 + written.length;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
}
