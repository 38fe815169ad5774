/** What happens when the page falls behind, is open elsewhere, or comes in by another door. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PASSWORD, post, readAll, row, say, see, seeNot, until, wake } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

before(async () => {
  house = await House.open();
  ines = await house.visitor();
  ruth = await house.visitor();
  await house.accept(ruth, await house.setUp(ines), "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

test("what came during a loss is counted when the connection is back", async () => {
  house.expected.push(/WebSocket connection|ERR_/u);
  // Only this page's line is cut; the server and the others go on.
  await ines.routeWebSocket("**/api/v1/ws*", (socket) => socket.close({ code: 1011 }));
  await ines.reload();
  await see(ines.locator(".banner").getByText("Connection lost."));
  await say(ruth, "Are you there?");
  await say(ruth, "Never mind");
  await until(ruth, () => document.querySelectorAll(".pending").length === 0);
  await ines.unrouteAll();
  await ines.routeWebSocket("**/api/v1/ws*", (socket) => { socket.connectToServer(); });
  await wake(ines);
  await see(ines.locator(".banner").getByText("2 messages arrived."));
  await see(messages(ines, "Never mind"));
  await seeNot(ines.locator(".banner").getByText("2 messages arrived."));
});

test("told to start afresh, the page fetches again and keeps the place, the draft and the waiting", async () => {
  const group = groupIn(ines);
  const lines = Array.from({ length: 45 }, (_, at) => `Line ${at + 1}\nsecond row`);
  const stored = await post(ruth, group, lines);
  await see(messages(ines, "Line 45"));
  await readAll(ines, group, stored.at(-1).id);
  await ines.unrouteAll();
  let isOld = true;
  let isArmed = false;
  let cut = () => {};
  let heardReady = () => {};
  const ready = new Promise((done) => { heardReady = done; });
  await ines.routeWebSocket("**/api/v1/ws*", (socket) => {
    const upstream = socket.connectToServer();
    cut = () => socket.close({ code: 4001 });
    upstream.onMessage((text) => {
      const frame = JSON.parse(text);
      if (!isOld || !isArmed || frame.type !== "ready") {
        socket.send(text);
        if (frame.type === "ready") heardReady();
        return;
      }
      isOld = false;
      socket.send(JSON.stringify({ type: "start_afresh", data: { seq: frame.data.seq, heartbeat_secs: 25 } }));
    });
  });
  await ines.reload();
  await until(ines, () => document.querySelectorAll("article").length > 20);
  await ready;
  isArmed = true;
  await composer(ines).fill("a draft that stays");
  await ines.locator(".log").evaluate((view) => { view.scrollTop = 600; });
  await see(ines.locator(".newpill"));
  const place = () => {
    const top = document.querySelector(".log").getBoundingClientRect().top;
    const row = [...document.querySelectorAll("article")].find((one) => one.getBoundingClientRect().bottom > top);
    return [row.id, Math.round(row.getBoundingClientRect().top)];
  };
  const before = await ines.evaluate(place);
  // The line is cut once, so that the page comes back and is told.
  const afresh = ines.waitForResponse((answer) => answer.url().includes("/messages?around="));
  await cut();
  await afresh;
  await until(ines, () => document.querySelectorAll("article").length > 20);
  assert.equal(isOld, false);
  assert.deepEqual(await ines.evaluate(place), before);
  assert.equal(await composer(ines).inputValue(), "a draft that stays");
  await composer(ines).fill("");
  await say(ines, "still here");
  await see(messages(ruth, "still here"));
  await until(ines, () => document.querySelectorAll(".pending").length === 0);
  assert.equal(await messages(ines, "still here").count(), 1);
});

test("an account made elsewhere comes in by an invitation, and finds the group", async () => {
  await ines.getByRole("button", { name: "Details" }).click();
  await ines.getByRole("button", { name: "Browse or create a group" }).click();
  await ines.getByRole("button", { name: "Create a group", exact: true }).click();
  await ines.getByLabel("Name", { exact: true }).fill("Kiln rota");
  await ines.getByRole("button", { name: "Create", exact: true }).click();
  await see(ines.getByRole("heading", { name: "Kiln rota", level: 1 }));
  await ines.getByRole("button", { name: "Invite", exact: true }).click();
  await ines.getByRole("button", { name: "Create a link" }).click();
  const link = await ines.getByLabel("Invite link").inputValue();
  await ines.keyboard.press("Escape");

  const page = await house.visitor();
  await page.goto(link);
  await page.getByRole("button", { name: "I have an account" }).click();
  await page.getByLabel("Email or username").fill("ruth");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Join Kiln rota" }).click();
  await see(page.getByRole("heading", { name: "Kiln rota", level: 1 }));
  await page.context().close();
});

