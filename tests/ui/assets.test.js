/** What holds for all assets: vendored files, addresses, colours. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import ts from "typescript";
import { LANGUAGES } from "../../assets/languages.js";

const ASSETS = fileURLToPath(new URL("../../assets/", import.meta.url));

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? filesIn(path) : [path];
});
const files = filesIn(ASSETS).map((path) => relative(ASSETS, path));
const text = (path) => readFileSync(join(ASSETS, path), "utf8");
const ours = files.filter((path) => path.endsWith(".js"));
const served = files.filter((path) => /\.(?:js|mjs|css|html|svg)$/u.test(path));
const index = text("index.html");
const importMap = JSON.parse(/<script type="importmap">([\s\S]*?)<\/script>/u.exec(index)[1]).imports;

/** The file that a bare name leads to, on a page in that language. @param {string} name @param {string} [language] */
const fileOf = (name, language = "en") =>
  (importMap[name] ?? name.replace("#strings/", importMap["#strings/"])).replace("{{base}}/", "").replace("{{lang}}", language);

/** The few lines of TOML that VENDOR.toml is written in. */
function vendored() {
  const found = [];
  let at = {};
  for (const line of text("vendor/VENDOR.toml").split("\n")) {
    if (line === "[[package]]") found.push(at = { files: [] });
    else if (line === "[[package.file]]") found.at(-1).files.push(at = {});
    else if (line && !line.startsWith("#")) {
      const [, name, value] = /^(\w+) = (.+)$/u.exec(line);
      at[name] = JSON.parse(value);
    }
  }
  return found;
}

test("vendored files are what VENDOR.toml says, and nothing else is there", () => {
  const listed = vendored().flatMap((one) => one.files);
  assert.ok(listed.length >= 10);
  for (const { path, bytes, sha256 } of listed) {
    const content = readFileSync(join(ASSETS, "vendor", path));
    assert.equal(content.length, bytes, path);
    assert.equal(createHash("sha256").update(content).digest("hex"), sha256, path);
  }
  const there = files.filter((path) => path.startsWith("vendor/") && path !== "vendor/VENDOR.toml");
  assert.deepEqual(there.sort(), listed.map(({ path }) => `vendor/${path}`).sort());
});

