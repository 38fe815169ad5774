/** A whole day of two people in two browsers, from the first word in the morning to a restart at night. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, picture, post, readAll, row, say, see, seeNot, until, wake } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;
/** A group that Ruth has muted. */
let attic;

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const options = { method: how };
  if (what) Object.assign(options, { headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  const response = await fetch(`/api/v1${where}`, options);
  if (!response.ok) throw new Error(`${how} ${where}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

const pane = (page) => page.getByRole("complementary", { name: "Thread" }).or(page.getByRole("main", { name: "Thread" }));
const side = (page) => page.getByRole("navigation", { name: "Places and conversations" });
const bothSee = (locate) => Promise.all([ines, ruth].map((page) => see(locate(page))));
const press = async (page, text, key) => {
  await messages(page, text).first().focus();
  await page.keyboard.press(key);
};
const open = async (page, name) => {
  await row(page, name).click();
  await see(page.getByRole("main").getByRole("heading", { name, level: 1 }));
};

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce", colorScheme: "dark" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  const { workspaces } = await api(ines, "GET", "/bootstrap");
  const { id } = await api(ruth, "GET", "/me");
  const make = (wanted) => api(ines, "POST", `/workspaces/${workspaces[0].id}/groups`, { member_ids: [id], ...wanted });
  attic = await make({ name: "Attic" });
  await make({ name: "Questions", kind: "forum" });
  await see(row(ruth, "Attic"));
});
after(() => house?.close());
afterEach(() => house.quiet());

test("in the morning a question gets its answer in a thread", async () => {
  await say(ines, "Who has the key of the shed?");
  await see(messages(ruth, "Who has the key"));
  await press(ruth, "Who has the key", "t");
  await pane(ruth).getByRole("textbox").fill("It hangs behind the door.");
  await pane(ruth).getByRole("textbox").press("Enter");
  await see(messages(ines, "Who has the key").getByRole("link", { name: /1 reply/u }));
  await see(row(ines, /Threads.*unread/u));
  await messages(ines, "Who has the key").getByRole("link", { name: /1 reply/u }).click();
  await see(pane(ines).locator("article").filter({ hasText: "behind the door" }));
  await seeNot(row(ines, /Threads.*unread/u));
  await picture(ines, "day-1-thread");
  for (const page of [ines, ruth]) await page.getByRole("button", { name: "Close the thread" }).click();
});

test("a longer question is a post in a forum, and solved by its answer", async () => {
  await open(ines, "Questions");
  await ines.getByRole("button", { name: "New post" }).first().click();
  const dialog = ines.getByRole("dialog", { name: "New post" });
  await dialog.getByLabel("Title").fill("How warm may the kiln get?");
  await dialog.getByLabel("Text").fill("The dial ends at **1200**.");
  await dialog.getByRole("button", { name: "Post", exact: true }).click();
  await see(pane(ines).getByRole("heading", { name: "How warm may the kiln get?" }));
  await open(ruth, "Questions");
  await ruth.getByRole("list", { name: "Posts" }).getByRole("link", { name: "How warm may the kiln get?" }).click();
  await pane(ruth).getByRole("textbox").fill("1180 at most.");
  await pane(ruth).getByRole("textbox").press("Enter");
  await see(pane(ines).locator("article").filter({ hasText: "1180 at most." }));
  await pane(ines).getByRole("button", { name: "Mark as solved" }).click();
  await see(pane(ruth).getByText("Solved", { exact: true }));
  await picture(ruth, "day-2-forum");
});

test("both change what they said at the same moment, and both see both", async () => {
  for (const page of [ines, ruth]) await open(page, "Lounge");
  await say(ines, "Lunch at on?");
  await say(ruth, "I bring breda.");
  await bothSee((page) => messages(page, "breda"));
  await bothSee((page) => messages(page, "Lunch at on?"));
  const change = async (page, text) => {
    await composer(page).press("ArrowUp");
    const field = page.getByLabel("Edit your message");
    await field.fill(text);
    await field.press("Enter");
    await seeNot(field);
  };
  await Promise.all([change(ines, "Lunch at one?"), change(ruth, "I bring bread.")]);
  await bothSee((page) => messages(page, "Lunch at one?"));
  await bothSee((page) => messages(page, "I bring bread."));
  assert.equal(await messages(ines, "breda").count() + await messages(ruth, "Lunch at on?").count(), 0);
});

test("both react with the same emoji at once, and it is two", async () => {
  const { id } = (await api(ines, "GET", `/groups/${lounge}/messages`)).messages.find((one) => one.content === "I bring bread.");
  await Promise.all([ines, ruth].map((page) => api(page, "PUT", `/messages/${id}/reactions/🍞`)));
  await bothSee((page) => messages(page, "I bring bread.").getByRole("button", { name: /2, you reacted/u }));
  await picture(ruth, "day-3-reactions");
});

test("a muted group calls nobody, but who is called by name finds it among the mentions", async () => {
  await api(ruth, "PATCH", `/groups/${attic.id}/membership`, { is_muted: true });
  await see(row(ruth, "Attic").getByText("Muted"));
  await post(ines, attic.id, ["It rains in.", "@ruth, where is the ladder?"]);
  await side(ruth).getByRole("link", { name: "Mentions", exact: true }).click();
  const found = ruth.getByRole("region", { name: "Mentions" }).getByRole("listitem").filter({ hasText: "where is the ladder?" });
  await see(found);
  await picture(ruth, "day-4-mention");
  await found.getByRole("link").first().click();
  await see(messages(ruth, "where is the ladder?").locator(".forme"));
});

test("what must not be forgotten is marked unread, and stays so on the next look", async () => {
  await open(ruth, "Lounge");
  await press(ruth, "Lunch at one?", "u");
  await see(messages(ruth, "Lunch at one?").getByText("New since"));
  await side(ruth).getByRole("link", { name: "Mentions", exact: true }).click();
  await see(row(ruth, /Lounge.*unread/u));
  await picture(ruth, "day-5-unread");
  const { messages: said } = await api(ruth, "GET", `/groups/${lounge}/messages`);
  await readAll(ruth, lounge, said.at(-1).id);
  await seeNot(row(ruth, /Lounge.*unread/u));
});

test("a poll is asked and answered on both sides", async () => {
  for (const page of [ines, ruth]) await open(page, "Lounge");
  await ines.getByRole("button", { name: "Make a poll" }).click();
  const dialog = ines.getByRole("dialog", { name: "Make a poll" });
  await dialog.getByLabel("Question").fill("Where do we eat?");
  await dialog.getByLabel("Answer 1", { exact: true }).fill("Outside");
  await dialog.getByLabel("Answer 2", { exact: true }).fill("Inside");
  await dialog.getByRole("button", { name: "Ask" }).click();
  await seeNot(dialog);
  const option = (page) => page.getByRole("group", { name: "Poll: Where do we eat?" }).getByRole("button", { name: /^Outside,/u });
  await bothSee(option);
  await Promise.all([ines, ruth].map((page) => option(page).click()));
  await bothSee((page) => page.getByRole("button", { name: "Outside, 2 votes, your choice" }));
  await picture(ines, "day-6-poll");
});

test("in the afternoon a reminder comes when it was asked for", async () => {
  const { messages: said } = await api(ruth, "GET", `/groups/${lounge}/messages`);
  const lunch = said.find((one) => one.content === "Lunch at one?");
  const soon = await ruth.evaluate(() => new Date(Date.now() + 3_000).toISOString());
  await api(ruth, "PUT", `/messages/${lunch.id}/reminder`, { remind_at: soon });
  await see(ruth.getByText("Reminder of Ines Duarte: Lunch at one?"));
  await picture(ruth, "day-7-reminder");
});

test("what was written for later goes out once, though the server was away at that moment", async () => {
  const due = Date.now() + 12_000;
  await api(ruth, "POST", `/groups/${lounge}/scheduled`, {
    client_id: crypto.randomUUID(), content: "Good night, all.", send_at: new Date(due).toISOString(),
  });
  house.expected.push(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket|ERR_EMPTY_RESPONSE|status of 50/u);
  await house.server.stop("SIGKILL");
  await until(ines, (at) => Date.now() > at, due);
  await house.server.start();
  for (const page of [ines, ruth]) await wake(page);
  await bothSee((page) => messages(page, "Good night, all."));
  await picture(ines, "day-8-night");
  const texts = (await api(ines, "GET", `/groups/${lounge}/messages`)).messages.map((one) => one.content);
  assert.equal(texts.filter((text) => text === "Good night, all.").length, 1);
  // Nothing of the day was lost, and both see the same.
  const seen = await Promise.all([ines, ruth].map((page) => page.getByRole("main").locator("article .txt").allInnerTexts()));
  assert.deepEqual(seen[0], seen[1]);
});
