/** The server's own lines, and polls, in two browsers. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { groupIn, House, messages, PHONE, picture, post, readAll, row, say, see, seeNot, until } from "./house.js";

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

const poll = (page, question) => page.getByRole("group", { name: `Poll: ${question}` });
const option = (page, question, text) => poll(page, question).getByRole("button", { name: new RegExp(`^${text}`, "u") });

async function ask(page, question, answers, how = async () => {}) {
  await page.getByRole("button", { name: "Make a poll" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a poll" });
  await dialog.getByLabel("Question").fill(question);
  for (const [at, answer] of answers.entries()) {
    if (at > 1) await dialog.getByRole("button", { name: "Add an answer" }).click();
    await dialog.getByLabel(`Answer ${at + 1}`, { exact: true }).fill(answer);
  }
  await how(dialog);
  await dialog.getByRole("button", { name: "Ask" }).click();
  await seeNot(dialog);
}

test("a poll is made in a dialog, and votes come in on both screens", async () => {
  await row(ruth, "Lounge").click();
  await row(ines, "Lounge").click();
  await ines.getByRole("button", { name: "Make a poll" }).click();
  const dialog = ines.getByRole("dialog", { name: "Make a poll" });
  await dialog.getByLabel("Question").fill("What shall we drink?");
  await dialog.getByRole("button", { name: "Ask" }).click();
  await see(dialog.getByText("Give at least two answers."));
  await picture(ines, "poll-dialog");
  await ines.keyboard.press("Escape");
  await ask(ines, "What shall we drink?", ["Tea", "Coffee", "Water"]);
  await see(poll(ruth, "What shall we drink?"));
  await option(ruth, "What shall we drink?", "Tea").click();
  await see(option(ines, "What shall we drink?", "Tea, 1 vote"));
  await see(ruth.getByRole("button", { name: "Tea, 1 vote, your choice" }));
  await option(ines, "What shall we drink?", "Coffee").click();
  await see(option(ruth, "What shall we drink?", "Coffee, 1 vote"));
  await see(poll(ines, "What shall we drink?").getByText("2 voted"));
  await picture(ines, "poll");
});

test("a vote moves, is taken back, and is the same on another device", async () => {
  const phone = await house.visitor({ viewport: PHONE, reducedMotion: "reduce" });
  await house.signIn(phone, "ruth");
  await row(phone, "Lounge").click();
  await see(phone.getByRole("button", { name: "Tea, 1 vote, your choice" }));
  await option(phone, "What shall we drink?", "Water").click();
  await see(ruth.getByRole("button", { name: "Water, 1 vote, your choice" }));
  await see(option(ruth, "What shall we drink?", "Tea, 0 votes"));
  await picture(phone, "poll-phone");
  await option(ruth, "What shall we drink?", "Water").focus();
  await ruth.keyboard.press("Enter");
  await see(phone.getByRole("button", { name: "Water, 0 votes" }));
  await see(poll(ines, "What shall we drink?").getByText("1 voted"));
  await phone.close();
});

test("who voted is told on a press, and of an anonymous poll to nobody", async () => {
  await poll(ruth, "What shall we drink?").getByRole("button", { name: "Who voted" }).click();
  const voters = ruth.getByRole("dialog", { name: "Who voted" });
  await see(voters.getByText("Ines Duarte"));
  await picture(ruth, "poll-voters");
  await ruth.keyboard.press("Escape");
  await ask(ines, "Who snores?", ["Me", "You"], (dialog) => dialog.getByRole("switch", { name: "Anonymous" }).click());
  await option(ruth, "Who snores?", "You").click();
  await see(option(ines, "Who snores?", "You, 1 vote"));
  assert.equal(await poll(ines, "Who snores?").getByRole("button", { name: "Who voted" }).count(), 0);
});

test("its author changes a poll until somebody votes, and closes it for all", async () => {
  await ask(ines, "When?", ["Today", "Tomorrow"], (dialog) => dialog.getByLabel("Closes").selectOption("In a week"));
  const asked = messages(ines, "When?");
  await asked.hover();
  await asked.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = ines.getByRole("dialog", { name: "Change the poll" });
  await dialog.getByLabel("Answer 2").fill("On Friday");
  await dialog.getByRole("button", { name: "Save" }).click();
  await option(ruth, "When?", "On Friday").click();
  await see(option(ines, "When?", "On Friday, 1 vote"));
  await asked.hover();
  await see(asked.getByRole("button", { name: "More", exact: true }));
  assert.equal(await asked.getByRole("button", { name: "Edit", exact: true }).count(), 0);
  await poll(ines, "When?").getByRole("button", { name: "Close the poll" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Close the poll" }).click();
  await see(poll(ruth, "When?").getByText("closed"));
  assert.equal(await option(ruth, "When?", "Today").count(), 0);
  await see(poll(ruth, "When?").getByRole("img", { name: "On Friday, 1 vote, your choice" }));
  await ines.emulateMedia({ colorScheme: "dark" });
  await picture(ines, "poll-dark");
  await ines.emulateMedia({ colorScheme: "light" });
});
