/** On a phone there is one screen at a time, and Back leads from each to the one before. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, House, messages, PHONE, picture, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let page;

before(async () => {
  house = await House.open();
  const desk = await house.visitor();
  await house.setUp(desk);
  await say(desk, "Welcome everyone");
  await until(desk, () => document.querySelectorAll(".pending").length === 0);
  await desk.context().close();
  page = await house.visitor({ viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await house.signIn(page, "ines");
});
after(() => house?.close());
afterEach(() => house.quiet());

const isWide = (one) => one.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test("list, conversation and pane are entries of the history", async () => {
  await see(row(page, /Lounge/u));
  await seeNot(composer(page));
  await row(page, /Lounge/u).tap();
  await see(messages(page, "Welcome everyone"));
  await seeNot(page.getByRole("navigation"));
  await page.getByRole("button", { name: "Details" }).tap();
  await see(page.getByRole("heading", { name: "About Lounge" }));
  await seeNot(composer(page));
  await page.goBack();
  await see(composer(page));
  await page.getByRole("link", { name: "Back to conversations" }).tap();
  await see(row(page, /Lounge/u));
});

test("opening a conversation does not call up the keyboard, and Enter is a new line", async () => {
  await row(page, /Lounge/u).tap();
  await see(composer(page));
  assert.equal(await composer(page).evaluate((field) => field === document.activeElement), false);
  await composer(page).tap();
  await composer(page).pressSequentially("one");
  await page.keyboard.press("Enter");
  await composer(page).pressSequentially("two");
  assert.equal(await composer(page).inputValue(), "one\ntwo");
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await see(messages(page, "two"));
});

test("what one writes has the whole width, and what is there already stays in view", async () => {
  const field = composer(page);
  const width = () => field.evaluate((one) => one.clientWidth);
  assert.ok(await width() > 340, String(await width()));
  const isCut = () => field.evaluate((one) => one.scrollWidth > one.clientWidth);
  assert.equal(await isCut(), false, "the name of the field");
  await field.fill("");
  await field.pressSequentially("One line\nand another\nand a third\nand a fourth\nand a fifth");
  assert.ok(await width() > 340, String(await width()));
  const last = messages(page, "two");
  await until(page, () => { const list = document.querySelector(".log"); return list.scrollHeight - list.clientHeight - list.scrollTop < 2; });
  const [above, below] = await Promise.all([last, field].map((one) => one.boundingBox()));
  assert.ok(above.y + above.height <= below.y);
  for (const name of ["Attach files", "Make a poll", "Pick an emoji", "Send", "Send later"]) {
    const box = await page.getByRole("button", { name, exact: true }).boundingBox();
    assert.ok(box.y >= below.y + below.height - 1 && box.height >= 44 && box.x >= 0 && box.x + box.width <= PHONE.width, name);
  }
  await picture(page, "phone-writing");
  await field.fill("");
});

test("nothing is wider than the screen, and what is pressed is big enough", async () => {
  for (const path of ["/", new URL(page.url()).pathname, "/settings/account", "/settings/devices", "/settings/appearance", "/settings/keyboard"]) {
    await page.goto(house.server.url + path);
    await see(page.locator(".shell"));
    assert.equal(await isWide(page), false, path);
    const small = await page.evaluate(() => [...document.querySelectorAll("button, .row, .head a, .tabs a")]
      .filter((one) => one.checkVisibility() && !one.closest(".vh")).map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 120) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24)).map(({ html }) => html));
    assert.deepEqual(small, [], path);
  }
});

test("of the settings, the section that is open is in view", async () => {
  for (const section of ["account", "emoji", "appearance"]) {
    await page.goto(`${house.server.url}/settings/${section}`);
    await until(page, () => {
      const box = document.querySelector(".tabs [aria-current='page']")?.getBoundingClientRect();
      return box && box.left >= 0 && box.right <= innerWidth;
    });
  }
});

test("fields are 16 pixels, so that nothing zooms", async () => {
  await page.goto(`${house.server.url}/settings/account`);
  await see(page.getByLabel("Username"));
  const sizes = await page.evaluate(() => [...document.querySelectorAll("input:not(.vh), textarea")].map((one) => getComputedStyle(one).fontSize));
  assert.ok(sizes.length >= 3);
  assert.deepEqual([...new Set(sizes)], ["16px"]);
});

test("a window made wider shows the list and a conversation side by side", async () => {
  const desk = await house.visitor({ viewport: PHONE });
  await house.signIn(desk, "ines");
  await see(row(desk, /Lounge/u));
  await seeNot(composer(desk));
  await desk.setViewportSize({ width: 1200, height: 800 });
  await see(composer(desk));
  await see(row(desk, /Lounge/u));
  await desk.context().close();
});

test("pictures of a phone, by day and in the evening", async () => {
  await page.goto(house.server.url);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(house.server.url);
    await see(row(page, /Lounge/u));
    await picture(page, `phone-list-${colorScheme}`);
    await row(page, /Lounge/u).tap();
    await see(messages(page, "Welcome everyone"));
    await picture(page, `phone-conversation-${colorScheme}`);
  }
});
