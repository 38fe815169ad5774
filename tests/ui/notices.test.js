/** Words that call, what is worth a notification, and levels. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../assets/markdown.js";
import { patternOf, withMarked } from "../../assets/mentions.js";
import { isWorthANotice } from "../../assets/noticeRules.js";
import { apply } from "../../assets/state.js";
import { GROUP, id, ME, message, start } from "./sample.js";

const marked = (text, words) => JSON.stringify(withMarked(parse(text), patternOf(words))).match(/"marked","text":"[^"]*"/gu)
  ?.map((one) => one.split('"').at(-2)) ?? [];

test("words are found as wholes, whatever their case, and nowhere in code or links", () => {
  assert.deepEqual(marked("The VENT, vents and preventing. vent_2 vent!", ["vent"]), ["VENT", "vent"]);
  assert.deepEqual(marked("`vent` [vent](https://example.org/vent) **vent** https://vent.example", ["vent"]), ["vent"]);
  assert.deepEqual(marked("c++ is not c, but C++!", ["c++"]), ["c++", "C++"]);
  assert.deepEqual(marked("a new   motor and a new Motor", ["new motor"]), ["new   motor", "new Motor"]);
  assert.deepEqual(marked("straße STRASSE Ärger ärger", ["ärger"]), ["Ärger", "ärger"]);
  assert.equal(patternOf([]), null);
});

test("no word is a pattern", () => {
  for (const odd of [".*", "(", "[a-z]+", "\\w", "^$", "a|b", "x{2}", "/", "?"]) {
    assert.deepEqual(marked(`a ${odd} b`.replaceAll("*", "\\*"), [odd]).length <= 1, true, odd);
    assert.deepEqual(marked("plain words", [odd]), [], odd);
  }
});

const said = (change) => message(9, { content: "the vents are stuck", ...change });
const words = patternOf(["vents"]);
const withLevel = (level, place = "all") => {
  const set = apply(start(), { type: "workspace_membership_updated", seq: 2000, data: { workspace_id: id(10), notification_level: place } });
  return apply(set, { type: "membership_updated", seq: 2001, data: { group_id: GROUP, is_muted: false, notification_level: level } });
};

test("a group is heard of as it is set, or as its workspace is", () => {
  const heard = (level, place) => isWorthANotice(withLevel(level, place), said());
  assert.deepEqual([heard(null, "all"), heard(null, "mentions"), heard(null, "nothing")], [true, false, false]);
  assert.deepEqual([heard("all", "nothing"), heard("mentions", "all"), heard("nothing", "all")], [true, false, false]);
});

test("a word of mine calls like my name: by mentions alone, in threads, and never where it is muted, or is my own", () => {
  const heard = (state, change = {}) => isWorthANotice(state, said(change), words);
  assert.ok(heard(withLevel("mentions")));
  assert.ok(heard(withLevel("mentions"), { ordinal: null, thread_root_id: id(100), thread_ordinal: 1 }));
  assert.ok(!heard(withLevel("mentions"), { content: "the events are stuck" }));
  assert.ok(!heard(withLevel("nothing")));
  assert.ok(!heard(withLevel("all"), { sender_id: ME }));
  assert.ok(!heard(withLevel("all"), { deleted_at: "2026-11-19T10:00:00.000Z", content: "" }));
  const muted = apply(withLevel("all"), { type: "membership_updated", seq: 2002, data: { group_id: GROUP, is_muted: true, notification_level: null } });
  assert.ok(!heard(muted));
});

test("quiet hours silence everything, as do not disturb does", () => {
  const { status } = start().me;
  for (const part of ["do_not_disturb", "in_quiet_hours"]) {
    const quiet = apply(start(), { type: "my_status", seq: 2000, data: { status: { ...status, [part]: true } } });
    assert.ok(!isWorthANotice(quiet, said({ mentions: [ME] }), words), part);
  }
});
