/** What the page says: complete and the same in all languages, used, and nowhere else. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";
import { bindings } from "../../assets/keys.js";
import { localeOf } from "../../assets/language.js";
import { LANGUAGES } from "../../assets/languages.js";
import { writer } from "../../assets/texts.js";

const ASSETS = fileURLToPath(new URL("../../assets/", import.meta.url));
const STRINGS = join(ASSETS, "strings");
const SERVED = fileURLToPath(new URL("../../src/web/language.rs", import.meta.url));
const ERRORS = fileURLToPath(new URL("../../src/error.rs", import.meta.url));

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? filesIn(path) : [path];
});
const languages = readdirSync(STRINGS).filter((name) => statSync(join(STRINGS, name)).isDirectory());
const partsOf = (language) => readdirSync(join(STRINGS, language)).map((name) => name.replace(/\.js$/u, "")).sort();
const catalogueOf = async (language, part) => (await import(join(STRINGS, language, `${part}.js`))).default;

/** Every message of every language: `{ language, part, key, message, english }`. */
const all = (await Promise.all(languages.map(async (language) => Promise.all(partsOf(language).map(async (part) => {
  const english = await catalogueOf("en", part).catch(() => ({}));
  return Object.entries(await catalogueOf(language, part)).map(([key, message]) => ({ language, part, key, message, english: english[key] }));
}))))).flat(2);
const nameOf = ({ language, part, key }) => `${language}/${part}.js ${key}`;

const code = filesIn(ASSETS).filter((path) => path.endsWith(".js") && !path.startsWith(STRINGS))
  .map((path) => ({ path: relative(ASSETS, path), source: readFileSync(path, "utf8") }));

test("the languages that are offered are those that there are", () => {
  const tags = LANGUAGES.map(([tag]) => tag);
  assert.deepEqual([...tags].sort(), [...languages].sort());
  const served = /LANGUAGES: \[Language; \d+\] = \[([\s\S]*?)\];/u.exec(readFileSync(SERVED, "utf8"))[1];
  assert.deepEqual([...served.matchAll(/"(\w\w)"/gu)].map(([, tag]) => tag), tags);
});

test("no language lacks a text, and none has one that English has not", async () => {
  for (const language of languages) {
    assert.deepEqual(partsOf(language), partsOf("en"), language);
    // Why the server refuses something is in English what the server says; refusals.test.js holds the others to it.
    for (const part of partsOf("en").filter((name) => name !== "reasons")) {
      const keys = Object.keys(await catalogueOf("en", part));
      const theirs = Object.keys(await catalogueOf(language, part));
      assert.deepEqual(keys.filter((key) => !theirs.includes(key)), [], `missing in ${language}/${part}.js`);
      assert.deepEqual(theirs.filter((key) => !keys.includes(key)), [], `not in English: ${language}/${part}.js`);
    }
  }
});

test("every part is brought to the page by a module of its name", () => {
  const modules = readdirSync(STRINGS).filter((name) => name.endsWith(".js"));
  assert.deepEqual(modules.sort(), partsOf("en").map((part) => `${part}.js`));
  for (const name of modules) assert.ok(readFileSync(join(STRINGS, name), "utf8").includes(`from "#strings/${name}"`), name);
});

