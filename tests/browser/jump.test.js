/** Everything is a few letters away: conversations, people, groups one is not in, and what can be done. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PHONE, picture, post, row, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: what ? JSON.stringify(what) : undefined });
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  const { workspaces: [{ id }] } = await api(ines, "GET", "/bootstrap");
  for (const name of ["Greenhouse", "Tool library"]) await api(ines, "POST", `/workspaces/${id}/groups`, { name, topic: "", description: "", is_private: false });
  await see(row(ines, /Tool library/u));
});
after(() => house?.close());
afterEach(() => house.quiet());

const dialog = (page) => page.getByRole("dialog", { name: "Jump or search" });
const option = (page, name) => dialog(page).getByRole("option", { name });
const title = (page, name) => page.getByRole("heading", { name, level: 1 });

test("Ctrl+K, some letters and Enter lead to a conversation, and one writes there at once", async () => {
  await composer(ines).press("Control+k");
  await see(dialog(ines));
  await ines.keyboard.type("gre");
  await see(option(ines, /Greenhouse/u));
  await until(ines, () => document.querySelector("[role=combobox]").getAttribute("aria-activedescendant") === document.querySelector("[role=option][aria-selected=true]").id);
  await picture(ines, "jump");
  await ines.keyboard.press("Enter");
  await see(title(ines, "Greenhouse"));
  await seeNot(dialog(ines));
  await until(ines, () => document.activeElement?.matches("[data-region='composer'] textarea") ?? false);
});

test("what the keys do stands on one line, however wide the window is", async () => {
  await composer(ines).press("Control+k");
  for (const width of [1440, 1000, 800, 740]) {
    await ines.setViewportSize({ width, height: 800 });
    const shown = await dialog(ines).locator("footer").evaluate((foot) => {
      const { top, bottom } = foot.getBoundingClientRect();
      const hints = [...foot.children].map((one) => one.getBoundingClientRect());
      return { first: hints[0].bottom <= bottom, cut: hints.filter((one) => one.top < bottom && (one.bottom > bottom || one.top < top)).length, lines: new Set(hints.filter((one) => one.top < bottom).map((one) => one.top)).size };
    });
    assert.deepEqual(shown, { first: true, cut: 0, lines: 1 }, String(width));
  }
  await ines.setViewportSize({ width: 1440, height: 900 });
  await ines.keyboard.press("Escape");
});

test("what is typed before the dialog has arrived stands in it, and not in the composer", async () => {
  const early = await house.visitor({ reducedMotion: "reduce" });
  let release;
  const held = new Promise((done) => { release = done; });
  await early.route(/\/components\/Jump\.js/u, async (route) => { await held; await route.continue(); });
  await house.signIn(early, "ines");
  await see(composer(early));
  await early.keyboard.press("Control+k");
  await early.keyboard.type("tool li");
  release();
  await see(option(early, /Tool library/u));
  await early.keyboard.type("b");
  assert.equal(await dialog(early).getByRole("combobox").inputValue(), "tool lib");
  assert.equal(await composer(early).inputValue(), "");
  await early.keyboard.press("Enter");
  await see(title(early, "Tool library"));
  await early.context().close();
});

test("arrows move, the list goes round, and the input says which one is chosen", async () => {
  await ines.keyboard.press("Control+k");
  await see(option(ines, /Lounge/u));
  const first = await ines.locator("[role=option][aria-selected=true]").getAttribute("id");
  await ines.keyboard.press("ArrowDown");
  await until(ines, (id) => document.querySelector("[role=combobox]").getAttribute("aria-activedescendant") !== id, first);
  await ines.keyboard.press("ArrowUp");
  await until(ines, (id) => document.querySelector("[role=combobox]").getAttribute("aria-activedescendant") === id, first);
  await ines.keyboard.press("Escape");
  await seeNot(dialog(ines));
  await until(ines, () => document.activeElement?.matches("textarea") ?? false);
});

test("people whom one never wrote to are found, and Enter begins a conversation", async () => {
  await ines.keyboard.press("Control+k");
  await ines.keyboard.type("@ruth");
  await see(option(ines, /Ruth Okafor/u));
  await ines.keyboard.press("Enter");
  await see(title(ines, "Ruth Okafor"));
});

test("a group one is not in can be joined from here", async () => {
  await ruth.keyboard.press("Control+k");
  await ruth.keyboard.type("#tool");
  await see(option(ruth, /Tool library.*Join/u));
  await option(ruth, /Tool library/u).click();
  await see(title(ruth, "Tool library"));
});

test("the sign > lists what can be done, and does it", async () => {
  await ines.keyboard.press("Control+k");
  await ines.keyboard.type(">evening");
  await see(option(ines, /Use the evening colours/u));
  await picture(ines, "jump-actions");
  await ines.keyboard.press("Enter");
  await until(ines, () => document.documentElement.dataset.theme === "dark");
  await seeNot(dialog(ines));
  await ines.keyboard.press("Control+k");
  await ines.keyboard.type(">jump");
  await see(dialog(ines).getByText("Nothing of that name."));
  await ines.keyboard.press("Control+k");
  await seeNot(dialog(ines));
  await ines.keyboard.press("Control+k");
  await ines.keyboard.type(">set a status");
  await ines.keyboard.press("Enter");
  await see(ines.getByRole("dialog", { name: "How are you?" }));
  await ines.keyboard.press("Escape");
  await ines.keyboard.press("Control+k");
  await ines.keyboard.type(">system");
  await ines.keyboard.press("Enter");
  await until(ines, () => !document.documentElement.dataset.theme);
});

test("on an empty field Enter opens what is unread", async () => {
  await row(ines, /Lounge/u).click();
  await see(title(ines, "Lounge"));
  await post(ruth, groupIn(ruth), ["Who has the long ladder? @ines"]);
  await see(row(ines, /Tool library/u).getByText("1 unread mention"));
  await ines.keyboard.press("Control+k");
  await see(option(ines, /Tool library/u));
  await ines.keyboard.press("Enter");
  await see(title(ines, "Tool library"));
  await see(messages(ines, "long ladder"));
});

test("unread rows out of view raise a pill, and it leads to them", async () => {
  const { workspaces: [{ id }] } = await api(ines, "GET", "/bootstrap");
  for (let at = 0; at < 24; at += 1) await api(ines, "POST", `/workspaces/${id}/groups`, { name: `Bench ${String(at).padStart(2, "0")}`, topic: "", description: "", is_private: false });
  const { items } = await api(ruth, "GET", `/workspaces/${id}/groups?query=Bench+23`);
  await api(ruth, "POST", `/groups/${items[0].id}/join`);
  await post(ruth, items[0].id, ["@ines, this bench is free"]);
  const pill = ines.getByRole("button", { name: /1 for you further down/u });
  await see(pill);
  await picture(ines, "side-pill");
  await pill.click();
  await seeNot(pill);
  await until(ines, () => {
    const { top, bottom } = document.querySelector(".row.unread[data-key]").getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
});

test("on a phone the tab bar leads to the same, and to what there is to catch up with", async () => {
  const phone = await house.visitor({ viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await house.signIn(phone, "ruth");
  await see(phone.getByRole("link", { name: "Home" }));
  await picture(phone, "phone-tabs");
  await phone.getByRole("button", { name: "Search", exact: true }).tap();
  await see(dialog(phone));
  await picture(phone, "phone-jump");
  await dialog(phone).getByRole("button", { name: "Close" }).tap();
  await phone.getByRole("navigation").getByRole("link", { name: /Catch up/u }).last().tap();
  await see(title(phone, "Catch up"));
  await phone.goBack();
  await phone.getByRole("link", { name: "You", exact: true }).tap();
  await see(title(phone, "Profile"));
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await phone.context().close();
});
