import assert from "node:assert/strict";
import { test } from "node:test";
import { Heights, MOST_ROWS, rangeAround, rowAtOffset, sumOf } from "../../assets/virtual.js";

const of = (px) => () => px;
const list = (change = {}) => ({ count: 500, at: 250, heightOf: of(40), screen: 800, ahead: 800, ...change });

test("a screen and what is ahead of it is drawn, and never more than the most", () => {
  const { from, to } = rangeAround(list());
  assert.ok(from <= 250 - 20 && to >= 250 + 40);
  for (const px of [5, 22, 40, 300]) for (const at of [0, 1, 250, 498, 499]) {
    const found = rangeAround(list({ at, heightOf: of(px) }));
    assert.ok(found.from <= at && at < found.to && found.to - found.from <= MOST_ROWS, `${px} ${at}`);
  }
});

test("at the lower end what is in view is drawn above it", () => {
  const { from, to } = rangeAround(list({ at: 499 }));
  assert.equal(to, 500);
  assert.ok(sumOf(of(40), from, to) >= 1600);
});

test("a short list is drawn whole, an empty one not at all", () => {
  assert.deepEqual(rangeAround(list({ count: 12, at: 11 })), { from: 0, to: 12 });
  assert.deepEqual(rangeAround(list({ count: 0, at: 0 })), { from: 0, to: 0 });
});

test("at the lower end of a row higher than the view, the next ones are drawn", () => {
  const heightOf = (at) => (at === 250 ? 5000 : 40);
  assert.equal(rangeAround(list({ heightOf })).to, 251);
  assert.ok(rangeAround(list({ heightOf, hidden: 4500 })).to >= 251 + 20);
});

test("a place on the scroll bar leads to its row", () => {
  assert.deepEqual(rowAtOffset(of(40), 500, 0), { at: 0, top: 0 });
  assert.deepEqual(rowAtOffset(of(40), 500, 401), { at: 10, top: 400 });
  assert.deepEqual(rowAtOffset(of(40), 500, 1e9), { at: 499, top: 499 * 40 });
});

test("what was not measured is as high as the others on average, and what is gone is forgotten", () => {
  const heights = new Heights();
  heights.forWidth(700);
  assert.equal(heights.of("a"), 44);
  heights.set("a", 20);
  heights.set("b", 60);
  heights.set("b", 40);
  assert.deepEqual([heights.of("a"), heights.of("c")], [20, 30]);
  heights.keepOnly(new Set(["b"]));
  assert.deepEqual([heights.size, heights.of("a")], [1, 40]);
  heights.forWidth(700);
  assert.equal(heights.of("b"), 40);
  heights.forWidth(500);
  assert.equal(heights.of("b"), 44);
});
