/**
 * What stands inside a line: marks, code, links, spoilers, emoji. Each pass
 * walks the text once; where things end is looked up in tables made beforehand.
 *
 * @import { Meter } from "./markdown.js"
 *
 * @typedef {{ type: "text" | "emoji" | "code" | "marked", text: string } | { type: "br" }
 *   | { type: "group", text: string, id: string }
 *   | { type: "own", text: string, id: string }
 *   | { type: "mention", text: string, id: string | null, isMe: boolean }
 *   | { type: "strong" | "em" | "del" | "spoiler", children: Inline[] }
 *   | { type: "link", href: string, children: Inline[] }} Inline
 */

/** Open marks at one time. */
export const MAX_DEPTH = 32;

/** @typedef {{ mark: string, children: Inline[] }} Frame */

/** @param {string} text @param {Meter} meter @param {boolean} [inLink] @returns {Inline[]} */
export function inline(text, meter, inLink = false) {
  return new InlineReader(text, meter, inLink).read();
}

class InlineReader {
  /** @param {string} text @param {Meter} meter @param {boolean} inLink */
  constructor(text, meter, inLink) {
    this.text = text;
    this.meter = meter;
    this.inLink = inLink;
    this.at = 0;
    /** Start of the plain text not yet put out. */
    this.plainFrom = 0;
    /** @type {Frame[]} the first is the ground, the others are open marks */
    this.frames = [{ mark: "", children: [] }];
    this.tables = tablesOf(text, meter);
  }

  read() {
    const { text, meter } = this;
    while (this.at < text.length) {
      meter.steps += 1;
      const char = text[this.at];
      const isTaken = (char === "\\" && this.takeEscape())
        || (char === "\n" && this.takeBreak())
        || (char === "`" && this.takeCode())
        || ((char === "*" || char === "_" || char === "~" || char === "|") && this.takeMark(char))
        || (!this.inLink && char === "[" && this.takeLink())
        || (!this.inLink && "hHmw".includes(char) && this.takeAddress());
      if (!isTaken) this.at += 1;
    }
    this.flush();
    while (this.frames.length > 1) this.dissolve();
    return this.frames[0].children;
  }

  get top() { return this.frames[this.frames.length - 1].children; }

  /** Puts out the plain text up to here. */
  flush(to = this.at) {
    if (to > this.plainFrom) pushText(this.top, this.text.slice(this.plainFrom, to), this.meter);
    this.plainFrom = to;
  }

  /** @param {Inline} node @param {number} length how much of the text it stands for */
  put(node, length) {
    this.flush();
    this.top.push(node);
    this.at += length;
    this.plainFrom = this.at;
    return true;
  }

  takeEscape() {
    const next = this.text[this.at + 1];
    if (!next || !"\\`*_~|[]()>#+-.!".includes(next)) return false;
    this.flush();
    this.plainFrom = this.at + 1;
    this.at += 2;
    return true;
  }

  takeBreak() { return this.put({ type: "br" }, 1); }

  takeCode() {
    const run = this.tables.runs.get(this.at);
    if (!run) return false;
    if (run.next === -1) {
      this.at += run.length;
      return true;
    }
    const inner = this.text.slice(this.at + run.length, run.next);
    const bare = inner.length > 2 && inner.startsWith(" ") && inner.endsWith(" ") ? inner.slice(1, -1) : inner;
    return this.put({ type: "code", text: bare.replaceAll("\n", " ") }, run.next + run.length - this.at);
  }

  /** @param {string} char */
  takeMark(char) {
    const { text, at } = this;
    // Of three, the first closes the mark that was opened last.
    const isInner = text[at + 2] === char && this.frames[this.frames.length - 1].mark === char;
    const isDouble = text[at + 1] === char && !isInner;
    if ((char === "~" || char === "|") && !isDouble) return false;
    const mark = isDouble ? char + char : char;
    const before = text[at - 1] ?? " ";
    const after = text[at + mark.length] ?? " ";
    // Inside a word an underscore is a letter: some_file_name.
    const mayOpen = !isSpace(after) && (char !== "_" || !isWord(before));
    const mayClose = !isSpace(before) && (char !== "_" || !isWord(after));
    if (mayClose && this.close(mark)) return true;
    if (!mayOpen || this.frames.length > MAX_DEPTH) {
      this.at += mark.length;
      return true;
    }
    this.flush();
    this.frames.push({ mark, children: [] });
    this.at += mark.length;
    this.plainFrom = this.at;
    return true;
  }

  /** @param {string} mark */
  close(mark) {
    let depth = this.frames.length - 1;
    while (depth > 0 && this.frames[depth].mark !== mark) depth -= 1;
    this.meter.steps += this.frames.length - depth;
    if (depth === 0) return false;
    this.flush();
    if (depth === this.frames.length - 1 && !this.top.length) return false;
    while (this.frames.length - 1 > depth) this.dissolve();
    const { children } = /** @type {Frame} */ (this.frames.pop());
    const type = mark === "||" ? "spoiler" : mark === "~~" ? "del" : mark.length === 2 ? "strong" : "em";
    return this.put({ type, children }, mark.length);
  }

