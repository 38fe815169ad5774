/**
 * How times, names and numbers are written. Everything goes through Intl, in
 * the language of the page and the browser's own time zone.
 */
import { locale } from "./language.js";
import { say } from "./strings/main.js";
import { isolated } from "./texts.js";

const has12Hours = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === true;
const clockFormat = new Intl.DateTimeFormat(locale, { hour: has12Hours ? "numeric" : "2-digit", minute: "2-digit" });
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: "long" });
const dateFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const fullDateFormat = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const oldDateFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const soonFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
const stampFormat = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
const agoFormat = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param {string | number | Date} instant */
export const clock = (instant) => clockFormat.format(new Date(instant));

/** For the gutter, which has no room for "PM". @param {string | number | Date} instant */
export const bareClock = (instant) => clockFormat.formatToParts(new Date(instant))
  .filter((part) => part.type !== "dayPeriod").map((part) => part.value).join("").trim();

/** @param {string | number | Date} instant */
export const fullStamp = (instant) => stampFormat.format(new Date(instant));

/** For what is to come: the time of today, else day and time. @param {string} instant */
export const whenOf = (instant) => (dayKey(instant) === dayKey(Date.now()) ? clock(instant) : soonFormat.format(new Date(instant)));

/** @param {string | number | Date} instant */
export const dayAndMonth = (instant) => dateFormat.format(new Date(instant));

/** With the year. @param {string | number | Date} instant */
export const dateInFull = (instant) => oldDateFormat.format(new Date(instant));

/** "Monday, 7 December". @param {string | number | Date} instant */
export const fullDay = (instant) => fullDateFormat.format(new Date(instant));

/**
 * The local calendar day as a key: equal for two instants of one day.
 * @param {string | number | Date} instant
 */
export function dayKey(instant) {
  const date = new Date(instant);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/**
 * The name of a day and the date beside it.
 * @param {string | number | Date} instant
 * @param {number} now
 * @returns {{ name: string, date: string }}
 */
export function dayLine(instant, now = Date.now()) {
  const date = new Date(instant);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((midnight - new Date(date).setHours(0, 0, 0, 0)) / DAY);
  if (daysAgo === 0) return { name: say.today, date: fullDateFormat.format(date) };
  if (daysAgo === 1) return { name: say.yesterday, date: fullDateFormat.format(date) };
  if (daysAgo < 300) return { name: weekdayFormat.format(date), date: dateFormat.format(date) };
  return { name: weekdayFormat.format(date), date: oldDateFormat.format(date) };
}

/**
 * "3 min ago", "yesterday"; for what is not a message.
 * @param {string} instant
 * @param {number} now
 */
export function ago(instant, now = Date.now()) {
  const passed = now - new Date(instant).getTime();
  if (passed < MINUTE) return say.justNow;
  if (passed < HOUR) return agoFormat.format(-Math.floor(passed / MINUTE), "minute");
  if (passed < DAY) return agoFormat.format(-Math.floor(passed / HOUR), "hour");
  if (passed < 14 * DAY) return agoFormat.format(-Math.floor(passed / DAY), "day");
  return dateInFull(instant);
}

const numberFormat = new Intl.NumberFormat(locale);
const secondsFormat = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
const percentFormat = new Intl.NumberFormat(locale, { style: "percent" });
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const sizeFormats = UNITS.map((unit) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short", maximumFractionDigits: 1 }));

/** @param {number} count */
export const number = (count) => numberFormat.format(count);

/** What stands in a badge has little room. @param {number} count */
export const badge = (count) => (count > 99 ? `${numberFormat.format(99)}+` : numberFormat.format(count));

const allFormat = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });

/** "Today · Monday, 7 December". @param {string | number | Date} instant */
export const dayInFull = (instant) => Object.values(dayLine(instant)).join(" · ");

/** "Ada, Ben and Cleo". @param {string[]} names */
export const listed = (names) => allFormat.format(names.map((name) => isolated(name)));

/** "Ada, Ben and 3 more". @param {string[]} names @param {number} count how many are not named */
export const fewOf = (names, count) => (count > 0 ? say.reactedBy({ names: names.reduce((all, name) => say.nameAfterNames({ names: all, name })), count }) : listed(names));

/** @param {number} share from 0 or above */
export const percent = (share) => percentFormat.format(share);

/** "1.2 MB". @param {number} bytes */
export function size(bytes) {
  let unit = 0;
  let count = bytes;
  while (count >= 1000 && unit < UNITS.length - 1) {
    count /= 1000;
    unit += 1;
  }
  return sizeFormats[unit].format(count >= 100 ? Math.round(count) : count);
}

/** "1:05". @param {number} ms */
export function duration(ms) {
  const secs = Math.floor(ms / 1000);
  return `${numberFormat.format(Math.floor(secs / 60))}:${secondsFormat.format(secs % 60)}`;
}

/**
 * One or two letters that stand for a name, as people see letters: an
 * accent or an emoji is not torn from its base.
 * @param {string} name
 */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  return picked.map((word) => firstLetter(word).toLocaleUpperCase(locale)).join("") || "?";
}

/** @param {string} word */
function firstLetter(word) {
  for (const part of new Intl.Segmenter().segment(word)) return part.segment;
  return "";
}

/**
 * One of six tints, always the same for one id.
 * @param {string} id
 */
export function tint(id) {
  // FNV-1a. Its high bits: ids made within a minute differ in a few letters only.
  let sum = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) sum = Math.imul(sum ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return ((sum >>> 12) % 6) + 1;
}

/**
 * What to call a signed-in browser, from its User-Agent.
 * @param {string} userAgent
 * @returns {{ name: string, isHandheld: boolean }}
 */
export function deviceName(userAgent) {
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1] ?? say.someProgram;
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1];
  const isHandheld = /Mobile|Android|iPhone|iPad/u.test(userAgent);
  return { name: system ? say.browserOnSystem({ browser, system }) : browser, isHandheld };
}

/** The order matters: most browsers claim to be several. @type {[string, string][]} */
const BROWSERS = [
  ["Firefox/", "Firefox"], ["Edg/", "Edge"], ["OPR/", "Opera"], ["Chrome/", "Chrome"],
  ["Safari/", "Safari"], ["curl/", "curl"],
];

/** @type {[string, string][]} */
const SYSTEMS = [
  ["Android", "Android"], ["iPhone", "iPhone"], ["iPad", "iPad"], ["CrOS", "ChromeOS"],
  ["Windows", "Windows"], ["Mac OS X", "macOS"], ["Linux", "Linux"],
];
