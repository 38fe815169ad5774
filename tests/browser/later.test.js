/** Drafts on two devices, saved messages, reminders, and messages that go out at a time. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PHONE, picture, post, row, say, see, seeNot, until, wake } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
/** Ines's phone. */
let phone;
let lounge;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  ruth = await house.visitor({ reducedMotion: "reduce", colorScheme: "dark" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  phone = await house.visitor({ reducedMotion: "reduce", viewport: PHONE, hasTouch: true, isMobile: true });
  await row(ines, "Lounge").click();
  await until(ines, () => location.pathname.startsWith("/g/"));
  lounge = groupIn(ines);
  await house.signIn(phone, "ines");
  await phone.goto(`${house.server.url}/g/${lounge}`);
  await see(composer(phone));
});
after(() => house?.close());
afterEach(() => house.quiet());

const side = (page) => page.getByRole("navigation", { name: "Places and conversations" });
const list = (page, name) => page.getByRole("region", { name }).getByRole("listitem");
const holds = (page, text) => until(page, (wanted) => document.querySelector("[data-region='composer'] textarea")?.value === wanted, text);
/** What the server has, as a script would ask. */
const asked = (page, path) => page.evaluate((where) => fetch(`/api/v1${where}`).then((answer) => answer.json()), path);
const put = (page, path, body) => page.evaluate(([where, what]) =>
  fetch(`/api/v1${where}`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(what) })
    .then((answer) => answer.status), [path, body]);

/** Opens all that can be done with a message, by the keyboard. */
async function menuOf(page, text) {
  const article = messages(page, text).last();
  await article.hover();
  await article.getByRole("button", { name: "More" }).click();
  return page.getByRole("menu", { name: "Message actions" });
}

test("what is begun on one device is on the other, also after a reload, and sending takes it away everywhere", async () => {
  await composer(ines).click();
  await ines.keyboard.type("So far so");
  await holds(phone, "So far so");

  await phone.reload();
  await holds(phone, "So far so");
  await composer(phone).fill("So far so good");
  await holds(ines, "So far so good");
  await composer(ines).press("Enter");
  await see(messages(ines, "So far so good"));
  await holds(phone, "");
  await holds(ines, "");
  assert.deepEqual((await asked(ines, "/drafts")).items, []);
});

test("what is typed here stands, whatever another device writes meanwhile", async () => {
  house.expected.push(/ERR_INTERNET_DISCONNECTED|WebSocket/u);
  await ines.context().setOffline(true);
  await composer(ines).click();
  await ines.keyboard.type("typed on the train");
  await composer(phone).fill("from the phone");
  while ((await asked(phone, "/drafts")).items[0]?.content !== "from the phone") await phone.evaluate(() => new Promise(requestAnimationFrame));

  await ines.context().setOffline(false);
  await wake(ines);
  await holds(phone, "typed on the train");
  await holds(ines, "typed on the train");
});

test("a pencil and a page of drafts lead back", async () => {
  await side(ines).getByRole("link", { name: "Drafts" }).click();
  await see(ines.getByRole("heading", { name: "Drafts", level: 1 }));
  await see(row(ines, "Lounge").getByText("draft"));
  const draft = list(ines, "Drafts").filter({ hasText: "typed on the train" });
  await see(draft);
  await picture(ines, "drafts-page");
  await draft.getByRole("link", { name: "Write on" }).click();
  await holds(ines, "typed on the train");

  await side(ines).getByRole("link", { name: "Drafts" }).click();
  await draft.getByRole("button", { name: "Delete the draft in Lounge" }).click();
  await see(ines.getByRole("heading", { name: "Nothing is half said" }));
  await picture(ines, "drafts-empty");
  await ines.getByRole("button", { name: "Undo" }).click();
  await see(draft);
  await draft.getByRole("button", { name: "Delete the draft in Lounge" }).click();
  await holds(phone, "");
  await row(ines, "Lounge").click();
});

test("a message is saved, marked, listed, and let go of", async () => {
  await post(ruth, lounge, ["The seed order goes out on **Friday**", "Water the vines"]);
  await see(messages(ines, "Water the vines"));
  await (await menuOf(ines, "The seed order")).getByRole("menuitem", { name: "Save for later" }).click();
  await see(messages(ines, "The seed order").getByText("Saved for later"));
  await see(messages(phone, "The seed order").getByText("Saved for later"));
  await side(ines).getByRole("link", { name: "Later" }).click();
  await see(ines.getByRole("heading", { name: "Later", level: 1 }));
  const saved = list(ines, "Later").filter({ hasText: "The seed order" });
  await see(saved);
  await picture(ines, "later-saved");
  await saved.getByRole("button", { name: "Remove from saved" }).click();
  await see(ines.getByRole("heading", { name: "Nothing is saved" }));
  await seeNot(messages(phone, "The seed order").getByText("Saved for later"));
});

