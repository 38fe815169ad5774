/** The table of emoji, and `:names:`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { inTone, Table, table } from "../../assets/emojiTable.js";
import { LANGUAGES } from "../../assets/languages.js";
import { groups } from "../../assets/vendor/emoji/table.mjs";

const ROOT = new URL("../../assets/", import.meta.url);

test("the table costs at most 20 KB, and each line of it is an emoji", () => {
  const bytes = brotliCompressSync(readFileSync(new URL("vendor/emoji/table.mjs", ROOT))).length;
  assert.ok(bytes <= 20_000, `${bytes}`);
  assert.ok(table.all.length > 1500);
  for (const { emoji } of table.all) assert.match(emoji, /^\p{RGI_Emoji}$/v);
  for (const entry of table.all.filter((one) => one.takesTone)) assert.match(inTone(entry, 3), /^\p{RGI_Emoji}$/v);
});

test("an emoji is found by its name first, then by a word", () => {
  assert.equal(table.find("seedling", 5)[0].emoji, "🌱");
  assert.ok(table.find("sapling", 20).some((one) => one.emoji === "🌱"));
  assert.equal(table.find("thumbsup", 5)[0].emoji, "👍");
  assert.deepEqual(table.find("  ", 5), []);
  assert.equal(table.find("a", 7).length, 7);
});

test("names and skin tones lead back to their emoji", () => {
  assert.equal(table.byName("+1", 0), "👍");
  assert.equal(table.byName("+1", 5), "👍🏿");
  assert.equal(table.byName("seedling", 5), "🌱");
  assert.equal(table.nameOf("👍🏽"), "thumbs up");
  assert.equal(table.nameOf("❤️"), table.nameOf("❤"));
  assert.equal(table.byName("no_such_thing", 0), undefined);
});

const namesIn = async (tag) => (await import(`../../assets/vendor/emoji/names/${tag}.mjs`)).names;
const tableIn = async (tag) => new Table(groups, await namesIn(tag));

test("every language but English has a name for each emoji, in at most 26 KB", async () => {
  for (const [tag] of LANGUAGES.filter(([one]) => one !== "en")) {
    const bytes = brotliCompressSync(readFileSync(new URL(`vendor/emoji/names/${tag}.mjs`, ROOT))).length;
    assert.ok(bytes <= 26_000, `${tag}: ${bytes}`);
    const lines = (await namesIn(tag)).split("\n");
    assert.equal(lines.length, table.all.length, tag);
    assert.ok(lines.every((line) => /^[^\t]+(?:\t[^\t]+)?$/u.test(line)), tag);
  }
});

test("an emoji is called as the page's language calls it", async () => {
  const wanted = { de: ["Spross", "rotes Herz", "Flagge: Frankreich"], es: ["planta joven", "corazón rojo", "Bandera: Francia"],
    fr: ["jeune pousse", "cœur rouge", "drapeau\u202f: France"], zh: ["幼苗", "红心", "旗: 法国"], ar: ["شتلة", "قلب أحمر", "علم: فرنسا"] };
  for (const [tag, names] of Object.entries(wanted)) {
    const local = await tableIn(tag);
    assert.deepEqual(["🌱", "❤️", "🇫🇷"].map((emoji) => local.nameOf(emoji)), names);
  }
});

test("it is found by its name and by words in that language, with or without accents, and in English all the same", async () => {
  for (const [tag, query, emoji] of [["de", "Konfettibombe", "🎉"], ["de", "rotes_herz", "❤️"], ["de", "Träne", "🥲"], ["de", "trane", "🥲"], ["de", "flugzeug", "✈️"],
    ["es", "cañón de confeti", "🎉"], ["es", "corazon", "❤️"], ["fr", "coeur rouge", "❤️"], ["fr", "fete", "🎉"], ["zh", "幼苗", "🌱"], ["zh", "庆祝", "🎉"], ["zh", "心", "❤️"],
    ["ar", "شتلة", "🌱"], ["ar", "احمر", "❤️"], ["ar", "احتفال", "🎉"]]) {
    const local = await tableIn(tag);
    assert.ok(local.find(query, 60).some((one) => one.emoji === emoji), `${tag} ${query}`);
    assert.equal(local.find("tada", 1)[0].emoji, "🎉", tag);
    assert.ok(local.find("sapling", 20).some((one) => one.emoji === "🌱"), tag);
    assert.equal(local.byName("+1", 0), "👍", tag);
  }
  assert.equal((await tableIn("de")).find("spross", 1)[0].emoji, "🌱", "its whole name comes first");
});
