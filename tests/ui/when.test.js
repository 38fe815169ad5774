/** Times to come: those that are offered, and how they are written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValue, instantIn, instantOf, offered, whenText } from "../../assets/when.js";

const local = (text) => new Date(text).getTime();
const all = ["in20", "in60", "in180", "tomorrow", "monday"];

test("tomorrow and Monday are mornings, whatever the hour is now", () => {
  const wednesday = local("2026-11-18T23:59:30");
  assert.equal(instantOf("tomorrow", wednesday), local("2026-11-19T09:00"));
  assert.equal(instantOf("monday", wednesday), local("2026-11-23T09:00"));
  assert.equal(instantOf("in20", wednesday), wednesday + 20 * 60_000);
});

test("on a Monday the next one is meant, and on a Sunday the day after is offered once", () => {
  assert.equal(instantOf("monday", local("2026-11-23T08:00")), local("2026-11-30T09:00"));
  assert.deepEqual(offered(all, local("2026-11-22T10:00")).map((one) => one.preset), ["in20", "in60", "in180", "tomorrow"]);
  assert.equal(offered(all, local("2026-11-18T10:00")).length, 5);
});

test("a time is told by how near it is", () => {
  const now = local("2026-11-18T10:00");
  assert.match(whenText(local("2026-11-18T17:30"), now), /^today at /u);
  assert.match(whenText(local("2026-11-19T09:00"), now), /^tomorrow at /u);
  assert.match(whenText(local("2026-11-23T09:00"), now), /23/u);
});

test("what a field shows is what it gives back", () => {
  const at = local("2026-03-09T07:05");
  assert.equal(fieldValue(at), "2026-03-09T07:05");
  assert.equal(instantIn(fieldValue(at)), new Date(at).toISOString());
  for (const wrong of ["", "nonsense"]) assert.equal(instantIn(wrong), null);
});
