/** What the server says when it refuses something, read from its own source. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));
/** Tests, and what is said on the command line alone. */
const NOT_FOR_PEOPLE = /(?:^|\/)(?:tests|operator|demo|ledger)(?:\.rs$|\/)/u;
/** Through which a sentence goes on its way to `Forbidden` or `Conflict`. */
const HELPERS = ["must", "must_not"];
const TOKEN = /"((?:[^"\\]|\\[\s\S])*)"|'(?:[^'\\]|\\.)'|[([{]|[)\]}]/gu;

const code = readdirSync(SOURCE, { recursive: true }).filter((path) => path.endsWith(".rs") && !NOT_FOR_PEOPLE.test(path))
  .map((path) => readFileSync(join(SOURCE, path), "utf8").replace(/^\s*\/\/.*$/gmu, "").replace(/#\[cfg\(test\)\]\s*mod tests \{[\s\S]*/u, ""))
  .join("\n");

const unescaped = (literal) => literal.replace(/\\\n\s*/gu, "").replace(/\\(["\\])/gu, "$1");
const constants = Object.fromEntries([...code.matchAll(/const (\w+): &str =\s*"((?:[^"\\]|\\[\s\S])*)"/gu)].map(([, name, text]) => [name, unescaped(text)]));

/** What stands between the bracket before `from` and the one that closes it. */
function inside(from) {
  let depth = 1;
  for (const token of code.slice(from).matchAll(TOKEN)) {
    if ("([{".includes(token[0])) depth += 1;
    if (")]}".includes(token[0])) depth -= 1;
    if (depth === 0) return code.slice(from, from + token.index);
  }
  return "";
}

/** What is handed to any of `names`, and the texts in it: `{ given, texts }`. */
const handedTo = (names) => [...code.matchAll(new RegExp(`\\b(?:${names.join("|")})(?:\\(| \\{)`, "gu"))].map((call) => {
  const given = inside(call.index + call[0].length);
  const literals = [...given.matchAll(TOKEN)].filter(([, text]) => text !== undefined).map(([, text]) => unescaped(text));
  const named = [...given.matchAll(/\b[A-Z][A-Z_]+\b/gu)].map(([name]) => constants[name]).filter(Boolean);
  return { given: given.trim(), texts: [...literals, ...named].filter((text) => text.includes(" ")) };
});

const textsOf = (names) => [...new Set(handedTo(names).flatMap(({ texts }) => texts))];

/** Every whole sentence: of `Forbidden`, `Conflict` and `Taken`. */
export const sentences = textsOf(["Forbidden", "Conflict", "Taken", ...HELPERS]);
/** What an input must be: of `Invalid`, with `{…}` where something is filled in. */
export const reasons = textsOf(["invalid", "Invalid"]);
/** What is refused with words that were not found. */
export const unread = handedTo(["Forbidden", "Conflict"]).filter(({ texts }) => !texts.length).map(({ given }) => given);
