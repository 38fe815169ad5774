/** What one does with what was said: reacting, editing, deleting, pinning, threads. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, post, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;
const stored = {};

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  [stored.vents, stored.motor] = await post(ruth, lounge, ["The east vents stuck open.", "Who looks at the motor?"]);
  [stored.ladder] = await post(ines, lounge, ["I bring the ladder."]);
  await see(messages(ruth, "I bring the ladder."));
  await see(messages(ines, "Who looks at the motor?"));
});
after(() => house?.close());
afterEach(() => house.quiet());

const request = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const options = { method: how };
  if (what) Object.assign(options, { headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  const response = await fetch(`/api/v1${where}`, options);
  if (!response.ok) throw new Error(`${where}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);
const bar = (page) => page.getByRole("toolbar", { name: "Message actions" });
const fromMenu = async (page, text, deed) => {
  await messages(page, text).first().hover();
  await bar(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: deed, exact: true }).click();
};
const press = async (page, text, key) => {
  await messages(page, text).first().focus();
  await page.keyboard.press(key);
};
const pane = (page) => page.getByRole("complementary", { name: "Thread" }).or(page.getByRole("main", { name: "Thread" }));
const replyField = (page) => pane(page).getByRole("textbox");

test("a reaction is found by a word, seen by the other, and taken back with a press", async () => {
  await press(ines, "east vents", "a");
  const picker = ines.getByRole("dialog", { name: "Pick an emoji" });
  await see(picker);
  await ines.keyboard.type("seedling");
  await see(picker.getByRole("gridcell", { name: "seedling" }));
  await ines.keyboard.press("Enter");
  await seeNot(picker);
  const mine = messages(ines, "east vents").getByRole("button", { name: /1, you reacted/u });
  await see(mine);
  const hers = messages(ruth, "east vents").locator(".react").first();
  await see(hers);
  await hers.click();
  await see(messages(ines, "east vents").getByRole("button", { name: /2, you reacted/u }));
  await messages(ines, "east vents").locator(".react").first().hover();
  await see(ines.getByRole("tooltip", { name: "" }).filter({ hasText: "Ruth Okafor" }));
  await messages(ines, "east vents").locator(".react").first().click();
  await see(messages(ruth, "east vents").getByRole("button", { name: /, 1, you reacted/u }));
});

test("arrows walk the emoji in two dimensions, and up into the search", async () => {
  await press(ines, "east vents", "a");
  const search = ines.getByRole("searchbox", { name: "Search emoji" });
  await see(search);
  await ines.keyboard.press("ArrowDown");
  await until(ines, () => document.activeElement.getAttribute("role") === "gridcell");
  const first = await ines.evaluate(() => document.activeElement.textContent);
  await ines.keyboard.press("ArrowRight");
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("ArrowUp");
  await ines.keyboard.press("ArrowLeft");
  assert.equal(await ines.evaluate(() => document.activeElement.textContent), first);
  await ines.keyboard.press("ArrowUp");
  await until(ines, () => document.activeElement.type === "search");
  await ines.keyboard.press("Escape");
  await seeNot(search);
  await until(ines, () => document.activeElement.matches("article"));
});

test("a name between colons becomes an emoji, by completion and on sending", async () => {
  await composer(ines).fill("");
  await composer(ines).pressSequentially("Sown :seedl");
  await see(ines.getByRole("option", { name: /seedling/u }));
  await until(ines, () => {
    const active = document.querySelector("[data-region='composer'] textarea").getAttribute("aria-activedescendant");
    return document.querySelector("[role=option][aria-selected=true]")?.id === active;
  });
  await ines.keyboard.press("Tab");
  assert.equal(await composer(ines).inputValue(), "Sown 🌱 ");
  await composer(ines).pressSequentially(":rock");
  await see(ines.getByRole("listbox"));
  await ines.keyboard.press("Escape");
  await seeNot(ines.getByRole("listbox"));
  await composer(ines).fill("Sown :seedling: and `:rocket:`");
  await composer(ines).press("Enter");
  await see(messages(ruth, "Sown 🌱 and :rocket:"));
});

test("the last message is edited from the empty field, and its history can be read", async () => {
  await say(ines, "Two servos, I thnik");
  await see(messages(ruth, "thnik"));
  await composer(ines).press("ArrowUp");
  const field = ines.getByLabel("Edit your message");
  await see(field);
  await field.fill("Two servos, I think");
  await ines.keyboard.press("Enter");
  await seeNot(field);
  await until(ines, () => document.activeElement.matches("[data-region='composer'] textarea"));
  await messages(ruth, "Two servos, I think").getByRole("button", { name: /^edited/u }).click();
  const dialog = ruth.getByRole("dialog", { name: "What this message said" });
  await see(dialog.getByText("thnik"));
  await ruth.keyboard.press("Escape");
  await seeNot(dialog);
  await composer(ines).press("ArrowUp");
  await ines.keyboard.press("Escape");
  await seeNot(field);
});

test("an edit that came too late shows both texts", async () => {
  house.expected.push(/status of 409/u);
  await press(ines, "I bring the ladder.", "e");
  const field = ines.getByLabel("Edit your message");
  await field.fill("I bring the long ladder.");
  await request(ines, "PATCH", `/messages/${stored.ladder.id}`, { version: 1, content: "I bring no ladder." });
  await see(messages(ruth, "I bring no ladder."));
  await ines.getByRole("button", { name: "Save" }).click();
  await see(ines.getByRole("alert").getByText("I bring no ladder."));
  assert.equal(await field.inputValue(), "I bring the long ladder.");
  await ines.getByRole("button", { name: "Use mine" }).click();
  await see(messages(ruth, "I bring the long ladder."));
});

test("an own message goes when the toast does, and can be had back until then", async () => {
  await say(ines, "Never mind this");
  await see(messages(ruth, "Never mind this"));
  await press(ines, "Never mind this", "Delete");
  await seeNot(messages(ines, "Never mind this"));
  await until(ines, () => document.activeElement !== document.body);
  await ines.getByRole("button", { name: "Undo" }).click();
  await see(messages(ines, "Never mind this"));
  await see(messages(ruth, "Never mind this"));
  await press(ines, "Never mind this", "Delete");
  // The next toast ends the one before.
  await press(ines, "long ladder", "c");
  await seeNot(messages(ruth, "Never mind this"));
});

test("saving nothing asks whether to delete", async () => {
  await say(ines, "Short-lived");
  await see(messages(ruth, "Short-lived"));
  await composer(ines).press("ArrowUp");
  await ines.getByLabel("Edit your message").fill("");
  await ines.keyboard.press("Enter");
  await ines.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await seeNot(messages(ines, "Short-lived"));
  await press(ines, "long ladder", "c");
  await seeNot(messages(ruth, "Short-lived"));
});

test("who moderates is asked before deleting what somebody else wrote; who does not is not offered it", async () => {
  await post(ruth, lounge, ["Not for everyone"]);
  await see(messages(ines, "Not for everyone"));
  await messages(ruth, "long ladder").hover();
  await bar(ruth).getByRole("button", { name: "More" }).click();
  assert.equal(await ruth.getByRole("menuitem", { name: "Delete" }).count(), 0);
  await ruth.keyboard.press("Escape");
  await fromMenu(ines, "Not for everyone", "Delete");
  await ines.getByRole("dialog", { name: "Delete this message of Ruth Okafor?" }).getByRole("button", { name: "Delete" }).click();
  await seeNot(messages(ruth, "Not for everyone"));
});

test("a quote and a link are taken along", async () => {
  await composer(ines).fill("");
  await press(ines, "east vents", "r");
  assert.equal(await composer(ines).inputValue(), "> The east vents stuck open.\n\n");
  await composer(ines).fill("");
  await press(ines, "east vents", "l");
  await until(ines, async (id) => (await navigator.clipboard.readText()).endsWith(`/m/${id}`), stored.vents.id);
});

test("a pin is brass on the message and listed in the pane", async () => {
  await press(ines, "east vents", "p");
  await see(messages(ruth, "east vents").getByTitle("Pinned by Ines Duarte"));
  await ruth.getByRole("button", { name: "Details" }).click();
  const details = ruth.getByRole("complementary", { name: "About Lounge" });
  await see(details.locator(".pin").filter({ hasText: "east vents" }));
  await press(ines, "Who looks", "p");
  await see(details.locator(".pin").filter({ hasText: "Who looks" }));
  await details.getByRole("button", { name: "Unpin the message of Ruth Okafor" }).first().click();
  await seeNot(details.locator(".pin").filter({ hasText: "Who looks" }));
  await ruth.getByRole("button", { name: "Close" }).click();
});

test("unread from here stays unread until the conversation is left", async () => {
  await see(messages(ines, "Who looks"));
  await press(ines, "Who looks", "u");
  await see(messages(ines, "Who looks").getByText("New since"));
  await ines.getByRole("link", { name: /Threads/u }).click();
  await see(row(ines, /Lounge.*unread/u));
  await row(ines, /Lounge/u).click();
  await see(messages(ines, "Who looks").getByText("New since"));
  await ines.keyboard.press("Escape");
  await seeNot(ines.getByText("New since"));
});

test("a thread beside the group: replied to, followed, read, and told of in one place", async () => {
  await press(ines, "Who looks", "t");
  await see(pane(ines).getByText("No replies yet"));
  await replyField(ines).fill("I do, after lunch.");
  await replyField(ines).press("Enter");
  await see(pane(ines).locator("article").filter({ hasText: "after lunch" }));
  await see(messages(ruth, "Who looks").getByRole("link", { name: /1 reply/u }));
  // She wrote what was replied to, so she follows.
  await see(row(ruth, /Threads.*unread/u));
  assert.equal(await ruth.locator("main article").filter({ hasText: "after lunch" }).count(), 0);
  await row(ruth, /Threads/u).click();
  await see(ruth.getByRole("heading", { name: "Threads", level: 1 }));
  await ruth.locator(".inbox-i").getByRole("link", { name: /1 reply/u }).click();
  await see(pane(ruth).locator("article").filter({ hasText: "after lunch" }));
  await until(ruth, () => !/unread/u.test(document.querySelector("nav a[href='/threads']").textContent));
  await pane(ruth).getByRole("checkbox", { name: "Also send to Lounge" }).check();
  await replyField(ruth).fill("Thank you!");
  await replyField(ruth).press("Enter");
  await see(ruth.locator("main article").filter({ hasText: "Thank you!" }).getByRole("link", { name: "Replied in a thread" }));
  await see(pane(ines).locator("article").filter({ hasText: "Thank you!" }));
  await see(messages(ines, "Who looks").getByRole("link", { name: /2 replies/u }).first());
});

test("a draft of a reply waits in its thread, and Escape leads back to the message", async () => {
  await replyField(ines).fill("half a thought");
  await replyField(ines).press("Escape");
  await seeNot(pane(ines));
  await until(ines, (id) => document.activeElement.id === `m-${id}`, stored.motor.id);
  assert.equal(await composer(ines).inputValue(), "");
  await ines.keyboard.press("t");
  await see(pane(ines));
  await until(ines, () => document.querySelector(".pane textarea")?.value === "half a thought");
  await replyField(ines).fill("");
});

test("what was replied to and deleted keeps its thread", async () => {
  await replyField(ruth).press("Escape");
  await press(ruth, "Who looks", "Delete");
  await see(ruth.getByText("Message deleted", { exact: true }));
  await press(ruth, "east vents", "c");
  await see(ines.locator("main article").getByText("Message deleted", { exact: true }));
  await see(pane(ines).locator("article").filter({ hasText: "after lunch" }));
  await see(ines.locator("main").getByRole("link", { name: /2 replies/u }));
  await ines.getByRole("button", { name: "Close the thread" }).click();
});

test("letters can be turned off", async () => {
  await ines.goto(`${house.server.url}/settings/keyboard`);
  await ines.getByRole("switch", { name: "Letters act on messages" }).click();
  await ines.getByRole("link", { name: /Back to conversations/u }).first().click();
  await press(ines, "east vents", "r");
  assert.equal(await composer(ines).inputValue(), "");
  await press(ines, "east vents", "ArrowUp");
  await until(ines, () => document.activeElement.matches("article"));
});

test("on a phone the thread is a screen of its own, and a long press opens the sheet", async () => {
  const phone = await house.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await house.signIn(phone, "ines");
  await row(phone, /Lounge/u).click();
  const said = messages(phone, "east vents");
  await see(said);
  await said.dispatchEvent("pointerdown", { pointerType: "touch", clientX: 100, clientY: 100, bubbles: true });
  await see(phone.getByRole("menu", { name: "Message actions" }));
  await phone.getByRole("menuitem", { name: "Reply in thread" }).click();
  await see(pane(phone));
  await phone.goBack();
  await seeNot(pane(phone));
  await see(said);
  await phone.context().close();
});
