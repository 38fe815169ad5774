/**
 * What to say when the server refuses something: in the language of the page, by the `code` that the server gives.
 *
 * @import { Problem } from "./protocol.js"
 */
import { size } from "./format.js";
import { language } from "./language.js";
import { sayRefusals } from "./strings/refusals.js";

/** Each stands for many reasons; the server's own sentence, which is in English, says which. */
const VAGUE = ["malformed", "invalid", "forbidden", "not_found", "conflict"];
/** Of these, too, it tells more, but not so much that it is worth two languages. */
const COARSE = [...VAGUE, "taken"];

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

/** @param {Problem} problem */
export function worded(problem) {
  const said = problem.detail || problem.title;
  const sentence = byCode(problem);
  if (!sentence || (language === "en" && COARSE.includes(problem.code))) return said;
  return VAGUE.includes(problem.code) ? sayRefusals.withReason({ sentence, reason: said }) : sentence;
}
