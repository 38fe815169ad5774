/**
 * What is looked for, as text and as chips. Pure.
 *
 * @typedef {{ key: string, value: string }} Filter
 * @typedef {{ filters: Filter[], text: string }} Asked
 */

/** As the server reads it: a known word, a colon, and a value that may stand in quotes. */
const FILTER = /(?<=^|\s)(from|in|before|after|since|on|has|is):("([^"]*)"|[^\s"]+)(?=\s|$)/giu;

/** A phrase is no filter, whatever stands in it. */
const PHRASE = /(?<![^\s])"[^"]*("|$)/gu;

/**
 * Takes a question apart.
 * @param {string} q
 * @param {{ isTyping?: boolean }} [how] `isTyping`: a filter at the end may still grow, and stays text
 * @returns {Asked}
 */
export function read(q, { isTyping = false } = {}) {
  /** @type {Filter[]} */
  const filters = [];
  const phrases = [...q.matchAll(PHRASE)].map((found) => [found.index, found.index + found[0].length]);
  const text = q.replace(FILTER, (whole, key, value, quoted, at) => {
    const isQuoted = phrases.some(([from, to]) => at >= from && at < to);
    if (isQuoted || (isTyping && at + whole.length === q.length)) return whole;
    const filter = { key: key.toLowerCase(), value: quoted ?? value };
    if (filter.value.trim() && !filters.some((one) => isSame(one, filter))) filters.push(filter);
    return "";
  });
  return { filters, text: filters.length ? text.replace(/\s+/gu, " ").trimStart() : text };
}

/** @param {Filter} a @param {Filter} b */
export const isSame = (a, b) => a.key === b.key && a.value === b.value;

/** @param {Filter} filter */
export const written = ({ key, value }) => `${key}:${/\s/u.test(value) ? `"${value}"` : value}`;

/** The question as the address and the server have it. @param {Asked} asked */
export const join = ({ filters, text }) => [...filters.map(written), text.trim()].filter(Boolean).join(" ");

/**
 * What can be asked as it stands: a filter that is only begun is left out.
 * @param {string} text
 */
export const askable = (text) => text.replace(/(?<=^|\s)(from|in|before|after|since|on|has|is):("[^"]*|\S*)$/iu, "").trim();

/** @param {Date} [now] how far the clock is from UTC, as "+02:00" */
export function utcOffset(now = new Date()) {
  const minutes = -now.getTimezoneOffset();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
