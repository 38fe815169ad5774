/** What is told while a stretch of history is on its way is not missing from it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asking, brought, tellWaiting } from "../../assets/meanwhile.js";
import { apply, unreadOf, withPage } from "../../assets/state.js";
import { GROUP, id, KEY, message, reply, RUTH, start } from "./sample.js";

const event = (seq, type, data) => ({ type, seq, data });
const page = (...messages) => ({ messages, users: [], has_earlier: false, has_later: false });
const dead = (one) => ({ ...one, content: "", deleted_at: "2026-11-19T12:00:00.000Z" });
const rows = (state) => state.rooms[KEY].messages;
/** The page was read before all of this, and came after it. */
function late(answer, events, state = start()) {
  const heard = events.reduce(apply, state);
  return { heard, next: brought(withPage(heard, KEY, answer, "replace"), events) };
}

test("what was told between question and answer is handed over with the answer, and nothing else is", async () => {
  const [before, meanwhile, after] = [1001, 1002, 1003].map((seq) => event(seq, "message_created", { message: message(seq - 997) }));
  tellWaiting([before]);
  let answered;
  const asked = asking(() => new Promise((done) => { answered = done; }));
  const other = asking(async () => { throw new Error("lost"); });
  await assert.rejects(other);
  tellWaiting([meanwhile]);
  answered("page");
  const result = await asked;
  tellWaiting([after]);
  assert.deepEqual(result, { answer: "page", told: [meanwhile] });
});

test("a message that was said meanwhile stands at the end, once, and is counted once", () => {
  const said = [4, 5].map((ordinal) => event(1000 + ordinal, "message_created", { message: message(ordinal) }));
  const { heard, next } = late(page(message(2), message(3), message(4)), said);
  assert.deepEqual(rows(next).map((one) => one.ordinal), [2, 3, 4, 5]);
  assert.equal(unreadOf(next, KEY), unreadOf(heard, KEY));
});

test("what was edited or deleted meanwhile does not come back", () => {
  const { next } = late(page(message(1), message(2)), [
    event(1001, "message_updated", { message: message(1, { content: "better", version: 2 }) }),
    event(1002, "message_deleted", { message: dead(message(2, { version: 2 })) }),
  ]);
  assert.deepEqual(rows(next).map((one) => one.content), ["better", ""]);
});

test("an answer that is newer than what was told stays as it is", () => {
  const { next } = late(page(message(1, { content: "best", version: 3 })), [
    event(1001, "message_updated", { message: message(1, { content: "better", version: 2 }) }),
  ]);
  assert.equal(rows(next)[0].content, "best");
});

test("reactions and the number of replies are those that were told last", () => {
  const reactions = [{ emoji: "🌱", count: 1, user_ids: [RUTH] }];
  const { next } = late(page(message(1), message(2)), [
    event(1001, "reactions_updated", { group_id: GROUP, message_id: id(101), reactions }),
    event(1002, "message_created", { message: reply(2, 1), root_reply_count: 1 }),
  ]);
  assert.deepEqual(rows(next)[0].reactions, reactions);
  assert.equal(rows(next)[1].reply_count, 1);
  assert.deepEqual(rows(next).map((one) => one.ordinal), [1, 2]);
});

test("a stretch from the middle of history is not joined to what was said at the end of it", () => {
  const { next } = late({ ...page(message(1)), has_later: true }, [event(1001, "message_created", { message: message(4) })]);
  assert.deepEqual(rows(next).map((one) => one.ordinal), [1]);
});
