/**
 * Texts about notifications, in English: of pages and menus that are fetched when somebody goes there.
 */
import { plural } from "./en.js";

export const sayNotices = {
  here: "On this browser",
  sound: "Play a short sound",
  soundHelp: "When a message calls you and you are looking elsewhere.",
  soundTry: "Try it",
  everywhere: "In every group",
  everywhereHelp: "For the groups in which you set nothing else, on all your devices.",
  newcomers: "Newcomers are told of",

  words: "Words that call you",
  wordsHelp: "Your own devices look for them in what others write, mark them, and tell you as if you were mentioned. Capitals do not matter.",
  word: "Word or name",
  wordAdd: "Add the word",
  /** @param {string} word */
  wordRemove: (word) => `Remove ${word}`,
  wordsNone: "None yet.",
  wordsFull: "These are 20, and that is all there can be.",

  quiet: "Quiet hours",
  quietHelp: "Every week at these times nothing disturbs you, and others see you as busy.",
  quietOn: "Keep quiet hours",
  quietNow: "Your quiet hours are on now.",
  quietEnd: "End them for today",
  quietDays: "Beginning on",
  quietFrom: "From",
  quietTo: "To",
  /** @param {string} zone */
  quietZone: (zone) => `By the clock in ${zone}.`,
  /** @param {string} zone */
  quietZoneHere: (zone) => `Use the clock in ${zone}`,

  markAll: "Mark all as read",
  /** @param {number} count */
  markedAll: (count) => `${count} ${plural(count, "conversation", "conversations")} marked as read.`,
  nothingUnread: "Nothing is unread.",
  takenBack: "As unread as before.",
};
