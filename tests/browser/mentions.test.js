/** Calling people by name: completed, marked, counted, found again. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, picture, post, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  if (!response.ok) throw new Error(`${where}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

test("a name is completed, drawn as a chip, and wanted where it was meant", async () => {
  await composer(ines).click();
  await ines.keyboard.type("Look, @ru");
  const list = ines.getByRole("listbox", { name: "People to mention" });
  await see(list.getByRole("option", { name: /Ruth Okafor/u }));
  await picture(ines, "mention-completion");
  await ines.keyboard.press("Tab");
  await seeNot(list);
  assert.equal(await composer(ines).inputValue(), "Look, @ruth ");
  await ines.keyboard.type("the vents are stuck.");
  await ines.keyboard.press("Enter");

  await see(messages(ines, "the vents are stuck").locator(".at:not(.self)"));
  const hers = messages(ruth, "the vents are stuck");
  await see(hers.locator(".at.self"));
  await see(hers.locator(".msg.forme"));
  await picture(ruth, "mention-of-me");
});

test("escape closes the list, and it stays closed for that word", async () => {
  await composer(ines).click();
  await ines.keyboard.type("@r");
  const list = ines.getByRole("listbox", { name: "People to mention" });
  await see(list);
  await ines.keyboard.press("Escape");
  await seeNot(list);
  await ines.keyboard.type("u");
  await ines.keyboard.press("Control+A");
  await ines.keyboard.press("Backspace");
});

test("a group that calls one bears a number, the title counts it, and reading takes both away", async () => {
  const lounge = groupIn(ines);
  await until(ruth, () => !document.title.startsWith("("));
  await ruth.getByRole("navigation").getByRole("link", { name: "Threads", exact: true }).click();
  await see(ruth.getByRole("heading", { name: "Threads", level: 1 }));
  await post(ines, lounge, ["@everyone tea", "@ruth and cake"]);
  await see(ruth.getByRole("navigation").getByText("2 unread mentions"));
  await until(ruth, () => document.title.startsWith("(2)"));

  await ruth.getByRole("navigation").getByRole("link", { name: "Mentions", exact: true }).click();
  await see(ruth.getByRole("heading", { name: "Mentions", level: 1 }));
  const listed = ruth.getByRole("region", { name: "Mentions" }).getByRole("listitem");
  await see(listed.first().getByText("and cake"));
  assert.equal(await listed.count(), 2);
  await picture(ruth, "mentions-page");
  await listed.first().getByRole("link").first().click();
  await see(messages(ruth, "and cake").locator(".forme"));
  await until(ruth, () => !document.title.startsWith("("));
});

test("who was called but is not in the group can be added on the spot", async () => {
  const { workspaces } = await ines.evaluate(() => fetch("/api/v1/bootstrap").then((answer) => answer.json()));
  await api(ines, "POST", `/workspaces/${workspaces[0].id}/groups`, { name: "Attic", is_private: true });
  await row(ines, "Attic").click();
  await see(ines.getByRole("heading", { name: "Attic", level: 1 }));
  await say(ines, "@ruth should be here");
  const line = ines.getByRole("status").filter({ hasText: "Ruth Okafor is not in this group" });
  await see(line);
  await picture(ines, "mention-not-in-group");
  await line.getByRole("button", { name: "Add to the group" }).click();
  await seeNot(line);
  await see(row(ruth, "Attic"));
});

test("a muted group is dim and calls nobody", async () => {
  await row(ruth, "Attic").click();
  await ruth.getByRole("button", { name: "Details" }).click();
  await ruth.getByRole("switch", { name: "Mute this group" }).click();
  await see(row(ruth, "Attic").getByText("Muted"));
  await picture(ruth, "muted-group");
  await ruth.getByRole("switch", { name: "Mute this group" }).click();
  await seeNot(row(ruth, "Attic").getByText("Muted"));
});

test("notifications are asked for with a press, one for each conversation, gone when it is read", async () => {
  const noor = await house.visitor({ reducedMotion: "reduce" });
  await noor.addInitScript(() => {
    const shown = [];
    class Notification {
      static permission = "default";
      static requestPermission() { Notification.permission = "granted"; return Promise.resolve("granted"); }
      constructor(title, { tag }) { this.title = title; this.tag = tag; shown.push(this); }
      close() { const at = shown.indexOf(this); if (at >= 0) shown.splice(at, 1); }
    }
    Object.assign(window, { Notification, shown });
  });
  await house.signIn(noor, "ruth", "/settings/notifications");
  await noor.getByRole("switch", { name: "Tell me on this browser" }).click();
  await see(noor.getByRole("switch", { name: "Tell me on this browser", checked: true }));
  await picture(noor, "notification-settings");
  await row(ines, "Lounge").click();
  await say(ines, "one");
  await say(ines, "two");
  await see(messages(ines, "two").locator("time").first());
  await until(noor, () => window.shown.length === 1 && window.shown[0].title === "Ines Duarte · Lounge");
  await row(ruth, "Lounge").click();
  await until(noor, () => window.shown.length === 0);
  await noor.close();
});
