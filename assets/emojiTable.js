/**
 * All emoji: by name, by group, by what they have to do with. Fetched on need.
 *
 * @typedef {{ emoji: string, names: string[], label: string, words: string, takesTone: boolean }} Entry
 * @typedef {"faces" | "people" | "nature" | "food" | "travel" | "things" | "symbols" | "flags"} Group
 */
import { groups } from "./vendor/emoji/table.mjs";

const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];
const ANY_TONE = /[\u{1f3fb}-\u{1f3ff}]/gu;

/** @param {string} line @returns {Entry} */
function read(line) {
  const [sign, names, label = "", words = ""] = line.split("\t");
  const all = names.split(" ");
  const name = label || (all.at(-1) ?? "").replaceAll("_", " ");
  const takesTone = sign.endsWith("*");
  const emoji = takesTone ? sign.slice(0, -1) : sign;
  return { emoji, names: all, label: name, takesTone, words: `${names.replaceAll("_", " ")} ${name.toLowerCase()} ${words}` };
}

/** An emoji in a skin tone, if it takes one. @param {Entry} entry @param {number} tone 0 to 5 */
export function inTone({ emoji, takesTone }, tone) {
  if (!takesTone || !tone) return emoji;
  const [first, ...rest] = [...emoji];
  return first + TONES[tone - 1] + (rest[0] === "\ufe0f" ? rest.slice(1) : rest).join("");
}

export class Table {
  /** @param {Record<string, string>} source */
  constructor(source) {
    this.groups = Object.entries(source).map(([name, lines]) =>
      ({ name: /** @type {Group} */ (name), entries: lines.split("\n").map(read) }));
    this.all = this.groups.flatMap((group) => group.entries);
    this.names = new Map(this.all.flatMap((entry) => entry.names.map((name) => [name, entry])));
    this.signs = new Map(this.all.map((entry) => [bare(entry.emoji), entry]));
  }

  /** @param {string} emoji @returns {Entry | undefined} */
  entryOf(emoji) { return this.signs.get(bare(emoji)); }

  /** @param {string} emoji @returns {string | undefined} */
  nameOf(emoji) { return this.entryOf(emoji)?.label; }

  /** @param {string} name @param {number} tone @returns {string | undefined} */
  byName(name, tone) {
    const entry = this.names.get(name);
    return entry && inTone(entry, tone);
  }

  /**
   * Those whose name begins so, then those with such a word, then those with it anywhere.
   * @param {string} query @param {number} limit @returns {Entry[]}
   */
  find(query, limit) {
    const wanted = query.trim().toLowerCase().replaceAll("_", " ");
    if (!wanted) return [];
    /** @type {Entry[][]} */
    const ranks = [[], [], [], []];
    for (const entry of this.all) {
      if (entry.names.some((name) => name === wanted || name.replaceAll("_", " ") === wanted)) ranks[0].push(entry);
      else if (entry.names.some((name) => name.replaceAll("_", " ").startsWith(wanted))) ranks[1].push(entry);
      else if (` ${entry.words}`.includes(` ${wanted}`)) ranks[2].push(entry);
      else if (entry.words.includes(wanted)) ranks[3].push(entry);
    }
    return ranks.flat().slice(0, limit);
  }
}

/** Without tone and variation. @param {string} emoji */
const bare = (emoji) => emoji.replace(ANY_TONE, "").replaceAll("\ufe0f", "");

export const table = new Table(groups);