test("a member is removed, and the group is gone from her list at once", async () => {
  await see(row(ruth, /Kiln rota/u));
  await ines.getByRole("button", { name: "Remove Ruth Okafor from Kiln rota" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await seeNot(row(ruth, /Kiln rota/u));
  await see(ines.getByRole("heading", { name: "Here now 1" }));
});

test("somebody is added from the pane", async () => {
  await ines.getByRole("button", { name: "Add someone" }).click();
  await ines.getByLabel("Find a person").fill("ruth");
  await ines.getByRole("button", { name: "Add Ruth Okafor" }).click();
  await see(ines.getByText("added"));
  await ines.keyboard.press("Escape");
  await see(row(ruth, /Kiln rota/u));
});

test("what somebody else changed meanwhile is shown, not overwritten", async () => {
  house.expected.push(/status of 409/u);
  await ines.getByRole("button", { name: "Group settings" }).click();
  await ines.getByLabel("Topic").fill("mine");
  await ines.evaluate(async (id) => {
    const groups = (await (await fetch("/api/v1/groups")).json()).items;
    const { version } = groups.find((one) => one.id === id);
    await fetch(`/api/v1/groups/${id}`, { method: "PATCH", headers: { "content-type": "application/json" },
      body: JSON.stringify({ version, topic: "theirs" }) });
  }, groupIn(ines));
  await ines.getByRole("button", { name: "Save" }).click();
  await see(ines.getByRole("dialog").locator(".note").filter({ hasText: "theirs" }));
  await ines.getByRole("button", { name: "Use mine" }).click();
  await seeNot(ines.getByRole("dialog"));
  await see(ines.locator(".head-topic").filter({ hasText: "mine" }));
});

test("an archived group can be read, and nobody can write", async () => {
  await row(ruth, /Kiln rota/u).click();
  await see(composer(ruth));
  await ines.getByRole("button", { name: "Group settings" }).click();
  await ines.getByRole("switch", { name: "Archive this group" }).click();
  await ines.getByRole("button", { name: "Save" }).click();
  await see(ruth.getByText("This group is archived."));
  await seeNot(composer(ruth));
});

test("sign-up opens with a switch, and a stranger comes in", async () => {
  await ines.getByRole("button", { name: "Fernhill Workshop" }).click();
  await ines.getByRole("switch", { name: "Anyone may create an account" }).click();
  await see(ines.getByRole("switch", { name: "Anyone may create an account", checked: true }));
  await ines.keyboard.press("Escape");
  const page = await house.visitor();
  await page.goto(house.server.url);
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Your name").fill("Noor Haddad");
  assert.equal(await page.getByLabel("Username").inputValue(), "noor");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await see(page.getByRole("heading", { name: "Lounge", level: 1 }));
  await page.context().close();
});

test("a name is changed, and everybody sees it", async () => {
  await row(ruth, /Lounge/u).click();
  await say(ruth, "under the old name");
  await row(ines, /Lounge/u).click();
  await see(messages(ines, "under the old name"));
  await ruth.goto(`${house.server.url}/settings/account`);
  await ruth.getByLabel("Name", { exact: true }).fill("Ruth A. Okafor");
  await ruth.getByRole("button", { name: "Save" }).click();
  await see(ruth.getByText("Saved"));
  await see(ines.locator(".by b").filter({ hasText: "Ruth A. Okafor" }).first());
});

test("a password is changed, and the theme is kept", async () => {
  await ruth.goto(`${house.server.url}/settings/password`);
  await ruth.getByLabel("Current password").fill("not this one");
  await ruth.getByLabel("New password").fill("four quite unrelated words");
  house.expected.push(/status of 40[13]/u);
  await ruth.getByRole("button", { name: "Change password" }).click();
  await see(ruth.getByText("That is not your current password."));
  await ruth.getByLabel("Current password").fill(PASSWORD);
  await ruth.getByRole("button", { name: "Change password" }).click();
  await see(ruth.getByText("Password changed."));
  await ruth.goto(`${house.server.url}/settings/appearance`);
  await ruth.getByText("Evening").click();
  await until(ruth, () => getComputedStyle(document.body).backgroundColor === "rgb(14, 21, 19)");
  await ruth.reload();
  await see(ruth.getByRole("heading", { name: "Look" }));
  await until(ruth, () => getComputedStyle(document.body).backgroundColor === "rgb(14, 21, 19)");
});
