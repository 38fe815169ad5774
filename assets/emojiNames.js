/**
 * `:names:` in what one writes. Pure.
 *
 * @import { Table } from "./emojiTable.js"
 */

const NAMED = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)|:([a-z0-9_+-]{2,40}):/gu;

/** Whether there may be a `:name:` in it. @param {string} text */
export const mayHaveNames = (text) => /:[a-z0-9_+-]{2,40}:/u.test(text);

/** Turns each `:name:` into its emoji, but for those in code. @param {string} text @param {Table} names @param {number} skin */
export const withNamed = (text, names, skin) => text.replace(NAMED, (whole, code, name) =>
  (code ? whole : names.byName(name, skin) ?? whole));

/**
 * The name that is being written before the caret, in any language: two letters or more, or one sign of Chinese, whose colon
 * may be a wide one.
 * @param {string} text up to the caret
 * @returns {string | null}
 */
export const nameAtEnd = (text) => /(?:^|[\s(（])[:：]([\p{L}\p{M}\p{N}_+-]{2,40}|\p{Script=Han})$/u.exec(text.slice(-60))?.[1] ?? null;
