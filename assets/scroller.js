/**
 * Keeps a list's place. Before anything changes, the first visible row and its
 * offset are noted; after it, the row is put back there. At the bottom the
 * bottom is kept instead. The browser's own anchoring is off: Safari has none.
 */

/** This near to the lower end counts as being there. */
export const NEAR_PX = 80;

export class Scroller {
  /** @param {HTMLElement} view the element that scrolls @param {HTMLElement} feed whose children are the rows */
  constructor(view, feed) {
    this.view = view;
    this.feed = feed;
    this.isAtBottom = true;
    /** `scrollTop` as it was last seen here; if it is another, a scroll event is still to come. */
    this.lastTop = 0;
    /** The first row in view; without `row` while it is still to be drawn. @type {{ row: HTMLElement | null, id: string, offset: number } | null} */
    this.anchor = null;
  }

  get distanceToEnd() {
    const { view } = this;
    return view.scrollHeight - view.clientHeight - view.scrollTop;
  }

  /** The rows, top to bottom. @returns {HTMLElement[]} */
  get rows() { return /** @type {HTMLElement[]} */ ([...this.feed.children]); }

  /** Where a row stands, measured from the top of what can be seen. @param {HTMLElement} row */
  top(row) { return row.getBoundingClientRect().top - this.view.getBoundingClientRect().top; }

  /** The first row whose lower end is below the given line. @param {number} y */
  rowAt(y) {
    const { rows } = this;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.top(rows[middle]) + rows[middle].offsetHeight <= y) low = middle + 1;
      else high = middle;
    }
    return rows[low];
  }

  /** Notes the place; on every scroll and after every change. */
  note() {
    this.isAtBottom = this.distanceToEnd <= NEAR_PX;
    this.lastTop = this.view.scrollTop;
    const row = this.rowAt(0);
    this.anchor = row ? { row, id: row.id, offset: this.top(row) } : null;
  }

  /** Puts the noted place back after a change. */
  hold() {
    const scrolled = this.view.scrollTop - this.lastTop;
    if (this.isAtBottom) return scrolled < -NEAR_PX ? this.note() : this.toBottom();
    const { anchor } = this;
    if (!anchor) return;
    const row = anchor.row?.isConnected ? anchor.row : document.getElementById(anchor.id);
    if (!row) return;
    // What the person has scrolled meanwhile is theirs; only the rest is put right.
    const moved = this.top(row) - anchor.offset + scrolled;
    if (Math.abs(moved) > 0.5) this.view.scrollTop += moved;
  }

  toBottom() {
    this.isAtBottom = true;
    this.view.scrollTop = this.view.scrollHeight;
    this.lastTop = this.view.scrollTop;
  }

  /** Puts a row at a part of the height: 0 is the top, .25 a quarter down. @param {HTMLElement} row @param {number} part */
  show(row, part) {
    this.view.scrollTop += this.top(row) - this.view.clientHeight * part;
    this.note();
  }
}
