/**
 * Requests to the REST API. Only this file and socket.js touch the network.
 *
 * @import { Problem } from "./protocol.js"
 */
import { say } from "./strings/main.js";

const ROOT = "/api/v1";
/** Browsers send 64 KiB from a page that is gone; a character may take four bytes. */
const MOST_KEPT_ALIVE = 15_000;

/** A refusal by the server, or `offline` when it could not be asked. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
    this.code = problem.code;
    this.status = problem.status;
    this.field = problem.field;
  }
}

/** @returns {Problem} */
const unreachable = () => ({
  type: "about:blank", title: say.unreachable, status: 0, code: "offline", detail: say.unreachable,
});

/**
 * What to say of it, in the language of the page; as the server said it, which is in English, where that cannot be had.
 * @param {Problem} problem @returns {Promise<string>}
 */
export const sentenceOf = (problem) => import("./refusals.js").then(({ worded }) => worded(problem), () => problem.detail || problem.title);

/**
 * @param {Response} response
 * @returns {Promise<Problem>}
 */
async function problemOf(response) {
  const body = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get("retry-after"));
  /** @type {Problem} */
  const problem = {
    type: "about:blank", title: response.statusText, status: response.status,
    code: "unknown", detail: say.somethingBroke, ...body,
  };
  if (retryAfter > 0 && problem.retry_after_secs === undefined) problem.retry_after_secs = retryAfter;
  // Who is not signed in sees the doorway, and that at once.
  return problem.code === "unauthenticated" ? problem : { ...problem, detail: await sentenceOf(problem) };
}

/**
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {unknown} [body]
 * @param {RequestInit} [more]
 * @returns {Promise<any>}
 */
async function request(method, path, body, more) {
  /** @type {RequestInit} */
  const options = { method, credentials: "same-origin", headers: { accept: "application/json" }, ...more };
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { ...options.headers, "content-type": "application/json" };
  }
  // A deletion may be sent while the page goes, and so may what is written when it is hidden.
  options.keepalive = method === "DELETE" || (document.hidden && String(options.body ?? "").length < MOST_KEPT_ALIVE);
  const response = await fetch(ROOT + path, options).catch(() => null);
  if (!response) throw new Refused(unreachable());
  if (!response.ok) throw new Refused(await problemOf(response));
  if (response.status === 204) return null;
  // A connection can break in the middle of a body, too.
  return response.json().catch(() => { throw new Refused(unreachable()); });
}

/** Leaves out what is empty. @param {Record<string, string | number | null | undefined>} query */
function withQuery(query) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** Reads. A server that has too much to do for the moment is asked once more. @param {string} path */
const read = (path) => request("GET", path).catch(async (error) => {
  if (error.code !== "busy") throw error;
  await new Promise((done) => { setTimeout(done, (error.problem.retry_after_secs ?? 1) * 1000); });
  return request("GET", path);
});

/** Whether the same may be answered in a while. @param {unknown} error */
export const isPassing = (error) => error instanceof Refused && (error.code === "offline" || error.status === 429 || error.status >= 500);

export const api = {
  /** @param {string} path @param {Record<string, string | number | null | undefined>} [query] */
  get: (path, query = {}) => read(path + withQuery(query)),
  /** @param {string} path @param {unknown} [body] */
  post: (path, body = {}) => request("POST", path, body),
  /** A POST that carries nothing. @param {string} path */
  poke: (path) => request("POST", path),
  /** @param {string} path @param {unknown} [body] */
  put: (path, body) => request("PUT", path, body),
  /** @param {string} path @param {unknown} body */
  patch: (path, body) => request("PATCH", path, body),
  /** @param {string} path */
  remove: (path) => request("DELETE", path),
  /** A PUT of raw bytes, which can be broken off. @param {string} path @param {ArrayBuffer} bytes @param {AbortSignal} signal */
  putBytes: (path, bytes, signal) => request("PUT", path, undefined, { body: bytes, signal,
    headers: { accept: "application/json", "content-type": "application/octet-stream" } }),
  /** The beginning of a text. @param {string} path @param {number} most in bytes @returns {Promise<string>} */
  beginning: async (path, most) => {
    const response = await fetch(ROOT + path, { credentials: "same-origin", headers: { range: `bytes=0-${most - 1}` } }).catch(() => null);
    if (!response) throw new Refused(unreachable());
    if (!response.ok) throw new Refused(await problemOf(response));
    return response.text();
  },
};

/** Where the bytes of a file are. @param {string} id @param {"content" | "thumbnail"} what */
export const fileAddress = (id, what) => `${ROOT}/files/${id}/${what}`;
/** The same, to be kept. @param {string} id */
export const downloadAddress = (id) => `${fileAddress(id, "content")}?download=true`;
/** @param {string} messageId @param {number} position */
export const previewImage = (messageId, position) => `${ROOT}/messages/${messageId}/previews/${position}/image`;

/**
 * The sentence to show for whatever was thrown.
 * @param {unknown} error
 */
export function sentence(error) {
  return error instanceof Refused ? error.message : say.somethingBroke;
}

/** @param {unknown} error @param {string} code */
export const isRefusal = (error, code) => error instanceof Refused && error.code === code;
