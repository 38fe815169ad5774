/** The server's own lines, in two browsers. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { groupIn, House, messages, picture, post, readAll, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let link;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  link = await house.setUp(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

const change = async (page, id, wanted) => {
  const { version } = await api(page, "GET", `/groups/${id}`);
  return api(page, "PATCH", `/groups/${id}`, { version, ...wanted });
};

test("who comes is told by the server, without anything becoming unread", async () => {
  await see(messages(ines, "Ruth Okafor joined"));
  const lounge = groupIn(ines);
  const [welcome] = await post(ines, lounge, ["Welcome."]);
  await see(messages(ruth, "Welcome."));
  await readAll(ruth, lounge, welcome.id);
  await ruth.goto(`${house.server.url}/threads`);
  await see(row(ruth, "Lounge"));
  await change(ines, lounge, { topic: "Tea at four" });
  await see(messages(ines, "Ines Duarte set the topic: Tea at four"));
  await seeNot(row(ruth, "Lounge").getByText("unread"));
});

test("many lines in a row are one, which opens and closes by key", async () => {
  const lounge = groupIn(ines);
  await change(ines, lounge, { topic: "" });
  await change(ines, lounge, { description: "For everybody" });
  const run = ines.getByRole("button", { name: "3 changes" });
  await see(run);
  await seeNot(messages(ines, "took the topic away"));
  await picture(ines, "lines-closed");
  await run.focus();
  await ines.keyboard.press("Enter");
  await see(messages(ines, "Ines Duarte took the topic away"));
  await see(messages(ines, "Ines Duarte changed what the group is for"));
  await see(ines.getByRole("button", { name: "3 changes", expanded: true }));
  await picture(ines, "lines-open");
  await ines.keyboard.press("Enter");
  await seeNot(messages(ines, "took the topic away"));
});

test("a pin's line leads to the message", async () => {
  await row(ruth, "Lounge").click();
  const [kettle] = await post(ines, groupIn(ines), ["The kettle is in the cupboard."]);
  await api(ines, "PUT", `/messages/${kettle.id}/pin`);
  await ruth.getByRole("link", { name: "Ines Duarte pinned a message" }).click();
  await until(ruth, (id) => location.pathname.endsWith(`/m/${id}`), kettle.id);
  await see(ruth.locator(`article.target[data-id="${kettle.id}"]`));
});

test("what somebody types never looks like a line of the server's", async () => {
  await say(ruth, "Ines Duarte left");
  const forged = messages(ines, "Ines Duarte left");
  await see(forged.locator(".txt"));
  assert.equal(await forged.locator(".sys").count(), 0);
});

test("a moderator takes a line away", async () => {
  const lounge = groupIn(ines);
  await change(ines, lounge, { topic: "Something unkind" });
  const line = messages(ruth, "Something unkind");
  await see(line);
  await messages(ines, "Something unkind").hover();
  await messages(ines, "Something unkind").getByRole("button", { name: "More" }).click();
  await ines.getByRole("menuitem", { name: "Delete" }).click();
  await ines.getByRole("button", { name: "Delete", exact: true }).click();
  await seeNot(line);
});
