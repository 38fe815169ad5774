/**
 * Which rows of a long list are in the document. Pure, but for `Heights`,
 * which remembers how high rows were when they were drawn.
 *
 * `from` up to, but without, `to`.
 * @typedef {{ from: number, to: number }} Range
 */

/** As many rows are drawn at once, not counting those that are held because they have the focus. */
export const MOST_ROWS = 110;
/** Of these at least so many above what is in view, where there are as many. */
const LEAST_ABOVE = 25;
/** Before anything was measured. */
const FIRST_GUESS_PX = 44;

export class Heights {
  /** @type {Map<string, number>} */
  #known = new Map();
  #sum = 0;
  #width = 0;

  /** Text breaks elsewhere when the list is as wide as never before: what was measured is no longer true. @param {number} width */
  forWidth(width) {
    if (width === this.#width) return;
    this.#width = width;
    this.#known.clear();
    this.#sum = 0;
  }

  /** @param {string} key @param {number} px */
  set(key, px) {
    this.#sum += px - (this.#known.get(key) ?? 0);
    this.#known.set(key, px);
  }

  /** Measured, or what rows are like on average. @param {string} key */
  of(key) { return this.#known.get(key) ?? (this.#known.size ? this.#sum / this.#known.size : FIRST_GUESS_PX); }

  get size() { return this.#known.size; }

  /** Forgets rows that are gone. @param {ReadonlySet<string>} keys */
  keepOnly(keys) {
    for (const [key, px] of this.#known) {
      if (keys.has(key)) continue;
      this.#known.delete(key);
      this.#sum -= px;
    }
  }
}

/** How high some rows are together. @param {(at: number) => number} heightOf @param {number} from @param {number} to */
export function sumOf(heightOf, from, to) {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += heightOf(at);
  return sum;
}

/** The row at a distance from the top of the list, and where it begins. @param {(at: number) => number} heightOf @param {number} count @param {number} y */
export function rowAtOffset(heightOf, count, y) {
  let top = 0;
  for (let at = 0; at < count; at += 1) {
    const height = heightOf(at);
    if (top + height > y || at === count - 1) return { at, top };
    top += height;
  }
  return { at: 0, top: 0 };
}

/**
 * The rows to draw: those in view, from `at` on, and `ahead` pixels each way. Of the first in view `hidden` pixels are above it.
 * @param {{ count: number, at: number, hidden?: number, heightOf: (at: number) => number, screen: number, ahead: number }} list
 * @returns {Range}
 */
export function rangeAround({ count, at, hidden = 0, heightOf: height, screen, ahead }) {
  if (count === 0) return { from: 0, to: 0 };
  let from = Math.min(Math.max(0, at), count - 1);
  let to = from + 1;
  let below = Math.max(0, height(from) - hidden);
  for (; to < count && below < screen + ahead && to - from < MOST_ROWS - LEAST_ABOVE; to += 1) below += height(to);
  // Near the lower end there is little below: what is in view begins above `at`.
  const missing = Math.max(0, screen - below);
  for (let above = 0; from > 0 && above < missing + ahead && to - from < MOST_ROWS; from -= 1) above += height(from - 1);
  return { from, to };
}
