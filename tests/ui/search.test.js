/** Questions as text and as chips. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askable, join, read, utcOffset, written } from "../../assets/searchQuery.js";

test("filters are told from words and phrases", () => {
  assert.deepEqual(read("vent FROM:ruth in:\"tool library\" \"from:nobody said\" has:link"), {
    filters: [{ key: "from", value: "ruth" }, { key: "in", value: "tool library" }, { key: "has", value: "link" }],
    text: "vent \"from:nobody said\" ",
  });
  assert.deepEqual(read("note:this http://x from:"), { filters: [], text: "note:this http://x from:" });
  assert.deepEqual(read("is:pinned is:pinned").filters.length, 1);
});

test("what is put together again is the same question", () => {
  for (const q of ["vent", "from:ruth vent", "in:\"tool library\" before:2026-11-01 \"a b\"", "is:pinned"]) {
    assert.equal(join(read(q)), q);
    assert.deepEqual(read(join(read(q))), read(q));
  }
  assert.equal(written({ key: "in", value: "tool library" }), "in:\"tool library\"");
});

test("a filter that is being typed stays text, and is not asked for", () => {
  assert.deepEqual(read("vent from:ru", { isTyping: true }), { filters: [], text: "vent from:ru" });
  assert.deepEqual(read("vent from:ruth ", { isTyping: true }).filters, [{ key: "from", value: "ruth" }]);
  assert.equal(askable("vent from:ru"), "vent");
  assert.equal(askable("vent in:\"tool li"), "vent");
  assert.equal(askable("vent from: then"), "vent from: then");
});

test("the offset is written with its sign", () => {
  const at = (minutes) => utcOffset(/** @type {Date} */ ({ getTimezoneOffset: () => minutes }));
  assert.deepEqual([at(-120), at(330), at(0)], ["+02:00", "-05:30", "+00:00"]);
});
