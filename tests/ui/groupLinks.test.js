/** Groups named in texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { groupAtEnd, withGroupLinks } from "../../assets/mentions.js";

const groups = { "kiln": { id: "k", name: "Kiln" }, "summer-party": { id: "s", name: "Summer party" }, "c++": { id: "c", name: "C++" } };
const drawn = (text) => withGroupLinks(text, groups).map((one) => (one.type === "group" ? `[${one.id} ${one.text}]` : one.text)).join("");

test("what the server named is a link with its present name, and everything else stays text", () => {
  assert.equal(drawn("see #kiln, and (#SUMMER-party)!"), "see [k #Kiln], and ([s #Summer party])!");
  assert.equal(drawn("#c++."), "[c #C++].");
  assert.equal(drawn("#attic a#kiln x?#kiln ##kiln # kiln"), "#attic a#kiln x?#kiln ##kiln # kiln");
});

test("a word that begins with the sign is being written, and a heading is none", () => {
  assert.equal(groupAtEnd("see #ki"), "ki");
  assert.equal(groupAtEnd("(#summer-p"), "summer-p");
  for (const text of ["#", "# ki", "a#ki", "https://example.org/#ki"]) assert.equal(groupAtEnd(text), null, text);
});

test("texts built for a slow search are read at once", () => {
  for (const text of ["(#".repeat(8000), "#".repeat(16000), "#a ".repeat(5000), `#${"a".repeat(16000)}`, "#a)*_~".repeat(2600)]) {
    const begun = performance.now();
    drawn(text);
    assert.ok(performance.now() - begun < 1000, text.slice(0, 10));
  }
});
