/**
 * What to say when the server refuses something: in the language of the page, by the `code` that the server gives, and
 * where one code has many reasons, by the server's own words, which are English.
 *
 * @import { Problem } from "./protocol.js"
 */
import { size } from "./format.js";
import { language } from "./language.js";
import { sayReasons } from "./strings/reasons.js";
import { sayRefusals } from "./strings/refusals.js";

/** Each stands for many reasons. What is said of the code alone is vague. */
const VAGUE = ["malformed", "invalid", "forbidden", "not_found", "conflict", "taken"];

/** @param {Problem} problem @returns {string | null} nothing where a value is missing or the code is not known */
function byCode({ code, field, retry_after_secs: secs, max_bytes: max, quota_bytes: quota, used_bytes: used }) {
  switch (code) {
    case "taken": return sayRefusals.taken({ field: field ?? "" });
    case "rate_limited": return secs ? sayRefusals.rate_limited({ secs }) : null;
    case "too_large": return max ? sayRefusals.too_large({ max: size(max) }) : null;
    case "quota_exceeded": return quota !== undefined && used !== undefined ? sayRefusals.quota_exceeded({ quota: size(quota), used: size(used) }) : null;
  }
  const said = Object.hasOwn(sayRefusals, code) ? sayRefusals[/** @type {keyof typeof sayRefusals} */ (code)] : null;
  return typeof said === "string" ? said : null;
}

/**
 * Finds the server's words among those that have something filled in: "must have at most {max} characters".
 * @param {string} key @returns {RegExp}
 */
function patternOf(key) {
  const parts = key.split(/\{(\w+)\}/u);
  return new RegExp(`^${parts.map((part, at) => (at % 2 ? `(?<${part}>.+)` : part.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"))).join("")}$`, "u");
}

/**
 * What a language says for the server's words.
 * @param {string} words @param {Record<string, string | ((values: Record<string, unknown>) => string)>} reasons
 * @returns {string | null} nothing where it has none for them
 */
export function reasonFor(words, reasons) {
  for (const [key, said] of Object.entries(reasons)) {
    const found = patternOf(key).exec(words);
    if (!found) continue;
    if (typeof said === "string") return said;
    const { why, ...filledIn } = found.groups ?? {};
    const values = Object.entries(filledIn).map(([name, value]) => [name, /^\d+$/u.test(value) ? Number(value) : value]);
    // What is wrong with one of several is told in the server's words as well.
    const inner = why && reasonFor(why, reasons);
    return inner === null ? null : said({ ...Object.fromEntries(values), why: inner });
  }
  return null;
}

/** @param {Problem} problem */
export function worded(problem) {
  const said = problem.detail || problem.title;
  if (language === "en" && VAGUE.includes(problem.code)) return said;
  // Of an input it says which, by a name that only programs know: "'name' must not be empty."
  const words = problem.code === "invalid" ? said.slice(`'${problem.field}' `.length, -1) : said;
  const reason = VAGUE.includes(problem.code) ? reasonFor(words, sayReasons) : null;
  return reason ?? byCode(problem) ?? said;
}
