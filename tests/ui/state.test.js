import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, fromBootstrap, keyOf, MAX_KEPT, onlyRooms, placeOf, unreadOf, withMembers, withMessage, withPage, withRead }
  from "../../assets/state.js";
import { bootstrap, DIRECT, DIRECT_KEY, GROUP, group, id, KEY, ME, message, NOOR, RUTH, start, user } from "./sample.js";

const created = (seq, ordinal, change) => ({ type: "message_created", seq, data: { message: message(ordinal, change) } });
const ordinals = (state, key = KEY) => state.rooms[key].messages.map((one) => one.ordinal);

test("a message is added once, however often it is told", () => {
  const once = apply(start(), created(1001, 4));
  const twice = apply(once, created(1001, 4));
  assert.deepEqual(ordinals(once), [1, 2, 3, 4]);
  assert.equal(twice, once);
});

test("the answer to the sender and the event are one message, in either order", () => {
  const sent = message(4, { sender_id: ME });
  const event = { type: "message_created", seq: 1001, data: { message: sent } };
  const answerFirst = apply(withMessage(start(), sent), event);
  const eventFirst = withMessage(apply(start(), event), sent);
  assert.deepEqual(answerFirst, eventFirst);
  assert.deepEqual(ordinals(answerFirst), [1, 2, 3, 4]);
});

test("an answer that overtakes an event is put behind it", () => {
  const overtaken = withMessage(start(), message(5, { sender_id: ME }));
  assert.deepEqual(ordinals(apply(overtaken, created(1001, 4))), [1, 2, 3, 4, 5]);
});

test("unread is counted from ordinals and falls with the read position", () => {
  const three = apply(apply(start(), created(1001, 4)), created(1002, 5));
  assert.equal(unreadOf(three, KEY), 3);
  const read = apply(three, { type: "read_updated", seq: 1003, data: { group_id: GROUP, last_read_ordinal: 5, silent_unread: 0 } });
  assert.equal(unreadOf(read, KEY), 0);
});

test("who speaks has read what was said before", () => {
  const spoken = apply(apply(start(), created(1001, 4)), created(1002, 5, { sender_id: ME }));
  assert.equal(unreadOf(spoken, KEY), 0);
});

test("my role in a group follows the event about me alone", () => {
  const change = (seq, userId) => ({ type: "member_updated", seq, data: { group_id: GROUP, user_id: userId, role: "member" } });
  const others = apply(start(), change(1001, RUTH));
  assert.equal(others.groups[GROUP].membership.role, "admin");
  assert.equal(apply(others, change(1002, ME)).groups[GROUP].membership.role, "member");
});

test("the read position never goes back", () => {
  const read = withRead(start(), KEY, 3);
  assert.equal(withRead(read, KEY, 1), read);
});

test("a detached room counts new messages but does not show them out of place", () => {
  const page = { messages: [message(1)], users: [], has_earlier: false, has_later: true };
  const detached = withPage(start(), KEY, page, "replace");
  const next = apply(detached, created(1001, 4));
  assert.deepEqual(ordinals(next), [1]);
  assert.equal(unreadOf(next, KEY), 2);
});

test("pages join without repeats, and the far end is let go", () => {
  const many = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => message(from + at));
  const late = withPage(start(), KEY, { messages: many(201, 200 + MAX_KEPT), users: [], has_earlier: true, has_later: false }, "replace");
  const joined = withPage(late, KEY, { messages: many(151, 201), users: [], has_earlier: true, has_later: true }, "before");
  assert.equal(joined.rooms[KEY].messages.length, MAX_KEPT);
  assert.equal(joined.rooms[KEY].messages[0].ordinal, 151);
  assert.equal(joined.rooms[KEY].hasLater, true);
  const back = withPage(joined, KEY, { messages: many(150 + MAX_KEPT, 200 + MAX_KEPT), users: [], has_earlier: true, has_later: false }, "after");
  assert.equal(back.rooms[KEY].messages.at(-1).ordinal, 200 + MAX_KEPT);
  assert.equal(back.rooms[KEY].hasLater, false);
  assert.equal(back.rooms[KEY].hasEarlier, true);
});

test("many messages at the bottom keep memory bounded", () => {
  let state = start();
  for (let at = 4; at < 4 + MAX_KEPT * 2; at += 1) state = apply(state, created(1000 + at, at));
  assert.equal(state.rooms[KEY].messages.length, MAX_KEPT);
  assert.equal(state.rooms[KEY].hasEarlier, true);
});

test("leaving or losing a group removes all that was known of it", () => {
  for (const type of ["group_left", "group_hidden"]) {
    const known = withMembers(start(), GROUP, []);
    const next = apply(known, { type, seq: 1001, data: { group_id: GROUP } });
    assert.deepEqual([next.groups, next.rooms, next.members], [{}, {}, {}]);
  }
});

test("an older version of a group does not undo a newer one", () => {
  const update = (seq, version, topic) => ({ type: "group_updated", seq, data: { group: { ...group(), version, topic } } });
  const newer = apply(start(), update(1001, 4, "new"));
  assert.equal(apply(newer, update(1002, 3, "old")).groups[GROUP].topic, "new");
});

