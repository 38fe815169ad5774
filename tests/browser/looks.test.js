/** How the house looks is one's own: contrast, size of text, how close things stand, a colour for the workspace. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, House, picture, see, until } from "./house.js";

/** @type {House} */
let house;
let page;

before(async () => {
  house = await House.open();
  page = await house.visitor({ reducedMotion: "reduce" });
  await house.setUp(page);
  await page.goto(`${house.server.url}/settings/appearance`);
  await see(page.getByRole("heading", { name: "Look", level: 1 }));
});
after(() => house?.close());
afterEach(() => house.quiet());

const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
const colour = (name) => page.evaluate((token) => {
  const probe = document.createElement("i");
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}, name);

test("the size of all text follows, and stays after a reload", async () => {
  await page.getByLabel("Size of text").selectOption("130");
  await until(page, () => getComputedStyle(document.documentElement).fontSize === "20.8px");
  await picture(page, "looks-130");
  await page.reload();
  await see(page.getByLabel("Size of text"));
  assert.equal(await size(), "20.8px");
  await page.getByLabel("Size of text").selectOption("100");
  await until(page, () => getComputedStyle(document.documentElement).fontSize === "16px");
});

test("high contrast is black on white, and white on black in the evening", async () => {
  await page.getByRole("switch", { name: "High contrast" }).click();
  await until(page, () => document.documentElement.dataset.contrast === "more");
  assert.deepEqual([await colour("ink"), await colour("paper")], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual([await colour("ink"), await colour("paper")], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await picture(page, "looks-contrast-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("switch", { name: "High contrast" }).click();
});

test("a workspace has a colour of its own, and it is chosen by key as well", async () => {
  const before = await colour("green");
  await page.getByRole("radio", { name: "Bottle green" }).focus();
  await page.keyboard.press("ArrowRight");
  await until(page, () => document.documentElement.dataset.accent === "blue");
  assert.notEqual(await colour("green"), before);
  await page.getByRole("switch", { name: "Compact" }).click();
  await page.goto(house.server.url);
  await see(composer(page));
  await until(page, () => document.documentElement.dataset.accent === "blue" && document.documentElement.dataset.density === "compact");
  await picture(page, "looks-blue-compact");
});

test("however long a group's name and topic are, it can be opened from the list of all", async () => {
  const long = "A name that goes on for longer than any sidebar is wide";
  await page.evaluate(async (name) => {
    const { workspaces } = await (await fetch("/api/v1/bootstrap")).json();
    await fetch(`/api/v1/workspaces/${workspaces[0].id}/groups`, { method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, topic: "And a topic of the same kind, so that nobody can read all of it beside the button that opens the group" }) });
  }, long);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(house.server.url);
    await page.getByRole("button", { name: "Browse or create a group" }).click();
    const dialog = page.getByRole("dialog", { name: "Groups" });
    for (const name of ["Open Lounge", `Open ${long}`]) {
      await see(dialog.getByRole("button", { name }));
      const [outer, inner] = await Promise.all([dialog, dialog.getByRole("button", { name })].map((one) => one.boundingBox()));
      assert.ok(inner.x + inner.width <= outer.x + outer.width, `${name} at ${width}`);
    }
    await picture(page, `looks-groups-${width}`);
    await page.keyboard.press("Escape");
  }
});
