/** The page speaks the language that the browser asks for, or the one that was chosen, wherever one is; and is laid out from right to left where it is read so. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { LANGUAGES } from "../../assets/languages.js";
import { composer, groupIn, House, messages, PASSWORD, picture, post, say, see, seeNot, until } from "./house.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1440, 320];

/** What the page says, by language and part. */
const texts = async (tag, part) => (await import(`../../assets/strings/${tag}/${part}.js`)).default;

/** @type {House} */
let house;
let page;

before(async () => {
  house = await House.open();
  // axe is a script of its own: only here may it run beside the policy.
  page = await house.visitor({ bypassCSP: true, reducedMotion: "reduce" });
  await house.setUp(page);
});
after(() => house?.close());
afterEach(() => house.quiet());

const root = (one) => one.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
const languageField = (one) => one.locator("select").filter({ has: one.locator("option[value='zh']") });

/** axe finds nothing, nothing is wider than the window, and nothing lies outside of it. */
async function check(tag, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.map((one) => ({ rule: one.id, nodes: one.nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`) }));
    });
    await picture(page, `${tag}-${name}-${width}`);
    assert.deepEqual(found, [], `${tag} ${name} ${width}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tag} ${name} ${width} is as wide as the window`);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
}

test("a browser's language is spoken from the first visit, and one that there is not is English", async () => {
  for (const [locale, tag] of [["de-AT", "de"], ["zh-CN", "zh"], ["ar-EG", "ar"], ["fi-FI", "en"]]) {
    const stranger = await house.visitor({ locale });
    await stranger.goto(house.server.url);
    await see(stranger.getByRole("heading", { name: (await texts(tag, "door")).signInTitle }));
    assert.deepEqual(await root(stranger), [tag, tag === "ar" ? "rtl" : "ltr"]);
    await stranger.context().close();
  }
});

test("in the doorway another language is one choice away, and what was typed stays", async () => {
  const stranger = await house.visitor();
  await stranger.goto(house.server.url);
  await stranger.getByLabel("Email or username").fill("ines");
  await stranger.getByLabel("Language").selectOption({ label: "العربية" });
  const door = await texts("ar", "door");
  await see(stranger.getByRole("heading", { name: door.signInTitle }));
  assert.deepEqual(await root(stranger), ["ar", "rtl"]);
  assert.equal(await stranger.getByLabel(door.login).inputValue(), "ines");
  await picture(stranger, "ar-door");
  await stranger.getByLabel((await texts("ar", "common")).password, { exact: true }).fill("not the password");
  await stranger.getByRole("button", { name: door.signIn }).click();
  await see(stranger.getByText(door.wrongCredentials));
  await stranger.getByLabel((await texts("ar", "common")).password, { exact: true }).fill(PASSWORD);
  await stranger.getByRole("button", { name: door.signIn }).click();
  await see(composer(stranger));
  assert.deepEqual(await root(stranger), ["ar", "rtl"]);
  await stranger.context().close();
});

test("in the settings a language is chosen, the page comes back where it was, and nothing that was begun is lost", async () => {
  await composer(page).fill("Half a sentence");
  const address = new URL(page.url()).pathname;
  await page.goto(`${house.server.url}/settings/appearance`);
  await page.getByLabel("Language").selectOption("de");
  const settings = await texts("de", "settings");
  await see(page.getByRole("heading", { name: settings.appearance, level: 1 }));
  assert.equal(new URL(page.url()).pathname, "/settings/appearance");
  assert.equal(await languageField(page).inputValue(), "de");
  await page.goto(house.server.url + address);
  await until(page, () => document.querySelector("[data-region='composer'] textarea")?.value === "Half a sentence");
  assert.deepEqual(await root(page), ["de", "ltr"]);
  await composer(page).fill("");
});

test("every language is there, each by its own name, and what the browser says is one of the choices", async () => {
  await page.goto(`${house.server.url}/settings/appearance`);
  for (const [tag, name] of LANGUAGES) {
    await languageField(page).selectOption({ label: name });
    await see(page.getByRole("heading", { name: (await texts(tag, "settings")).appearance, level: 1 }));
    assert.equal((await root(page))[0], tag);
  }
  await languageField(page).selectOption("");
  await see(page.getByRole("heading", { name: "Look", level: 1 }));
});

test("dates are written as the language writes them", async () => {
  await choose("ar");
  await page.goto(house.server.url);
  await say(page, "One word");
  await see(messages(page, "One word"));
  const date = await page.evaluate(() => new Intl.DateTimeFormat("ar", { weekday: "long", day: "numeric", month: "long" }).format(new Date()));
  await see(page.locator(".day").filter({ hasText: (await texts("ar", "main")).today }).filter({ hasText: date }));
});

/** @param {string} tag */
async function choose(tag) {
  await page.goto(`${house.server.url}/settings/appearance`);
  await see(languageField(page));
  if (await languageField(page).inputValue() !== tag) await languageField(page).selectOption(tag);
  await see(page.getByRole("heading", { name: (await texts(tag || "en", "settings")).appearance, level: 1 }));
}

test("what the server refuses is told in the page's language alone, at a field and beside a search", async () => {
  await choose("de");
  const [reasons, common, groups, main] = await Promise.all(["reasons", "common", "groups", "main"].map((part) => texts("de", part)));
  house.expected.push(/status of 4(?:22|09)/u);
  await page.goto(`${house.server.url}/settings/account`);
  await page.getByLabel(common.username).fill("-ines-");
  await page.getByRole("button", { name: common.save }).click();
  await see(page.getByText(reasons["must be made of a-z, 0-9, '.', '_' and '-', beginning and ending with a letter or digit"], { exact: true }));
  assert.equal(await page.getByLabel(common.username).getAttribute("aria-invalid"), "true");
  await page.goto(`${house.server.url}/search?q=since:spring`);
  await see(page.getByRole("alert").filter({ hasText: "Nach „since:“ gehört ein Tag wie 2026-11-30, today (heute) oder yesterday (gestern)." }));
  await page.goto(house.server.url);
  await see(composer(page));
  await page.getByRole("button", { name: main.browseGroups }).click();
  await page.getByRole("dialog").getByRole("button", { name: groups.createGroup, exact: true }).click();
  await page.getByRole("dialog").getByLabel(groups.groupName).fill("Lounge");
  await page.getByRole("dialog").getByRole("button", { name: groups.create, exact: true }).click();
  await see(page.getByText(reasons["That name is not available."], { exact: true }));
});

for (const tag of ["de", "ar"]) {
  test(`axe finds nothing and nothing runs out of the window: ${tag}`, async () => {
    await choose(tag);
    const [main, groups, common, search] = await Promise.all(["main", "groups", "common", "search"].map((part) => texts(tag, part)));
    await page.goto(house.server.url);
    await see(composer(page));
    const group = groupIn(page);
    const [said] = await post(page, group, [`A message for those who read ${tag}`]);
    await post(page, group, ["- tie up the far row\n- ~~clean the gutter~~ done\n\n> It closes once\n\n`GPIO 17`, see https://smallglass.example/vents",
      "```rust\nif bay.temp() < LOW { vent.close()?; }\n```", "صباح الخير، الفتحات الشرقية عالقة مرة أخرى.", "| bay | °C |\n|---|---:|\n| east | 4 |\n\n- [x] sown\n- [ ] watered"]);
    await page.evaluate(async (id) => {
      const request = (method, path, body) => fetch(`/api/v1/messages/${id}${path}`, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      await request("PUT", `/reactions/${encodeURIComponent("🌱")}`);
      await request("PUT", "/pin");
      await request("POST", "/replies", { client_id: crypto.randomUUID(), content: "A reply" });
    }, said.id);
    await see(page.locator(`#m-${said.id} .thr`));
    await check(tag, "conversation");
    await page.getByRole("button", { name: main.details }).click();
    await see(page.getByRole("complementary"));
    await check(tag, "details");
    await page.getByRole("button", { name: main.details }).click();
    const row = page.locator(`#m-${said.id}`);
    await row.focus();
    await see(page.getByRole("toolbar"));
    await check(tag, "message-bar");
    await page.goto(`${house.server.url}/g/${group}/t/${said.id}`);
    await see(page.getByRole("complementary").locator("article").first());
    await check(tag, "thread");
    for (const [name, address] of [["catch-up", "/catch-up"], ["later", "/later"], ["search", "/search?q=vents"], ["account", "/settings/account"], ["look", "/settings/appearance"],
      ["notices", "/settings/notifications"], ["keyboard", "/settings/keyboard"], ["emoji", "/settings/emoji"]]) {
      await page.goto(house.server.url + address);
      await see(page.locator("main h1, main .head, main input[type='search']").first());
      await seeNot(page.locator("[aria-busy='true']"));
      await check(tag, name);
    }
    await page.goto(house.server.url);
    await see(composer(page));
    await page.getByRole("button", { name: main.browseGroups }).click();
    await see(page.getByRole("dialog").getByText(groups.findGroup).or(page.getByLabel(groups.findGroup)).first());
    await check(tag, "groups");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await see(page.getByLabel(search.jumpLabel));
    await check(tag, "jump");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: main.yourStatus }).first().click();
    await see(page.getByRole("dialog").getByRole("button", { name: common.save }));
    await check(tag, "status");
    await page.keyboard.press("Escape");
  });
}

