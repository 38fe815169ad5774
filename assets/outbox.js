/**
 * Messages on their way out. What is put in here survives a reload, goes out
 * in order within its conversation, one at a time, and keeps its client id, so
 * that the server stores it once however often it is sent.
 *
 * @import { Id, Message, Place, Problem } from "./protocol.js"
 *
 * @typedef {{ client_id: Id, user_id: Id, key: string, place: Place, content: string,
 *   thread_root_id?: Id, also_on_timeline?: boolean, files?: Enclosed[],
 *   written_at: number, order: number, state: "waiting" | "failed", reason: string | null }} Item
 * A file of a message. It can go once all of them have a `file_id`. What they contain is kept until then, unless it is
 * too large to be kept twice.
 * @typedef {{ local_id: string, name: string, size: number, type: string, blob: Blob | null, upload_id: Id | null,
 *   file_id: Id | null, width: number | null, height: number | null }} Enclosed
 * @typedef {{ all: () => Promise<Item[]>, put: (item: Item) => Promise<void>,
 *   remove: (clientId: Id) => Promise<void> }} Storage
 * @typedef {{ kind: "sent", message: Message } | { kind: "lost" }
 *   | { kind: "later", afterMs: number } | { kind: "refused", reason: string }} Outcome
 */

import { opened, settled } from "./database.js";

/** After this long nobody is surprised to be asked before it goes out. */
export const ASK_AFTER_MS = 30 * 60_000;

/** Whether nothing of it is still on its way. @param {Item} item */
const isWhole = (item) => (item.files ?? []).every((file) => file.file_id !== null);

export class Outbox {
  /**
   * @param {{ userId: Id, storage: Storage, send: (item: Item) => Promise<Outcome>,
   *   onChange: (items: Item[], isHeld: boolean) => void, onSent: (message: Message) => void,
   *   onRefused: (item: Item) => void, onFiles: (item: Item) => void, now?: () => number,
   *   later?: (work: () => void, ms: number) => void }} hooks
   */
  constructor(hooks) {
    this.hooks = hooks;
    this.now = hooks.now ?? Date.now;
    this.later = hooks.later ?? ((work, ms) => { setTimeout(work, ms); });
    /** @type {Item[]} */
    this.items = [];
    /** Conversations with a message in flight. @type {Set<string>} */
    this.busy = new Set();
    this.isConnected = false;
    this.isHeld = false;
    this.lastOrder = 0;
  }

  /** Takes up what an earlier page left behind. */
  async load() {
    const kept = await this.hooks.storage.all().catch(() => []);
    const known = new Set(this.items.map((item) => item.client_id));
    const mine = kept.filter((item) => item.user_id === this.hooks.userId && !known.has(item.client_id));
    this.items = [...mine, ...this.items].sort((a, b) => a.order - b.order);
    this.lastOrder = Math.max(this.lastOrder, ...this.items.map((item) => item.order));
    this.changed();
    for (const item of mine) if (item.state === "waiting" && !isWhole(item)) this.hooks.onFiles(item);
    this.pump();
  }

  changed() { this.hooks.onChange(this.items, this.isHeld); }

  /**
   * Resolves when the message is kept, not when it is sent.
   * @param {{ key: string, place: Place, content: string, clientId: Id, thread?: { rootId: Id, isOnTimeline: boolean }, files?: Enclosed[] }} written
   */
  async add({ key, place, content, clientId, thread, files }) {
    this.lastOrder = Math.max(this.lastOrder + 1, this.now());
    /** @type {Item} */
    const item = {
      client_id: clientId, user_id: this.hooks.userId, key, place, content,
      written_at: this.now(), order: this.lastOrder, state: "waiting", reason: null,
      ...(thread && { thread_root_id: thread.rootId, also_on_timeline: thread.isOnTimeline }),
      ...(files?.length && { files }),
    };
    this.items = [...this.items, item];
    this.changed();
    // Without storage (a private window may refuse it) the message lives in memory only.
    await this.hooks.storage.put(item).catch(() => {});
    if (!isWhole(item)) this.hooks.onFiles(item);
    this.pump();
  }

