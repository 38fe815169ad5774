/**
 * What stands in the addresses of the pages from which a server is looked after, and what is asked for by it. Pure.
 *
 * @import { AccountOrder, ServerRole } from "./protocol.js"
 *
 * @typedef {{ query: string, role: ServerRole | "", state: "active" | "deactivated" | "", sort: AccountOrder }} PeopleFilter
 * @typedef {{ action: string, actor: string }} AuditFilter
 */

/** @type {readonly ServerRole[]} */
export const ROLES = ["admin", "manager", "user"];
/** @type {readonly AccountOrder[]} */
export const ORDERS = ["name", "newest", "seen", "unseen"];

/** What is not one of them is as if it were not there. @template {string} T @param {string | null} value @param {readonly T[]} allowed @returns {T | undefined} */
const oneOf = (value, allowed) => allowed.find((one) => one === value);

/** @param {string} search what stands after the "?" @returns {PeopleFilter} */
export function peopleFilter(search) {
  const params = new URLSearchParams(search);
  return {
    query: params.get("query") ?? "",
    role: oneOf(params.get("role"), ROLES) ?? "",
    state: oneOf(params.get("state"), /** @type {const} */ (["active", "deactivated"])) ?? "",
    sort: oneOf(params.get("sort"), ORDERS) ?? "name",
  };
}

/** @param {PeopleFilter} filter @returns {string} with its "?", empty for everyone by name */
export function peopleQuery({ query, role, state, sort }) {
  const params = new URLSearchParams();
  if (query.trim()) params.set("query", query.trim());
  if (role) params.set("role", role);
  if (state) params.set("state", state);
  if (sort !== "name") params.set("sort", sort);
  return params.size ? `?${params}` : "";
}

/** @param {string} search @returns {AuditFilter} */
export function auditFilter(search) {
  const params = new URLSearchParams(search);
  return { action: params.get("action") ?? "", actor: params.get("actor") ?? "" };
}

/** @param {AuditFilter} filter */
export function auditQuery({ action, actor }) {
  const params = new URLSearchParams();
  if (action) params.set("action", action);
  if (actor) params.set("actor", actor);
  return params.size ? `?${params}` : "";
}

/** @type {Record<ServerRole, number>} */
const RANK = { user: 0, manager: 1, admin: 2 };

/** Whether the one looks after the other's account. @param {ServerRole} mine @param {ServerRole} theirs */
export const mayManage = (mine, theirs) => RANK[mine] >= RANK.manager && RANK[mine] > RANK[theirs];

/** The roles that the one may give the other. @param {ServerRole} mine @param {ServerRole} theirs @returns {ServerRole[]} */
export const rolesToGive = (mine, theirs) => (mine === "admin" && mayManage(mine, theirs) ? ROLES.filter((role) => role !== theirs) : []);

/** Under this much of what is not in reserve, the disk is nearly full. */
const LITTLE_BYTES = 1_000_000_000;
const SLOW_MS = 2_000;

/**
 * What is wrong, the worst first; nothing when all is well.
 * @param {import("./protocol.js").HealthReport} report
 * @returns {"failed" | "read_only" | "full" | "writer" | "clock" | "disk" | "slow" | null}
 */
export function trouble({ storage, writer_ms: writerMs, clock_is_believed: isBelieved, disk }) {
  if (storage !== "fine") return storage;
  if (writerMs === null) return "writer";
  if (!isBelieved) return "clock";
  if (disk.available_bytes - disk.reserve_bytes < LITTLE_BYTES) return "disk";
  return writerMs > SLOW_MS ? "slow" : null;
}
