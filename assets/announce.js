/**
 * Two regions that screen readers listen to; they stand in index.html, empty
 * from the start. Messages are told at most once a second, a burst as a sum.
 */
import { say } from "./strings/main.js";

/** @type {{ name: string, text: string }[]} */
let waiting = [];
let timer = 0;

/** @param {string} id @param {string} text */
function put(id, text) {
  const region = document.getElementById(id);
  if (!region) return;
  const line = document.createElement("p");
  line.textContent = text;
  region.replaceChildren(line);
}

function tell() {
  timer = 0;
  const told = waiting;
  waiting = [];
  if (told.length === 1) put("say-log", say.spoke({ name: told[0].name, text: told[0].text }));
  else if (told.length > 1) put("say-log", say.burst({ count: told.length, people: new Set(told.map((one) => one.name)).size }));
}

/** A message in the open conversation. @param {string} name @param {string} text */
export function announceMessage(name, text) {
  waiting.push({ name, text: text.slice(0, 400).replace(/\|\|[^|]+\|\|/gu, say.spoilerHere) });
  if (!timer) timer = window.setTimeout(tell, 1000);
}

/** Something about Parlor itself: failures, the connection, counts. @param {string} text */
export const announceStatus = (text) => put("say-status", text);
