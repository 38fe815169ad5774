/** The table of emoji, and `:names:`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { inTone, table } from "../../assets/emojiTable.js";

const ROOT = new URL("../../assets/", import.meta.url);

test("the table costs at most 20 KB, and each line of it is an emoji", () => {
  const bytes = brotliCompressSync(readFileSync(new URL("vendor/emoji/table.mjs", ROOT))).length;
  assert.ok(bytes <= 20_000, `${bytes}`);
  assert.ok(table.all.length > 1500);
  for (const { emoji } of table.all) assert.match(emoji, /^\p{RGI_Emoji}$/v);
  for (const entry of table.all.filter((one) => one.takesTone)) assert.match(inTone(entry, 3), /^\p{RGI_Emoji}$/v);
});

test("an emoji is found by its name first, then by a word", () => {
  assert.equal(table.find("seedling", 5)[0].emoji, "🌱");
  assert.ok(table.find("sapling", 20).some((one) => one.emoji === "🌱"));
  assert.equal(table.find("thumbsup", 5)[0].emoji, "👍");
  assert.deepEqual(table.find("  ", 5), []);
  assert.equal(table.find("a", 7).length, 7);
});

test("names and skin tones lead back to their emoji", () => {
  assert.equal(table.byName("+1", 0), "👍");
  assert.equal(table.byName("+1", 5), "👍🏿");
  assert.equal(table.byName("seedling", 5), "🌱");
  assert.equal(table.nameOf("👍🏽"), "thumbs up");
  assert.equal(table.nameOf("❤️"), table.nameOf("❤"));
  assert.equal(table.byName("no_such_thing", 0), undefined);
});
