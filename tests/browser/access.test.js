/** axe finds nothing on any page, by day and in the evening, wide and narrow; and the pictures of those pages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, picture, post, see, seeNot } from "./house.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {House} */
let house;
let page;
let link;

before(async () => {
  house = await House.open();
  // axe is a script of its own: only here may it run beside the policy.
  page = await house.visitor({ bypassCSP: true });
});
after(() => house?.close());
afterEach(() => house.quiet());

/** By day and in the evening, on a desk, at 200 % zoom of a small one, and at 400 %. */
const WIDTHS = [1440, 640, 320];
const SCHEMES = ["light", "dark"];
/** And with high contrast, where all of it is drawn. */
const LOOKS = [
  ...WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [width, scheme, ""])),
  ...SCHEMES.map((scheme) => [WIDTHS[0], scheme, "more"]),
];

/** Where one screen stands alone. */
const NARROW = LOOKS.filter(([width]) => width <= 720);

/** @param {string} name @param {typeof LOOKS} [looks] */
async function check(name, looks = LOOKS) {
  for (const [width, colorScheme, contrast] of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate((chosen) => {
      if (chosen) document.documentElement.dataset.contrast = chosen;
      else delete document.documentElement.dataset.contrast;
    }, contrast);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.map((one) => ({ rule: one.id, nodes: one.nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`) }));
    });
    if (width === WIDTHS[0]) await picture(page, [name, colorScheme, contrast].filter(Boolean).join("-"));
    assert.deepEqual(found, [], `${name} ${width} ${colorScheme} ${contrast}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} ${width} is as wide as the window`);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await page.evaluate(() => { delete document.documentElement.dataset.contrast; });
}

test("the set-up", async () => {
  await page.goto(house.server.setUpLink);
  await see(page.getByLabel("Name this place"));
  await check("set-up");
  link = await house.setUp(page);
});

test("a conversation with its pane", async () => {
  await post(page, groupIn(page), ["Morning all. East vents stuck open again overnight, 4 °C at six.",
    "- tie up the far row\n- ~~clean the gutter~~ done\n\n> It closes once\n\n`GPIO 17`, see https://smallglass.example/vents",
    "```rust\nif bay.temp() < LOW { vent.close()?; }\n```", "🌱☕"]);
  await see(messages(page, "Morning all"));
  await page.getByRole("button", { name: "Details" }).click();
  await see(page.getByRole("heading", { name: /Here now/u }));
  await check("conversation");
});

test("what is done with messages: bar, menu, emoji, edit, thread, and the threads in one place", async () => {
  const [said] = await post(page, groupIn(page), ["| bay | °C |\n|---|---:|\n| east | 4 |\n\n- [x] sown\n- [ ] watered\n\nand ||a secret||"]);
  await see(messages(page, "a secret").or(page.getByRole("button", { name: "Hidden. Press to show" })).first());
  const row = page.locator(`#m-${said.id}`);
  await page.evaluate(async (id) => {
    const request = (method, path, body) => fetch(`/api/v1/messages/${id}${path}`, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    await request("PUT", `/reactions/${encodeURIComponent("🌱")}`);
    await request("PUT", "/pin");
    await request("POST", "/replies", { client_id: crypto.randomUUID(), content: "A reply" });
  }, said.id);
  await see(row.getByRole("link", { name: /1 reply/u }));
  await row.focus();
  await see(page.getByRole("toolbar"));
  await check("message-bar");
  await row.getByRole("button", { name: "More" }).click();
  await see(page.getByRole("menu"));
  await check("message-menu");
  await page.keyboard.press("Escape");
  await row.focus();
  await page.keyboard.press("a");
  await see(page.getByRole("dialog", { name: "Pick an emoji" }));
  await check("emoji");
  await page.keyboard.press("Escape");
  await row.focus();
  await page.keyboard.press("e");
  await see(page.getByLabel("Edit your message"));
  await check("edit");
  await page.keyboard.press("Escape");
  await composer(page).pressSequentially(":see");
  await see(page.getByRole("listbox"));
  await check("completion");
  await page.keyboard.press("Escape");
  await composer(page).fill("");
  await row.focus();
  await page.keyboard.press("t");
  await see(page.getByRole("complementary", { name: "Thread" }).locator("article"));
  await check("thread");
  await page.getByRole("button", { name: "Close the thread" }).click();
  await page.getByRole("link", { name: "Threads" }).click();
  await see(page.locator(".inbox-i"));
  await check("threads");
  await page.getByRole("navigation").getByRole("link", { name: /Lounge/u }).click();
  await see(page.getByRole("complementary", { name: "About Lounge" }));
});

test("on a phone: the list, the pane and the thread, each alone", async () => {
  const { pathname } = new URL(page.url());
  const replies = await page.getByRole("link", { name: /1 reply/u }).getAttribute("href");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(house.server.url);
  await see(page.getByRole("navigation").getByRole("link", { name: /Lounge/u }));
  assert.equal(await page.getByRole("main").evaluate((main) => main.contains(document.querySelector("nav"))), true);
  await check("phone-list", NARROW);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(house.server.url + pathname);
  await page.getByRole("button", { name: "Details" }).click();
  await see(page.getByRole("heading", { name: "About Lounge" }));
  await check("phone-pane", NARROW);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(house.server.url + replies);
  await see(page.getByRole("main").locator("article").first());
  await check("phone-thread", NARROW);
  await page.goto(house.server.url + pathname);
  await see(composer(page));
});

const DIALOGS = [
  ["groups", (one) => one.getByRole("button", { name: "Browse or create a group" })],
  ["new-direct", (one) => one.getByRole("button", { name: "New direct conversation" })],
  ["status", (one) => one.getByRole("button", { name: /your status/iu })],
  ["place", (one) => one.getByRole("button", { name: /Fernhill Workshop/u })],
  ["invites", (one) => one.getByRole("button", { name: "Invite", exact: true })],
  ["group-settings", (one) => one.getByRole("button", { name: "Group settings" })],
  ["person", (one) => one.locator(".per-b").first()],
];
for (const [name, opener] of DIALOGS) {
  test(`the dialog: ${name}`, async () => {
    await opener(page).click();
    await see(page.getByRole("dialog"));
    await check(`dialog-${name}`);
    await page.keyboard.press("Escape");
    await seeNot(page.getByRole("dialog"));
  });
}

for (const section of ["account", "password", "devices", "appearance", "keyboard"]) {
  test(`settings: ${section}`, async () => {
    await page.goto(`${house.server.url}/settings/${section}`);
    await see(page.getByRole("heading", { level: 1 }));
    await see(page.locator(".set").first());
    await check(`settings-${section}`);
  });
}

test("a forum: its list, a post, and writing one", async () => {
  await page.goto(house.server.url);
  await see(composer(page));
  const forum = await page.evaluate(async () => {
    const ask = async (path, body) => (await fetch(`/api/v1${path}`, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json();
    const { workspaces } = await ask("/bootstrap");
    const made = await ask(`/workspaces/${workspaces[0].id}/groups`, { name: "Questions", kind: "forum" });
    const { tags } = await ask(`/groups/${made.id}/tags`, { name: "Kiln", colour: "red" });
    const { message } = await ask(`/groups/${made.id}/messages`, { client_id: crypto.randomUUID(), title: "How does the kiln open?", content: "It **does not**.", tag_ids: [tags[0].id] });
    await ask(`/messages/${message.id}/replies`, { client_id: crypto.randomUUID(), content: "Turn it left." });
    return made.id;
  });
  await page.goto(`${house.server.url}/g/${forum}`);
  await see(page.getByRole("link", { name: "How does the kiln open?" }));
  await check("forum");
  await page.getByRole("link", { name: "How does the kiln open?" }).click();
  await see(page.getByRole("complementary", { name: "Thread" }).locator("article"));
  await check("forum-post");
  await page.getByRole("button", { name: "Close the thread" }).click();
  await page.getByRole("button", { name: "New post" }).first().click();
  await see(page.getByRole("dialog", { name: "New post" }));
  await check("forum-new-post");
  await page.keyboard.press("Escape");
});

test("what is kept for later, and a search", async () => {
  await page.evaluate(async () => {
    const { groups } = await (await fetch("/api/v1/bootstrap")).json();
    const lounge = groups.find((one) => one.is_primary);
    const { messages } = await (await fetch(`/api/v1/groups/${lounge.id}/messages?limit=10`)).json();
    await fetch(`/api/v1/messages/${messages.find((one) => one.content.startsWith("Morning")).id}/saved`, { method: "PUT" });
  });
  for (const tab of ["saved", "reminders", "scheduled"]) {
    await page.goto(`${house.server.url}/later/${tab}`);
    await see(page.locator(tab === "saved" ? ".inbox-i" : ".empty"));
    await check(`later-${tab}`);
  }
  await page.goto(`${house.server.url}/search?q=morning`);
  await see(page.locator("main mark").first());
  await check("search");
});

test("a group nobody has spoken in", async () => {
  await page.goto(house.server.url);
  await see(page.getByRole("heading", { level: 1 }));
  await page.getByRole("button", { name: "Browse or create a group" }).click();
  await page.getByRole("button", { name: "Create a group", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("A group with a name that goes on for longer than any sidebar");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await see(page.getByRole("heading", { name: "Nobody has spoken yet" }));
  await check("empty-group");
});

test("what is not here", async () => {
  await page.goto(`${house.server.url}/nowhere`);
  await see(page.getByRole("heading", { name: "This is not here, or not for you" }));
  await check("not-here");
});

test("the doorway: signing in, an invitation, one that is gone", async () => {
  house.expected.push(/status of 410/u);
  await page.goto(`${house.server.url}/settings/account`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await see(page.getByRole("heading", { name: "Come on in" }));
  await check("sign-in");
  await page.goto(link);
  await see(page.getByRole("heading", { name: "Ines Duarte saved you a seat" }));
  await check("invite");
  await page.goto(`${house.server.url}/invite#nothing`);
  await page.reload();
  await see(page.getByRole("heading", { name: "This invitation no longer works" }));
  await check("invite-gone");
});
