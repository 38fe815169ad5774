#!/usr/bin/env node
/**
 * Writes what emoji are called in each language of the page but English into `assets/vendor/emoji/names`, out of Unicode's
 * CLDR, and prints what belongs into VENDOR.toml. To be run when the table of emoji or CLDR changes:
 *
 *   npm install --prefix "$folder" cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0
 *   scripts/emoji-names.mjs "$folder/node_modules"
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../assets/emojiTable.js";
import { LANGUAGES } from "../assets/languages.js";

/** Beside the name; more would weigh more than they help. */
const MAX_WORDS = 5;
const MAX_WORD_CHARS = 24;

const [modules] = process.argv.slice(2);
if (!modules) throw new Error("usage: scripts/emoji-names.mjs NODE_MODULES");
const folder = fileURLToPath(new URL("../assets/vendor/emoji/names/", import.meta.url));
mkdirSync(join(folder, "derived"), { recursive: true });

const read = (path) => JSON.parse(readFileSync(join(modules, path), "utf8"));
/** Signs that were derived are sequences: flags, professions, keys. */
const annotationsOf = (tag) => ({
  ...read(`cldr-annotations-derived-full/annotationsDerived/${tag}/annotations.json`).annotationsDerived.annotations,
  ...read(`cldr-annotations-full/annotations/${tag}/annotations.json`).annotations.annotations,
});
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Words that say more than the name, and than each other. @param {string} name @param {string[]} words */
function furtherWords(name, words) {
  const said = [folded(name)];
  const further = words.filter((word) => word.length <= MAX_WORD_CHARS).sort((one, other) => other.length - one.length).filter((word) => {
    const isNew = !said.some((known) => known.includes(folded(word)));
    if (isNew) said.push(folded(word));
    return isNew;
  });
  return words.filter((word) => further.includes(word)).slice(0, MAX_WORDS);
}

function linesOf(tag) {
  const annotations = annotationsOf(tag);
  return table.all.map(({ emoji }) => {
    const found = annotations[emoji.replaceAll("\ufe0f", "")];
    if (!found) throw new Error(`${tag} has no name for ${emoji}`);
    const [name] = found.tts;
    return [name, furtherWords(name, found.default ?? []).join(" ")].join("\t").trimEnd();
  });
}

for (const [tag] of LANGUAGES) {
  if (tag === "en") continue;
  const lines = linesOf(tag).join("\n");
  if (/[`\\$]/u.test(lines)) throw new Error(`${tag}: a sign that a template would read`);
  const head = "/* Trimmed from CLDR (Unicode-3.0, see LICENSE): per line what an emoji is called, in the order of table.mjs, and words to find it by. */";
  writeFileSync(join(folder, `${tag}.mjs`), `${head}\nexport const names = \`${lines}\`;\n`);
}
copyFileSync(join(modules, "cldr-annotations-full/LICENSE"), join(folder, "LICENSE"));
copyFileSync(join(modules, "cldr-annotations-derived-full/LICENSE"), join(folder, "derived/LICENSE"));
for (const name of [...LANGUAGES.map(([tag]) => `${tag}.mjs`).filter((one) => one !== "en.mjs"), "LICENSE", "derived/LICENSE"]) {
  const content = readFileSync(join(folder, name));
  const sum = createHash("sha256").update(content).digest("hex");
  console.log(`\n[[package.file]]\npath = "emoji/names/${name}"\nbytes = ${content.length}\nsha256 = "${sum}"`);
}