  /** The innermost open mark was never closed: it is text after all. */
  dissolve() {
    const { mark, children } = /** @type {Frame} */ (this.frames.pop());
    pushText(this.top, mark, this.meter);
    for (const node of children) this.top.push(node);
    this.meter.steps += children.length;
  }

  takeLink() {
    const { text, at, tables } = this;
    const close = tables.brackets.get(at);
    if (close === undefined || text[close + 1] !== "(" || close === at + 1) return false;
    const end = tables.stops[close + 2];
    if (end === undefined || text[end] !== ")") return false;
    this.meter.steps += end - close;
    const href = safeHref(text.slice(close + 2, end));
    if (!href) return false;
    const children = inline(text.slice(at + 1, close), this.meter, true);
    return this.put({ type: "link", href, children }, end + 1 - at);
  }

  takeAddress() {
    const { text, at } = this;
    if (at > 0 && isWord(text[at - 1])) return false;
    const start = /^(?:https?:\/\/|mailto:|www\.)(?=[^\s)<>])/iu.exec(text.slice(at, at + 12));
    if (!start) return false;
    const end = trimmedEnd(text, at, this.tables.ends[at], this.meter);
    const typed = text.slice(at, end);
    const href = safeHref(start[0].endsWith(".") ? `https://${typed}` : typed);
    if (!href || end - at <= start[0].length) {
      // Not looked at again: text made of broken addresses would cost a walk for each.
      this.at = Math.max(end, at + 1);
      return true;
    }
    return this.put({ type: "link", href, children: [{ type: "text", text: typed }] }, end - at);
  }
}

/**
 * Where things end, found in one walk from the back, so that no mark has to
 * search for its partner.
 * @param {string} text @param {Meter} meter
 */
function tablesOf(text, meter) {
  const { length } = text;
  /** The next space, ")" or bracket: stretches up to these never overlap @type {number[]} */
  const stops = new Array(length + 1);
  /** The next space, "<", ">" or quote @type {number[]} */
  const ends = new Array(length + 1);
  /** Runs of backticks @type {Map<number, { length: number, next: number }>} */
  const runs = new Map();
  /** @type {Map<number, number>} length of run -> where the next such run begins */
  const nextRun = new Map();
  stops[length] = length;
  ends[length] = length;
  for (let at = length - 1; at >= 0; at -= 1) {
    const char = text[at];
    stops[at] = isSpace(char) || ")[]".includes(char) ? at : stops[at + 1];
    ends[at] = isSpace(char) || char === "<" || char === ">" || char === '"' ? at : ends[at + 1];
    if (char === "`" && text[at - 1] !== "`") {
      let end = at;
      while (text[end] === "`") end += 1;
      runs.set(at, { length: end - at, next: nextRun.get(end - at) ?? -1 });
      nextRun.set(end - at, at);
    }
  }
  meter.steps += length;
  return { stops, ends, runs, brackets: bracketsOf(text, meter) };
}

/** Which "]" belongs to which "[". @param {string} text @param {Meter} meter @returns {Map<number, number>} */
function bracketsOf(text, meter) {
  const pairs = new Map();
  const open = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "[") open.push(at);
    else if (text[at] === "]" && open.length) pairs.set(open.pop(), at);
  }
  meter.steps += text.length;
  return pairs;
}

/** Punctuation at the end belongs to the sentence, not to the address. @param {string} text @param {number} from @param {number} to @param {Meter} meter */
function trimmedEnd(text, from, to, meter) {
  let opened = 0;
  let closed = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === "(") opened += 1;
    if (text[at] === ")") closed += 1;
  }
  let end = to;
  while (end > from) {
    const last = text[end - 1];
    if (last === ")" && closed > opened) closed -= 1;
    else if (!".,;:!?'*_~]".includes(last)) break;
    end -= 1;
  }
  meter.steps += to - from;
  return end;
}

/** @param {string} char */
const isSpace = (char) => char === " " || char === "\n" || char === "\t" || char === "\u00a0";

/** @param {string} char */
const isWord = (char) => /[\p{L}\p{N}_]/u.test(char);

/**
 * The address if it is one of those we let through.
 * @param {string} typed
 * @returns {string | null}
 */
export function safeHref(typed) {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(typed)) return null;
  try {
    const url = new URL(typed);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/* --------------------------------------------------------------------- emoji */

const EMOJI_RUN = /\p{RGI_Emoji}+/gv;
const EMOJI_ALONE = /^\s*(?:\p{RGI_Emoji}\s*){1,3}$/v;

/** @param {Inline[]} into @param {string} text @param {Meter} meter */
function pushText(into, text, meter) {
  meter.steps += text.length;
  let from = 0;
  for (const run of text.matchAll(EMOJI_RUN)) {
    if (run.index > from) into.push({ type: "text", text: text.slice(from, run.index) });
    into.push({ type: "emoji", text: run[0] });
    from = run.index + run[0].length;
  }
  if (from < text.length) into.push({ type: "text", text: text.slice(from) });
}

/** One to three emoji and nothing else. @param {string} text */
export const isBigEmoji = (text) => text.length < 100 && EMOJI_ALONE.test(text);

/** Text cut into plain and emoji pieces, for names and statuses. @param {string} text @returns {Inline[]} */
export function emojiPieces(text) {
  /** @type {Inline[]} */
  const pieces = [];
  pushText(pieces, text, { steps: 0 });
  return pieces;
}
