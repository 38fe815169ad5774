/** Texts without their Markdown, and hits in them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { excerptOf, plain, plainHit } from "../../assets/plain.js";

/** A hit as the server finds it: `word` wherever it stands in `whole`, which may be cut. */
function hit(whole, word, [from, to] = [0, whole.length]) {
  const text = whole.slice(from, to);
  const marks = [...text.matchAll(new RegExp(word, "giu"))].map(({ index }) => ({ start: index, end: index + word.length }));
  return { text, marks, has_before: from > 0, has_after: to < whole.length };
}
/** The same as one text, with what is marked in brackets. */
function shown(excerpt, content) {
  const { pieces, hasBefore, hasAfter } = plainHit(excerpt, content);
  return `${hasBefore ? "… " : ""}${pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("")}${hasAfter ? " …" : ""}`;
}
const found = (content, word) => shown(hit(content, word), content);

test("of Markdown the words are left", () => {
  assert.equal(plain("**bold** and _lean_, `code`, ~~gone~~ [there](https://x.example/y) ||secret||"), "bold and lean, code, gone there …");
  assert.equal(plain("- one\n- two\n\n> said\n\n```rust\nlet a;\nlet b;\n```"), "one\ntwo\nsaid\nlet a;\nlet b;");
  assert.equal(plain("| a | b |\n|---|---|\n| **c** | d |"), "a b\nc d");
  assert.equal(excerptOf("one\n\n- two\n- three"), "one two three");
});

test("what was found stays marked, whatever stands around it", () => {
  assert.equal(found("the **vent** and `vent()` in some_vent_name", "vent"), "the [vent] and [vent]() in some_[vent]_name");
  assert.equal(found("[the vent](https://vent.example/vent) or https://x.example/vent", "vent"), "the [vent] or https://x.example/[vent]");
  assert.equal(found("*vent* ~~vent~~ __vent__", "vent"), "[vent] [vent] [vent]");
  assert.equal(found("> vent\n\n1. vent", "vent"), "[vent]\n[vent]");
  assert.equal(found("open **the vent** now", "the vent"), "open [the vent] now");
  const phrase = "open the **vent** now";
  assert.equal(shown({ ...hit(phrase, "vent"), marks: [{ start: 5, end: 15 }] }, phrase), "open [the vent] now");
});

test("what is hidden is not shown, found or not, nor where the piece was cut", () => {
  assert.equal(found("the ||secret vent|| is open", "vent"), "the … is open");
  const content = `${"word ".repeat(60)}||a secret that is long|| vent`;
  assert.equal(shown(hit(content, "vent", [content.indexOf("secret"), content.length]), content).includes("secret"), false);
  const after = `vent ||${"secret ".repeat(60).trim()}||`;
  assert.equal(shown(hit(after, "vent", [0, 300]), after), "[vent] …");
  assert.equal(excerptOf(`||${"secret ".repeat(200).trim()}||`), "…");
});

test("a long text is shown from near the first mark", () => {
  const content = `${"**word** ".repeat(60)}vent ${"after ".repeat(100)}`.trim();
  const at = content.indexOf("vent");
  const text = shown(hit(content, "vent", [at - 80, at + 220]), content);
  assert.match(text, /^… (?:word ){10,20}\[vent\] (?:after ){10,}a?f?t?e?r? ?…$/u);
});

test("a title, answers and files stand around the text as they are", () => {
  const content = "the **vent**";
  assert.equal(shown(hit(`A *vent*\n${content}\nvent_1.txt`, "vent"), content), "A *[vent]*\nthe [vent]\n[vent]_1.txt");
  assert.equal(shown(hit(`A *vent*\n${content}`, "vent", [0, 14]), content), "A *[vent]*\nthe vent");
  assert.equal(shown(hit("let **vent** = 1;", "vent"), ""), "let **[vent]** = 1;");
});

test("every mark is kept, at the same letters", () => {
  let seed = 7;
  const random = (most) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const signs = ["**", "_", "`", "~~", " ", "\n", "[", "](https://x.example)", "> ", "- ", "one", "two", "é", "🌱"];
  for (let round = 0; round < 2000; round += 1) {
    const content = Array.from({ length: random(14) }, () => signs[random(signs.length)]).join("").trim();
    // The language of a piece of code is not shown.
    if (content.includes("```")) continue;
    const { pieces } = plainHit(hit(content, "one"), content);
    assert.equal(pieces.filter((one) => one.isMarked).every((one) => one.text === "one"), true, content);
    assert.equal(pieces.filter((one) => one.isMarked).length, content.split("one").length - 1, content);
  }
});
