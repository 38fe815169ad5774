import assert from "node:assert/strict";
import { test } from "node:test";
import { emojiPieces, isBigEmoji, parse, safeHref } from "../../assets/markdown.js";

/** The tree, written short: <strong>x</strong> and so on, for comparing only. */
function written(nodes) {
  return nodes.map((node) => {
    if (node.type === "text") return node.text;
    if (node.type === "br") return "|";
    if (node.type === "list") return `<${node.start ?? "ul"}>${node.items.map((item) => `<li>${{ true: "[x]", false: "[ ]" }[item.check] ?? ""}${written(item.blocks)}</li>`).join("")}</>`;
    if (node.type === "table") {
      const row = (cells) => cells.map((cell, at) => `<${node.align[at] ?? "cell"}>${written(cell)}</>`).join("");
      return `<table>${[node.head, ...node.rows].map((cells) => `<tr>${row(cells)}</>`).join("")}</>`;
    }
    if (node.type === "link") return `<a ${node.href}>${written(node.children)}</>`;
    if (node.type === "fence") return `<fence ${node.language}>${node.text}</>`;
    return `<${node.type}>${"children" in node ? written(node.children) : node.text}</>`;
  }).join("");
}
const read = (text) => written(parse(text));

const CASES = [
  ["plain", "<p>plain</>"],
  ["**bold** and *it* and _it_ and ~~no~~", "<p><strong>bold</> and <em>it</> and <em>it</> and <del>no</></>"],
  ["**bold *and it***", "<p><strong>bold <em>and it</></></>"],
  ["some_file_name and 2 * 3 * 4", "<p>some_file_name and 2 * 3 * 4</>"],
  ["`a*b*` and ``a`b``", "<p><code>a*b*</> and <code>a`b</></>"],
  ["an ` alone", "<p>an ` alone</>"],
  ["one\ntwo\n\nthree", "<p>one|two</><p>three</>"],
  ["> q\n> > r\nafter", "<quote><p>q</><quote><p>r</></></><p>after</>"],
  ["- a\n- b\n  - c\n- d", "<ul><li><p>a</></li><li><p>b</><ul><li><p>c</></li></></li><li><p>d</></li></>"],
  ["3. a\n4. b", "<3><li><p>a</></li><li><p>b</></li></>"],
  ["```rust\nlet *a*;\n```\nafter", "<fence rust>let *a*;</><p>after</>"],
  ["```\nnever closed", "<fence >never closed</>"],
  ["[text](https://a.example)", "<p><a https://a.example/>text</></>"],
  ["see https://a.example/x(y).", "<p>see <a https://a.example/x(y)>https://a.example/x(y)</>.</>"],
  ["mailto:ines@a.example", "<p><a mailto:ines@a.example>mailto:ines@a.example</></>"],
  ["\\*not\\*", "<p>*not*</>"],
  ["hi 🌱☕ there", "<p>hi <emoji>🌱☕</> there</>"],
  ["- [ ] sow\n- [x] water\n- [y] x\n- [ ]", "<ul><li>[ ]<p>sow</></li><li>[x]<p>water</></li><li><p>[y] x</></li><li><p>[ ]</></li></>"],
  ["1. a\n   - b\n     1. c\n2. d", "<1><li><p>a</><ul><li><p>b</><1><li><p>c</></li></></li></></li><li><p>d</></li></>"],
  ["the end: ||he *waters* them||!", "<p>the end: <spoiler>he <em>waters</> them</>!</>"],
  ["a || b || c | d", "<p>a || b || c | d</>"],
  ["\\||no||", "<p>||no||</>"],
  ["at\n| bay | °C |\n|:--|--:|\n| east | **4** |\n| a\\|b |\nafter",
    "<p>at</><table><tr><start>bay</><end>°C</></><tr><start>east</><end><strong>4</></></><tr><start>a|b</></></><p>after</>"],
  ["a | b\n:-: | ---\n1 | 2 | 3", "<table><tr><center>a</><cell>b</></><tr><center>1</><cell>2</></></>"],
  ["a | b\n---", "<p>a | b|---</>"],
  ["| a |\n| b |", "<p>| a ||| b |</>"],
  ["www.a.example/x, and wwwx", "<p><a https://www.a.example/x>www.a.example/x</>, and wwwx</>"],
  ["<https://a.example>", "<p><<a https://a.example/>https://a.example</>></>"],
  ["1234 #*", "<p>1234 #*</>"],
  ["<b>no</b> <script>alert(1)</script>", "<p><b>no</b> <script>alert(1)</script></>"],
];
for (const [text, expected] of CASES) {
  test(`reads ${JSON.stringify(text)}`, () => assert.equal(read(text), expected));
}

