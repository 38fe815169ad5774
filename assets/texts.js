/**
 * Makes what the page says out of a catalogue: messages in ICU's syntax, in which `{name}`, `{count, number}`,
 * `{count, plural, …}` and `{kind, select, …}` stand for values.
 *
 * @import { TypeHandler } from "./vendor/icu-message-formatter/dist/icu-message-formatter.mjs"
 */
import { isRightToLeft, language, locale } from "./language.js";
import { MessageFormatter, parseCases } from "./vendor/icu-message-formatter/dist/icu-message-formatter.mjs";

/**
 * The values of a message, read from its text. `Inside` goes on where text stands and gives the values and what follows the
 * closing brace, `Value` where a value begins, `Cases` where a case does.
 *
 * @template {string} S @template V
 * @typedef {S extends `${infer Before}{${infer After}`
 *   ? Before extends `${string}}${string}` ? S extends `${string}}${infer Rest}` ? [V, Rest] : never : Value<After, V>
 *   : S extends `${string}}${infer Rest}` ? [V, Rest] : [V, ""]} Inside
 */
/**
 * @template {string} S @template V
 * @typedef {S extends `${infer Head}}${infer Rest}`
 *   ? Head extends `${infer Name}, ${infer Kind}, ${string}`
 *     ? S extends `${Name}, ${Kind}, ${infer After}` ? Cases<After, V & Record<Name, Kind extends "plural" ? number : string | number | boolean>> : never
 *     : Head extends `${infer Name}, number` ? Inside<Rest, V & Record<Name, number>> : Inside<Rest, V & Record<Head, string>>
 *   : never} Value
 */
/**
 * @template {string} S @template V
 * @typedef {S extends `${infer Before}{${infer After}`
 *   ? Before extends `${string}}${string}` ? S extends `${string}}${infer Rest}` ? Inside<Rest, V> : never
 *   : Inside<After, V> extends [infer W, infer Rest extends string] ? Cases<Rest, W> : never
 *   : S extends `${string}}${infer Rest}` ? Inside<Rest, V> : never} Cases
 */
/**
 * A text without values is a string; one with values is a function of them.
 *
 * @template {Record<string, string>} C
 * @typedef {{ readonly [K in keyof C]: C[K] extends `${string}{${string}` ? (values: Inside<C[K], {}>[0]) => string : string }} Texts
 */

/** Written from right to left: Hebrew, Arabic and their kin. */
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/**
 * What people wrote keeps its own direction, and does not turn the sentence around it. What has such parts goes along with the sentence.
 * @param {string} value @param {boolean} [isLeftward] whether the sentence is
 */
export const isolated = (value, isLeftward = isRightToLeft) =>
  ((isLeftward || LEFTWARD.test(value)) && !value.includes(ISOLATE) ? ISOLATE + value + END_OF_ISOLATE : value);

/** Each message is taken apart once. @type {Map<string, Record<string, string>>} */
const known = new Map();

/** @param {string} written */
function casesOf(written) {
  const cases = known.get(written) ?? parseCases(written).cases;
  known.set(written, cases);
  return cases;
}

/** @type {TypeHandler} */
function select(value, written, _, values, process) {
  const cases = casesOf(written);
  return process(cases[String(value).replace(/[\u2068\u2069]/gu, "")] ?? cases.other, values);
}

/**
 * Writes messages in a language.
 * @param {string} inLanguage whose plurals they have @param {string} inLocale in which numbers are written @param {boolean} isLeftward
 * @returns {(message: string, values: Record<string, unknown>) => string}
 */
export function writer(inLanguage, inLocale, isLeftward) {
  const numbers = new Intl.NumberFormat(inLocale);
  const rules = new Intl.PluralRules(inLanguage);

  // The library's own plural takes "one" for 0 where French says so, even if "=0" stands there.
  /** @type {TypeHandler} */
  function plural(count, written, _, values, process) {
    const cases = casesOf(written);
    const chosen = cases[`=${count}`] ?? cases[rules.select(count)] ?? cases.other;
    // A "#" is the number of the plural that is nearest around it.
    return process(chosen.replace(/(?<!\{)#/gu, "{#, number}"), { ...values, "#": count });
  }
  const formatter = new MessageFormatter(inLocale, { number: (value) => numbers.format(value), plural, select });

  return (message, values) => {
    const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? isolated(value, isLeftward) : value]));
    // Not `format`: it remembers whatever it has ever written.
    return formatter.process(message, safe).flat(Infinity).join("");
  };
}

const write = writer(language, locale, isRightToLeft);

/**
 * @template {Record<string, string>} C
 * @param {C} catalogue
 * @returns {Texts<C>}
 */
export function texts(catalogue) {
  const said = Object.entries(catalogue).map(([key, message]) =>
    [key, message.includes("{") ? (/** @type {Record<string, unknown>} */ values) => write(message, values) : message]);
  return Object.fromEntries(said);
}