for (const [tag, begun, word, name] of [["de", "Konfetti", "Feier", "Konfettibombe"], ["zh", "拉炮", "庆祝", "拉炮彩带"], ["ar", "فرقعة", "احتفال", "فرقعة حفلة"]]) {
  test(`emoji are called and found in the page's language, and by their English names all the same: ${tag}`, async () => {
    await choose(tag);
    const main = await texts(tag, "main");
    const asked = new Set();
    const note = (request) => { if (request.url().includes("/vendor/emoji/")) asked.add(request.url().replace(/^.*\/emoji\//u, "")); };
    page.on("request", note);
    await page.goto(house.server.url);
    await see(composer(page));
    const option = page.getByRole("option").filter({ hasText: name });
    for (const typed of [begun, "tada"]) {
      await composer(page).fill("");
      await composer(page).pressSequentially(`:${typed}`);
      await see(option.filter({ hasText: ":tada:" }));
      await picture(page, `${tag}-emoji-completion`);
      await option.filter({ hasText: ":tada:" }).click();
      assert.equal(await composer(page).inputValue(), "🎉 ");
    }
    assert.deepEqual([...asked].sort(), [`names/${tag}.mjs`, "table.mjs"], "only those of this language");
    page.off("request", note);
    await composer(page).fill("");
    await page.getByRole("button", { name: main.emojiPick }).click();
    const picker = page.getByRole("dialog", { name: main.emojiPick });
    await picker.getByRole("searchbox").fill(word);
    await see(picker.locator(`[role='gridcell'][aria-label='${name}'][title='${name}']`));
    await picture(page, `${tag}-emoji-picker`);
    await picker.getByRole("searchbox").fill("tada");
    await see(picker.getByRole("gridcell", { name }));
    await page.keyboard.press("Escape");

    const [said] = await post(page, groupIn(page), [`A party: ${tag}`]);
    await page.evaluate((id) => fetch(`/api/v1/messages/${id}/reactions/${encodeURIComponent("🎉")}`, { method: "PUT" }), said.id);
    await see(page.locator(`#m-${said.id} .react[aria-label*='${name}']`));
  });
}

test("from right to left the list stands on the right, and what points along the text points to the left", async () => {
  await choose("ar");
  await page.goto(house.server.url);
  await see(composer(page));
  const [list, talk] = await Promise.all([page.getByRole("navigation").first(), page.locator("main")].map((one) => one.boundingBox()));
  assert.ok(list.x > talk.x);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".i.points") ?? document.body).scale), "-1 1");
  await page.evaluate(async () => {
    const { workspaces: [{ id }] } = await (await fetch("/api/v1/bootstrap")).json();
    const body = { name: "A group with a name that is longer than there is room for beside", topic: "And a topic that is every bit as long as its name, or longer still" };
    await fetch(`/api/v1/workspaces/${id}/groups`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  });
  await page.setViewportSize({ width: 400, height: 800 });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("longer");
  const named = page.getByRole("option").filter({ hasText: "A group with a name" });
  await see(named);
  const shown = await named.locator(".nm").evaluate((name) => {
    const range = new Range();
    const first = document.createTreeWalker(name, NodeFilter.SHOW_TEXT).nextNode();
    range.setStart(first, 0);
    range.setEnd(first, 1);
    return range.getBoundingClientRect().left >= name.getBoundingClientRect().left;
  });
  assert.ok(shown, "a name from left to right is cut at its own end");
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await choose("");
});

