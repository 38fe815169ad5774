/** What is new everywhere, on one page; reading it there reads it. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { groupIn, House, picture, post, row, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;
let garden;

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: what ? JSON.stringify(what) : undefined });
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  const { workspaces: [{ id }] } = await api(ines, "GET", "/bootstrap");
  garden = (await api(ines, "POST", `/workspaces/${id}/groups`, { name: "Greenhouse", topic: "", description: "", is_private: false })).id;
  await api(ruth, "POST", `/groups/${garden}/join`);
});
after(() => house?.close());
afterEach(() => house.quiet());

const part = (page, name) => page.getByRole("region", { name, exact: true });

test("what calls comes first, each conversation with what is new in it, and what was on screen is read", async () => {
  // Long enough that not everything is on screen.
  await ines.getByRole("navigation").getByRole("link", { name: /Threads/u }).click();
  await post(ruth, lounge, Array.from({ length: 18 }, (_, at) => `Morning note ${at}\nwith some words below\nand a few more`));
  await post(ruth, garden, ["The vents are stuck again", "@ines could you look at the motor?"]);
  const link = ines.getByRole("navigation").getByRole("link", { name: /Catch up/u }).first();
  await see(link.getByText("20"));
  await link.click();
  await see(ines.getByRole("heading", { name: "Catch up", level: 1 }));
  await see(part(ines, "Greenhouse").getByText("The vents are stuck again"));
  const order = await ines.locator("section h2").allTextContents();
  assert.deepEqual(order.map((one) => one.trim()), ["Greenhouse", "Lounge"]);
  await see(part(ines, "Greenhouse").getByText("all read"));
  await picture(ines, "catch-up");
  // The end of the other is below the screen: it is not read yet.
  const { groups } = await api(ines, "GET", "/bootstrap");
  const there = groups.find((one) => one.id === lounge);
  assert.ok(there.membership.last_read_ordinal < there.last_ordinal);
  await part(ines, "Lounge").getByText("Morning note 17").scrollIntoViewIfNeeded();
  await see(part(ines, "Lounge").getByText("all read"));
  await until(ines, async (id) => {
    const { groups: all } = await (await fetch("/api/v1/bootstrap")).json();
    const group = all.find((one) => one.id === id);
    return group.membership.last_read_ordinal === group.last_ordinal;
  }, lounge);
});

test("what arrives meanwhile joins below, and one press marks a conversation read", async () => {
  await row(ines, /Threads/u).click();
  await post(ruth, lounge, Array.from({ length: 30 }, (_, at) => `Evening note ${at}`));
  await see(row(ines, /Lounge/u).getByText("unread"));
  await ines.getByRole("navigation").getByRole("link", { name: /Catch up/u }).first().click();
  await see(part(ines, "Lounge").getByText("Evening note 0", { exact: true }));
  await see(part(ines, "Lounge").getByRole("button", { name: "Show the next 10" }));
  await post(ruth, garden, ["One more thing"]);
  await see(part(ines, "Greenhouse"));
  const order = await ines.locator("section h2").allTextContents();
  assert.deepEqual(order.map((one) => one.trim()), ["Lounge", "Greenhouse"]);
  await part(ines, "Lounge").getByRole("button", { name: /Mark as read/u }).click();
  await seeNot(part(ines, "Lounge"));
  await see(part(ines, "Greenhouse"));
});

test("nothing new says so", async () => {
  await see(part(ines, "Greenhouse").getByText("all read"));
  await row(ines, /Threads/u).click();
  await ines.getByRole("navigation").getByRole("link", { name: /Catch up/u }).first().click();
  await see(ines.getByText("Nothing is waiting for you"));
});
