/**
 * All emoji: by name, by group, by what they have to do with. Fetched on need, with what they are called in the language of
 * the page; their names in English hold in every language.
 *
 * @typedef {{ emoji: string, names: string[], label: string, takesTone: boolean }} Entry `names` are those between colons
 * @typedef {Entry & { called: string[], words: string }} Listed what it is found by, folded
 * @typedef {"faces" | "people" | "nature" | "food" | "travel" | "things" | "symbols" | "flags"} Group
 */
import { language } from "./language.js";
import { groups } from "./vendor/emoji/table.mjs";

const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];
const ANY_TONE = /[\u{1f3fb}-\u{1f3ff}]/gu;
/** Letters that have no accent to take off, and are written as two where a keyboard has not got them. @type {Record<string, string>} */
const PLAIN = { æ: "ae", œ: "oe", ß: "ss", "’": "'", _: " " };

/** Without case and accents: what one types need not have them. @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[æœß’_]/gu, (sign) => PLAIN[sign]);

/**
 * @param {string} line of the table: an emoji, its names, its label if that says more, words
 * @param {string} [local] the line of the language's own names: a name, words
 * @returns {Listed}
 */
function read(line, local = "") {
  const [sign, names, label = "", words = ""] = line.split("\t");
  const [name, localWords = ""] = local.split("\t");
  const all = names.split(" ");
  const english = label || (all.at(-1) ?? "").replaceAll("_", " ");
  const takesTone = sign.endsWith("*");
  return {
    emoji: takesTone ? sign.slice(0, -1) : sign, names: all, label: name || english, takesTone,
    called: [...all, name || english].map(folded),
    words: folded(`${names} ${english} ${words} ${name} ${localWords}`),
  };
}

/** An emoji in a skin tone, if it takes one. @param {Entry} entry @param {number} tone 0 to 5 */
export function inTone({ emoji, takesTone }, tone) {
  if (!takesTone || !tone) return emoji;
  const [first, ...rest] = [...emoji];
  return first + TONES[tone - 1] + (rest[0] === "\ufe0f" ? rest.slice(1) : rest).join("");
}

export class Table {
  /** @param {Record<string, string>} source @param {string} [local] a line for each emoji of all groups; none where English is spoken */
  constructor(source, local = "") {
    const said = local.split("\n");
    let next = 0;
    this.groups = Object.entries(source).map(([name, lines]) =>
      ({ name: /** @type {Group} */ (name), entries: lines.split("\n").map((line) => read(line, said[next++])) }));
    this.all = this.groups.flatMap((group) => group.entries);
    this.names = new Map(this.all.flatMap((entry) => entry.names.map((name) => [name, entry])));
    this.signs = new Map(this.all.map((entry) => [bare(entry.emoji), entry]));
  }

  /** @param {string} emoji @returns {Listed | undefined} */
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
   * @param {string} query @param {number} limit @returns {Listed[]}
   */
  find(query, limit) {
    const wanted = folded(query).trim();
    if (!wanted) return [];
    /** @type {Listed[][]} */
    const ranks = [[], [], [], []];
    for (const entry of this.all) {
      if (entry.called.includes(wanted)) ranks[0].push(entry);
      else if (entry.called.some((name) => name.startsWith(wanted))) ranks[1].push(entry);
      else if (` ${entry.words}`.includes(` ${wanted}`)) ranks[2].push(entry);
      else if (entry.words.includes(wanted)) ranks[3].push(entry);
    }
    return ranks.flat().slice(0, limit);
  }
}

/** Without tone and variation. @param {string} emoji */
const bare = (emoji) => emoji.replace(ANY_TONE, "").replaceAll("\ufe0f", "");

/** Of the language of the page; where they do not come, the English ones do. @returns {Promise<string>} */
const localNames = () => import(`./vendor/emoji/names/${language}.mjs`).then(({ names }) => names, () => "");

export const table = new Table(groups, language === "en" ? "" : await localNames());