test("without a connection the page opens in the language in which it was last seen", async () => {
  house.expected.push(/ERR_CONNECTION_REFUSED|ERR_FAILED|WebSocket connection/u);
  const other = await house.visitor({ serviceWorkers: "allow", reducedMotion: "reduce" });
  await house.signIn(other, "ines");
  await until(other, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" && navigator.serviceWorker.controller !== null);
  await other.goto(`${house.server.url}/settings/appearance`);
  await languageField(other).selectOption("fr");
  await see(other.getByRole("heading", { name: (await texts("fr", "settings")).appearance, level: 1 }));
  await until(other, async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await (await cache.match("/"))?.text())?.includes("<html lang=\"fr\"") ?? false;
  });
  const kept = await other.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map((request) => new URL(request.url).pathname));
  assert.deepEqual(kept.filter((path) => /\/strings\/(?:de|es|zh|ar)\//u.test(path)), []);
  const [main, common] = await Promise.all(["main", "common"].map((part) => texts("fr", part)));
  await house.server.stop();
  await other.reload();
  // Whether it still knows what was said is told in pwa.test.js.
  await see(other.getByText(common.unheardTitle).or(other.getByText(main.cannotStart)).first());
  assert.deepEqual(await root(other), ["fr", "ltr"]);
  await house.server.run();
  await other.context().close();
});
