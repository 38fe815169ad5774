import assert from "node:assert/strict";
import { test } from "node:test";
import { ASK_AFTER_MS, memoryStorage, Outbox } from "../../assets/outbox.js";
import { DIRECT, DIRECT_KEY, GROUP, id, KEY, ME } from "./sample.js";

/** An outbox whose line answers when told to. */
function set({ storage = memoryStorage(), now = () => 1000 } = {}) {
  const asked = [];
  const later = [];
  const seen = { items: [], isHeld: false, sent: [], refused: [] };
  const outbox = new Outbox({
    userId: ME, storage, now, later: (work) => later.push(work),
    send: (item) => new Promise((answer) => asked.push({ item, answer })),
    onChange: (items, isHeld) => Object.assign(seen, { items, isHeld }),
    onSent: (message) => seen.sent.push(message), onRefused: (item) => seen.refused.push(item),
  });
  const add = (n, key = KEY) => outbox.add({
    key, place: key === KEY ? { group_id: GROUP } : { direct_id: DIRECT }, content: `text ${n}`, clientId: id(n) });
  return { outbox, asked, later, seen, storage, add };
}

/** Lets promises run that are already settled. */
const settle = async () => { for (let turn = 0; turn < 20; turn += 1) await null; };
const ids = (asked) => asked.map(({ item }) => item.client_id);
const SENT = { kind: "sent", message: {} };

test("nothing leaves without a connection, and all of it once there is one", async () => {
  const { outbox, asked, add } = set();
  await add(1);
  assert.equal(asked.length, 0);
  outbox.setConnected(true);
  assert.deepEqual(ids(asked), [id(1)]);
});

test("a conversation keeps its order, one at a time; others do not wait for it", async () => {
  const { outbox, asked, add } = set();
  outbox.setConnected(true);
  await add(1);
  await add(2);
  await add(3, DIRECT_KEY);
  assert.deepEqual(ids(asked), [id(1), id(3)]);
  asked[0].answer(SENT);
  await settle();
  assert.deepEqual(ids(asked), [id(1), id(3), id(2)]);
});

test("a reply remembers its thread, and does not wait for the group", async () => {
  const { outbox, asked, add } = set();
  outbox.setConnected(true);
  await add(1);
  await outbox.add({ key: "t:root", place: { group_id: GROUP }, content: "reply", clientId: id(2), thread: { rootId: "root", isOnTimeline: true } });
  assert.deepEqual(ids(asked), [id(1), id(2)]);
  assert.deepEqual([asked[1].item.thread_root_id, asked[1].item.also_on_timeline], ["root", true]);
  assert.equal(asked[0].item.thread_root_id, undefined);
});

test("what was lost is sent again under the same id", async () => {
  const { outbox, asked, seen, add } = set();
  outbox.setConnected(true);
  await add(1);
  outbox.setConnected(false);
  asked[0].answer({ kind: "lost" });
  await settle();
  assert.equal(seen.items.length, 1);
  outbox.setConnected(true);
  assert.deepEqual(ids(asked), [id(1), id(1)]);
  asked[1].answer(SENT);
  await settle();
  assert.deepEqual(seen.items, []);
});

test("a refused message stays, with its reason, and later ones go on", async () => {
  const { outbox, asked, seen, add } = set();
  outbox.setConnected(true);
  await add(1);
  await add(2);
  asked[0].answer({ kind: "refused", reason: "too long" });
  await settle();
  assert.deepEqual(seen.items.map((item) => [item.client_id, item.state, item.reason]),
    [[id(1), "failed", "too long"], [id(2), "waiting", null]]);
  assert.deepEqual(ids(asked), [id(1), id(2)]);
  assert.equal(seen.refused.length, 1);
  await outbox.retry(id(1));
  asked[1].answer(SENT);
  await settle();
  assert.deepEqual(ids(asked), [id(1), id(2), id(1)]);
});

test("a busy server is asked again later, and nothing overtakes", async () => {
  const { outbox, asked, later, add } = set();
  outbox.setConnected(true);
  await add(1);
  await add(2);
  asked[0].answer({ kind: "later", afterMs: 2000 });
  await settle();
  assert.deepEqual(ids(asked), [id(1)]);
  later[0]();
  assert.deepEqual(ids(asked), [id(1), id(1)]);
});

test("a new page takes up what the last one left, in order, and only its own person's", async () => {
  const storage = memoryStorage();
  const before = set({ storage });
  await before.add(2);
  await before.add(1);
  await storage.put({ ...(await storage.all())[0], client_id: id(9), user_id: id(99) });
  const after = set({ storage });
  after.outbox.setConnected(true);
  await after.outbox.load();
  assert.deepEqual(after.seen.items.map((item) => item.client_id), [id(2), id(1)]);
  assert.deepEqual(ids(after.asked), [id(2)]);
});

test("a failed message survives a reload as failed", async () => {
  const storage = memoryStorage();
  const before = set({ storage });
  before.outbox.setConnected(true);
  await before.add(1);
  before.asked[0].answer({ kind: "refused", reason: "no" });
  await settle();
  const after = set({ storage });
  after.outbox.setConnected(true);
  await after.outbox.load();
  assert.deepEqual(after.seen.items.map((item) => item.state), ["failed"]);
  assert.equal(after.asked.length, 0);
});

test("after half an hour it asks first", async () => {
  let now = 1000;
  const { outbox, asked, seen, add } = set({ now: () => now });
  await add(1);
  now += ASK_AFTER_MS + 1;
  outbox.setConnected(true);
  assert.deepEqual([asked.length, seen.isHeld], [0, true]);
  outbox.release();
  assert.deepEqual([asked.length, seen.isHeld], [1, false]);
});

test("a message heard of in another window is taken out", async () => {
  const { outbox, seen, storage, add } = set();
  await add(1);
  outbox.heardOf(id(1));
  await settle();
  assert.deepEqual([seen.items, await storage.all()], [[], []]);
});

test("storage that refuses loses nothing while the page is open", async () => {
  const broken = { all: () => Promise.reject(new Error()), put: () => Promise.reject(new Error()), remove: () => Promise.reject(new Error()) };
  const { outbox, asked, seen, add } = set({ storage: broken });
  outbox.setConnected(true);
  await outbox.load();
  await add(1);
  assert.equal(asked.length, 1);
  asked[0].answer(SENT);
  await settle();
  assert.equal(seen.sent.length, 1);
  assert.deepEqual(seen.items, []);
});
