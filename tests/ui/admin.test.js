/** Looking after a server: addresses, who may what, the verdict on its health, and the audit log in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditFilter, auditQuery, mayManage, peopleFilter, peopleQuery, rolesToGive, trouble } from "../../assets/adminList.js";
import { DEEDS, deedText } from "../../assets/auditSaid.js";

test("a filter survives the way into the address and back, and nonsense in it means nothing", () => {
  for (const filter of [
    { query: "", role: "", state: "", sort: "name" },
    { query: "ruth & co = 100%", role: "manager", state: "deactivated", sort: "unseen" },
  ]) assert.deepEqual(peopleFilter(peopleQuery(filter)), filter);
  assert.equal(peopleQuery(peopleFilter("")), "");
  assert.deepEqual(peopleFilter("?role=king&state=gone&sort=worst"), { query: "", role: "", state: "", sort: "name" });
  assert.deepEqual(auditFilter(auditQuery({ action: "invite_made", actor: "operator" })), { action: "invite_made", actor: "operator" });
});

test("who looks after an account ranks higher, and only an admin gives roles", () => {
  assert.ok(mayManage("admin", "manager") && mayManage("manager", "user"));
  assert.ok(!mayManage("admin", "admin") && !mayManage("manager", "manager") && !mayManage("user", "user"));
  assert.deepEqual(rolesToGive("admin", "user"), ["admin", "manager"]);
  assert.deepEqual(rolesToGive("manager", "user"), []);
  assert.deepEqual(rolesToGive("admin", "admin"), []);
});

const WELL = { storage: "fine", writer_ms: 3, clock_is_believed: true, disk: { total_bytes: 9e10, available_bytes: 5e10, reserve_bytes: 5e8 } };

test("the worst trouble is the verdict", () => {
  assert.equal(trouble(WELL), null);
  assert.equal(trouble({ ...WELL, writer_ms: 2_500 }), "slow");
  assert.equal(trouble({ ...WELL, disk: { ...WELL.disk, available_bytes: 1e9 } }), "disk");
  assert.equal(trouble({ ...WELL, clock_is_believed: false, writer_ms: 9_000 }), "clock");
  assert.equal(trouble({ ...WELL, writer_ms: null }), "writer");
  assert.equal(trouble({ ...WELL, storage: "read_only", writer_ms: null }), "read_only");
});

const NAMES = { people: { p: { id: "p", name: "Petra", username: "petra" } }, groups: { g: { id: "g", name: "Greenhouse" } } };
const said = (action, detail) => deedText({ seq: 1, created_at: "", actor_id: null, address: null, action, detail }, NAMES);

test("every deed has its sentence, and one of a newer server is told by its name", () => {
  for (const [action] of DEEDS) assert.doesNotMatch(said(action, { user_id: "p", group_id: "g", was: "user", is: "manager", setting: action === "workspace_changed" ? "accent" : "sign_up_open" }), /does not know|undefined/u, action);
  assert.match(said("painted", {}), /painted/u);
  assert.equal(said("account_closed", { user_id: "p", devices: 2 }), "deactivated Petra, signing out 2 devices");
  assert.equal(said("invite_made", { group_id: "g", max_uses: 3 }), "made an invite to Greenhouse, for 3 people");
  assert.equal(said("setting_changed", { setting: "sign_up_open", is: false }), "closed sign-up");
});

test("what cannot be read and what is not to be known does not break a line", () => {
  assert.equal(said("message_deleted", null), "deleted a message of somebody in a private group");
  assert.equal(said("group_archived", { group_id: null }), "archived a private group");
});
