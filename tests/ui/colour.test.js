/** Colours of code. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { colour, isKnown } from "../../assets/colour.js";

const marked = (text, language) => colour(text, language).map(({ kind, text: piece }) => (kind ? `<${kind}>${piece}</>` : piece)).join("");

test("words, texts, numbers and comments are told apart", () => {
  assert.equal(marked("let a = f(\"x\", 1); // no", "rust"), "<k>let</> a = <f>f</>(<s>\"x\"</>, <n>1</>); <c>// no</>");
  assert.equal(marked("def f(): # why\n  return 'a\\'b'", "python"), "<k>def</> <f>f</>(): <c># why</>\n  <k>return</> <s>'a\\'b'</>");
  assert.equal(marked("SELECT * FROM t -- all", "sql"), "<k>SELECT</> * <k>FROM</> t <c>-- all</>");
  assert.equal(marked("/* a\nb */ x", "css"), "<c>/* a\nb */</> x");
});

test("a language nobody knows stays as it is", () => {
  assert.equal(isKnown("klingon"), false);
  assert.deepEqual(colour("let a", "klingon"), [{ kind: "", text: "let a" }]);
});

test("whatever is coloured reads as before", () => {
  for (const piece of ["\"", "'a", "`", "/*", "*/", "//", "#", "a(", "\\", "\"\\", "1.", "é", "🌱", "<!--", "\n"]) {
    for (const language of ["js", "rust", "python", "sql", "html"]) {
      const text = `${piece} x\n`.repeat(40) + piece.repeat(40);
      assert.equal(colour(text, language).map((one) => one.text).join(""), text);
    }
  }
});