test("every package names version, address, sum and licence, and brings its licence along", () => {
  for (const one of vendored()) {
    for (const field of ["name", "version", "url", "sha256", "licence"]) assert.ok(one[field], `${one.name} ${field}`);
    assert.doesNotMatch(one.url, /:\/\//u);
    assert.ok(one.files.some(({ path }) => path.endsWith("/LICENSE")), one.name);
  }
});

test("the import map leads to the vendored modules, and every bare import is in it", () => {
  const mapped = vendored().flatMap((one) => one.files).filter((file) => file.import)
    .map((file) => [file.import, `{{base}}/vendor/${file.path}`]);
  assert.deepEqual(Object.entries(importMap).sort(), [...mapped, ["#strings/", "{{base}}/strings/{{lang}}/"]].sort());
  for (const path of [...ours, ...files.filter((one) => one.endsWith(".mjs"))]) {
    for (const [, name] of text(path).matchAll(/\bfrom\s*["']([^."'][^"']*)["']/gu)) assert.ok(files.includes(fileOf(name)), `${path}: ${name}`);
  }
});

test("every relative import and every address in index.html leads to a file", () => {
  for (const path of ours) {
    for (const [, name] of text(path).matchAll(/\bfrom "(\.[^"]+)"/gu)) {
      assert.ok(files.includes(join(dirname(path), name)), `${path}: ${name}`);
    }
  }
  for (const [, path] of index.matchAll(/\{\{base\}\}\/([^"]+)/gu)) assert.ok(files.includes(path) || path === "strings/{{lang}}/", path);
});

test("index.html has the marks the server looks for, and nothing inline but the import map", () => {
  assert.equal(index.split("<!-- preload -->").length, 2);
  assert.equal([...index.matchAll(/<script/gu)].length, 2);
  assert.doesNotMatch(index, /<style|\sstyle=|\son\w+=|javascript:/u);
});

test("no asset names another host", () => {
  for (const path of served) {
    const hosts = [...text(path).matchAll(/\b(?:https?|wss?):\/\/([^\s/"'`)<$]+)/gu)].map(([, host]) => host);
    // The name of SVG's vocabulary is no address; parsers name schemes only.
    assert.deepEqual(hosts.filter((host) => host !== "www.w3.org" && !/^[\\|]/u.test(host)), [], path);
  }
});

test("nothing writes HTML or runs text", () => {
  for (const path of ours) {
    assert.doesNotMatch(text(path), /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function/u, path);
  }
});

test("every icon that is drawn is in the sprite, and every icon in the sprite is drawn", () => {
  const sprite = [...text("icons.svg").matchAll(/id="i-([^"]+)"/gu)].map(([, name]) => name);
  const code = ours.filter((path) => /^(?:components|pages)\//u.test(path)).map(text).join("\n");
  const drawn = new Set([...code.matchAll(/<\$\{Icon\} name="([^"]+)"/gu)].map(([, name]) => name));
  for (const [, names] of code.matchAll(/(?:<\$\{(?:Icon|Strip)\} (?:name|icon)=\$?\{?|icon: |icon = )([^/\n]*)/gu)) {
    for (const [, name] of names.matchAll(/"([a-z0-9-]+)"/gu)) if (sprite.includes(name)) drawn.add(name);
  }
  assert.deepEqual([...drawn].filter((name) => !sprite.includes(name)), []);
  assert.deepEqual(sprite.filter((name) => !drawn.has(name)), []);
});

test("the order of the layers is said before any sheet names one", () => {
  const sheets = [...index.matchAll(/href="\{\{base\}\}\/(styles\/[^"]+)"/gu)].map(([, path]) => path);
  const order = /@layer ([\w, ]+);/u.exec(text(sheets[0]));
  assert.ok(order && !text(sheets[0]).slice(0, order.index).includes("{"), sheets[0]);
  const named = new Set(files.filter((path) => path.endsWith(".css")).flatMap((path) => [...text(path).matchAll(/@layer (\w+) \{/gu)].map(([, name]) => name)));
  assert.deepEqual([...named].filter((name) => !order[1].split(", ").includes(name)), []);
});

test("styles name no left and no right, so that the page can be laid out from either side", () => {
  /** What is in parentheses is one value. */
  const bare = (value) => { const flat = value.replace(/\([^()]*\)/gu, ""); return flat === value ? flat : bare(flat); };
  for (const path of files.filter((one) => /^styles\/.*\.css$/u.test(one))) {
    const css = text(path).replace(/\/\*[\s\S]*?\*\//gu, "");
    assert.doesNotMatch(css, /[\s;{](?:margin|padding|border|inset|scroll-margin|scroll-padding)?-?(?:left|right)(?:-\w+)*\s*:|(?:text-align|float|clear):\s*(?:left|right)|\d(?:deg)?,? to (?:left|right)|gradient\(-?90deg/u, path);
    for (const [whole, , value] of css.matchAll(/(?<![\w-])(padding|margin|inset|scroll-margin|scroll-padding):([^;}]+)/gu)) {
      const sides = bare(value).trim().split(/\s+/u);
      assert.ok(sides.length < 4 || sides[1] === sides[3], `${path}: ${whole}`);
    }
  }
});

test("components take their colours from the tokens", () => {
  const sheets = files.filter((path) => /^styles\/(?:base|layout|util)\.css$/u.test(path));
  for (const path of sheets) assert.doesNotMatch(text(path).replace(/light-dark\([^;]*|mask-image[^;]*/gu, ""), /#[0-9a-f]{3,8}\b/iu, path);
});

/** Everything that app.js imports from the start, followed through the files. @param {string} language */
function startGraph(language) {
  const found = new Set();
  const follow = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const code = text(path).replace(/\/\*[\s\S]*?\*\//gu, "");
    for (const [, name] of code.matchAll(/(?:\bfrom|^import)\s*["']([^"']+)["']/gmu)) {
      follow(name.startsWith(".") ? join(dirname(path), name) : fileOf(name, language));
    }
  };
  follow("app.js");
  return [...found];
}

/** What `build.rs` presses: comments that have their lines to themselves are left out. */
function withoutComments(content) {
  let isInside = false;
  return content.split("\n").map((line) => {
    const bare = line.trim();
    const isComment = isInside || bare.startsWith("//") || (bare.startsWith("/*") && (bare.endsWith("*/") || !bare.includes("*/")));
    isInside = isInside ? !bare.endsWith("*/") : isComment && bare.startsWith("/*") && !bare.endsWith("*/");
    return isComment ? "" : line;
  }).join("\n");
}

const isOurs = (path) => /\.(?:js|css)$/u.test(path) && !path.startsWith("vendor/");
const pressed = (path) => brotliCompressSync(isOurs(path) ? withoutComments(text(path)) : readFileSync(join(ASSETS, path)));

test("nothing but comments is left out of what is pressed", () => {
  const printer = ts.createPrinter({ removeComments: true });
  const printed = (path, code) => (path.endsWith(".js")
    ? printer.printFile(ts.createSourceFile(path, code, ts.ScriptTarget.Latest))
    : code.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/\s+/gu, " "));
  for (const path of files.filter(isOurs)) {
    assert.equal(printed(path, withoutComments(text(path))), printed(path, text(path)), path);
  }
});

test("the first load stays within 150 KB in every language", () => {
  const graphs = LANGUAGES.map(([tag]) => startGraph(tag));
  assert.ok(graphs.every((graph) => graph.length > 40));
  const linked = [...index.matchAll(/href="\{\{base\}\}\/(styles\/[^"]+)"/gu)].map(([, path]) => path);
  assert.ok(linked.length > 4);
  const rest = ["index.html", "icons.svg", ...linked];
  const sizes = Object.fromEntries([...graphs.flat(), ...rest].map((path) => [path, 0]));
  for (const path of Object.keys(sizes)) sizes[path] = pressed(path).length;
  const fonts = files.filter((path) => path.endsWith(".woff2")).reduce((sum, path) => sum + statSync(join(ASSETS, path)).size, 0);
  for (const [at, graph] of graphs.entries()) {
    const whole = fonts + [...graph, ...rest].reduce((sum, path) => sum + sizes[path], 0);
    assert.ok(whole <= 150 * 1000, `${LANGUAGES[at][0]}: ${whole} bytes`);
  }
});

/** @param {string} hex @returns {number} relative luminance, WCAG 2 */
function luminance(hex) {
  const whole = hex.length === 4 ? hex.replace(/[0-9a-f]/giu, "$&$&") : hex;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

test("every ink can be read on every surface it may stand on, in both themes", () => {
  const tokens = Object.fromEntries([...text("styles/tokens.css").matchAll(/--([\w-]+):\s*light-dark\((#\w+), (#\w+)\)/gu)]
    .map(([, name, light, dark]) => [name, [light, dark]]));
  const on = { wall: ["ink", "ink-2", "ink-3"], paper: ["ink", "ink-2", "ink-3", "green-ink", "brass-ink", "red"],
    "paper-2": ["ink", "ink-2", "ink-3"], "paper-3": ["ink", "ink-2"], "green-wash": ["green-ink"], "brass-wash": ["brass-ink"],
    "red-wash": ["red"], green: ["on-green"], red: ["on-red"] };
  for (const [surface, inks] of Object.entries(on)) for (const ink of inks) for (const theme of [0, 1]) {
    const found = contrast(tokens[surface][theme], tokens[ink][theme]);
    assert.ok(found >= 4.5, `${ink} on ${surface}: ${found.toFixed(2)}`);
  }
});

/** The tokens of a block, each by day and in the evening. */
const tokensIn = (css) => Object.fromEntries([...css.matchAll(/--([\w-]+):\s*light-dark\((#\w+), (#\w+)\)/gu)].map(([, name, light, dark]) => [name, [light, dark]]));
const blockOf = (css, selector) => css.slice(css.indexOf(selector), css.indexOf("}", css.indexOf(selector)));

test("every accent can be read where it stands, by day, in the evening, and in high contrast", () => {
  const base = tokensIn(text("styles/tokens.css"));
  const themes = text("styles/themes.css");
  const strong = { ...base, ...tokensIn(blockOf(themes, ":root[data-contrast=\"more\"]")) };
  const names = [...themes.matchAll(/data-accent="(\w+)"/gu)].map(([, name]) => name);
  const offered = /ACCENTS = \[([^\]]+)\]/u.exec(text("theme.js"))[1].match(/\w+/gu);
  assert.deepEqual(["green", ...names], offered);
  const pairs = [["on-green", "green"], ["green-ink", "paper"], ["green-ink", "paper-2"], ["green-ink", "wall"], ["green-ink", "green-wash"], ["ink", "green-wash"], ["on-green", "green-press"]];
  for (const name of offered) for (const [surfaces, least] of [[base, 4.5], [strong, 4.5]]) {
    const tokens = { ...surfaces, ...(name === "green" ? {} : tokensIn(blockOf(themes, `:root[data-accent="${name}"]`))) };
    for (const [ink, surface] of pairs) for (const theme of [0, 1]) {
      const found = contrast(tokens[surface][theme], tokens[ink][theme]);
      assert.ok(found >= least, `${name}, ${ink} on ${surface}: ${found.toFixed(2)}`);
    }
  }
});

test("in high contrast texts stand out seven to one", () => {
  const tokens = { ...tokensIn(text("styles/tokens.css")), ...tokensIn(blockOf(text("styles/themes.css"), ":root[data-contrast=\"more\"]")) };
  for (const ink of ["ink", "ink-3"]) for (const surface of ["paper", "paper-2", "wall"]) for (const theme of [0, 1]) {
    const found = contrast(tokens[surface][theme], tokens[ink][theme]);
    assert.ok(found >= 7, `${ink} on ${surface}: ${found.toFixed(2)}`);
  }
});
