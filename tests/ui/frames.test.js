/** The example frames, which Rust reads too, are understood here. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { apply, isLogEvent, keyOf, withStatuses } from "../../assets/state.js";
import { start } from "./sample.js";

const FOLDER = new URL("../frames/", import.meta.url);
const frames = Object.fromEntries(readdirSync(FOLDER).map((name) =>
  [name.replace(/\.json$/u, ""), JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))]));
const protocol = readFileSync(new URL("../../assets/protocol.js", import.meta.url), "utf8");

/** The frame kinds of a typedef in protocol.js. */
const kindsOf = (name) => {
  const end = protocol.indexOf(`} ${name}`);
  const from = protocol.lastIndexOf("@typedef", end);
  return [...protocol.slice(from, end).matchAll(/type: "(\w+)"/gu)].map(([, kind]) => kind);
};

test("there is an example of every kind of frame, and of no other", () => {
  const server = [...kindsOf("LogEvent"), ...kindsOf("Signal")];
  const client = kindsOf("ClientFrame");
  assert.ok(server.length > 20 && client.length === 6);
  const expected = [...server, ...client.map((kind) => (server.includes(kind) ? `client_${kind}` : kind))];
  assert.deepEqual(Object.keys(frames).sort(), [...new Set(expected)].sort());
  for (const [name, frame] of Object.entries(frames)) assert.equal(frame.type, name.replace(/^client_/u, ""));
});

for (const [name, frame] of Object.entries(frames).filter(([, one]) => isLogEvent(one))) {
  test(`${name} applies, and a repeat of it changes nothing`, () => {
    const once = apply(start(), frame);
    assert.equal(once.seq, frame.seq);
    assert.equal(apply(once, frame), once);
  });
}

test("all events in a row leave a state that makes sense", () => {
  const events = Object.values(frames).filter(isLogEvent).sort((a, b) => a.seq - b.seq);
  const last = events.reduce(apply, start());
  assert.equal(last.seq, events.at(-1).seq);
  const group = last.groups[frames.message_created.data.message.group_id];
  assert.equal(group.topic, "Ladder rota is pinned.");
  assert.equal(group.membership.last_read_ordinal, 8);
  assert.equal(last.users[frames.user_updated.data.user.id].name, "Ruth A. Okafor");
  assert.equal(last.workspaces[0].my_role, "admin");
  assert.equal(last.me.bio, "Ladders, mostly.");
});

test("presence is taken up, and places are named by their keys", () => {
  const state = withStatuses(start(), frames.presence.data.statuses);
  assert.equal(state.statuses[frames.presence.data.statuses[0].user_id].presence, "online");
  assert.equal(keyOf(frames.client_typing.data), `d:${frames.client_typing.data.direct_id}`);
});
