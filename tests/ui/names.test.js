/** `:names:` while writing and on sending. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mayHaveNames, nameAtEnd, withNamed } from "../../assets/emojiNames.js";
import { table } from "../../assets/emojiTable.js";

test("names become emoji, but not in code, and not if nobody knows them", () => {
  assert.equal(withNamed("a :seedling: b :+1:", table, 2), "a 🌱 b 👍🏼");
  assert.equal(withNamed("`:seedling:` and ```\n:seedling:\n``` and :nothing_so:", table, 0), "`:seedling:` and ```\n:seedling:\n``` and :nothing_so:");
  assert.equal(withNamed("at 10:30:15", table, 0), "at 10:30:15");
});

test("only what may hold a name makes the table load", () => {
  assert.deepEqual(["a :b: c", "a:bc:", "plain", "10:30"].map(mayHaveNames), [false, true, false, false]);
});

test("a name is completed from two letters on, at the start of a word", () => {
  assert.deepEqual([":s", ":se", "hi :seed", "x:seed", "(:+1", ":seed ", "a :Seed"].map(nameAtEnd), [null, "se", "seed", null, "+1", null, "Seed"]);
});

test("a name may be of any language; of Chinese one sign is enough, and its colon may be wide", () => {
  assert.deepEqual([":Trän", "ein :cœur", ":心", "：庆祝", "(：心", ":شتلة", "时间：心", ":ä"].map(nameAtEnd), ["Trän", "cœur", "心", "庆祝", "心", "شتلة", null, null]);
});
