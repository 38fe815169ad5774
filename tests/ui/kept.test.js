/** What one keeps for later, as events change it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, withScheduled } from "../../assets/state.js";
import { DIRECT, GROUP, group, id, message, start } from "./sample.js";

const at = (seq, type, data) => ({ seq, type, data });
const place = { group_id: GROUP, direct_id: null };
const draft = (change = {}) => ({ ...place, thread_root_id: null, content: "so far", updated_at: "2026-11-19T09:00:00.000Z", ...change });
const saved = (n) => ({ ...place, message_id: id(100 + n), saved_at: "2026-11-19T09:00:00.000Z" });
const reminder = (n, change = {}) => ({ ...place, message_id: id(100 + n), remind_at: "2026-11-19T10:00:00.000Z", told_at: null, ...change });
const scheduled = (change = {}) => ({ ...place, id: id(90), thread_root_id: null, also_on_timeline: true, client_id: id(91), content: "later",
  send_at: "2026-11-20T09:00:00.000Z", failed_at: null, failure: null, version: 1, created_at: "2026-11-19T09:00:00.000Z", ...change });

test("a draft stands at its timeline, and an empty one is none", () => {
  const root = id(101);
  let state = apply(start(), at(1001, "draft_updated", draft()));
  state = apply(state, at(1002, "draft_updated", draft({ group_id: null, direct_id: DIRECT })));
  state = apply(state, at(1003, "draft_updated", draft({ thread_root_id: root })));
  assert.deepEqual(Object.keys(state.kept.drafts).sort(), [`d:${DIRECT}`, `g:${GROUP}`, `t:${root}`]);
  state = apply(state, at(1004, "draft_updated", draft({ content: "" })));
  assert.deepEqual(Object.keys(state.kept.drafts).sort(), [`d:${DIRECT}`, `t:${root}`]);
});

test("what was kept of a message goes when it is deleted, or let go of", () => {
  let state = start({ saved: [saved(1), saved(2)], reminders: [reminder(1), reminder(2)] });
  state = apply(state, at(1001, "message_deleted", { message: message(1, { content: "", deleted_at: "2026-11-19T09:10:00.000Z" }) }));
  assert.deepEqual(Object.keys(state.kept.saved), [id(102)]);
  assert.deepEqual(Object.keys(state.kept.reminders), [id(102)]);
  state = apply(state, at(1002, "message_unsaved", { message_id: id(102) }));
  state = apply(state, at(1003, "reminder_removed", { message_id: id(102) }));
  assert.deepEqual([state.kept.saved, state.kept.reminders], [{}, {}]);
});

test("a reminder that is due stays until it is done", () => {
  let state = apply(start(), at(1001, "reminder_updated", { reminder: reminder(1) }));
  state = apply(state, at(1002, "reminder_due", { reminder: reminder(1, { told_at: "2026-11-19T10:00:00.000Z" }) }));
  assert.equal(state.kept.reminders[id(101)].told_at, "2026-11-19T10:00:00.000Z");
});

test("who leaves a group keeps nothing of it but what was to be said there, and finds it again", () => {
  let state = start({ drafts: [draft(), draft({ group_id: null, direct_id: DIRECT })], saved: [saved(1)], reminders: [reminder(1)], scheduled: [scheduled()] });
  state = apply(state, at(1001, "group_left", { group_id: GROUP }));
  assert.deepEqual(Object.keys(state.kept.drafts), [`d:${DIRECT}`]);
  assert.deepEqual([state.kept.saved, state.kept.reminders], [{}, {}]);
  assert.deepEqual(Object.keys(state.kept.scheduled), [id(90)]);
  state = apply(state, at(1002, "group_joined", { group: group() }));
  state = apply(state, at(1003, "kept_in_group", { group_id: GROUP, drafts: [draft()], saved: [saved(1)], reminders: [reminder(1)] }));
  assert.deepEqual(Object.keys(state.kept.drafts).sort(), [`d:${DIRECT}`, `g:${GROUP}`]);
  assert.deepEqual([Object.keys(state.kept.saved), Object.keys(state.kept.reminders)], [[id(101)], [id(101)]]);
});

test("an older answer about a scheduled message does not stand over a newer one", () => {
  let state = apply(start(), at(1001, "scheduled_updated", { scheduled: scheduled({ version: 2, content: "new" }) }));
  state = withScheduled(state, scheduled({ content: "old" }));
  assert.equal(state.kept.scheduled[id(90)].content, "new");
  state = apply(state, at(1002, "scheduled_removed", { scheduled_id: id(90) }));
  assert.deepEqual(state.kept.scheduled, {});
});
