import assert from "node:assert/strict";
import { test } from "node:test";
import { nextPiece, Uploader } from "../../assets/uploader.js";
import { id } from "./sample.js";

const KB = 1024;

class Trouble extends Error {
  constructor(trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** A server that keeps what it was given, and stumbles when told to. */
function set({ stumble = () => null } = {}) {
  const server = { uploads: new Map(), files: new Map(), calls: [], dropped: [], made: 0 };
  const call = (name, ...rest) => {
    server.calls.push([name, ...rest]);
    const trouble = stumble(name, server);
    if (trouble) throw new Trouble(trouble);
  };
  const known = (one) => {
    if (!server.uploads.has(one)) throw new Trouble({ kind: "gone" });
    return server.uploads.get(one);
  };
  const transport = {
    create: async ({ name, size }) => {
      call("create");
      server.made += 1;
      const upload = { id: id(server.made), name, size_bytes: size, received_bytes: 0, chunk_bytes: 1024 * KB };
      server.uploads.set(upload.id, upload);
      return { ...upload };
    },
    look: async (one) => { call("look"); return { ...known(one) }; },
    put: async (one, offset, bytes) => {
      const upload = known(one);
      if (offset !== upload.received_bytes) throw new Trouble({ kind: "stale", current: { ...upload } });
      upload.received_bytes += bytes.byteLength;
      call("put", offset, bytes.byteLength);
      return { ...upload };
    },
    finish: async (one) => {
      call("finish");
      if (server.files.has(one)) return server.files.get(one);
      const { name, size_bytes } = known(one);
      server.uploads.delete(one);
      server.files.set(one, { id: one, name, size_bytes, uploader_id: id(1) });
      return server.files.get(one);
    },
    drop: async (one) => { call("drop"); server.dropped.push(one); server.uploads.delete(one); },
    troubleOf: (error) => error.trouble ?? { kind: "refused", reason: error.message }, unreadable: "cannot be read",
  };
  const later = [];
  const news = new Map();
  let clock = 0;
  const uploader = new Uploader({
    transport, onChange: (chosen) => news.set(chosen.local_id, chosen), later: (work, ms) => later.push({ work, ms }), now: () => { clock += 1000; return clock; },
  });
  return { uploader, server, later, news };
}

const chosen = (n, size) => ({
  local_id: `l${n}`, name: `${n}.bin`, size, type: "", blob: new Blob([new Uint8Array(size)]), upload_id: null, state: "waiting",
  sent: 0, reason: null, file: null, width: null, height: null, url: null,
});

/** Until nothing is on its way. */
async function settle({ uploader }) {
  while (uploader.going.size) await new Promise((done) => { setImmediate(done); });
}

test("a file goes in pieces, each where the one before ended, and is whole in the end", async () => {
  const house = set();
  house.uploader.add(chosen(1, 1300 * KB));
  await settle(house);
  assert.equal(house.news.get("l1").state, "done");
  assert.deepEqual(house.server.calls.filter(([name]) => name === "put").map(([, offset]) => offset), [0, 512 * KB, 1024 * KB]);
  assert.equal(house.news.get("l1").file.size_bytes, 1300 * KB);
});

test("an empty file has no pieces and arrives all the same", async () => {
  const house = set();
  house.uploader.add(chosen(1, 0));
  await settle(house);
  assert.equal(house.news.get("l1").state, "done");
});

test("a lost connection is waited for, and the upload goes on where the server stands", async () => {
  let isLost = true;
  const house = set({ stumble: (name, { calls }) => (name === "put" && isLost && calls.length > 2 ? { kind: "later", afterMs: null } : null) });
  house.uploader.add(chosen(1, 1500 * KB));
  await settle(house);
  assert.equal(house.news.get("l1").state, "waiting");
  assert.equal(house.later.length, 1);
  isLost = false;
  house.later[0].work();
  await settle(house);
  assert.equal(house.news.get("l1").state, "done");
  assert.equal(house.server.made, 1);
  const sizes = house.server.calls.filter(([name]) => name === "put").map(([, , bytes]) => bytes);
  assert.equal(sizes.reduce((sum, one) => sum + one, 0), 1500 * KB);
});

test("an answer that was lost to the last step is asked for again", async () => {
  let isFirst = true;
  const house = set();
  const { finish } = house.uploader.transport;
  house.uploader.transport.finish = async (one) => {
    const file = await finish(one);
    if (isFirst) { isFirst = false; throw new Trouble({ kind: "later", afterMs: 10 }); }
    return file;
  };
  house.uploader.add(chosen(1, 10));
  await settle(house);
  assert.deepEqual(house.later.map(({ ms }) => ms), [10]);
  house.later[0].work();
  await settle(house);
  assert.equal(house.news.get("l1").state, "done");
  assert.equal(house.server.made, 1);
});

test("what the server has forgotten begins anew", async () => {
  const house = set();
  house.uploader.add({ ...chosen(1, 10), upload_id: id(77) });
  await settle(house);
  if (house.later.length) { house.later[0].work(); await settle(house); }
  assert.equal(house.news.get("l1").state, "done");
  assert.equal(house.server.made, 1);
});

test("a refusal stays, with its reason, until it is tried again", async () => {
  let isFull = true;
  const house = set({ stumble: (name) => (name === "create" && isFull ? { kind: "refused", reason: "no room" } : null) });
  house.uploader.add(chosen(1, 10));
  await settle(house);
  assert.deepEqual([house.news.get("l1").state, house.news.get("l1").reason], ["failed", "no room"]);
  assert.equal(house.later.length, 0);
  isFull = false;
  house.uploader.retry("l1");
  await settle(house);
  assert.equal(house.news.get("l1").state, "done");
});

test("three go at once, the others wait for their turn", async () => {
  const house = set();
  for (const n of [1, 2, 3, 4, 5]) house.uploader.add(chosen(n, 10));
  assert.equal(house.uploader.going.size, 3);
  await settle(house);
  assert.deepEqual([...house.news.values()].map(({ state }) => state), Array(5).fill("done"));
});

test("what is given up is taken from the server, unless it was sent", async () => {
  const house = set();
  house.uploader.add(chosen(1, 10));
  house.uploader.add(chosen(2, 10));
  await settle(house);
  house.uploader.forget("l1", false);
  house.uploader.forget("l2", true);
  assert.deepEqual(house.server.dropped, [house.news.get("l1").upload_id]);
});

test("what the server is busy with is taken from there a moment later", async () => {
  let isBusy = true;
  const house = set({ stumble: (name) => (name === "drop" && isBusy ? { kind: "later", afterMs: null } : null) });
  house.uploader.add(chosen(1, 100));
  await settle(house);
  house.uploader.forget("l1", false);
  await new Promise((done) => { setImmediate(done); });
  assert.deepEqual([house.server.dropped, house.later.length], [[], 1]);
  isBusy = false;
  house.later.pop().work();
  await new Promise((done) => { setImmediate(done); });
  assert.deepEqual([house.server.dropped, house.later.length], [[id(1)], 0]);
});

test("what is given up before the server has named it is taken from there, too", async () => {
  const house = set();
  house.uploader.add(chosen(1, 10));
  house.uploader.forget("l1", false);
  await settle(house);
  assert.deepEqual([house.server.made, house.server.dropped.length, house.server.uploads.size], [1, 1, 0]);
});

test("a file that can no longer be read says so", async () => {
  const house = set();
  const lost = chosen(1, 10);
  lost.blob.slice = () => ({ arrayBuffer: () => Promise.reject(new Error("NotReadableError")) });
  house.uploader.add(lost);
  await settle(house);
  assert.equal(house.news.get("l1").reason, "cannot be read");
});

test("a file that the server has is found there by its end alone, also without what it contains", async () => {
  const house = set();
  house.uploader.add(chosen(1, 100));
  await settle(house);
  const { upload_id } = house.news.get("l1");
  house.server.calls.length = 0;
  house.uploader.add({ ...chosen(2, 100), local_id: "again", blob: null, upload_id, sent: 100 });
  await settle(house);
  assert.equal(house.news.get("again").file.id, upload_id);
  assert.deepEqual(house.server.calls, [["finish"]]);
});

test("a file that the server has in part, or no longer, cannot be read without what it contains", async () => {
  const house = set();
  house.server.uploads.set("begun", { id: "begun", name: "1.bin", size_bytes: 100, received_bytes: 50, chunk_bytes: KB });
  for (const [name, upload_id, sent] of [["in part", "begun", 0], ["whole", "unknown", 100], ["never", null, 0]]) {
    house.uploader.add({ ...chosen(1, 100), local_id: name, blob: null, upload_id, sent });
  }
  await settle(house);
  for (const one of house.news.values()) assert.deepEqual([one.state, one.reason], ["failed", "cannot be read"]);
  assert.equal(house.news.size, 3);
  assert.equal(house.server.made, 0);
});

test("pieces grow while they are quick and shrink when they are slow, within bounds", () => {
  assert.equal(nextPiece(512 * KB, 100, 8192 * KB), 1024 * KB);
  assert.equal(nextPiece(512 * KB, 5000, 8192 * KB), 256 * KB);
  assert.equal(nextPiece(512 * KB, 1000, 8192 * KB), 512 * KB);
  assert.equal(nextPiece(8192 * KB, 100, 8192 * KB), 8192 * KB);
  assert.equal(nextPiece(64 * KB, 9000, 8192 * KB), 64 * KB);
});
