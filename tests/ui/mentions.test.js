import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../assets/markdown.js";
import { isForMe, isStillMeant, mentionAtEnd, namesIn, piecesOf, withChips } from "../../assets/mentions.js";
import { isWorthANotice } from "../../assets/noticeRules.js";
import { apply, mentionsOf, withRead } from "../../assets/state.js";
import { GROUP, id, KEY, ME, message, RUTH, start } from "./sample.js";

let seq = 1000;
const event = (type, data) => ({ type, seq: seq += 1, data });
const told = (state, type, ordinal, change) => apply(state, event(type, { message: message(ordinal, change) }));
const NAMES = { ines: { id: ME, isMe: true }, ruth: { id: RUTH, isMe: false } };

test("an unread message that calls me is counted once, however often it is told", () => {
  const once = told(start(), "message_created", 4, { mentions: [ME] });
  const twice = told(once, "message_updated", 4, { mentions: [ME] });
  const all = told(twice, "message_created", 5, { calls: "here" });
  assert.deepEqual([mentionsOf(once, KEY), mentionsOf(twice, KEY), mentionsOf(all, KEY)], [[4], [4], [5, 4]]);
});

test("what I write myself, or have read, does not call me", () => {
  const mine = told(start(), "message_created", 4, { sender_id: ME, calls: "everyone" });
  const old = told(start(), "message_updated", 1, { mentions: [ME] });
  assert.deepEqual([mentionsOf(mine, KEY), mentionsOf(old, KEY)], [[], []]);
  assert.equal(isForMe(message(1, { sender_id: ME, calls: "here" }), ME), false);
});

test("an edit and a deletion take the mention back, and reading passes it", () => {
  const called = told(start(), "message_created", 4, { mentions: [ME] });
  const edited = told(called, "message_updated", 4, { version: 2 });
  const deleted = told(called, "message_deleted", 4, { deleted_at: "2026-11-19T10:00:00.000Z", content: "" });
  assert.deepEqual([edited, deleted, withRead(called, KEY, 4)].map((state) => mentionsOf(state, KEY)), [[], [], []]);
});

test("marked unread, the mentions are those that the server names", () => {
  const back = apply(start(), event("read_updated", { group_id: GROUP, last_read_ordinal: 0, silent_unread: 0, unread_mentions: [2] }));
  assert.deepEqual(mentionsOf(back, KEY), [2]);
});

test("only names that were resolved become chips, and none in code, links or addresses", () => {
  const chips = (text) => JSON.stringify(withChips(parse(text), NAMES)).match(/"mention","text":"[^"]+"/gu) ?? [];
  assert.equal(chips("**@ines** and @Ruth, not @noor").length, 2);
  assert.equal(chips("> - @ruth.\n\n| a |\n|---|\n| @ines |").length, 2);
  assert.deepEqual(chips("`@ines` https://example.org/@ines a@ines [@ines](https://example.org)\n```\n@ines\n```"), []);
  assert.deepEqual(piecesOf("@constructor", NAMES), [{ type: "text", text: "@constructor" }]);
});

test("everybody who is called is a chip; it is mine unless I called", () => {
  const names = (change) => namesIn(message(1, change), ME, (who) => ({ [id(2)]: "ruth" })[who]);
  assert.deepEqual(Object.keys(names({ mentions: [id(2)] })), ["ruth"]);
  assert.equal(names({ calls: "everyone" }).here.isMe, true);
  assert.equal(names({ calls: "everyone", sender_id: ME }).everyone.isMe, false);
});

test("a name is being written after an @ that stands alone", () => {
  assert.deepEqual(["@", "hi @ru", "(@Ru", "a@ru", "@ru th", "hi"].map(mentionAtEnd), ["", "ru", "Ru", null, null, null]);
});

test("a group that was muted on another device is muted here", () => {
  const muted = apply(start(), event("membership_updated", { group_id: GROUP, is_muted: true, notification_level: "mentions" }));
  const { is_muted, notification_level, last_read_ordinal } = muted.groups[GROUP].membership;
  assert.deepEqual([is_muted, notification_level, last_read_ordinal], [true, "mentions", 2]);
});

test("what is worth a notification follows the level, the mute and do not disturb", () => {
  const heard = (attention, said, status = {}) => {
    const state = apply(start(), event("membership_updated", { group_id: GROUP, is_muted: false, notification_level: "all", ...attention }));
    return isWorthANotice({ ...state, me: { ...state.me, status: { ...state.me.status, ...status } } }, message(4, said));
  };
  assert.deepEqual([heard({}, {}), heard({}, { sender_id: ME }), heard({}, {}, { do_not_disturb: true })], [true, false, false]);
  const mentions = { notification_level: "mentions" };
  assert.deepEqual([heard(mentions, {}), heard(mentions, { mentions: [ME] }), heard(mentions, { calls: "here" })], [false, true, true]);
  assert.deepEqual([heard({ notification_level: "nothing" }, { mentions: [ME] }), heard({ is_muted: true }, { mentions: [ME] })], [false, false]);
  const reply = { ordinal: null, thread_root_id: id(101), thread_ordinal: 1 };
  assert.deepEqual([heard({}, reply), heard({}, { ...reply, mentions: [ME] })], [false, true]);
});

test("what was suggested for the beginning of a word is not meant by more that does not fit", () => {
  const garden = { text: "#the-Garden", sign: "", name: "#the Garden", label: "Beds and tools" };
  const ruth = { text: "@ruth", sign: "", name: "Ruth Okafor", label: "@ruth" };
  const smile = { text: "😄", sign: "😄", name: ":smile:", label: "grinning face" };
  const meant = (one, ...words) => words.map((word) => isStillMeant(one, word));
  assert.deepEqual(meant(garden, "#the-g", "#garden", "#garden.", "@gar"), [true, true, false, false]);
  assert.deepEqual(meant(ruth, "@ruth", "@OKA", "@ruth.", "#ruth"), [true, true, false, false]);
  assert.deepEqual(meant(smile, ":smil", ":grin", ":smirk"), [true, true, false]);
});
