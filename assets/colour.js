/**
 * Colours code: cuts it into words, texts, numbers and comments. No grammar of
 * any language, only what most of them share; so it never changes what is
 * read, and walks the text once. Fetched when code is first shown. Pure.
 *
 * @typedef {"" | "k" | "f" | "s" | "n" | "c"} Kind nothing, keyword, function, text, number, comment
 * @typedef {{ kind: Kind, text: string }} Piece
 * @typedef {{ words: Set<string>, line: string[], block: [string, string] | null, quotes: string, isLoose?: boolean }} Language
 */

/** @param {string} list */
const words = (list) => new Set(list.split(" "));

const C_LIKE = "break case const continue default do else enum for if return static struct switch void while true false null this new class public private protected import";
/** @type {[string, "c" | "hash" | "dash" | "mark" | "css", string, string][]} names, comments, quotes, keywords */
const TABLE = [
  ["js jsx ts tsx javascript typescript mjs", "c", "\"'`", `${C_LIKE} async await catch const delete export extends finally from function in instanceof interface let of throw try type typeof undefined var yield`],
  ["rust rs", "c", "\"", "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while"],
  ["go golang", "c", "\"'`", "break case chan const continue default defer else fallthrough for func go goto if import interface map nil package range return select struct switch true false type var"],
  ["c h cpp c++ hpp cc csharp cs java kotlin kt swift php dart scala", "c", "\"'", `${C_LIKE} abstract auto bool boolean char double final float fun func guard int interface let long namespace nil override package short sizeof string template throw throws try catch typedef union unsigned using val var virtual when echo function foreach`],
  ["python py", "hash", "\"'", "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return self True try while with yield"],
  ["sh bash shell zsh fish console", "hash", "\"'", "case cd do done echo elif else esac exit export fi for function if in local read return set source sudo then unset until while"],
  ["ruby rb", "hash", "\"'", "begin break case class def do else elsif end ensure false for if in module next nil not or require rescue return self super then true unless until when while yield"],
  ["yaml yml toml ini conf dockerfile makefile", "hash", "\"'", "true false null yes no on off FROM RUN COPY CMD ENV"],
  ["sql", "dash", "'", "add all alter and as asc begin between by case check commit constraint create default delete desc distinct drop else end exists foreign from group having if in index inner insert into is join key left like limit not null offset on or order outer primary references returning right rollback select set table then union unique update using values view when where with"],
  ["lua haskell hs", "dash", "\"'", "and do else elseif end false for function if in local nil not or repeat return then true until while module import where let of case data type class instance"],
  ["html xml svg vue", "mark", "\"", ""],
  ["css scss less", "css", "\"'", "important media import supports layer keyframes"],
  ["json jsonc", "c", "\"", "true false null"],
];

/** @type {Record<string, Pick<Language, "line" | "block">>} */
const COMMENTS = {
  c: { line: ["//"], block: ["/*", "*/"] }, hash: { line: ["#"], block: null }, dash: { line: ["--"], block: ["/*", "*/"] },
  mark: { line: [], block: ["<!--", "-->"] }, css: { line: [], block: ["/*", "*/"] },
};

/** @type {Map<string, Language>} */
const languages = new Map(TABLE.flatMap(([names, comments, quotes, list]) => {
  const language = { words: words(list), quotes, ...COMMENTS[comments], isLoose: names === "sql" };
  return names.split(" ").map((name) => /** @type {[string, Language]} */ ([name, language]));
}));

/** @param {string} name */
export const isKnown = (name) => languages.has(name.toLowerCase());

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\w.]*/uy;

/**
 * @param {string} text @param {string} name of the language
 * @returns {Piece[]} whose texts together are the text
 */
export function colour(text, name) {
  const language = languages.get(name.toLowerCase());
  if (!language) return [{ kind: "", text }];
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  const put = (/** @type {Kind} */ kind, /** @type {number} */ end) => {
    const last = pieces.at(-1);
    if (last && last.kind === kind) last.text += text.slice(at, end);
    else pieces.push({ kind, text: text.slice(at, end) });
    at = end;
  };
  while (at < text.length) {
    const end = commentEnd(text, at, language);
    if (end > at) put("c", end);
    else if (language.quotes.includes(text[at])) put("s", quoteEnd(text, at));
    else if (matches(NUMBER, text, at)) put("n", NUMBER.lastIndex);
    else if (matches(WORD, text, at)) put(kindOf(text, at, WORD.lastIndex, language), WORD.lastIndex);
    else put("", at + 1);
  }
  return pieces;
}

/** @param {RegExp} pattern @param {string} text @param {number} at */
function matches(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** @param {string} text @param {number} at @param {number} end @param {Language} language @returns {Kind} */
function kindOf(text, at, end, language) {
  const word = text.slice(at, end);
  if (language.words.has(language.isLoose ? word.toLowerCase() : word)) return "k";
  return text[end] === "(" ? "f" : "";
}

/** @param {string} text @param {number} at @param {Language} language */
function commentEnd(text, at, { line, block }) {
  if (line.some((mark) => text.startsWith(mark, at))) {
    const end = text.indexOf("\n", at);
    return end === -1 ? text.length : end;
  }
  if (!block || !text.startsWith(block[0], at)) return at;
  const end = text.indexOf(block[1], at + block[0].length);
  return end === -1 ? text.length : end + block[1].length;
}

/** Texts end with their line, but for those between backticks. @param {string} text @param {number} at */
function quoteEnd(text, at) {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote && (quote === "`" || text[end] !== "\n")) end += text[end] === "\\" ? 2 : 1;
  return Math.min(text.length, text[end] === quote ? end + 1 : end);
}
