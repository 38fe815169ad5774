/** A workspace's own emoji: found in texts, named, and kept in step by events. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fewOf } from "../../assets/format.js";
import { parse } from "../../assets/markdown.js";
import { asUnicode, isOwn, namesLike, piecesWithOwn, withOwn } from "../../assets/ownEmoji.js";
import { apply } from "../../assets/state.js";
import { id, start } from "./sample.js";

const known = { parrot: id(901), ladder_2: id(902) };
const find = (name) => (Object.hasOwn(known, name) ? known[name] : null);
const drawn = (text) => piecesWithOwn(text, find).map((piece) => (piece.type === "own" ? `<${piece.text}>` : piece.text)).join("");

test("a name between colons becomes a picture where it is known, and nowhere else", () => {
  assert.equal(drawn("Look, :parrot:!"), "Look, <:parrot:>!");
  assert.equal(drawn(":parrot::ladder_2:"), "<:parrot:><:ladder_2:>");
  for (const plain of [":nobody:", "10:parrot:45", "a:parrot:", ":parrot:s", ": parrot:", ":PARROT:", ":constructor:", "::", ""]) {
    assert.equal(drawn(plain), plain);
  }
});

test("code and links stay as they are", () => {
  const types = JSON.stringify(withOwn(parse("`:parrot:` [:parrot:](https://example.org) **:parrot:**\n> :ladder_2:"), find)).match(/"own"/gu);
  assert.equal(types?.length, 2);
});

test("for what counts emoji, one of a workspace's own is one", () => {
  assert.equal(asUnicode(":parrot: :nobody:", find), "🙂 :nobody:");
  assert.ok(isOwn(":parrot:") && !isOwn("🌱") && !isOwn(":)") && !isOwn("::"));
});

test("names are found from their beginning first", () => {
  assert.deepEqual(namesLike(["a-parrot", "parrot", "parsley", "x"], "par", 2), ["parrot", "parsley"]);
  assert.deepEqual(namesLike(["a-parrot", "parrot"], "PAR", 9), ["parrot", "a-parrot"]);
  assert.deepEqual(namesLike(["parrot"], " ", 9), []);
});

test("what is added and removed is known at once, told twice or not", () => {
  const mark = { id: id(901), name: "__proto__" };
  const added = { type: "emoji_added", seq: 1001, data: { workspace_id: id(10), emoji: mark } };
  const one = apply(start(), added);
  assert.ok(Object.hasOwn(one.emoji[id(10)], "__proto__"));
  assert.deepEqual(Object.entries(apply(one, { ...added, seq: 1002 }).emoji[id(10)]), [["__proto__", id(901)]]);
  const gone = apply(one, { type: "emoji_removed", seq: 1003, data: { workspace_id: id(10), emoji_id: id(901) } });
  assert.deepEqual(gone.emoji[id(10)], {});
});

test("ten who reacted are named, the others counted", () => {
  const names = Array.from({ length: 10 }, (_name, at) => `N${at}`);
  assert.equal(fewOf(names, 5), "N0, N1, N2, N3, N4, N5, N6, N7, N8, N9 and 5 more");
  assert.equal(fewOf(["you", "Ruth"], 0), "you and Ruth");
});
