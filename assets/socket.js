/**
 * One websocket that comes back by itself.
 *
 * It speaks frames and knows nothing of what is in them, but for the few that
 * belong to the connection: ready, ack, error, pong.
 *
 * @import { Problem, ServerFrame } from "./protocol.js"
 *
 * @typedef {"connecting" | "open" | "waiting" | "stopped"} Phase
 * @typedef {{ phase: Phase, retryAt: number | null, lostAt: number | null, isElsewhere: boolean }} Line
 */

const CLOSE_SIGNED_OUT = 4003;
const CLOSE_TOO_MANY_FRAMES = 4008;
const CLOSE_TOO_MANY_CONNECTIONS = 4009;
const CLOSE_STOPPING = 1001;

const LONGEST_WAIT_MS = 30_000;
const TOO_MANY_FRAMES_WAIT_MS = 30_000;
const ANSWER_WAIT_MS = 15_000;

/** No answer came, or there was no connection to ask through. */
export class LineLost extends Error {}

/** The server answered with an error frame. */
export class ActionRefused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

/**
 * How long to wait before the nth try: 1, 2, 4 … 30 s, a quarter more or less.
 * @param {number} tries @param {number} chance from 0 to 1
 */
export function waitBefore(tries, chance) {
  const whole = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.max(0, tries - 1));
  return Math.round(whole * (0.75 + chance / 2));
}

export class Socket {
  /**
   * @param {{ lastSeq: () => number, onFrame: (frame: ServerFrame) => void, onLine: (line: Line) => void,
   *   onSignedOut: () => void, onFailedToOpen: () => void }} hooks
   */
  constructor(hooks) {
    this.hooks = hooks;
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {Line} */
    this.line = { phase: "connecting", retryAt: null, lostAt: null, isElsewhere: false };
    this.tries = 0;
    this.nextId = 1;
    this.heartbeatMs = 25_000;
    this.heardAt = 0;
    /** @type {Map<number, { done: (data: any) => void, failed: (error: Error) => void, timer: number }>} */
    this.asked = new Map();
    this.retryTimer = 0;
    this.beatTimer = 0;
    const wake = () => this.wake();
    window.addEventListener("online", wake);
    window.addEventListener("focus", wake);
    // A machine without a network can still reach a Parlor on itself: look before giving up.
    window.addEventListener("offline", () => this.check());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.wake());
  }

  get isOpen() { return this.line.phase === "open"; }

  /** @param {Partial<Line>} change */
  setLine(change) {
    this.line = { ...this.line, ...change };
    this.hooks.onLine(this.line);
  }

  connect() {
    window.clearTimeout(this.retryTimer);
    this.drop();
    this.setLine({ phase: "connecting", retryAt: null, isElsewhere: false });
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}/api/v1/ws?last_seq=${this.hooks.lastSeq()}`);
    this.socket = socket;
    socket.onmessage = (event) => this.hear(event.data);
    socket.onclose = (event) => this.socket === socket && this.lost(event.code);
  }

  /** Ends it for good, as on signing out. */
  stop() {
    window.clearTimeout(this.retryTimer);
    this.drop();
    this.setLine({ phase: "stopped", retryAt: null });
  }

  /** Lets go of the present connection without a word. */
  drop() {
    window.clearInterval(this.beatTimer);
    const { socket } = this;
    this.socket = null;
    if (socket) {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    }
    this.failAsked();
  }

  failAsked() {
    const asked = [...this.asked.values()];
    this.asked.clear();
    for (const { failed, timer } of asked) {
      window.clearTimeout(timer);
      failed(new LineLost());
    }
  }

  /** @param {number} code */
  lost(code) {
    const wasOpen = this.isOpen;
    this.drop();
    const lostAt = this.line.lostAt ?? Date.now();
    if (code === CLOSE_SIGNED_OUT) {
      this.setLine({ phase: "stopped", lostAt });
      this.hooks.onSignedOut();
      return;
    }
    if (code === CLOSE_TOO_MANY_CONNECTIONS) {
      this.setLine({ phase: "stopped", lostAt, isElsewhere: true });
      return;
    }
    this.tries += 1;
    this.comeBackIn(this.waitAfter(code), lostAt);
    if (!wasOpen) this.hooks.onFailedToOpen();
  }

  /** @param {number} code */
  waitAfter(code) {
    if (code === CLOSE_TOO_MANY_FRAMES) return TOO_MANY_FRAMES_WAIT_MS;
    // Everybody was sent away at once: do not all come back at once.
    if (code === CLOSE_STOPPING && this.tries === 1) return Math.round(Math.random() * 5000);
    return waitBefore(this.tries, Math.random());
  }

  /** @param {number} wait @param {number} lostAt */
  comeBackIn(wait, lostAt) {
    this.setLine({ phase: "waiting", retryAt: Date.now() + wait, lostAt });
    this.retryTimer = window.setTimeout(() => this.connect(), wait);
  }

  /** Tries at once, if it was waiting to try. */
  wake() {
    if (this.line.phase === "waiting") this.connect();
    else if (this.isOpen && Date.now() - this.heardAt > this.heartbeatMs) this.check();
  }

  /** Asks whether the line lives; if not, it is given up. */
  check() {
    if (!this.isOpen) return;
    const { socket } = this;
    this.ask("ping", undefined, 5000).catch(() => this.socket === socket && this.lost(1006));
  }

  /** @param {string} text */
  hear(text) {
    this.heardAt = Date.now();
    /** @type {ServerFrame} */
    const frame = JSON.parse(text);
    if (frame.type === "ready" || frame.type === "start_afresh") this.ready(frame.data.heartbeat_secs);
    if (frame.type === "ack" || frame.type === "pong") this.answered(frame.reply_to)?.done("data" in frame ? frame.data : null);
    else if (frame.type === "error") this.refused(frame.reply_to, frame.data);
    else this.hooks.onFrame(frame);
  }

  /** @param {number} heartbeatSecs */
  ready(heartbeatSecs) {
    this.tries = 0;
    this.heartbeatMs = heartbeatSecs * 1000;
    window.clearInterval(this.beatTimer);
    // The server's own pings are not shown to scripts, so the page asks for itself.
    this.beatTimer = window.setInterval(() => {
      if (Date.now() - this.heardAt >= this.heartbeatMs) this.check();
    }, this.heartbeatMs);
    this.setLine({ phase: "open", retryAt: null });
  }

  /** @param {number} id */
  answered(id) {
    const waiting = this.asked.get(id);
    if (!waiting) return undefined;
    this.asked.delete(id);
    window.clearTimeout(waiting.timer);
    return waiting;
  }

  /** @param {number | null} id @param {Problem} problem */
  refused(id, problem) {
    if (id === null) return;
    this.answered(id)?.failed(new ActionRefused(problem));
  }

  /**
   * Sends an action and waits for its answer.
   * @param {string} type @param {unknown} [data] @param {number} [patience] in ms
   * @returns {Promise<any>}
   */
  ask(type, data, patience = ANSWER_WAIT_MS) {
    const { socket } = this;
    if (!socket || !this.isOpen || socket.readyState !== WebSocket.OPEN) return Promise.reject(new LineLost());
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((done, failed) => {
      const timer = window.setTimeout(() => {
        this.asked.delete(id);
        failed(new LineLost());
      }, patience);
      this.asked.set(id, { done, failed, timer });
      socket.send(JSON.stringify(data === undefined ? { id, type } : { id, type, data }));
    });
  }

  /** For what may be lost without harm. @param {string} type @param {unknown} data */
  tell(type, data) { this.ask(type, data).catch(() => {}); }
}