test("a reminder is set from the menu, told in time on every device, and done", async () => {
  await row(ines, "Lounge").click();
  await (await menuOf(ines, "Water the vines")).getByRole("menuitem", { name: "Remind me" }).click();
  const times = ines.getByRole("menu", { name: "Remind me" });
  await see(times.getByRole("menuitem", { name: "In 20 minutes" }));
  await picture(ines, "remind-menu");
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("Enter");
  await see(messages(ines, "Water the vines").getByText("Reminder"));
  await side(ines).getByRole("link", { name: "Later" }).click();
  await ines.getByRole("navigation", { name: "Later" }).getByRole("link", { name: "Reminders" }).click();
  const reminder = list(ines, "Reminders").filter({ hasText: "Water the vines" });
  await see(reminder.getByText(/^Due today|^Due tomorrow/u));

  const { items } = await asked(ines, "/reminders");
  const soon = await ines.evaluate(() => new Date(Date.now() + 5000).toISOString());
  assert.equal(await put(ines, `/messages/${items[0].message.id}/reminder`, { remind_at: soon }), 200);
  for (const page of [ines, phone]) await see(page.getByText("Reminder of Ruth Okafor: Water the vines"));
  await see(side(ines).getByRole("link", { name: "Later" }).getByText("1 reminder due"));
  await see(reminder.getByText(/^Due since/u));
  await picture(ines, "later-reminders");
  await phone.goto(`${house.server.url}/later/reminders`);
  await see(list(phone, "Reminders").filter({ hasText: "Water the vines" }));
  await picture(phone, "later-reminders-phone");
  await reminder.getByRole("button", { name: "Done" }).click();
  for (const page of [ines, phone]) await see(page.getByRole("heading", { name: "Nothing to be reminded of" }));
});

test("a message is written now and waits to be sent, and can be changed, put off and sent at once", async () => {
  await row(ines, "Lounge").click();
  await composer(ines).click();
  await ines.keyboard.type("Good mornig, @ruth");
  await ines.keyboard.press("Escape");
  await ines.getByRole("button", { name: "Send later" }).click();
  const times = ines.getByRole("menu", { name: "Send later" });
  await see(times.getByRole("menuitem", { name: /^Tomorrow/u }));
  await picture(ines, "send-later-menu");
  await times.getByRole("menuitem", { name: /^Tomorrow/u }).click();
  await holds(ines, "");
  await ines.getByRole("link", { name: "1 message will be sent here later" }).click();
  const item = list(ines, "Scheduled").filter({ hasText: "Good morn" });
  await see(item.getByText(/^Will be sent tomorrow/u));
  await item.getByRole("button", { name: "Edit" }).click();
  const dialog = ines.getByRole("dialog", { name: "Send later" });
  await dialog.getByLabel("Message").fill("Good morning, @ruth");
  await picture(ines, "scheduled-edit");
  await dialog.getByRole("button", { name: "Save" }).click();
  await see(item.getByText("Good morning"));
  await item.getByRole("button", { name: "Another time" }).click();
  await ines.getByRole("menuitem", { name: "Choose a time" }).click();
  await see(ines.getByRole("dialog", { name: "Send later" }).getByLabel("Day and time"));
  await ines.keyboard.press("Escape");
  await picture(ines, "later-scheduled");
  await item.getByRole("button", { name: "Send now" }).click();
  await see(ines.getByRole("heading", { name: "Nothing waits to be sent" }));
  await see(messages(ruth, "Good morning").locator(".forme"));
});

test("what is scheduled goes out once though the server was killed before its time, and what cannot be sent says why", async () => {
  // Far enough ahead to be killed before it.
  const due = Date.now() + 15_000;
  const schedule = (path, content) => ruth.evaluate(([where, text, at]) => fetch(`/api/v1${where}/scheduled`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: crypto.randomUUID(), content: text, send_at: at }),
  }).then((answer) => answer.status), [path, content, new Date(due).toISOString()]);
  const { workspaces } = await asked(ines, "/bootstrap");
  const { me } = await asked(ruth, "/bootstrap");
  const attic = await ines.evaluate(([id, user]) => fetch(`/api/v1/workspaces/${id}/groups`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name: "Attic", is_private: true, member_ids: [user] }),
  }).then((answer) => answer.json()), [workspaces[0].id, me.id]);
  await see(row(ruth, "Attic"));
  assert.equal(await schedule(`/groups/${lounge}`, "after the storm"), 201);
  assert.equal(await schedule(`/groups/${attic.id}`, "to the attic"), 201);
  assert.equal(await ines.evaluate(([group, user]) => fetch(`/api/v1/groups/${group}/members/${user}`, { method: "DELETE" })
    .then((answer) => answer.status), [attic.id, me.id]), 204);

  house.expected.push(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket|ERR_EMPTY_RESPONSE/u);
  await house.server.stop("SIGKILL");
  await until(ines, (at) => Date.now() > at, due);
  await house.server.start();
  for (const page of [ines, ruth]) await wake(page);

  await row(ines, "Lounge").click();
  await see(messages(ines, "after the storm"));
  await see(side(ruth).getByRole("link", { name: "Later" }).getByText("not sent"));
  await side(ruth).getByRole("link", { name: "Later" }).click();
  const failed = list(ruth, "Scheduled").filter({ hasText: "to the attic" });
  await see(failed.getByText("Not sent: you could no longer write there."));
  await picture(ruth, "later-failed");
  await failed.getByRole("button", { name: "Delete" }).click();
  await ruth.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await see(ruth.getByRole("heading", { name: "Nothing waits to be sent" }));
  assert.equal(await messages(ines, "after the storm").count(), 1);
});
