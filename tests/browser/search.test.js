/** Looking for what was said: while typing, by filters, by key, and back again. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PHONE, picture, post, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;
let hall;

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  if (!response.ok) throw new Error(`${where}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

const field = (page) => page.getByRole("searchbox", { name: "Search messages" });
const hits = (page) => page.getByRole("list", { name: "Results" }).getByRole("link");
const hit = (page, text) => hits(page).filter({ hasText: text });

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
  const { workspaces } = await api(ines, "GET", "/bootstrap");
  hall = (await api(ines, "POST", `/workspaces/${workspaces[0].id}/groups`, { name: "Tool library" })).id;
  await post(ines, hall, ["Two quotes for a second vent arm", "Order the cheaper vent, see https://example.org/vent"]);
  await post(ruth, lounge, Array.from({ length: 45 }, (_, n) => `Ordinary words, number ${n}`));
  await post(ruth, lounge, ["It closes the vent once and never re-arms", "The greenhouse is 東京都庁 green", "An eventful day"]);
});
after(() => house?.close());
afterEach(() => house.quiet());

test("results come while one types, the newest first, with the words marked", async () => {
  await ines.keyboard.press("Control+Shift+F");
  await see(field(ines));
  await see(ines.getByRole("button", { name: "Remove filter: in Lounge" }));
  await ines.keyboard.type("vent");
  // Everything in the Lounge was listed before.
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 2);
  await see(hit(ines, "closes the vent"));
  await see(ines.getByText("Inside of longer words"));
  // The page's own button empties the field; one by the browser, inside at its end, would be a second.
  const { width, height } = await field(ines).boundingBox();
  await field(ines).click({ position: { x: width - 8, y: height / 2 } });
  assert.equal(await field(ines).inputValue(), "vent");
  await ines.getByRole("button", { name: "Remove filter: in Lounge" }).click();
  await see(hit(ines, "Two quotes"));
  const texts = await hits(ines).locator(".hit-t").allTextContents();
  assert.deepEqual(texts, ["It closes the vent once and never re-arms", "Order the cheaper vent, see https://example.org/vent", "Two quotes for a second vent arm", "An eventful day"]);
  assert.deepEqual(await hit(ines, "Order").locator("mark").allTextContents(), ["vent", "vent"]);
  await until(ines, () => new URL(location.href).searchParams.get("q") === "vent");
  await until(ines, () => document.getElementById("say-status").textContent === "4 messages");
  await picture(ines, "search");
});

test("parts of words, signs and phrases are found", async () => {
  for (const [asked, found] of [["house", "greenhouse"], ["京都", "東京都庁"], ["\"vent once\"", "closes the vent"]]) {
    await field(ines).fill(asked);
    await until(ines, (text) => new URL(location.href).searchParams.get("q") === text, asked);
    await see(hit(ines, found));
    await until(ines, () => document.querySelectorAll("[data-hit]").length === 1);
  }
});

test("a hit is read as text, without the signs of Markdown, and what is hidden stays hidden", async () => {
  await post(ines, hall, ["The **oiled louvre** is `stuck`, see [the louvre plan](https://plan.example/louvre) ||a louvre gift||"]);
  await field(ines).fill("louvre");
  await see(hit(ines, "oiled"));
  assert.equal(await hit(ines, "oiled").locator(".hit-t").textContent(), "The oiled louvre is stuck, see the louvre plan …");
  assert.deepEqual(await hit(ines, "oiled").locator("mark").allTextContents(), ["louvre", "louvre"]);
});

test("filters are typed or pressed, and stand in the address", async () => {
  await field(ines).fill("vent");
  await field(ines).pressSequentially(" from:ines ");
  await see(ines.getByRole("button", { name: "Remove filter: from Ines Duarte" }));
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 2);
  await ines.getByRole("button", { name: "has a link" }).click();
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 1);
  await until(ines, () => new URL(location.href).searchParams.get("q") === "from:ines has:link vent");
  await ines.getByRole("button", { name: "in a conversation" }).click();
  await ines.getByRole("searchbox", { name: "Find a conversation" }).fill("loun");
  await ines.getByRole("listitem").getByRole("button", { name: "Lounge" }).click();
  await see(ines.getByRole("heading", { name: "Nothing found for vent" }));
  await picture(ines, "search-nothing");
  await ines.getByRole("button", { name: "Search without “in Lounge”" }).click();
  await see(hit(ines, "Order the cheaper"));
  await seeNot(ines.getByRole("button", { name: "Remove filter: in Lounge" }));
  await ines.reload();
  await see(hit(ines, "Order the cheaper"));
  await see(ines.getByRole("button", { name: "Remove filter: has a link" }));
});

test("what was typed to jump can be looked for instead", async () => {
  await ines.goto(house.server.url);
  await see(composer(ines));
  await ines.keyboard.press("Control+k");
  const dialog = ines.getByRole("dialog", { name: "Jump or search" });
  await ines.keyboard.type("closes the");
  await see(dialog.getByRole("option", { name: "Search messages for “closes the”" }));
  await picture(ines, "jump-search");
  await ines.keyboard.press("Enter");
  await see(hit(ines, "closes the vent"));
  await until(ines, () => location.pathname + location.search === "/search?q=closes+the");
  await ines.keyboard.press("Control+k");
  // Though something has that name, too.
  await ines.keyboard.type("lounge");
  await ines.keyboard.press("Control+Enter");
  await until(ines, () => new URL(location.href).searchParams.get("q") === "lounge");
});

test("files are found by their names and words, pictures are shown, and what one saved is a filter", async () => {
  const send = (name, type, bytes) => ines.evaluate(async ([called, kind, content, place]) => {
    const ask = async (path, body) => (await fetch(`/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json();
    const data = new Blob([new Uint8Array(content)], { type: kind });
    const { id } = await ask("/uploads", { name: called, size_bytes: data.size });
    await fetch(`/api/v1/uploads/${id}?offset=0`, { method: "PUT", headers: { "content-type": "application/octet-stream" }, body: data });
    await ask(`/uploads/${id}/finish`, {});
    return (await ask(`/groups/${place}/messages`, { client_id: crypto.randomUUID(), content: "", file_ids: [id] })).message;
  }, [name, type, [...bytes], hall]);
  await send("Louvre plan.txt", "text/plain", Buffer.from("The louvre opens at twenty degrees"));
  const shot = await send("louvre.png", "image/png", readFileSync(new URL("../../docs/screenshots/conversation-light.png", import.meta.url)));
  await until(ines, async (id) => (await (await fetch(`/api/v1/messages/${id}`)).json()).attachments[0].thumbnail === "ready", shot.id);

  await ines.goto(`${house.server.url}/search?q=louvre`);
  await see(hit(ines, "twenty degrees"));
  await see(hits(ines).getByRole("img", { name: "louvre.png" }));
  await picture(ines, "search-files");
  await ines.getByRole("button", { name: "has a picture" }).click();
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 1);
  await see(ines.getByRole("button", { name: "Remove filter: has a picture" }));

  await api(ines, "PUT", `/messages/${shot.id}/saved`, {});
  await ines.goto(`${house.server.url}/search?q=${encodeURIComponent("is:saved")}`);
  await see(hit(ines, "louvre.png"));
  await see(ines.getByRole("button", { name: "Remove filter: saved by me" }));
});

test("a person is chosen for a filter, and the best come first when that is wanted", async () => {
  await ines.goto(`${house.server.url}/search?q=vent`);
  await ines.getByRole("button", { name: "from a person" }).click();
  await ines.getByRole("searchbox", { name: "Find a person" }).fill("ruth");
  await ines.getByRole("listitem").getByRole("button", { name: "Ruth Okafor" }).click();
  await see(ines.getByRole("button", { name: "Remove filter: from Ruth Okafor" }));
  await see(hit(ines, "closes the vent"));
  await ines.getByRole("button", { name: "Best first" }).click();
  await until(ines, () => new URL(location.href).searchParams.get("sort") === "best");
  await see(hit(ines, "closes the vent"));
});

test("arrows and Enter open a hit in its place with the list beside it, and Back leads to the list as it was", async () => {
  await ines.goto(`${house.server.url}/search?q=vent`);
  await see(hit(ines, "Two quotes"));
  await field(ines).focus();
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("ArrowDown");
  await until(ines, () => document.activeElement.textContent.includes("Order the cheaper"));
  await ines.keyboard.press("Enter");
  await see(messages(ines, "Order the cheaper"));
  const pane = ines.getByRole("complementary", { name: "Results" });
  await see(pane);
  await picture(ines, "search-pane");
  await until(ines, () => document.activeElement.closest("aside") && document.activeElement.textContent.includes("Order the cheaper"));
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("Enter");
  await see(messages(ines, "Two quotes"));
  await see(pane.locator(".hit.sel").filter({ hasText: "Two quotes" }));
  await ines.goBack();
  await see(field(ines));
  await until(ines, () => document.activeElement.textContent.includes("Two quotes"));
  await ines.keyboard.press("Enter");
  await see(pane);
  await ines.keyboard.press("Escape");
  await seeNot(pane);
  await see(composer(ines));
});

test("however late the conversation comes, the keys stay with the hits beside it", async () => {
  await ines.goto(`${house.server.url}/search?q=vent`);
  await see(hit(ines, "Two quotes"));
  let letGo = () => {};
  const held = new Promise((done) => { letGo = done; });
  const slow = /\/api\/v1\/groups\/[^/]+\/messages/u;
  await ines.route(slow, async (route) => { await held; await route.continue(); });
  await field(ines).focus();
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("ArrowDown");
  await until(ines, () => document.activeElement.textContent.includes("Order the cheaper"));
  await ines.keyboard.press("Enter");
  const isOnHit = () => document.activeElement.closest("aside") && document.activeElement.textContent.includes("Order the cheaper");
  await until(ines, isOnHit);
  letGo();
  await see(messages(ines, "Order the cheaper"));
  assert.ok(await ines.evaluate(isOnHit));
  await ines.unroute(slow);
  await ines.keyboard.press("Escape");
  await seeNot(ines.getByRole("complementary", { name: "Results" }));
});

test("the list goes on as it is scrolled, and keeps its place", async () => {
  await ines.goto(`${house.server.url}/search?q=ordinary`);
  await see(hit(ines, "number 44"));
  await hit(ines, "number 20").scrollIntoViewIfNeeded();
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 45);
  await until(ines, () => document.getElementById("say-status").textContent === "45 messages");
  await hit(ines, "number 3").last().scrollIntoViewIfNeeded();
  await hit(ines, "number 0").click();
  await see(messages(ines, "number 0"));
  await ines.goBack();
  await see(hit(ines, "number 0"));
  assert.ok(await ines.locator("main [data-hits]").evaluate((view) => view.scrollTop > 500));
});

test("what is deleted goes from the list, and what was said around a hit can be seen", async () => {
  const [said] = await post(ruth, lounge, ["a secret zephyr"]);
  await ines.goto(`${house.server.url}/search?q=zephyr`);
  await see(hit(ines, "a secret zephyr"));
  await hit(ines, "a secret zephyr").hover();
  await ines.getByRole("button", { name: "Show what was said around it" }).click();
  await see(hit(ines, "An eventful day"));
  await api(ruth, "DELETE", `/messages/${said.id}`);
  await until(ines, () => document.querySelectorAll("[data-hit]").length === 0);
});

test("on a phone the page is a screen of its own", async () => {
  const phone = await house.visitor({ viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark", reducedMotion: "reduce" });
  await house.signIn(phone, "ruth", "/search?q=vent");
  await see(hit(phone, "closes the vent"));
  await picture(phone, "search-phone");
  await hit(phone, "closes the vent").click();
  await see(messages(phone, "closes the vent"));
  await phone.goBack();
  await see(hit(phone, "closes the vent"));
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});
