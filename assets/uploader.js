/**
 * Brings files to the server in pieces. A piece that was answered is kept
 * there, so that what breaks off goes on where it stood: after a lost
 * connection, after a restart of the server, after a reload of the page.
 * It knows no network; what carries the bytes is given to it.
 *
 * @import { Id, FileInfo, Upload } from "./protocol.js"
 *
 * A file that somebody chose here; without its content, it is one that was, and may be on the server. `sent` is in bytes; `width` and `height` are known for pictures.
 * @typedef {{ local_id: string, name: string, size: number, type: string, blob: Blob | null, upload_id: Id | null,
 *   state: "waiting" | "going" | "done" | "failed", sent: number, reason: string | null, file: FileInfo | null,
 *   width: number | null, height: number | null, url: string | null }} Chosen
 *
 * What a refusal means: gone (start anew), stale (it stands elsewhere), later (try again), refused (it will not go).
 * @typedef {{ kind: "gone" } | { kind: "stale", current: Upload } | { kind: "later", afterMs: number | null }
 *   | { kind: "refused", reason: string }} Trouble
 *
 * @typedef {{ create: (chosen: Chosen) => Promise<Upload>, look: (id: Id) => Promise<Upload>,
 *   put: (id: Id, offset: number, bytes: ArrayBuffer, signal: AbortSignal) => Promise<Upload>,
 *   finish: (id: Id) => Promise<FileInfo>, drop: (id: Id, isFile: boolean) => Promise<unknown>, troubleOf: (error: unknown) => Trouble,
 *   unreadable: string }} Transport
 */

/** At once; more would only share the line. */
const AT_ONCE = 3;
const FIRST_PIECE = 512 * 1024;
const SMALLEST_PIECE = 64 * 1024;
/** A piece that takes longer is too large to show progress by; one that takes less is mostly overhead. */
const SLOW_MS = 3000;
const QUICK_MS = 700;
const LONGEST_WAIT_MS = 30_000;
const DROP_AGAIN_MS = 1000;

/**
 * @param {number} size of the last piece, in bytes @param {number} tookMs @param {number} most
 * @returns {number} bytes
 */
export function nextPiece(size, tookMs, most) {
  const wanted = tookMs > SLOW_MS ? size / 2 : tookMs < QUICK_MS ? size * 2 : size;
  return Math.min(most, Math.max(SMALLEST_PIECE, Math.floor(wanted)));
}

export class Uploader {
  /**
   * @param {{ transport: Transport, onChange: (chosen: Chosen) => void, now?: () => number,
   *   later?: (work: () => void, ms: number) => void }} hooks
   */
  constructor({ transport, onChange, now = () => performance.now(), later = (work, ms) => { setTimeout(work, ms); } }) {
    this.transport = transport;
    this.onChange = onChange;
    this.now = now;
    this.later = later;
    /** @type {Map<string, Chosen>} */
    this.files = new Map();
    /** @type {Map<string, AbortController>} */
    this.going = new Map();
    /** What waits for a better moment, and how often it has waited. @type {Map<string, number>} */
    this.resting = new Map();
  }

  /** Does nothing for what is known already. @param {Chosen} chosen */
  add(chosen) {
    if (this.files.has(chosen.local_id)) return;
    this.files.set(chosen.local_id, chosen);
    this.pump();
  }

  /** @param {string} localId @param {Partial<Chosen>} news */
  note(localId, news) {
    const held = this.files.get(localId);
    if (!held) return null;
    const next = { ...held, ...news };
    this.files.set(localId, next);
    this.onChange(next);
    return next;
  }

  pump() {
    for (const chosen of this.files.values()) {
      if (this.going.size >= AT_ONCE) return;
      if (chosen.state !== "waiting" || this.resting.has(chosen.local_id)) continue;
      const stop = new AbortController();
      this.going.set(chosen.local_id, stop);
      this.note(chosen.local_id, { state: "going" });
      void this.bring(chosen.local_id, stop.signal);
    }
  }

  /** @param {string} localId @param {AbortSignal} signal */
  async bring(localId, signal) {
    let waits = 0;
    try {
      const file = await this.send(localId, signal);
      if (!signal.aborted) this.note(localId, { state: "done", file, sent: file.size_bytes, reason: null });
    } catch (error) {
      if (!signal.aborted) waits = this.stumble(localId, error);
    }
    if (this.going.get(localId)?.signal === signal) this.going.delete(localId);
    if (waits > 0) this.later(() => this.wake(localId), waits);
    this.pump();
  }

