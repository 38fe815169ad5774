/**
 * Times to come: those that are offered, and how they are written.
 *
 * @typedef {"in20" | "in60" | "in180" | "tomorrow" | "monday"} Preset
 */
import { clock, dayKey, fullDay } from "./format.js";
import { sayLater } from "./strings/later.js";

const MINUTE = 60_000;
const MORNING = 9;

/** @type {Record<Preset, string>} */
const names = { in20: sayLater.in20, in60: sayLater.in60, in180: sayLater.in180, tomorrow: sayLater.tomorrow, monday: sayLater.nextMonday };

/** @param {number} now @param {number} days */
function morningIn(now, days) {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(MORNING, 0, 0, 0);
}

/** @param {Preset} preset @param {number} now @returns {number} */
export function instantOf(preset, now) {
  switch (preset) {
    case "in20": return now + 20 * MINUTE;
    case "in60": return now + 60 * MINUTE;
    case "in180": return now + 180 * MINUTE;
    case "tomorrow": return morningIn(now, 1);
    // On a Monday the next one.
    case "monday": return morningIn(now, (8 - new Date(now).getDay()) % 7 || 7);
  }
}

/**
 * What is offered, each time once.
 * @param {Preset[]} presets @param {number} now
 * @returns {{ preset: Preset, name: string, at: number }[]}
 */
export function offered(presets, now) {
  const all = presets.map((preset) => ({ preset, name: names[preset], at: instantOf(preset, now) }));
  return all.filter((one, at) => all.findIndex((other) => other.at === one.at) === at);
}

/** "tomorrow at 09:00". @param {string | number} instant @param {number} now */
export function whenText(instant, now = Date.now()) {
  const time = clock(instant);
  if (dayKey(instant) === dayKey(now)) return sayLater.todayAt({ time });
  if (dayKey(instant) === dayKey(morningIn(now, 1))) return sayLater.tomorrowAt({ time });
  return sayLater.dayAt({ day: fullDay(instant), time });
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** As a field for a date and a time wants it, in local time. @param {string | number} instant */
export function fieldValue(instant) {
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param {string} value of such a field @returns {string | null} an instant */
export function instantIn(value) {
  const at = new Date(value);
  return value && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}