  /**
   * News of a file: where it goes to, or that it has arrived. What does not wait for a file is not held up by it.
   * @param {Id} clientId @param {string} localId @param {Partial<Enclosed>} news
   */
  async fileChanged(clientId, localId, news) {
    const item = this.items.find((held) => held.client_id === clientId);
    if (!item) return;
    const files = (item.files ?? []).map((file) => (file.local_id === localId ? { ...file, ...news } : file));
    await this.replace({ ...item, files });
    this.pump();
  }

  /** @param {Id} clientId @param {string} reason */
  async fileRefused(clientId, reason) {
    const item = this.items.find((held) => held.client_id === clientId);
    if (item?.state === "waiting") await this.refuse(item, reason);
  }

  /** @param {boolean} isConnected */
  setConnected(isConnected) {
    this.isConnected = isConnected;
    if (!isConnected) return;
    const waiting = this.items.filter((item) => item.state === "waiting");
    const isStale = waiting.some((item) => this.now() - item.written_at > ASK_AFTER_MS);
    if (isStale !== this.isHeld) {
      this.isHeld = isStale;
      this.changed();
    }
    this.pump();
  }

  /** The answer to "are waiting: send?". */
  release() {
    this.isHeld = false;
    this.changed();
    this.pump();
  }

  /** Sends the first waiting message of each conversation that has none in flight. */
  pump() {
    if (!this.isConnected || this.isHeld) return;
    for (const item of this.items) {
      if (item.state !== "waiting" || this.busy.has(item.key) || !isWhole(item)) continue;
      this.busy.add(item.key);
      void this.deliver(item);
    }
  }

  /** @param {Item} item */
  async deliver(item) {
    const outcome = await this.hooks.send(item);
    if (outcome.kind === "later") {
      // The conversation stays busy meanwhile: what follows must not overtake.
      this.later(() => this.settle(item.key), outcome.afterMs);
      return;
    }
    if (outcome.kind === "sent") {
      this.hooks.onSent(outcome.message);
      await this.remove(item.client_id);
    } else if (outcome.kind === "refused") await this.refuse(item, outcome.reason);
    this.busy.delete(item.key);
    // Lost: the next connection pumps again.
    if (outcome.kind !== "lost") this.pump();
  }

  /** @param {string} key */
  settle(key) {
    this.busy.delete(key);
    this.pump();
  }

  /** @param {Item} item @param {string} reason */
  async refuse(item, reason) {
    if (!this.items.some((held) => held.client_id === item.client_id)) return;
    const failed = await this.replace({ ...item, state: "failed", reason });
    this.hooks.onRefused(failed);
  }

  /** @param {Item} item */
  async replace(item) {
    this.items = this.items.map((held) => (held.client_id === item.client_id ? item : held));
    this.changed();
    await this.hooks.storage.put(item).catch(() => {});
    return item;
  }

  /** @param {Id} clientId */
  async retry(clientId) {
    const item = this.items.find((held) => held.client_id === clientId);
    if (!item) return;
    const again = await this.replace({ ...item, state: "waiting", reason: null, written_at: this.now() });
    if (!isWhole(again)) this.hooks.onFiles(again);
    this.pump();
  }

  /** Takes a message out: it was sent, or its writer wants it back. @param {Id} clientId */
  async remove(clientId) {
    const item = this.items.find((held) => held.client_id === clientId);
    if (!item) return null;
    this.items = this.items.filter((held) => held.client_id !== clientId);
    this.changed();
    await this.hooks.storage.remove(clientId).catch(() => {});
    return item;
  }

  /** The event of a message that was sent here, perhaps by another window. @param {Id} clientId */
  heardOf(clientId) { void this.remove(clientId); }
}

/** Kept nowhere; for tests and for browsers that refuse storage. @returns {Storage} */
export function memoryStorage() {
  /** @type {Map<Id, Item>} */
  const kept = new Map();
  return {
    all: async () => [...kept.values()],
    put: async (item) => { kept.set(item.client_id, item); },
    remove: async (clientId) => { kept.delete(clientId); },
  };
}

/** @returns {Promise<Storage>} */
export async function databaseStorage() {
  const database = await opened("parlor", "outbox", { keyPath: "client_id" });
  /** @param {IDBTransactionMode} mode */
  const store = (mode) => database.transaction("outbox", mode, { durability: "strict" }).objectStore("outbox");
  return {
    all: () => settled(store("readonly").getAll()),
    put: async (item) => { await settled(store("readwrite").put(item)); },
    remove: async (clientId) => { await settled(store("readwrite").delete(clientId)); },
  };
}