  /** @param {string} localId @param {AbortSignal} signal @returns {Promise<FileInfo>} */
  async send(localId, signal) {
    const { blob, size, sent, upload_id: began } = this.held(localId);
    let upload = began ? await this.look(began, sent >= size) : null;
    if (upload && "uploader_id" in upload) return upload;
    if (!upload) {
      if (!blob) throw new Unreadable();
      upload = await this.transport.create(this.held(localId));
      // Taken back meanwhile: nobody else knows of it.
      if (signal.aborted) this.drop(upload.id, false);
    }
    this.note(localId, { upload_id: upload.id, sent: upload.received_bytes });
    let piece = Math.min(FIRST_PIECE, upload.chunk_bytes);
    while (upload.received_bytes < size && !signal.aborted) {
      if (!blob) throw new Unreadable();
      const bytes = await blob.slice(upload.received_bytes, upload.received_bytes + piece).arrayBuffer()
        .catch(() => { throw new Unreadable(); });
      const began = this.now();
      upload = await this.put(upload, bytes, signal);
      piece = nextPiece(piece, this.now() - began, upload.chunk_bytes);
      this.resting.delete(localId);
      this.note(localId, { sent: upload.received_bytes });
    }
    if (signal.aborted) throw new Unreadable();
    return this.transport.finish(upload.id);
  }

  /**
   * Where it stands; the file, when it was all there; nothing, when the server has forgotten it.
   * @param {Id} id @param {boolean} isSent all of it, so that only its end may be missing
   * @returns {Promise<Upload | FileInfo | null>}
   */
  async look(id, isSent) {
    if (isSent) return this.unlessGone(this.transport.finish(id));
    // Without it, the answer to its end may have been lost.
    return await this.unlessGone(this.transport.look(id)) ?? this.look(id, true);
  }

  /** @template T @param {Promise<T>} answer @returns {Promise<T | null>} */
  unlessGone(answer) {
    return answer.catch((error) => {
      if (this.transport.troubleOf(error).kind !== "gone") throw error;
      return null;
    });
  }

  /** @param {Upload} upload @param {ArrayBuffer} bytes @param {AbortSignal} signal @returns {Promise<Upload>} */
  async put(upload, bytes, signal) {
    try {
      return await this.transport.put(upload.id, upload.received_bytes, bytes, signal);
    } catch (error) {
      const trouble = this.transport.troubleOf(error);
      // An answer was lost: the server is further than we thought.
      if (trouble.kind === "stale") return trouble.current;
      throw error;
    }
  }

  /** @param {string} localId @param {unknown} error @returns {number} milliseconds until the next try, 0 for none */
  stumble(localId, error) {
    if (error instanceof Unreadable) {
      this.note(localId, { state: "failed", reason: this.transport.unreadable });
      return 0;
    }
    const trouble = this.transport.troubleOf(error);
    if (trouble.kind === "refused") {
      this.note(localId, { state: "failed", reason: trouble.reason });
      return 0;
    }
    if (trouble.kind === "gone") this.note(localId, { upload_id: null, sent: 0 });
    const waited = (this.resting.get(localId) ?? 0) + 1;
    this.resting.set(localId, waited);
    this.note(localId, { state: "waiting" });
    const asked = trouble.kind === "later" ? trouble.afterMs : null;
    return asked ?? Math.min(LONGEST_WAIT_MS, 500 * 2 ** waited);
  }

  /** The moment is better: the connection is back. @param {string} [localId] all that wait, without it */
  wake(localId) {
    if (localId) this.resting.delete(localId);
    else this.resting.clear();
    this.pump();
  }

  /** @param {string} localId */
  retry(localId) {
    if (this.held(localId).state !== "failed") return;
    this.note(localId, { state: "waiting", reason: null });
    this.wake(localId);
  }

  /** Forgets it here; on the server, too, unless it belongs to a message now. @param {string} localId @param {boolean} isSent */
  forget(localId, isSent) {
    const held = this.files.get(localId);
    if (!held) return;
    this.going.get(localId)?.abort();
    this.going.delete(localId);
    this.resting.delete(localId);
    this.files.delete(localId);
    if (!isSent && held.upload_id) this.drop(held.upload_id, held.file !== null);
    this.pump();
  }

  /**
   * Takes it from the server, which is busy with it while a piece of it is on its way.
   * @param {Id} id @param {boolean} isFile all of it is there
   */
  drop(id, isFile, tries = 5) {
    void this.transport.drop(id, isFile).catch((error) => {
      const trouble = this.transport.troubleOf(error);
      // What stays there in spite of this ends by itself.
      if (trouble.kind === "later" && tries > 1) this.later(() => this.drop(id, isFile, tries - 1), trouble.afterMs ?? DROP_AGAIN_MS);
    });
  }

  /** @param {string} localId @returns {Chosen} */
  held(localId) {
    const held = this.files.get(localId);
    if (!held) throw new Unreadable();
    return held;
  }
}

/** The file is no longer where it was, or was taken back. */
class Unreadable extends Error {}
