/** People in a house: what they came for works, from the first minute to the second device. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PASSWORD, picture, post, readAll, row, say, see, seeNot, until, wake } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

before(async () => {
  house = await House.open();
  ines = await house.visitor();
  ruth = await house.visitor();
});
after(() => house?.close());
afterEach(() => house.quiet());

test("from the set-up link to two people talking", async () => {
  const link = await house.setUp(ines);
  assert.match(link, /\/invite#.{20,}/u);
  await house.accept(ruth, link, "Ruth Okafor", "ruth");

  await say(ines, "Good **morning**");
  await see(messages(ruth, "Good morning").locator("strong"));
  await say(ruth, "Morning all 🌱");
  await see(messages(ines, "Morning all").locator(".e"));
  await until(ines, () => document.querySelectorAll(".pending").length === 0);
  assert.equal(await messages(ines, "Good morning").count(), 1);
});

test("any other page leads to the set-up until it is done, and never after", async () => {
  const page = await house.visitor();
  await page.goto(`${house.server.url}/setup#anything`);
  await see(page.getByRole("heading", { name: "Come on in" }));
  await page.context().close();
});

test("typing and presence are seen by the other", async () => {
  await composer(ruth).pressSequentially("hm");
  await see(ines.getByText("Ruth Okafor is writing"));
  await composer(ruth).fill("");
  await ines.getByRole("button", { name: "Details" }).click();
  await see(ines.getByRole("complementary").getByRole("heading", { name: "Here now 2" }));
});

test("a direct conversation calls with a number, and stops when it is read", async () => {
  await ines.getByRole("button", { name: "New direct conversation" }).click();
  await ines.getByLabel("Find a person").fill("ruth");
  await ines.getByRole("button", { name: "Write to Ruth Okafor" }).click();
  await see(ines.getByRole("heading", { name: "Ruth Okafor", level: 1 }));
  await say(ines, "Only for you");
  await see(row(ruth, /Ines Duarte.*1 unread/u));
  await until(ruth, () => document.title.startsWith("(1) "));
  await row(ruth, /Ines Duarte/u).click();
  await see(messages(ruth, "Only for you"));
  await until(ruth, () => !document.title.startsWith("("));
});

test("a group shows a dot, no number, and opens at the new line", async () => {
  await row(ines, /Lounge/u).click();
  await say(ines, "Who has the long ladder?");
  await see(row(ruth, /Lounge.*unread/u));
  assert.equal(await row(ruth, /Lounge/u).locator(".badge").count(), 0);
  await row(ruth, /Lounge/u).click();
  await see(ruth.locator(".newline"));
  await composer(ruth).press("Escape");
  await seeNot(ruth.locator(".newline"));
  await seeNot(row(ruth, /Lounge.*unread/u));
});

test("a group is made, found, joined, changed and left", async () => {
  await ines.getByRole("button", { name: "Browse or create a group" }).click();
  await ines.getByRole("button", { name: "Create a group", exact: true }).click();
  await ines.getByLabel("Name", { exact: true }).fill("Greenhouse");
  await ines.getByLabel("Topic").fill("Vents, water, seedlings.");
  await ines.getByRole("button", { name: "Create", exact: true }).click();
  await see(ines.getByRole("heading", { name: "Greenhouse", level: 1 }));

  await ruth.getByRole("button", { name: "Browse or create a group" }).click();
  await ruth.getByRole("button", { name: "Join Greenhouse" }).click();
  await see(ruth.getByRole("heading", { name: "Greenhouse", level: 1 }));

  await ines.getByRole("button", { name: "Group settings" }).click();
  await ines.getByLabel("Topic").fill("Ladder rota is pinned.");
  await ines.getByRole("button", { name: "Save" }).click();
  await see(ruth.getByText("Ladder rota is pinned.").first());

  await ruth.getByRole("button", { name: "Details" }).click();
  await see(ruth.getByRole("heading", { name: "Here now 2" }));
  await ruth.getByRole("button", { name: "Leave group" }).click();
  await ruth.getByRole("button", { name: "Leave", exact: true }).click();
  await seeNot(row(ruth, /Greenhouse/u));
  await see(ines.getByRole("heading", { name: "Here now 1" }));
});

test("a status is set, and seen on the card", async () => {
  await ruth.getByRole("button", { name: /your status/iu }).click();
  await ruth.getByLabel("Emoji", { exact: true }).fill("🌧️");
  await ruth.getByLabel("What is going on?").fill("Feeding seedlings");
  await ruth.getByRole("switch", { name: "Do not disturb" }).click();
  await ruth.getByRole("button", { name: "Save" }).click();
  await seeNot(ruth.getByRole("dialog"));
  await row(ines, /Ruth Okafor/u).click();
  await see(ines.locator(".head").getByText("Feeding seedlings"));
  await ines.getByRole("button", { name: /Ruth Okafor. About this person/u }).first().click();
  await see(ines.getByRole("dialog").getByText("Busy"));
  await picture(ines, "person-card");
  await ines.keyboard.press("Escape");
  await seeNot(ines.getByRole("dialog"));
});

test("older messages load above without moving what one reads, and a link opens in the middle", async () => {
  await row(ines, /Lounge/u).click();
  const group = groupIn(ines);
  const lines = Array.from({ length: 70 }, (_, at) => `Line ${at + 1}\nsecond row\nthird row\nfourth row`);
  // Each of them within what one person may send at once.
  const stored = [...await post(ines, group, lines.slice(0, 35)), ...await post(ruth, group, lines.slice(35))];
  await see(messages(ines, "Line 70"));
  await readAll(ines, group, stored.at(-1).id);

  const page = await house.visitor();
  await house.signIn(page, "ines", `/g/${group}`);
  await see(messages(page, "Line 70"));
  const before = await page.evaluate(() => {
    const view = document.querySelector(".log");
    view.scrollTop = 1000;
    const row = [...view.querySelectorAll("article")].find((one) => one.getBoundingClientRect().top > view.getBoundingClientRect().top);
    window.watched = { id: row.id, top: row.getBoundingClientRect().top };
    return view.querySelectorAll("article").length;
  });
  await until(page, (count) => document.querySelectorAll("article").length > count, before);
  const moved = await page.evaluate(() => document.getElementById(window.watched.id).getBoundingClientRect().top - window.watched.top);
  assert.ok(Math.abs(moved) <= 1, `moved by ${moved}`);

  await page.goto(`${house.server.url}/g/${group}/m/${stored[5].id}`);
  await see(page.locator(`#m-${stored[5].id}.target`));
  await see(page.getByRole("button", { name: "Go to the newest" }));
  await picture(page, "in-the-middle");
  await page.getByRole("button", { name: "Go to the newest" }).click();
  await see(messages(page, "Line 70"));
  await page.context().close();
});

test("while one reads further up nothing moves, and a pill counts what is new", async () => {
  await row(ines, /Lounge/u).click();
  await see(messages(ines, "Line 70"));
  await row(ruth, /Lounge/u).click();
  await ines.locator(".log").evaluate((view) => { view.scrollTop -= 700; });
  await see(ines.locator(".newpill"));
  const top = await ines.locator(".log").evaluate((view) => view.scrollTop);
  await say(ruth, "One");
  await say(ruth, "Two");
  await see(ines.getByRole("button", { name: "2 new messages" }));
  assert.equal(await ines.locator(".log").evaluate((view) => view.scrollTop), top);
  await ines.getByRole("button", { name: "2 new messages" }).click();
  await see(messages(ines, "Two"));
  await seeNot(ines.locator(".newpill"));
});

test("drafts wait where they were begun", async () => {
  await composer(ines).fill("half a thou");
  await row(ines, /Ruth Okafor/u).click();
  await see(row(ines, /Lounge.*draft/u));
  await ines.reload();
  await row(ines, /Lounge/u).click();
  assert.equal(await composer(ines).inputValue(), "half a thou");
  await composer(ines).fill("");
});

test("what is written without a connection arrives once, in order, and nothing is lost by a restart", async () => {
  house.expected.push(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection|ERR_EMPTY_RESPONSE/u);
  await row(ines, /Lounge/u).click();
  await row(ruth, /Lounge/u).click();
  await house.server.stop("SIGKILL");
  await see(ines.locator(".banner").getByText("Connection lost."));
  await see(ines.getByRole("button", { name: "Try now" }));
  await say(ines, "written in the dark, first");
  await say(ines, "written in the dark, second");
  await see(ines.getByText("Will send when connected").first());
  await picture(ines, "connection-lost");

  await house.server.start();
  await wake(ines);
  await until(ines, () => document.querySelectorAll(".pending").length === 0 && document.querySelectorAll("article").length > 0);
  await wake(ruth);
  await see(messages(ruth, "written in the dark, second"));
  const heard = await ruth.locator("article .txt").allInnerTexts();
  assert.deepEqual(heard.filter((text) => text.startsWith("written")), ["written in the dark, first", "written in the dark, second"]);

  await ines.reload();
  await see(messages(ines, "written in the dark, second"));
  assert.equal(await messages(ines, "written in the dark").count(), 2);
});

test("a message that is refused says why and lets itself be edited", async () => {
  await ines.evaluate(() => { window.realSend = WebSocket.prototype.send; });
  // The server's own refusals need a group that is gone; this one is put into its mouth.
  await ines.evaluate(() => {
    WebSocket.prototype.send = function send(text) {
      const frame = JSON.parse(text);
      if (frame.type !== "send_message") return window.realSend.call(this, text);
      const data = { type: "about:blank", title: "Refused", status: 422, code: "invalid", detail: "The group is in a bad mood." };
      setTimeout(() => this.onmessage({ data: JSON.stringify({ type: "error", reply_to: frame.id, data }) }));
    };
  });
  await say(ines, "not today");
  await see(ines.getByText("Not sent: The group is in a bad mood."));
  await picture(ines, "refused");
  await ines.evaluate(() => { WebSocket.prototype.send = window.realSend; });
  await ines.getByRole("button", { name: "Edit" }).click();
  await until(ines, () => document.querySelector("textarea").value === "not today");
  await composer(ines).fill("tomorrow then");
  await composer(ines).press("Enter");
  await see(messages(ruth, "tomorrow then"));
});

test("a message is counted from 15,000 characters and never sent over 16,000", async () => {
  await composer(ines).fill("x".repeat(16_001));
  await see(ines.getByText("1 too many."));
  await composer(ines).press("Enter");
  assert.equal((await composer(ines).inputValue()).length, 16_001);
  await composer(ines).fill("x".repeat(15_990));
  await see(ines.getByText("10 left"));
  await composer(ines).fill("");
});

test("a device is signed out from another, after the password was given, and keeps its draft", async () => {
  house.expected.push(/status of 403/u);
  const tablet = await house.visitor();
  await house.signIn(tablet, "ines", new URL(ines.url()).pathname);
  await composer(tablet).fill("begun on the tablet");
  await ines.goto(`${house.server.url}/settings/devices`);
  await see(ines.getByText("This one"));
  let isRefused = false;
  await ines.route("**/api/v1/sessions", async (route) => {
    if (route.request().method() !== "DELETE" || isRefused) return route.continue();
    isRefused = true;
    await route.fulfill({ status: 403, contentType: "application/problem+json",
      json: { type: "about:blank", title: "Forbidden", status: 403, code: "password_needed", detail: "Give your password." } });
  });
  await ines.getByRole("button", { name: "Sign out all others" }).click();
  await ines.getByRole("dialog").getByLabel("Password", { exact: true }).fill(PASSWORD);
  await ines.getByRole("button", { name: "Confirm" }).click();
  await see(tablet.getByText("You were signed out here."));
  assert.ok(isRefused);
  await until(ines, () => document.querySelectorAll(".dev").length === 1);
  await tablet.getByLabel("Email or username").fill("ines");
  await tablet.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await tablet.getByRole("button", { name: "Sign in" }).click();
  await see(composer(tablet));
  assert.equal(await composer(tablet).inputValue(), "begun on the tablet");
  await composer(tablet).fill("");
  await tablet.context().close();
});

