/**
 * Texts about looking for messages and jumping to places, in English: loaded with what shows them.
 */
import { plural } from "./en.js";

export const saySearch = {
  searchMessages: "Search messages",
  /** @param {string} q */
  searchMessagesFor: (q) => `Search messages for “${q}”`,
  clearSearch: "Clear",
  searchResults: "Results",
  searchHint: "Find what was said",
  searchHintText: "Words, parts of words, or \"a phrase in quotes\", in every conversation you are in; files by their names, and text in them.",
  /** @param {number} count @param {boolean} isAll */
  hits: (count, isAll) => (isAll ? `${count} ${plural(count, "message", "messages")}` : `${count} messages so far`),
  noHits: "Nothing found",
  searching: "Searching",
  newestFirst: "Newest first",
  bestFirst: "Best first",
  sortBy: "Order of the results",
  searchFilters: "Filters",
  /** @param {string} q */
  noHitsFor: (q) => `Nothing found for ${q}`,
  /** @param {string} filter */
  searchWithout: (filter) => `Search without “${filter}”`,
  /** @param {string} filter */
  unknownFilter: (filter) => `There is nobody and nothing of yours called ${filter}.`,
  tryOther: "Other words, or fewer, may find it.",
  insideWords: "Inside of longer words",
  searchIsReading: "Older messages are still being read for search; what they say will be found soon.",
  searchFailed: "The search did not work.",
  moreContext: "Show what was said around it",
  lessContext: "Hide what was said around it",
  openHit: "open",
  openHitKey: "Enter",
  inThread: "in a thread",
  closeHits: "Close the results",
  backToSearch: "All results",
  /** @param {string} who */
  filterFrom: (who) => `from ${who}`,
  /** @param {string} where */
  filterIn: (where) => `in ${where}`,
  /** @param {string} day */
  filterBefore: (day) => `before ${day}`,
  /** @param {string} day */
  filterAfter: (day) => `after ${day}`,
  /** @param {string} day */
  filterSince: (day) => `since ${day}`,
  /** @param {string} day */
  filterOn: (day) => `on ${day}`,
  filterLink: "has a link",
  filterFile: "has a file",
  filterImage: "has a picture",
  filterPoll: "has a poll",
  filterPinned: "pinned",
  filterSaved: "saved by me",
  filterThread: "in a thread",
  addFrom: "from a person",
  addIn: "in a conversation",
  addBefore: "before a day",
  addSince: "since a day",
  /** @param {string} filter */
  removeFilter: (filter) => `Remove filter: ${filter}`,
  choosePerson: "Find a person",
  choosePlace: "Find a conversation",
  chooseDay: "Day",

  // Dialog: jump
  jumpLabel: "Find a group, a person or an action",
  jumpUnread: "Unread first",
  jumpRecent: "Recent",
  jumpPlaces: "People and groups",
  jumpActions: "Actions",
  jumpMessages: "Messages",
  jumpNothing: "Nothing of that name.",
  /** @param {number} count */
  jumpFound: (count) => (count === 0 ? "Nothing found" : `${count} found`),
  jumpMove: "move",
  jumpOpen: "open",
  jumpSearchKey: "Ctrl Enter",
  jumpSearchKeyMac: "⌘ Enter",
  jumpSearches: "search messages",
  jumpGroups: "groups",
  jumpPeople: "people",
  jumpDo: "actions",
};
