/** Looking after a server: people, invites, settings, storage, health, and what is noted of it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, PASSWORD, PHONE, picture, post, see, seeNot, until } from "./house.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {House} */
let house;
let ines;
let ruth;
let petra;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce", bypassCSP: true });
  const link = await house.setUp(ines);
  [ruth, petra] = [await house.visitor({ reducedMotion: "reduce" }), await house.visitor({ reducedMotion: "reduce" })];
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  await house.accept(petra, link, "Petra Wilhelmina Theodora Vlk-Hohenstein of the Greenhouse", "petra");
});
after(() => house?.close());
afterEach(() => house.quiet());

const table = (page, name) => page.getByRole("table", { name });
const line = (page, text) => page.getByRole("row").filter({ hasText: text });
const toast = (page, text) => page.getByRole("status").filter({ hasText: text });

/** Opens somebody's menu and picks from it. */
async function pick(page, name, item) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** What axe finds. */
async function faultsOf(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map((one) => ({ rule: one.id, nodes: one.nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`) }));
  });
}

/** axe finds nothing, by day and in the evening, wide and narrow. */
async function check(page, name) {
  for (const width of [1440, 640, 320]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const found = await faultsOf(page);
      if (width !== 640) await picture(page, `admin-${name}-${width}-${colorScheme}`);
      assert.deepEqual(found, [], `${name} ${width} ${colorScheme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} ${width} is as wide as the window`);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

test("the menu of the place and Ctrl+K lead there, for those who may", async () => {
  await ines.getByRole("button", { name: "More of this place" }).click();
  await ines.getByRole("menuitem", { name: "Admin" }).click();
  await see(ines.getByRole("heading", { name: "Everyone", level: 1 }));
  assert.equal(new URL(ines.url()).pathname, "/admin/people");
  assert.match(await ines.title(), /^Admin · Fernhill Workshop/u);

  await ines.keyboard.press("Control+k");
  await ines.keyboard.type(">admin: audit");
  await ines.keyboard.press("Enter");
  await see(ines.getByRole("heading", { name: "Audit log", level: 1 }));

  await ruth.getByRole("button", { name: "More of this place" }).click();
  await see(ruth.getByRole("menuitem", { name: "About this place" }));
  assert.equal(await ruth.getByRole("menuitem", { name: "Admin" }).count(), 0);
  await ruth.keyboard.press("Escape");
  for (const section of ["", "/people", "/audit"]) {
    await ruth.goto(`${house.server.url}/admin${section}`);
    await see(ruth.getByRole("heading", { name: "This is not here, or not for you" }));
  }
  await ruth.goto(house.server.url);
  await see(composer(ruth));
});

test("people are found as one types, by role and in order, and the address says so", async () => {
  await ines.goto(`${house.server.url}/admin/people`);
  await see(line(table(ines, "Everyone"), "@petra"));
  await check(ines, "people");
  await ines.getByRole("searchbox", { name: "Find by name, username or email" }).fill("ruth");
  await seeNot(line(ines, "@petra"));
  await see(line(ines, "@ruth"));
  await until(ines, () => location.search === "?query=ruth");
  await ines.getByRole("searchbox").fill("nobody of that name");
  await see(ines.getByRole("heading", { name: "Nobody fits that." }));
  await ines.getByRole("button", { name: "Show everyone" }).click();
  await see(line(ines, "@petra"));

  await ines.getByRole("combobox", { name: "Role" }).selectOption("admin");
  await seeNot(line(ines, "@petra"));
  await ines.getByRole("combobox", { name: "Role" }).selectOption("");
  await ines.getByRole("combobox", { name: "Order" }).selectOption("newest");
  await until(ines, () => location.search === "?sort=newest");
  await until(ines, () => document.querySelector("tbody tr")?.textContent?.includes("@petra"));
  await ines.reload();
  await until(ines, () => document.querySelector("tbody tr")?.textContent?.includes("@petra"));
  const table_ = await ines.evaluate(async () => (await fetch(document.querySelector("a[download]").href)).text());
  assert.match(table_, /"Ruth Okafor","ruth"/u);
  await ines.goto(`${house.server.url}/admin/people`);
});

test("she is made a manager by keyboard alone, and finds what is for managers", async () => {
  await see(line(ines, "@ruth"));
  await ines.getByRole("button", { name: "Actions for Ruth Okafor" }).focus();
  await ines.keyboard.press("Enter");
  await see(ines.getByRole("menuitem", { name: "Make an admin" }));
  await ines.keyboard.press("ArrowDown");
  assert.equal(await ines.evaluate(() => document.activeElement?.textContent), "Make a manager");
  await picture(ines, "admin-menu");
  await ines.keyboard.press("Enter");
  const question = ines.getByRole("dialog", { name: "Make Ruth Okafor a manager?" });
  await see(question.getByText("A manager looks after people and invites"));
  await question.getByRole("button", { name: "Make a manager" }).press("Enter");
  await see(toast(ines, "Ruth Okafor is now: Manager."));
  await see(line(ines, "@ruth").getByRole("cell", { name: "Manager", exact: true }));

  await ruth.getByRole("button", { name: "More of this place" }).click();
  await ruth.getByRole("menuitem", { name: "Admin" }).click();
  await see(line(ruth, "@petra"));
  assert.deepEqual(await ruth.getByRole("navigation").getByRole("link").allInnerTexts().then((all) => all.filter((text) => /^(?:Everyone|Invites|Health|Storage|General|Audit log)$/u.test(text))), ["Everyone", "Invites"]);
  assert.equal(await ruth.getByRole("button", { name: "Actions for Ines Duarte" }).count(), 0);
  await ruth.goto(`${house.server.url}/admin/health`);
  await see(ruth.getByRole("heading", { name: "This is not here, or not for you" }));
});

test("who is deactivated is signed out at once on all devices, and told so before", async () => {
  const other = await house.visitor();
  await house.signIn(other, "petra");
  const name = "Petra Wilhelmina Theodora Vlk-Hohenstein of the Greenhouse";
  await ines.reload();
  await see(line(ines, "@petra"));
  await pick(ines, name, "Deactivate");
  const question = ines.getByRole("dialog", { name: `Deactivate ${name}?` });
  await see(question.getByText("Signs out 2 devices and keeps their messages."));
  await picture(ines, "admin-deactivate");
  await question.getByRole("button", { name: "Deactivate" }).click();
  await see(line(ines, "@petra").getByText("Deactivated"));
  for (const page of [petra, other]) await see(page.getByRole("button", { name: "Sign in" }));

  await pick(ines, name, "Activate");
  await ines.getByRole("dialog").getByRole("button", { name: "Activate" }).click();
  await see(line(ines, "@petra").getByText("Active", { exact: true }));
  await other.context().close();
});

test("a link to a new password works once and ends what was open", async () => {
  await pick(ines, "Ruth Okafor", "Link to a new password");
  await ines.getByRole("dialog").getByRole("button", { name: "Make the link" }).click();
  const dialog = ines.getByRole("dialog", { name: "New password for Ruth Okafor" });
  const link = await dialog.getByLabel("Link").inputValue();
  await picture(ines, "admin-reset-link");
  await dialog.getByRole("button", { name: "Done" }).click();

  const holder = await house.visitor({ reducedMotion: "reduce" });
  await holder.goto(link);
  await see(holder.getByRole("heading", { name: "A new password for Ruth Okafor" }));
  await holder.getByLabel("Password", { exact: true }).fill("short");
  await holder.getByRole("button", { name: "Set the password" }).click();
  await see(holder.getByText(/At least 10 characters/u).first());
  await holder.getByLabel("Password", { exact: true }).fill(`${PASSWORD} and one more`);
  await picture(holder, "reset");
  await holder.getByRole("button", { name: "Set the password" }).click();
  await see(holder.getByRole("heading", { name: "The password is set" }));
  await see(ruth.getByRole("button", { name: "Sign in" }));
  house.expected.push(/status of 410/u);
  await holder.goto(house.server.url);
  await holder.goto(link);
  await see(holder.getByRole("heading", { name: "This link no longer works" }));
  await holder.context().close();
});

test("an invite is revoked and lets nobody in any more", async () => {
  await ines.getByRole("button", { name: "Invite" }).click();
  const dialog = ines.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).or(dialog.getByRole("button", { name: /link/iu })).first().click();
  const link = await dialog.getByLabel("Invite link").inputValue();
  await ines.keyboard.press("Escape");
  await ines.getByRole("navigation").getByRole("link", { name: "Invites" }).click();
  await see(table(ines, "Invites"));
  await check(ines, "invites");
  const first = ines.getByRole("row").nth(1);
  await first.getByRole("button", { name: "Revoke" }).click();
  await ines.getByRole("dialog", { name: "Revoke this invite?" }).getByRole("button", { name: "Revoke" }).click();
  await see(toast(ines, "The invite is revoked."));
  house.expected.push(/status of 410/u);
  const stranger = await house.visitor();
  await stranger.goto(link);
  await see(stranger.getByRole("heading", { name: "This invitation no longer works" }));
  await stranger.context().close();
});

test("what is set is saved as it is changed, and a workspace's colour is everybody's who chose none", async () => {
  await ines.getByRole("navigation").getByRole("link", { name: "General" }).click();
  const signUp = ines.getByRole("switch", { name: "Open sign-up" });
  await signUp.click();
  await see(ines.getByText("Saved", { exact: true }));
  assert.equal(await signUp.getAttribute("aria-checked"), "true");
  await signUp.click();
  await until(ines, () => [...document.querySelectorAll("[role='switch']")].every((one) => one.getAttribute("aria-checked") === "false"));
  await ines.getByRole("radio", { name: "Plum" }).click({ force: true });
  await until(ines, () => document.documentElement.dataset.accent === "plum");
  await house.signIn(petra, "petra");
  await until(petra, () => document.documentElement.dataset.accent === "plum");
  await petra.evaluate(() => { location.assign("/settings/appearance"); });
  await petra.getByRole("radio", { name: "Clay" }).click({ force: true });
  await until(petra, () => document.documentElement.dataset.accent === "clay");
  await ines.getByRole("radio", { name: "Ink blue" }).click({ force: true });
  await until(ines, () => document.documentElement.dataset.accent === "blue");
  assert.equal(await petra.evaluate(() => document.documentElement.dataset.accent), "clay");
  await petra.getByRole("radio", { name: "As the place has it" }).click({ force: true });
  await until(petra, () => document.documentElement.dataset.accent === "blue");
  await ines.getByRole("radio", { name: "Bottle green" }).click({ force: true });
  await until(ines, () => document.documentElement.dataset.accent === undefined);
  const name = ines.getByLabel("Name", { exact: true });
  await name.fill("Fernhill");
  await name.press("Tab");
  await see(ines.getByRole("navigation").getByText("Fernhill", { exact: true }));
  await check(ines, "general");
});

test("what is stored and how the server does is told with its age", async () => {
  await ines.getByRole("navigation").getByRole("link", { name: "Storage" }).click();
  await see(table(ines, "By kind"));
  await see(ines.getByText(/^Counted \d+ s ago\./u));
  await check(ines, "storage");
  await ines.getByRole("navigation").getByRole("link", { name: "Health" }).click();
  await see(ines.getByText(/checked \d+ s ago/u));
  await see(ines.getByText("None by parlor backup yet"));
  await check(ines, "health");
});

test("all of it is in the audit log, which is read and nothing else", async () => {
  await petra.goto(house.server.url);
  await see(composer(petra));
  const [said] = await post(petra, groupIn(petra), ["something unkind"]);
  await ines.evaluate(async (id) => { await fetch(`/api/v1/messages/${id}`, { method: "DELETE" }); }, said.id);
  await ines.getByRole("navigation").getByRole("link", { name: "Audit log" }).click();
  const log = table(ines, "Audit log");
  for (const text of [/deleted a message of Petra/u, /renamed the workspace to Fernhill/u, /closed sign-up/u, /opened sign-up/u, /revoked an invite of Ines Duarte/u,
    /set a new password by a link/u, /made a link to a new password for Ruth Okafor/u, /activated Petra/u, /deactivated Petra .*, signing out 2 devices/u,
    /changed the role of Ruth Okafor from user to manager/iu]) await see(line(log, text).first());
  await check(ines, "audit");
  await ines.getByRole("combobox", { name: "What" }).selectOption("invite_revoked");
  await seeNot(line(log, /renamed the workspace/u));
  await until(ines, () => location.search === "?action=invite_revoked");
  await ines.getByRole("combobox", { name: "What" }).selectOption("");
  await ines.getByRole("combobox", { name: "By" }).selectOption({ label: "Ruth Okafor" });
  await see(line(log, /set a new password by a link/u));
  await seeNot(line(log, /renamed the workspace/u));
});

test("on a phone the sections are a list first, and Back leads to it", async () => {
  const phone = await house.visitor({ viewport: PHONE, hasTouch: true, reducedMotion: "reduce", bypassCSP: true });
  await house.signIn(phone, "ines", "/admin");
  const list = phone.getByRole("navigation", { name: "Looking after this place" });
  await see(list.getByRole("link", { name: "Everyone" }));
  await picture(phone, "admin-phone-list");
  for (const colorScheme of ["light", "dark"]) {
    await phone.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    assert.deepEqual(await faultsOf(phone), [], colorScheme);
  }
  await list.getByRole("link", { name: "General" }).click();
  await see(phone.getByLabel("Description"));
  const width = (/** @type {string} */ what) => phone.locator(what).first().evaluate((one) => one.getBoundingClientRect().width);
  assert.equal(await width(".saving .input"), await width(".narrow > .set"), "fields are as wide as what stands around them");
  await picture(phone, "admin-phone-general");
  await phone.goBack();
  await list.getByRole("link", { name: "Everyone" }).click();
  await see(line(phone, "@ruth"));
  await picture(phone, "admin-phone-people");
  await phone.getByRole("link", { name: "All sections" }).click();
  await see(list.getByRole("link", { name: "Health" }));
  await phone.goBack();
  await see(line(phone, "@ruth"));
  await phone.context().close();
});