test("a wrong password keeps the name and says so", async () => {
  const page = await house.visitor();
  await page.goto(`${house.server.url}/sign-in`);
  await page.getByLabel("Email or username").fill("ines");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await see(page.getByText("Name or password is wrong."));
  assert.equal(await page.getByLabel("Email or username").inputValue(), "ines");
  await page.context().close();
});

test("what is not here and what is not ours look the same", async () => {
  house.expected.push(/status of 404/u);
  await ines.goto(`${house.server.url}/g/0193a2b4-0000-7000-8000-000000000000`);
  await see(ines.getByRole("heading", { name: "This is not here, or not for you" }));
  await ines.goto(`${house.server.url}/nowhere`);
  await see(ines.getByRole("heading", { name: "This is not here, or not for you" }));
});

test("an invitation that is gone says so", async () => {
  house.expected.push(/status of 410/u);
  const page = await house.visitor();
  await page.goto(`${house.server.url}/invite#${"x".repeat(32)}`);
  await see(page.getByRole("heading", { name: "This invitation no longer works" }));
  await page.context().close();
});

test("who is signed in joins by an invitation with one press", async () => {
  await ines.goto(house.server.url);
  await ines.getByRole("button", { name: "Browse or create a group" }).click();
  await ines.getByRole("button", { name: "Create a group", exact: true }).click();
  await ines.getByLabel("Name", { exact: true }).fill("Committee");
  await ines.getByRole("switch", { name: "Private" }).click();
  await ines.getByRole("button", { name: "Create", exact: true }).click();
  await see(ines.getByRole("heading", { name: "Committee", level: 1 }));
  await ines.getByRole("button", { name: "Invite", exact: true }).click();
  await ines.getByRole("button", { name: "Create a link" }).click();
  const link = await ines.getByLabel("Invite link").inputValue();
  await ines.keyboard.press("Escape");
  await ruth.goto(link);
  await ruth.getByRole("button", { name: "Join Committee" }).click();
  await see(ruth.getByRole("heading", { name: "Committee", level: 1 }));
});

