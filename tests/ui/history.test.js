/** What becomes of a message after it was said. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, findMessage, isShown, shownIn, threadKey, toggled, unreadOf, withLoose, withMark, withPage, withoutNewest, withPins, withPoll, withRead, withVotes } from "../../assets/state.js";
import { mayModerate, mayWrite } from "../../assets/rights.js";
import { rowsOf, summaryOf } from "../../assets/runs.js";
import { GROUP, group, id, KEY, ME, message, NOOR, reply, RUTH, start } from "./sample.js";

const event = (seq, type, data) => ({ type, seq, data });
const reaction = (emoji, ...user_ids) => ({ emoji, count: user_ids.length, user_ids });
const held = (state, ordinal) => state.rooms[KEY].messages.find((one) => one.ordinal === ordinal);
const mark = (change = {}) => ({ group_id: GROUP, thread_root_id: id(103), is_following: true, last_read_ordinal: 0, unread_count: 0, ...change });
const page = (messages) => ({ messages, users: [], has_earlier: false, has_later: false });
const dead = (one) => ({ ...one, content: "", deleted_at: "2026-11-19T12:00:00.000Z" });

test("an edit takes the place of the text and keeps what its event does not tell", () => {
  const before = apply(start(), event(1001, "reactions_updated", { group_id: GROUP, message_id: id(103), reactions: [reaction("🌱", RUTH)] }));
  const next = apply(before, event(1002, "message_updated", { message: message(3, { content: "other", version: 2, edited_at: "x" }) }));
  assert.equal(held(next, 3).content, "other");
  assert.deepEqual(held(next, 3).reactions, [reaction("🌱", RUTH)]);
  const late = apply(next, event(1003, "message_updated", { message: message(3, { content: "older", version: 1 }) }));
  assert.equal(held(late, 3).content, "other");
});

test("a deleted message is gone from view, unless it has replies", () => {
  const gone = apply(start(), event(1001, "message_deleted", { message: dead(message(2)) }));
  assert.deepEqual(shownIn(KEY, gone.rooms[KEY]).map((one) => one.ordinal), [1, 3]);
  assert.ok(isShown(dead(message(2, { reply_count: 1 }))));
  const kept = apply(start(), event(1001, "message_deleted", { message: dead(message(2, { reply_count: 2 })) }));
  assert.equal(shownIn(KEY, kept.rooms[KEY]).length, 3);
  assert.equal(held(kept, 2).content, "");
});

test("deleted messages after the read position are not unread, and reading past them is not counted twice", () => {
  assert.equal(unreadOf(start(), KEY), 1);
  const gone = apply(start(), event(1001, "message_deleted", { message: dead(message(3)) }));
  assert.equal(unreadOf(gone, KEY), 0);
  const more = apply(gone, event(1002, "message_created", { message: message(4) }));
  assert.equal(unreadOf(more, KEY), 1);
  assert.equal(unreadOf(withRead(more, KEY, 3), KEY), 1);
  assert.equal(unreadOf(withRead(more, KEY, 4), KEY), 0);
  const read = apply(start(), event(1001, "message_deleted", { message: dead(message(1)) }));
  assert.equal(unreadOf(read, KEY), 1);
});

test("the read position goes back when the server says so, and only then", () => {
  const back = apply(start(), event(1001, "read_updated", { group_id: GROUP, last_read_ordinal: 0, silent_unread: 1 }));
  assert.equal(unreadOf(back, KEY), 2);
  assert.equal(unreadOf(withRead(start(), KEY, 1), KEY), 1);
});

test("who writes has read", () => {
  const next = apply(start(), event(1001, "message_created", { message: message(4, { sender_id: ME }) }));
  assert.equal(unreadOf(next, KEY), 0);
});

test("reactions are told whole, and mine is toggled ahead of that", () => {
  const one = message(1, { reactions: [reaction("🌱", RUTH)] });
  assert.deepEqual(toggled(one, "🌱", ME, true), [reaction("🌱", RUTH, ME)]);
  assert.deepEqual(toggled({ reactions: [reaction("🌱", ME)] }, "🌱", ME, false), []);
  assert.deepEqual(toggled(one, "🌱", RUTH, true), one.reactions);
  assert.deepEqual(toggled(one, "🥶", ME, false), one.reactions);
  assert.deepEqual(toggled({}, "🥶", ME, true), [reaction("🥶", ME)]);
});

test("a reply counts at its first message and stays off the timeline", () => {
  const next = apply(start(), event(1001, "message_created", { message: reply(3, 1), root_reply_count: 1 }));
  assert.equal(next.rooms[KEY].messages.length, 3);
  assert.equal(unreadOf(next, KEY), 1);
  const { reply_count, repliers, last_reply_at } = held(next, 3);
  assert.deepEqual([reply_count, repliers, last_reply_at], [1, [RUTH], reply(3, 1).created_at]);
  const both = apply(next, event(1002, "message_created", { message: reply(3, 2, { ordinal: 4, sender_id: NOOR }), root_reply_count: 2 }));
  assert.equal(both.rooms[KEY].messages.length, 4);
  assert.deepEqual(held(both, 3).repliers, [NOOR, RUTH]);
});

test("a thread that is open takes up its replies in order, once", () => {
  const key = threadKey(id(103));
  const open = withPage(start(), key, page([reply(3, 1)]), "replace");
  const late = apply(open, event(1001, "message_created", { message: reply(3, 3), root_reply_count: 2 }));
  const both = apply(late, event(1002, "message_created", { message: reply(3, 2), root_reply_count: 3 }));
  assert.deepEqual(both.rooms[key].messages.map((one) => one.thread_ordinal), [1, 2, 3]);
  assert.equal(apply(both, event(1002, "message_created", { message: reply(3, 2), root_reply_count: 3 })), both);
});

test("replies by others are unread in a thread one follows, until they are read or deleted", () => {
  const key = threadKey(id(103));
  const followed = withPage(withMark(start(), mark()), key, page([]), "replace");
  const two = [1, 2].reduce((state, n) => apply(state, event(1000 + n, "message_created", { message: reply(3, n), root_reply_count: n })), followed);
  assert.equal(unreadOf(two, key), 2);
  assert.equal(unreadOf(withRead(two, key, 1), key), 1);
  const gone = apply(two, event(1003, "message_deleted", { message: dead(reply(3, 2)), root_reply_count: 1 }));
  assert.equal(unreadOf(gone, key), 1);
  assert.equal(held(gone, 3).reply_count, 1);
  const mine = apply(two, event(1003, "message_created", { message: reply(3, 3, { sender_id: ME }), root_reply_count: 3 }));
  assert.equal(unreadOf(mine, key), 0);
  const left = apply(two, event(1003, "thread_updated", mark({ is_following: false, unread_count: 2 })));
  assert.equal(unreadOf(left, key), 0);
});

test("pins come first, go when they are taken down or deleted, and stay away while nobody asked", () => {
  const pinned = (ordinal) => message(ordinal, { pinned_at: "2026-11-19T11:00:00.000Z", pinned_by: RUTH });
  assert.deepEqual(apply(start(), event(1001, "message_updated", { message: pinned(1) })).pins, {});
  const asked = withPins(start(), KEY, page([pinned(1)]));
  const two = apply(asked, event(1001, "message_updated", { message: pinned(2) }));
  assert.deepEqual(two.pins[KEY], [id(102), id(101)]);
  assert.equal(held(two, 2).pinned_by, RUTH);
  const one = apply(two, event(1002, "message_updated", { message: message(1) }));
  const none = apply(one, event(1003, "message_deleted", { message: dead(message(2)) }));
  assert.deepEqual([one.pins[KEY], none.pins[KEY]], [[id(102)], []]);
});

test("a message held outside of a timeline changes with it", () => {
  const loose = withLoose(start(), [message(9)]);
  const next = apply(loose, event(1001, "message_updated", { message: message(9, { content: "new", version: 2 }) }));
  assert.equal(findMessage(next, id(109)).content, "new");
});

test("moderators of a group moderate, members do not, and nobody writes into an archive", () => {
  const place = (my_role) => ({ my_role });
  const as = (role, change) => group({ membership: { ...group().membership, role }, ...change });
  assert.deepEqual([mayModerate(as("moderator"), place("member")), mayModerate(as("member"), place("member"))], [true, false]);
  assert.ok(mayModerate(as("member"), place("moderator")));
  assert.deepEqual([mayWrite(null), mayWrite(as("member")), mayWrite(as("admin", { is_archived: true })), mayWrite(undefined)],
    [true, true, false, false]);
});

const line = (ordinal, happening, change = {}) => message(ordinal, { kind: "system", content: "", happening, ...change });

test("a line of the server's own is on the timeline and makes nothing unread, whoever did it", () => {
  const before = start();
  const next = apply(before, event(1001, "message_created", { message: line(4, { what: "joined" }) }));
  assert.equal(next.groups[GROUP].last_ordinal, 4);
  assert.equal(next.rooms[KEY].messages.length, 4);
  assert.equal(unreadOf(next, KEY), unreadOf(before, KEY));
  const mine = apply(next, event(1002, "message_created", { message: line(5, { what: "archived" }, { sender_id: ME }) }));
  assert.equal(unreadOf(mine, KEY), unreadOf(before, KEY));
  assert.equal(mine.groups[GROUP].membership.last_read_ordinal, 2);
  const gone = apply(mine, event(1003, "message_deleted", { message: dead(line(4, null)) }));
  assert.equal(unreadOf(gone, KEY), unreadOf(before, KEY));
  assert.equal(unreadOf(withRead(gone, KEY, 3), KEY), 0);
  assert.equal(unreadOf(withRead(gone, KEY, 5), KEY), 0);
});

test("many lines in a row are one row until it is opened, and a day ends a run", () => {
  const joined = [4, 5, 6, 7].map((ordinal) => line(ordinal, { what: ordinal === 7 ? "left" : "joined" }));
  const shown = [message(3), ...joined, message(8)];
  const closed = rowsOf(shown, new Set(), null);
  assert.deepEqual(closed.map((row) => row.message.ordinal), [3, 4, 8]);
  assert.deepEqual(summaryOf(closed[1].run), { came: 3, went: 1, changed: 0 });
  for (const rows of [rowsOf(shown, new Set([id(105)]), null), rowsOf(shown, new Set(), id(106))]) {
    assert.deepEqual(rows.map((row) => [row.message.ordinal, row.run?.length ?? 0]), [[3, 0], [4, 4], [5, 0], [6, 0], [7, 0], [8, 0]]);
  }
  const tomorrow = { created_at: "2026-11-21T12:00:00.000Z" };
  const split = [...joined.slice(0, 2), line(6, { what: "joined" }, tomorrow), line(7, { what: "joined" }, tomorrow)];
  assert.equal(rowsOf(split, new Set(), null).length, 4);
});

const poll = (revision, counts, change = {}) => ({
  options: counts.map((vote_count, at) => ({ id: at + 1, text: `answer ${at + 1}`, vote_count, user_ids: [] })),
  voter_count: counts.reduce((sum, one) => sum + one, 0), is_multiple: false, is_anonymous: false, closes_at: null, closed_at: null, revision, ...change,
});

test("of two accounts of a poll the newer one is shown, whichever comes first", () => {
  const asked = apply(start(), event(1001, "message_created", { message: message(4, { poll: poll(1, [0, 0]) }) }));
  const told = apply(asked, event(1002, "poll_updated", { group_id: GROUP, message_id: id(104), poll: poll(3, [1, 1]) }));
  assert.equal(held(told, 4).poll.voter_count, 2);
  const late = withPoll(told, id(104), poll(2, [1, 0]));
  assert.equal(held(late, 4).poll.revision, 3);
  const pinned = apply(late, event(1003, "message_updated", { message: message(4, { pinned_at: "x", pinned_by: ME, poll: poll(2, [1, 0]) }) }));
  assert.equal(held(pinned, 4).poll.revision, 3);
  const gone = apply(pinned, event(1004, "message_deleted", { message: dead(message(4)) }));
  assert.equal(held(gone, 4).poll, null);
});

test("what I have chosen is what was told last, and an answer that comes late changes nothing", () => {
  const chosen = apply(start(), event(1001, "votes_updated", { group_id: GROUP, message_id: id(104), option_ids: [2], revision: 3 }));
  assert.deepEqual(chosen.votes[id(104)].optionIds, [2]);
  assert.deepEqual(withVotes(chosen, id(104), [1], 2).votes[id(104)].optionIds, [2]);
  assert.deepEqual(withVotes(chosen, id(104), [], 4).votes[id(104)].optionIds, []);
});

test("who reads far above the end keeps what is being read; the newest are let go until they are wanted", () => {
  const long = withPage(start(), KEY, page(Array.from({ length: 300 }, (_, at) => message(at + 1))), "replace");
  const kept = withoutNewest(long, KEY, 120);
  assert.deepEqual([kept.rooms[KEY].messages.length, kept.rooms[KEY].hasLater], [120, true]);
  assert.equal(withoutNewest(long, KEY, 300), long);
  assert.equal(withoutNewest(long, KEY, 0), long);
  const next = apply(kept, event(1001, "message_created", { message: message(301) }));
  assert.equal(next.rooms[KEY].messages.length, 120);
});