test("a group's facts change without touching my place in it", () => {
  const { membership, ...facts } = group({ topic: "Rain", version: 3, last_ordinal: 1 });
  const next = apply(start(), { type: "group_updated", seq: 1001, data: { group: facts } });
  assert.deepEqual(next.groups[GROUP].membership, membership);
  assert.equal(next.groups[GROUP].topic, "Rain");
  assert.equal(next.groups[GROUP].last_ordinal, 3);
});

test("members come, change and go", () => {
  const status = { user_id: RUTH, presence: "online", do_not_disturb: false, manual_status: null, last_seen: null };
  const row = { user: { ...user(2, "Ruth"), status }, role: "member", workspace_role: "member", joined_at: "x" };
  const loaded = withMembers(start(), GROUP, [row]);
  const added = apply(loaded, { type: "member_added", seq: 1001, data: { group_id: GROUP, user: user(3, "Noor"), role: "member", joined_at: "y", member_count: 3 } });
  const raised = apply(added, { type: "member_updated", seq: 1002, data: { group_id: GROUP, user_id: NOOR, role: "admin" } });
  const gone = apply(raised, { type: "member_removed", seq: 1003, data: { group_id: GROUP, user_id: RUTH, member_count: 2 } });
  assert.equal(added.groups[GROUP].member_count, 3);
  assert.deepEqual(gone.members[GROUP].map((one) => [one.user_id, one.role]), [[NOOR, "admin"]]);
  assert.equal(gone.groups[GROUP].member_count, 2);
  assert.equal(gone.statuses[RUTH].presence, "online");
});

test("a renamed person is renamed in the direct conversation, too", () => {
  const next = apply(start(), { type: "user_updated", seq: 1001, data: { user: { ...user(3, "Noor"), name: "Noor H." } } });
  assert.equal(next.users[NOOR].name, "Noor H.");
  assert.equal(next.directs[DIRECT].user.name, "Noor H.");
});

test("a direct message moves its conversation's latest time and unread", () => {
  const said = message(1, { group_id: null, direct_id: DIRECT, receiver_id: ME, sender_id: NOOR });
  const next = apply(start(), { type: "message_created", seq: 1001, data: { message: said } });
  assert.equal(next.directs[DIRECT].last_message_at, said.created_at);
  assert.equal(unreadOf(next, DIRECT_KEY), 1);
});

test("an event of a kind not known here only moves the place in the log", () => {
  const before = start();
  const after = apply(before, { type: "reaction_added", seq: 1001, data: {} });
  assert.deepEqual(after, { ...before, seq: 1001 });
});

test("an old state with the events applied equals a fresh one", () => {
  const old = fromBootstrap(bootstrap(), KEY);
  const events = [created(1001, 4), { type: "read_updated", seq: 1002, data: { group_id: GROUP, last_read_ordinal: 4, silent_unread: 0 } }];
  const fresh = fromBootstrap(bootstrap({
    seq: 1002,
    groups: [group({ last_ordinal: 4, membership: { ...group().membership, last_read_ordinal: 4 } })],
    open: { ...bootstrap().open, messages: [1, 2, 3, 4].map((one) => message(one)) },
  }), KEY);
  assert.deepEqual(events.reduce(apply, old), fresh);
});

test("keys and places are one another's inverse", () => {
  assert.deepEqual([KEY, DIRECT_KEY].map((key) => keyOf(placeOf(key))), [KEY, DIRECT_KEY]);
  assert.deepEqual(Object.keys(onlyRooms(start(), []).rooms), []);
  assert.equal(keyOf({ group_id: id(20) }), KEY);
});

/** A post of another forum, which is moved into or out of this group. */
const moved = (ordinal, change) => message(ordinal, { id: id(900), post: { title: "The kiln", version: 2, tag_ids: [],
  solved_at: null, solved_by: null, solution_id: null }, ...change });
const OTHER = id(21);

test("a post that is moved in is unread here, and calls whom it mentions", () => {
  const next = apply(start(), { type: "post_moved_in", seq: 1001, data: { message: moved(4, { mentions: [ME] }) } });
  assert.equal(unreadOf(next, KEY), 2);
  assert.deepEqual(next.groups[GROUP].membership.unread_mentions, [4]);
});

test("a post that is moved out leaves an empty place, and its thread goes unless it is where I am, too", () => {
  const mark = { thread_root_id: id(103), group_id: GROUP, is_following: true, last_read_ordinal: 0, unread_count: 1 };
  const before = start({ threads: [mark] });
  const out = { type: "post_moved_out", seq: 1002, data: { group_id: GROUP, message_id: id(103), ordinal: 3 } };

  const gone = apply(before, out);
  assert.equal(unreadOf(gone, KEY), 0);
  assert.deepEqual(gone.threads, {});

  const two = { ...before, groups: { ...before.groups, [OTHER]: group({ id: OTHER, last_ordinal: 0 }) } };
  const arrived = apply(two, { type: "post_moved_in", seq: 1001, data: { message: message(1, { id: id(103), group_id: OTHER }) } });
  const both = apply(arrived, out);
  assert.equal(both.threads[id(103)].group_id, OTHER);
  assert.equal(unreadOf(both, KEY), 0);
});