/** A37. */
const REFUSED = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
  "vbscript:x", "file:///etc/passwd", "//a.example", "/g/1", "blob:https://a.example/x", "https://", "ftp://a.example"];
for (const href of REFUSED) {
  test(`no link to ${JSON.stringify(href)}`, () => {
    assert.equal(safeHref(href), null);
    const drawn = read(`[x](${href}) ${href}`);
    assert.doesNotMatch(drawn, /<a (?!https?:\/\/\w|mailto:)/u);
    assert.doesNotMatch(drawn, />x</u);
  });
}

test("links do not nest", () => {
  assert.equal(read("[a [b](https://b.example) c](https://a.example)").match(/<a /gu).length, 1);
});

/** A38. Text built to make a reader walk over it again and again. */
const HOSTILE = ["[", "]", "[]", "[](", "[a](http://[", "*", "**", "*a", "**a ", "_", "_a ", "~~", "~~a ", "`", "` `` ", "*_~`[](",
  "> ", ">", "- ", "- > ", "1. ", "```\n", "http://[", "https://", "http://a((", "h", "\\", "\\*", "\n", " \n", "\t", "🌱", "a\u0301", "[*_`",
  "|", "||", "||a", "||a||", "|a|\n|-|\n", "|-", "|-\n", "a|\n-|\n", "- [ ] ", "- [x] a\n", "|\\|", "www.", "||*", " |- \n"];
for (const piece of HOSTILE) {
  test(`work grows with the length only: ${JSON.stringify(piece)}`, () => {
    const steps = (length) => {
      const meter = { steps: 0 };
      parse(piece.repeat(Math.floor(length / piece.length)), meter);
      return meter.steps;
    };
    const small = steps(4096);
    const large = steps(16384);
    assert.ok(large <= 64 * 16384, `${large} steps`);
    assert.ok(large <= 4.5 * small + 200, `${small} steps became ${large}`);
  });
}

// A37.
test("what is read is made of the nodes that are drawn, and nothing else", () => {
  const allowed = new Set("p fence quote list table text emoji code br strong em del spoiler link".split(" "));
  const kinds = (nodes) => nodes.flatMap((node) => [node.type, ...kinds(node.children ?? []), ...(node.items ?? []).flatMap((item) => kinds(item.blocks)),
    ...kinds([node.head ?? [], ...(node.rows ?? [])].flat(2))]);
  for (const piece of [...HOSTILE, ...CASES.map(([text]) => text)]) {
    for (const kind of kinds(parse(`${piece}\n`.repeat(20)))) assert.ok(allowed.has(kind), kind);
  }
});

// A38.
test("depth is limited, and nothing is lost by it", () => {
  const deep = (nodes, level = 0) => Math.max(level, ...nodes.flatMap((node) =>
    ("children" in node ? [deep(node.children, level + 1)] : node.type === "list" ? node.items.map((item) => deep(item.blocks, level + 1)) : [])));
  assert.ok(deep(parse(">".repeat(5000) + "x")) <= 34);
  assert.ok(deep(parse(Array.from({ length: 100 }, (_, at) => `${"  ".repeat(Math.min(at, 6))}- x`).join("\n"))) <= 34);
  assert.ok(deep(parse("*_".repeat(5000) + "x" + "_*".repeat(5000))) <= 34);
  assert.match(read(`${">".repeat(50)}x`), /x/u);
});

test("one to three emoji alone are drawn big", () => {
  assert.deepEqual(["🌱", "🌱 ☕ 👩‍🚀", "🌱🌱🌱🌱", "🌱 a", "1", ""].map(isBigEmoji), [true, true, false, false, false, false]);
});

test("a family and a flag are one emoji each", () => {
  assert.deepEqual(emojiPieces("a👨‍👩‍👧b🇪🇺").map((piece) => piece.type), ["text", "emoji", "text", "emoji"]);
});
