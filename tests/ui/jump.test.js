import assert from "node:assert/strict";
import { test } from "node:test";
import { fitOf, narrowed, offered, SEARCH } from "../../assets/jump.js";
import { fromBootstrap } from "../../assets/state.js";
import { bootstrap, DIRECT_KEY, group, id, KEY, user } from "./sample.js";

const nobody = { people: [], groups: [] };
const at = (name) => ({ name, from: fitOf(name, "to")?.from, rank: fitOf(name, "to")?.rank });

/** @param {object} change */
const asked = (change) => ({ state: fromBootstrap(bootstrap(), null), typed: "", here: null, recent: [], found: nobody, commands: [], ...change });
const names = (parts) => parts.map(({ part, choices }) => [part, choices.map((choice) => choice.id)]);

test("a name fits from its beginning, from a word of it, and from inside, in this order", () => {
  assert.deepEqual(at("Tool library"), { name: "Tool library", from: 0, rank: 0 });
  assert.deepEqual(at("Old tools"), { name: "Old tools", from: 4, rank: 1 });
  assert.deepEqual(at("Anton Bell"), { name: "Anton Bell", from: 2, rank: 2 });
  assert.deepEqual(at("Photo tools"), { name: "Photo tools", from: 6, rank: 1 });
  assert.equal(fitOf("Greenhouse", "to"), null);
});

test("accents and capitals make no difference", () => {
  assert.deepEqual(fitOf("Café", "CAFE"), { rank: 0, from: 0, to: 4 });
  assert.deepEqual(fitOf("İzmir", "iz")?.rank, 0);
});

test("a sign narrows to people, groups or actions", () => {
  assert.deepEqual(narrowed(" @ ru "), { kind: "people", query: "ru" });
  assert.deepEqual(narrowed("#green"), { kind: "groups", query: "green" });
  assert.deepEqual(narrowed(">"), { kind: "commands", query: "" });
  assert.deepEqual(narrowed("c# club"), { kind: "all", query: "c# club" });
});

test("unread comes first, then where one was, then the rest by name; the open conversation is left out", () => {
  const quiet = (n, name) => group({ id: id(n), name, last_ordinal: 0, membership: { ...group().membership, last_read_ordinal: 0 } });
  const state = fromBootstrap(bootstrap({ groups: [group(), quiet(21, "Kiln"), quiet(22, "Archive"), quiet(23, "Zebra")] }), null);
  const found = names(offered(asked({ state, recent: [`g:${id(23)}`, `g:${id(22)}`], here: `g:${id(22)}` })));
  assert.equal(found[0][0], "unread");
  assert.ok(found[0][1].includes(KEY));
  assert.deepEqual(found[1], ["recent", [`g:${id(23)}`]]);
  assert.ok(found[2][1].includes(`g:${id(21)}`));
  assert.ok(!found.flat(2).includes(`g:${id(22)}`));
});

test("a muted group does not come first", () => {
  const membership = { ...group().membership, is_muted: true };
  const state = fromBootstrap(bootstrap({ groups: [group({ membership })], directs: [] }), null);
  assert.deepEqual(names(offered(asked({ state }))), [["places", [KEY]]]);
});

test("what the server finds goes below, without those one knows already", () => {
  const state = fromBootstrap(bootstrap(), null);
  const known = state.directs[DIRECT_KEY.slice(2)].user;
  const found = { people: [{ ...known }, user(9, "Otto")], groups: [group(), group({ id: id(29), name: "Lotto" })] };
  const ids = names(offered(asked({ state, typed: "ot", found }))).flatMap(([, some]) => some);
  assert.ok(ids.indexOf(`u:${id(9)}`) >= 0 && ids.indexOf(`o:${id(29)}`) >= 0);
  assert.ok(!ids.includes(`u:${known.id}`) && !ids.includes(`o:${group().id}`));
});

test("actions are there when they are asked for, and when a word fits", () => {
  const commands = [{ id: "status", icon: "smile", name: "Set a status", run: () => {} }];
  assert.ok(!names(offered(asked({ commands }))).some(([part]) => part === "actions"));
  assert.deepEqual(names(offered(asked({ commands, typed: ">" }))), [["actions", ["c:status"]]]);
  assert.deepEqual(names(offered(asked({ commands, typed: "stat" }))), [["actions", ["c:status"]], ["messages", [SEARCH]]]);
});

test("looking for what was said is the last that is offered, once there is something to look for", () => {
  const state = fromBootstrap(bootstrap(), null);
  const last = (typed) => offered(asked({ state, typed })).at(-1)?.choices.at(-1);
  assert.deepEqual([last("vent")?.id, last("vent")?.query], [SEARCH, "vent"]);
  for (const typed of ["", " ", "#vent", "@vent", ">vent"]) assert.notEqual(last(typed)?.id, SEARCH, typed);
});
