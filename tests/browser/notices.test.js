/** Of what one is told, when not, and reading everything at once. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PHONE, picture, post, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  await ruth.close();
  ruth = await listener();
});
after(() => house?.close());
afterEach(() => house.quiet());

/** A browser of Ruth's that notes what it is told, and what it plays. */
async function listener() {
  const page = await house.visitor({ reducedMotion: "reduce" });
  await page.context().addInitScript(() => {
    const shown = [];
    class Notification {
      static permission = "granted";
      static requestPermission() { return Promise.resolve("granted"); }
      constructor(title, { tag }) { this.title = title; this.tag = tag; shown.push(this); }
      close() { const at = shown.indexOf(this); if (at >= 0) shown.splice(at, 1); }
    }
    class AudioContext {
      currentTime = 0;
      constructor() { window.sounds += 1; }
      resume() { return Promise.reject(new Error("It is only counted.")); }
    }
    Object.assign(window, { Notification, AudioContext, shown, sounds: 0 });
    localStorage.setItem("parlor.notices", "on");
  });
  await house.signIn(page, "ruth", "/settings/notifications");
  await see(page.getByRole("heading", { name: "Words that call you" }));
  // It has come to rest: what is said from now on is told.
  await until(page, async () => (await navigator.locks.query()).held.some(({ name }) => name === "parlor.notices"));
  return page;
}

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: what && JSON.stringify(what) });
  if (!response.ok) throw new Error(`${where}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

const told = (page, titles) => until(page, (wanted) => JSON.stringify(window.shown.map((one) => one.title)) === JSON.stringify(wanted), titles);

test("a word of one's own calls like a name, where only mentions are wanted", async () => {
  await ruth.getByRole("radio", { name: "Mentions" }).check();
  await until(ruth, async () => (await (await fetch("/api/v1/bootstrap")).json()).workspaces[0].notification_level === "mentions");
  await ruth.getByRole("textbox", { name: "Word or name" }).fill("Vents");
  await ruth.getByRole("button", { name: "Add the word" }).click();
  await see(ruth.getByRole("button", { name: "Remove Vents" }));
  await picture(ruth, "notices-settings");
  await post(ines, lounge, ["nothing about preventing", "who oils the vents?"]);
  await told(ruth, ["Ines Duarte · Lounge"]);

  const other = await ruth.context().newPage();
  await other.goto(`${house.server.url}/g/${lounge}`);
  await see(messages(other, "who oils the vents?").locator("mark", { hasText: "vents" }));
  await picture(other, "notices-marked");
  // It is read in the other tab.
  await told(ruth, []);
  await other.close();
  await ruth.getByRole("button", { name: "Remove Vents" }).click();
  await see(ruth.getByText("None yet."));
  await ruth.getByRole("radio", { name: "All messages" }).check();
  await until(ruth, async () => (await (await fetch("/api/v1/bootstrap")).json()).workspaces[0].notification_level === "all");
});

test("several open tabs tell once, and the next one takes over", async () => {
  await ruth.getByRole("switch", { name: "Play a short sound" }).click();
  await see(ruth.getByRole("switch", { name: "Play a short sound", checked: true }));
  const second = await ruth.context().newPage();
  const heard = new Promise((done) => second.on("websocket", (line) => line.on("framereceived", ({ payload }) => {
    if (String(payload).includes('"content":"one"')) done();
  })));
  await second.goto(`${house.server.url}/settings/notifications`);
  await see(second.getByRole("switch", { name: "Play a short sound", checked: true }));
  // It has come to rest, and stands in line.
  await until(second, async () => (await navigator.locks.query()).pending.length === 1);
  await post(ines, lounge, ["one"]);
  await told(ruth, ["Ines Duarte · Lounge"]);
  await until(ruth, () => window.sounds === 1);
  // What the second tab has heard it has heard; it told of nothing.
  await heard;
  assert.deepEqual(await second.evaluate(() => [window.shown.length, window.sounds]), [0, 0]);

  await ruth.close();
  // Nobody but the second waits for it: it has got it.
  await until(second, async () => {
    const { held, pending } = await navigator.locks.query();
    return held.length === 1 && pending.length === 0;
  });
  await post(ines, lounge, ["two"]);
  await told(second, ["Ines Duarte · Lounge"]);
  ruth = second;
  await ruth.getByRole("switch", { name: "Play a short sound" }).click();
});

test("in quiet hours one is busy and told of nothing, until they end", async () => {
  await ruth.getByRole("switch", { name: "Keep quiet hours" }).click();
  await see(ruth.getByLabel("From"));
  assert.equal(await ruth.getByLabel("From").inputValue(), "22:00");
  await see(ruth.getByText("By the clock in Europe/Berlin."));
  await api(ruth, "PATCH", "/me/notifications", { quiet_hours: {
    days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], from: "00:00", to: "00:00", time_zone: "Asia/Tokyo" } });
  await see(ruth.getByText("Your quiet hours are on now."));
  await see(ruth.getByRole("button", { name: "Use the clock in Europe/Berlin" }));
  await see(ruth.getByRole("navigation").getByLabel("Busy").first());
  await picture(ruth, "notices-quiet");
  await ruth.setViewportSize(PHONE);
  await ruth.emulateMedia({ colorScheme: "dark" });
  await picture(ruth, "notices-quiet-phone-dark");
  await ruth.emulateMedia({ colorScheme: "light" });
  await ruth.setViewportSize({ width: 1440, height: 900 });

  const [hushed] = await post(ines, lounge, ["hush"]);
  await until(ruth, async (id) => (await fetch(`/api/v1/messages/${id}`)).ok, hushed.id);
  await ruth.getByRole("button", { name: "End them for today" }).click();
  await seeNot(ruth.getByText("Your quiet hours are on now."));
  await row(ines, "Lounge").click();
  const { id } = (await api(ines, "POST", "/directs", { user_id: hushed && (await api(ruth, "GET", "/me")).id }));
  await ines.goto(`${house.server.url}/d/${id}`);
  await say(ines, "can you hear me?");
  await until(ruth, () => window.shown.at(-1)?.title === "Ines Duarte");
  await ruth.getByRole("switch", { name: "Keep quiet hours" }).click();
  await seeNot(ruth.getByLabel("From"));
});

test("a day is taken off, and the last one stays", async () => {
  await ruth.getByRole("switch", { name: "Keep quiet hours" }).click();
  const days = ruth.getByRole("group", { name: "Beginning on" });
  await until(ruth, async () => (await (await fetch("/api/v1/me")).json()).notifications.quiet_hours?.days.includes("saturday"));
  for (const name of ["Saturday", "Sunday"]) {
    await days.getByRole("checkbox", { name }).click();
    await until(ruth, async (day) => !(await (await fetch("/api/v1/me")).json()).notifications.quiet_hours.days.includes(day), name.toLowerCase());
  }
  await ruth.getByLabel("To", { exact: true }).fill("06:30");
  await until(ruth, async () => (await (await fetch("/api/v1/me")).json()).notifications.quiet_hours.to === "06:30");
  await ruth.getByRole("switch", { name: "Keep quiet hours" }).click();
  await seeNot(days);
});

test("everything is read in one step, the tab's icon loses its number, and that can be taken back", async () => {
  await ruth.goto(`${house.server.url}/threads`);
  await see(ruth.getByRole("heading", { name: "Threads", level: 1 }));
  await post(ines, lounge, ["@ruth soup is ready"]);
  await until(ruth, () => document.title.startsWith("("));
  await until(ruth, () => document.querySelector("link[rel~='icon']").href.startsWith("blob:"));
  const menu = async () => {
    await ruth.getByRole("button", { name: "More of this place" }).click();
    return ruth.getByRole("menu", { name: "More of this place" });
  };
  await menu();
  await picture(ruth, "place-menu");
  await ruth.getByRole("menuitem", { name: "Mark all as read" }).click();
  await seeNot(row(ruth, "Lounge").getByText("unread mention"));
  await until(ruth, () => !document.title.startsWith("("));
  await until(ruth, () => document.querySelector("link[rel~='icon']").href.endsWith("brand.svg"));
  await picture(ruth, "marked-all-read");
  await ruth.getByRole("button", { name: "Undo" }).click();
  await see(row(ruth, "Lounge").getByText("unread mention"));
  await until(ruth, () => document.title.startsWith("("));
  await see(composer(ines));
});
