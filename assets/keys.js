/**
 * The keys, as data. "Ctrl" is Cmd on a Mac. Keys of browsers and desktops are
 * never taken.
 *
 * @typedef {Extract<keyof typeof import("./strings/settings.js").saySettings, `key${string}`>} KeyText
 * @typedef {Exclude<KeyText, "keyNamed" | "keyAnywhere">} KeyName
 * @typedef {"anywhere" | "composer" | "messages"} Where
 * @typedef {{ keys: string, where: Where, does: string, name: KeyName }} Binding
 */
import { ONWARD } from "./language.js";

/** @type {Binding[]} */
export const bindings = [
  { keys: "Ctrl+k", where: "anywhere", does: "jump", name: "keyJump" },
  { keys: "Alt+ArrowUp", where: "anywhere", does: "previous", name: "keyPrevious" },
  { keys: "Alt+ArrowDown", where: "anywhere", does: "next", name: "keyNext" },
  { keys: "Alt+Shift+ArrowUp", where: "anywhere", does: "previousUnread", name: "keyPreviousUnread" },
  { keys: "Alt+Shift+ArrowDown", where: "anywhere", does: "nextUnread", name: "keyNextUnread" },
  { keys: "F6", where: "anywhere", does: "regionNext", name: "keyRegionNext" },
  { keys: "Shift+F6", where: "anywhere", does: "regionPrevious", name: "keyRegionPrevious" },
  { keys: "Ctrl+Shift+f", where: "anywhere", does: "search", name: "keySearch" },
  { keys: "Ctrl+/", where: "anywhere", does: "help", name: "keyHelp" },
  { keys: "Escape", where: "anywhere", does: "escape", name: "keyEscape" },
  { keys: "Enter", where: "composer", does: "send", name: "keySend" },
  { keys: "Shift+Enter", where: "composer", does: "newLine", name: "keyNewLine" },
  { keys: "ArrowUp", where: "composer", does: "editLast", name: "keyEditLast" },
  { keys: "ArrowUp", where: "messages", does: "up", name: "keyUp" },
  { keys: "ArrowDown", where: "messages", does: "down", name: "keyDown" },
  { keys: "Home", where: "messages", does: "first", name: "keyHome" },
  { keys: "End", where: "messages", does: "newest", name: "keyEnd" },
  { keys: "PageUp", where: "messages", does: "pageUp", name: "keyPageUp" },
  { keys: "PageDown", where: "messages", does: "pageDown", name: "keyPageDown" },
  { keys: ONWARD, where: "messages", does: "into", name: "keyInto" },
  { keys: "r", where: "messages", does: "quote", name: "keyQuote" },
  { keys: "t", where: "messages", does: "thread", name: "keyThread" },
  { keys: "e", where: "messages", does: "edit", name: "keyEdit" },
  { keys: "a", where: "messages", does: "react", name: "keyReact" },
  { keys: "p", where: "messages", does: "pin", name: "keyPin" },
  { keys: "u", where: "messages", does: "unread", name: "keyUnread" },
  { keys: "Delete", where: "messages", does: "delete", name: "keyDelete" },
  { keys: "c", where: "messages", does: "copyText", name: "keyCopyText" },
  { keys: "l", where: "messages", does: "copyLink", name: "keyCopyLink" },
];

export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.platform ?? "");

/**
 * The name of what was pressed, as the table writes it.
 * @param {Pick<KeyboardEvent, "key" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">} event
 * @param {boolean} [onMac]
 */
export function pressed(event, onMac = isMac) {
  const main = onMac ? event.metaKey : event.ctrlKey;
  const foreign = onMac ? event.ctrlKey : event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Shift is part of a sign like "/" on some keyboards; only named keys and letters count it.
  const hasShift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  return [foreign && "Foreign", main && "Ctrl", event.altKey && "Alt", hasShift && "Shift", key].filter(Boolean).join("+");
}

/**
 * An input method is composing: none of its keys are ours.
 * @param {Pick<KeyboardEvent, "isComposing" | "keyCode">} event
 */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/**
 * @param {KeyboardEvent} event @param {Where} where
 * @returns {string | null} what to do
 */
export function meaning(event, where) {
  if (isComposing(event)) return null;
  const keys = pressed(event);
  return bindings.find((binding) => binding.where === where && binding.keys === keys)?.does ?? null;
}

/** Alt+arrows move by word or line in a Mac's text field. @param {KeyboardEvent} event */
export function belongsToText(event) {
  const { target } = event;
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  return isMac && event.altKey && isField && target.value !== "";
}