test("every text is used, and every text that is used is there", async () => {
  for (const part of partsOf("en")) {
    const [variable] = Object.keys(await import(join(STRINGS, `${part}.js`)));
    const used = new Set(code.flatMap(({ source }) => [...source.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, "gu"))].map(([, key]) => key)));
    // Keys of the keyboard are named in a table, refusals by the server's code.
    if (part === "settings") for (const { name } of bindings) used.add(name);
    if (part === "refusals") for (const [, name] of readFileSync(ERRORS, "utf8").matchAll(/=> \("(\w+)", \d+, "/gu)) used.add(name);
    assert.deepEqual(Object.keys(await catalogueOf("en", part)).sort(), [...used].sort(), part);
  }
});

test("no text stands in a component", () => {
  const found = [];
  for (const { path, source } of code) {
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "html") {
        const { template } = node;
        const pieces = ts.isNoSubstitutionTemplateLiteral(template) ? [template.text] : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
        const whole = pieces.join("\0");
        for (const [, text] of whole.matchAll(/>([^<>]*\p{L}{2}[^<>]*)</gu)) found.push(`${path}: ${text}`);
        for (const [, text] of whole.matchAll(/\s(?:aria-label|title|placeholder|alt|label|help|text|action)="([^"]*\p{L}{2}[^"]*)"/gu)) found.push(`${path}: ${text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
    for (const [text] of source.matchAll(/\b(?:Intl\.\w+|toLocale\w+)\((?:undefined|"[a-z]{2}"|\))/gu)) {
      // How letters are told apart does not depend on a language.
      if (!text.startsWith("Intl.Segmenter")) found.push(`${path}: ${text}`);
    }
  }
  // The name of a picture's format is the same everywhere.
  assert.deepEqual(found.filter((one) => one !== "components/Attachments.js: GIF"), []);
});

/** The values of a message by name, each with the kinds in which it stands there. */
function valuesOf(message) {
  const kinds = {};
  const look = (elements) => elements.forEach((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    (kinds[element.value] ??= new Set()).add(TYPE[element.type]);
    for (const option of Object.values(element.options ?? {})) look(option.value);
  });
  look(parse(message));
  return kinds;
}

test("every message can be read as ICU's grammar says, and nothing in it waits to be misread", () => {
  for (const one of all) {
    assert.equal(typeof one.message, "string", nameOf(one));
    assert.doesNotThrow(() => parse(one.message), nameOf(one));
    // An apostrophe beside a brace, or two of them, are signs in that grammar; "’" is the one to write.
    assert.doesNotMatch(one.message, /'[{}#|']/u, nameOf(one));
    // The one way of writing that the library and the types read.
    assert.doesNotMatch(one.message, /\{\s*[\w#]+\s*,(?! \w)|\{[\w#]+,? \}|,\s*(?:plural|select)\s*,(?! \S)|selectordinal|offset:/u, nameOf(one));
    assert.equal(one.message, one.message.trim(), nameOf(one));
    assert.notEqual(one.message, "", nameOf(one));
  }
});

test("a message has the same values in every language, of the same kinds", () => {
  for (const one of all) {
    if (one.english === undefined) continue;
    const wanted = valuesOf(one.english);
    const found = valuesOf(one.message);
    assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort(), nameOf(one));
    for (const [name, kinds] of Object.entries(found)) {
      const isNumber = wanted[name].has("plural") || wanted[name].has("number");
      // Where English needs no plural, another language may.
      const may = isNumber ? ["plural", "number"] : [...wanted[name]];
      for (const kind of kinds) assert.ok(may.includes(kind), `${nameOf(one)}: ${name} is a ${kind}`);
    }
  }
});

test("a plural has a case for each form that the language has", () => {
  for (const one of all) {
    const needed = new Intl.PluralRules(one.language).resolvedOptions().pluralCategories;
    const look = (elements) => elements.forEach((element) => {
      if (element.type === TYPE.plural) {
        const given = Object.keys(element.options).filter((name) => !name.startsWith("="));
        assert.deepEqual(given.sort(), [...needed].sort(), nameOf(one));
      }
      if (element.type === TYPE.select) assert.ok(element.options.other, nameOf(one));
      for (const option of Object.values(element.options ?? {})) look(option.value);
    });
    look(parse(one.message));
  }
});

test("the cases of a choice are the same in every language", () => {
  const choices = (message) => {
    const found = new Set();
    const look = (elements) => elements.forEach((element) => {
      if (element.type === TYPE.select) for (const name of Object.keys(element.options)) found.add(`${element.value} ${name}`);
      for (const option of Object.values(element.options ?? {})) look(option.value);
    });
    look(parse(message));
    return [...found].sort();
  };
  for (const one of all) if (one.english !== undefined) assert.deepEqual(choices(one.message), choices(one.english), nameOf(one));
});

test("no sentence was left in English", () => {
  const isLong = (text) => text.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length > 2;
  const holdsSentence = (elements) => elements.some((element) => (element.type === TYPE.literal ? isLong(element.value)
    : Object.values(element.options ?? {}).some((option) => holdsSentence(option.value))));
  const left = all.filter((one) => one.language !== "en" && one.message === one.english && holdsSentence(parse(one.message)));
  assert.deepEqual(left.map(nameOf), []);
});

/** What ICU's grammar makes of a message: the same, written a second time. */
function written(elements, values, language, count = 0) {
  const number = (value) => new Intl.NumberFormat(language).format(value);
  return elements.map((element) => {
    const value = values[element.value];
    switch (element.type) {
      case TYPE.literal: return element.value;
      case TYPE.argument: return String(value);
      case TYPE.number: return number(value);
      case TYPE.pound: return number(count);
      case TYPE.select: return written((element.options[String(value)] ?? element.options.other).value, values, language, count);
      case TYPE.plural: {
        const chosen = element.options[`=${value}`] ?? element.options[new Intl.PluralRules(language).select(value)] ?? element.options.other;
        return written(chosen.value, values, language, value);
      }
      default: throw new Error(`unknown: ${JSON.stringify(element)}`);
    }
  }).join("");
}

test("what the page makes of a message is what ICU's grammar says, in every language, for every number", () => {
  for (const language of languages) {
    const write = writer(language, language, false);
    for (const one of all.filter((message) => message.language === language && message.message.includes("{"))) {
      const kinds = valuesOf(one.message);
      for (const count of [0, 1, 2, 3, 5, 11, 22, 100, 1234]) for (const word of ["true", "other", "Ada {#}"]) {
        const values = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kind.has("plural") || kind.has("number") ? count : word]));
        assert.equal(write(one.message, values), written(parse(one.message), values, language), `${nameOf(one)} with ${count}, ${word}`);
      }
    }
  }
});

test("a number in a plural is the number of the plural that is nearest", () => {
  const write = writer("en", "en", false);
  const message = "{a, plural, one {# of {b, plural, one {# thing} other {# things}} {c, select, x {in #} other {}}} other {#}}";
  assert.equal(write(message, { a: 1, b: 2000, c: "x" }), "1 of 2,000 things in 1");
});

test("a number that is named comes before the form that the language has for it", () => {
  const write = writer("fr", "fr", false);
  assert.equal(write("{n, plural, =0 {rien} one {# chose} other {# choses}}", { n: 0 }), "rien");
});

test("what somebody wrote from right to left does not turn a sentence, nor the other way round", () => {
  const message = "Write to {name}";
  assert.equal(writer("en", "en", false)(message, { name: "Ada" }), "Write to Ada");
  assert.equal(writer("en", "en", false)(message, { name: "ليلى" }), "Write to \u2068ليلى\u2069");
  assert.equal(writer("ar", "ar", true)(message, { name: "Ada" }), "Write to \u2068Ada\u2069");
  assert.equal(writer("ar", "ar", true)("{kind, select, a {one} other {two}}", { kind: "a" }), "one");
});

test("a list of names goes along with its sentence, and each name is set apart", () => {
  const write = writer("ar", "ar", true);
  const names = write("{names}، {name}", { names: "Ada", name: "Ben" });
  assert.equal(names, "\u2068Ada\u2069، \u2068Ben\u2069");
  assert.equal(write("{names}!", { names }), `${names}!`);
});

test("dates and numbers are written as the person's own region writes the page's language", () => {
  assert.equal(localeOf("en", ["de-AT", "en-GB", "en-US"]), "en-GB");
  assert.equal(localeOf("fr", ["de-AT", "en-GB"]), "fr");
  assert.equal(localeOf("zh", ["zh-TW", "zh-SG"]), "zh-SG");
  assert.equal(localeOf("ar", ["not a tag", "ar-EG"]), "ar-EG");
});
