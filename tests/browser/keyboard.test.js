/** Everything works without a mouse. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, House, messages, post, groupIn, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let page;

before(async () => {
  house = await House.open();
  page = await house.visitor();
  await house.setUp(page);
});
after(() => house?.close());
afterEach(() => house.quiet());

const focused = (selector) => until(page, (css) => document.activeElement?.matches(css) ?? false, selector);

test("from the first Tab to a message sent", async () => {
  await page.reload();
  await see(composer(page));
  await focused("textarea");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press("Tab");
  await page.evaluate(() => document.querySelector(".skip").focus());
  await page.keyboard.press("Enter");
  await focused("[data-region='composer'] textarea");
  await page.keyboard.type("By hand");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("alone");
  await page.keyboard.press("Enter");
  await see(messages(page, "By hand"));
  assert.equal(await messages(page, "By hand").locator("br").count(), 1);
});

test("Enter does not send while an input method is composing", async () => {
  await composer(page).fill("にほん");
  await composer(page).evaluate((field) => field.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  assert.equal(await composer(page).inputValue(), "にほん");
  await composer(page).fill("");
});

test("arrows walk the messages, C copies, Escape comes back", async () => {
  await post(page, groupIn(page), ["first", "second", "third with https://a.example/x"]);
  await see(messages(page, "third with"));
  await composer(page).focus();
  await page.keyboard.press("Shift+F6");
  await focused("article");
  await page.keyboard.press("ArrowUp");
  await until(page, () => document.activeElement.textContent.includes("second"));
  await page.keyboard.press("c");
  await until(page, async () => await navigator.clipboard.readText() === "second");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await focused("article a");
  await page.keyboard.press("Escape");
  await focused("article");
  await page.keyboard.press("Home");
  await until(page, () => document.activeElement === document.querySelector("article"));
  await page.keyboard.press("End");
  await until(page, () => document.activeElement.textContent.includes("third"));
  assert.equal(await page.locator("article[tabindex='0']").count(), 1);
});

test("F6 goes round the parts of the page, both ways", async () => {
  await page.getByRole("button", { name: "Details" }).click();
  await composer(page).focus();
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("F6");
    seen.push(await page.evaluate(() => document.activeElement.closest("[data-region]")?.dataset.region));
  }
  assert.deepEqual(seen, ["pane", "sidebar", "messages", "composer"]);
});

test("Escape closes one layer at a time", async () => {
  await page.getByRole("button", { name: "Group settings" }).click();
  await see(page.getByRole("dialog"));
  await page.keyboard.press("Escape");
  await seeNot(page.getByRole("dialog"));
  await see(page.getByRole("complementary"));
  await until(page, () => document.activeElement.matches("button") && document.activeElement.textContent.includes("Group settings"));
  await page.keyboard.press("Escape");
  await seeNot(page.getByRole("complementary"));
  await focused("textarea");
});

test("Alt and arrows move between conversations", async () => {
  await page.getByRole("button", { name: "Browse or create a group" }).click();
  await page.getByRole("button", { name: "Create a group", exact: true }).click();
  await page.keyboard.type("Greenhouse");
  await page.keyboard.press("Enter");
  await see(page.getByRole("heading", { name: "Greenhouse", level: 1 }));
  await page.keyboard.press("Alt+ArrowUp");
  await see(page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Greenhouse" }));
  await page.keyboard.press("Alt+ArrowDown");
  await see(page.getByRole("heading", { name: "Greenhouse", level: 1 }));
});

test("a letter typed at nothing in particular lands in the composer", async () => {
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press("x");
  assert.equal(await composer(page).inputValue(), "x");
  await composer(page).fill("");
});

test("a dialog keeps the focus inside", async () => {
  await page.getByRole("button", { name: /your status/iu }).click();
  await see(page.getByRole("dialog"));
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
    assert.ok(where);
  }
  await page.keyboard.press("Escape");
  await seeNot(page.getByRole("dialog"));
  await say(page, "done");
  await see(messages(page, "done"));
  await see(row(page, /Greenhouse/u));
});