test("signing out leaves nothing but the doorway", async () => {
  await ruth.goto(`${house.server.url}/settings/account`);
  await ruth.getByRole("button", { name: "Sign out" }).click();
  await see(ruth.getByRole("heading", { name: "Come on in" }));
  await ruth.goBack();
  await see(ruth.getByRole("heading", { name: "Come on in" }));
});

test("a part whose code arrives just while it is first drawn is shown all the same", async () => {
  await ines.goto(house.server.url);
  await see(composer(ines));
  const shown = await ines.evaluate(async () => {
    const at = (path) => import(new URL(path, document.querySelector("script[type=module]").src).href);
    const [{ h, options, render }, { lazy, loadSoon }] = [await import("preact"), await at("components/Lazy.js")];
    const Part = lazy(() => Promise.resolve(() => h("p", null, "here")), { isSoon: true });
    const root = document.createElement("div");
    const { requestAnimationFrame } = options;
    const { requestIdleCallback } = window;
    let afterDrawing;
    options.requestAnimationFrame = (work) => { afterDrawing ??= work; };
    window.requestIdleCallback = (work) => work();
    render(h(Part), root);
    // What is fetched in idle time comes, and only then what follows the drawing is done.
    loadSoon();
    await new Promise((done) => setTimeout(done, 50));
    Object.assign(options, { requestAnimationFrame });
    Object.assign(window, { requestIdleCallback });
    afterDrawing();
    for (let turns = 0; turns < 100 && !root.textContent; turns += 1) await new Promise((done) => setTimeout(done, 10));
    return root.textContent;
  });
  assert.equal(shown, "here");
});
