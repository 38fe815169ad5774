/**
 * What one keeps for later: drafts, saved messages, reminders, and messages that go out at a time. Pure.
 *
 * @import { Bootstrap, Id, KeptDraft, Reminder, SavedMark, Scheduled } from "./protocol.js"
 * @import { State } from "./state.js"
 *
 * Drafts by their timeline, saved messages and reminders by the message, scheduled ones by their id.
 * @typedef {{ drafts: Record<string, KeptDraft>, saved: Record<Id, SavedMark>, reminders: Record<Id, Reminder>,
 *   scheduled: Record<Id, Scheduled> }} Kept
 */
import { byId, keyOfMessage, threadKey } from "./places.js";

/** The timeline that a draft is of. @param {KeptDraft} draft */
export const timelineOf = (draft) => (draft.thread_root_id ? threadKey(draft.thread_root_id) : keyOfMessage(draft));

/**
 * @template {{ message_id: Id }} T
 * @param {T[]} rows
 * @returns {Record<Id, T>}
 */
const byMessage = (rows) => Object.fromEntries(rows.map((row) => [row.message_id, row]));

/** @param {KeptDraft[]} drafts @returns {Record<string, KeptDraft>} */
const byTimeline = (drafts) => Object.fromEntries(drafts.map((draft) => [timelineOf(draft), draft]));

/** @param {Bootstrap} answer @returns {Kept} */
export const keptFrom = ({ drafts, saved, reminders, scheduled }) => ({
  drafts: byTimeline(drafts), saved: byMessage(saved), reminders: byMessage(reminders), scheduled: byId(scheduled),
});

/**
 * @template T
 * @param {Record<string, T>} rows @param {string} key
 * @returns {Record<string, T>}
 */
function without(rows, key) {
  if (!(key in rows)) return rows;
  const { [key]: _gone, ...rest } = rows;
  return rest;
}

/**
 * @template {{ group_id: Id | null }} T
 * @param {Record<string, T>} rows @param {Id} groupId
 */
const outside = (rows, groupId) => Object.fromEntries(Object.entries(rows).filter(([, row]) => row.group_id !== groupId));

/** @param {State} state @param {Partial<Kept>} next @returns {State} */
const withKept = (state, next) => ({ ...state, kept: { ...state.kept, ...next } });

/** @param {State} state @param {KeptDraft} draft @returns {State} */
export function withDraft(state, draft) {
  const rest = without(state.kept.drafts, timelineOf(draft));
  return withKept(state, { drafts: draft.content ? { ...rest, [timelineOf(draft)]: draft } : rest });
}

/** @param {State} state @param {SavedMark} saved */
export const withSaved = (state, saved) => withKept(state, { saved: { ...state.kept.saved, [saved.message_id]: saved } });

/** @param {State} state @param {Id} messageId */
export const withoutSaved = (state, messageId) => withKept(state, { saved: without(state.kept.saved, messageId) });

/** @param {State} state @param {Reminder} reminder */
export const withReminder = (state, reminder) =>
  withKept(state, { reminders: { ...state.kept.reminders, [reminder.message_id]: reminder } });

/** @param {State} state @param {Id} messageId */
export const withoutReminder = (state, messageId) => withKept(state, { reminders: without(state.kept.reminders, messageId) });

/** An older version, answered late, does not stand over a newer one. @param {State} state @param {Scheduled} scheduled */
export const withScheduled = (state, scheduled) => ((state.kept.scheduled[scheduled.id]?.version ?? 0) > scheduled.version ? state
  : withKept(state, { scheduled: { ...state.kept.scheduled, [scheduled.id]: scheduled } }));

/** @param {State} state @param {Id} id */
export const withoutScheduled = (state, id) => withKept(state, { scheduled: without(state.kept.scheduled, id) });

/** What was kept in a group that one is in again. @param {State} state @param {{ drafts: KeptDraft[], saved: SavedMark[], reminders: Reminder[] }} back */
export const withKeptAgain = (state, { drafts, saved, reminders }) => withKept(state, {
  drafts: { ...state.kept.drafts, ...byTimeline(drafts) }, saved: { ...state.kept.saved, ...byMessage(saved) },
  reminders: { ...state.kept.reminders, ...byMessage(reminders) },
});

/** Of a group that one is no longer in nothing is kept but what was to be said there. @param {Kept} kept @param {Id} groupId @returns {Kept} */
export const keptOutside = (kept, groupId) => ({
  ...kept, drafts: outside(kept.drafts, groupId), saved: outside(kept.saved, groupId), reminders: outside(kept.reminders, groupId),
});

/** A message was deleted. @param {State} state @param {Id} messageId */
export const withoutKeptMessage = (state, messageId) => withoutReminder(withoutSaved(state, messageId), messageId);
