import assert from "node:assert/strict";
import { test } from "node:test";
import { isContinued, lastEndInView, lineOnArrival, lineOnOpen, readAfterLook } from "../../assets/reading.js";
import { ME, message, RUTH } from "./sample.js";

const mine = { sender_id: ME };

test("the line stands above the first unread message of somebody else", () => {
  assert.equal(lineOnOpen([message(1), message(2), message(3, mine), message(4)], 2, ME), 4);
});

test("there is no line above nothing but my own messages, nor when all is read", () => {
  assert.equal(lineOnOpen([message(1), message(2, mine)], 1, ME), null);
  assert.equal(lineOnOpen([message(1), message(2)], 2, ME), null);
});

test("the line stands still while the window has the focus", () => {
  const arrival = { message: message(9), readOrdinal: 8, hasFocus: true, me: ME };
  assert.equal(lineOnArrival(4, arrival), 4);
  assert.equal(lineOnArrival(null, arrival), null);
});

test("without focus and having read past it, the line is placed again", () => {
  const arrival = { message: message(9), readOrdinal: 8, hasFocus: false, me: ME };
  assert.equal(lineOnArrival(4, arrival), 9);
  assert.equal(lineOnArrival(null, arrival), 9);
});

test("without focus, further messages leave the line where it is", () => {
  const arrival = { message: message(10), readOrdinal: 8, hasFocus: false, me: ME };
  assert.equal(lineOnArrival(9, arrival), 9);
});

test("my own messages never place a line", () => {
  assert.equal(lineOnArrival(null, { message: message(9, mine), readOrdinal: 8, hasFocus: false, me: ME }), null);
});

test("the last message whose end is in view is found", () => {
  const rows = [10, 20, 30, 40].map((end, at) => ({ ordinal: at + 1, end }));
  assert.deepEqual([5, 10, 29, 30, 99].map((view) => lastEndInView(rows, view)), [null, 1, 2, 3, 4]);
  assert.equal(lastEndInView([], 10), null);
});

test("only what was in view at both ends of the look is read, forward only, and only if watched", () => {
  assert.equal(readAfterLook(3, { before: 5, after: 8, isWatched: true }), 5);
  assert.equal(readAfterLook(3, { before: 8, after: 5, isWatched: true }), 5);
  assert.equal(readAfterLook(6, { before: 5, after: 5, isWatched: true }), 6);
  assert.equal(readAfterLook(3, { before: 9, after: 9, isWatched: false }), 3);
  assert.equal(readAfterLook(3, { before: null, after: 9, isWatched: true }), 3);
});

test("messages of one author within five minutes go together", () => {
  assert.equal(isContinued(message(1), message(2), false), true);
  assert.equal(isContinued(message(1), message(6), false), false);
  assert.equal(isContinued(message(1), message(2), true), false);
  assert.equal(isContinued(message(1), message(2, mine), false), false);
  assert.equal(isContinued(message(1, { kind: "system" }), message(2, { kind: "system" }), false), false);
  assert.equal(isContinued(undefined, message(2, { sender_id: RUTH }), false), false);
});
