/** Long histories: few rows in the document, none of them jumping, none of them lost. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, post, row, see, until } from "./house.js";

const MOST_IN_DOCUMENT = 120;
const STREAM = 700;

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
  await ruth.goto(`${house.server.url}/settings/account`);
  await see(ruth.getByRole("heading", { name: "Profile" }));
});
after(() => house?.close());
afterEach(() => house.quiet());

const text = (at) => (at % 7 === 0 ? `Note ${at},\nof two lines` : at % 11 === 0 ? `Note ${at}. ${"A longer one, with many words. ".repeat(12)}` : `Note ${at}`);
const inDocument = (page) => page.locator("[role=feed] > article").count();
/** How much of a conversation the page holds. */
const held = (page) => page.evaluate(async (id) => {
  const { state } = await import(new URL("store.js", document.querySelector("script[type=module]").src).href);
  return state.value.rooms[`g:${id}`].messages.length;
}, lounge);
/** Waits until the list stands still for two frames, and some row is in view. */
const settled = (page) => until(page, () => {
  const view = document.querySelector("[data-region='messages']");
  const edge = view.getBoundingClientRect();
  const shown = [...view.querySelectorAll("article")].filter((one) => one.getBoundingClientRect().bottom > edge.top && one.getBoundingClientRect().top < edge.bottom);
  const now = shown.length ? `${view.scrollTop} ${shown[0].id} ${shown[0].getBoundingClientRect().top} ${view.scrollHeight}` : "";
  const isSame = now !== "" && window.lastPlace === now && !view.querySelector("[aria-busy]");
  window.lastPlace = now;
  return isSame;
});

/** Waits until the server knows that all of it was read: what is loaded anew then opens at its end. */
const readAllOf = (page) => until(page, async (id) => {
  const { groups } = await (await fetch("/api/v1/bootstrap")).json();
  const { last_ordinal: last, membership: { last_read_ordinal: read, silent_unread: silent } } = groups.find((one) => one.id === id);
  return last - read - silent === 0;
}, lounge);

test("while messages stream through, the document holds few rows and the page few messages", async () => {
  let most = 0;
  for (let from = 0; from < STREAM; from += 100) {
    await post(ruth, lounge, Array.from({ length: 100 }, (_, at) => text(from + at)));
    await see(messages(ines, new RegExp(`^Ruth Okafor.*Note ${from + 99}\\b`, "su")).or(messages(ines, `Note ${from + 99}`)).last());
    most = Math.max(most, await inDocument(ines));
  }
  assert.ok(most <= MOST_IN_DOCUMENT, `${most} rows`);
  assert.ok(await held(ines) <= 500);
  const isAtEnd = await ines.evaluate(() => { const view = document.querySelector("[data-region='messages']"); return view.scrollHeight - view.clientHeight - view.scrollTop < 2; });
  assert.ok(isAtEnd);
});

test("scrolling back through all of it, what one looks at stays where it is while older pages and heights come", async () => {
  await readAllOf(ines);
  await ines.reload();
  await see(messages(ines, `Note ${STREAM - 1}`));
  await settled(ines);
  await ines.mouse.move(700, 400);
  for (let step = 0; step < 200; step += 1) {
    // What is near the top before and after: it moves by as much as one scrolled, and by nothing else.
    const moved = await ines.evaluate(async () => {
      const view = document.querySelector("[data-region='messages']");
      const edge = view.getBoundingClientRect().top;
      const mark = [...view.querySelectorAll("article")].find((one) => one.getBoundingClientRect().top > edge);
      const before = mark.getBoundingClientRect().top;
      const by = Math.min(500, view.scrollTop);
      view.scrollTop -= by;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return { off: mark.isConnected ? mark.getBoundingClientRect().top - before - by : 0, isTop: view.scrollTop === 0, count: view.querySelectorAll("[role=feed] > article").length };
    });
    assert.ok(Math.abs(moved.off) <= 1, `step ${step}: ${moved.off} px`);
    assert.ok(moved.count <= MOST_IN_DOCUMENT);
    if (await ines.getByText("begins here").count() > 0 && moved.isTop) break;
    if (moved.isTop) await settled(ines);
  }
  await see(messages(ines, /Note 0\b/u));
  assert.ok(await held(ines) <= 500);
});

test("a place on the scroll bar has its rows, and the end is one key away", async () => {
  await ines.evaluate(() => { const view = document.querySelector("[data-region='messages']"); view.scrollTop = view.scrollHeight / 2; });
  await settled(ines);
  assert.ok(await inDocument(ines) <= MOST_IN_DOCUMENT);
  await ines.getByRole("button", { name: /Go to the newest|new message/u }).click();
  await see(messages(ines, `Note ${STREAM - 1}`));
  await until(ines, () => { const view = document.querySelector("[data-region='messages']"); return view.scrollHeight - view.clientHeight - view.scrollTop < 2; });
});

test("the message that has the focus is never taken away, and the arrows go on from it", async () => {
  await composer(ines).focus();
  await ines.keyboard.press("Shift+F6");
  await until(ines, () => document.activeElement.matches("article"));
  await ines.keyboard.press("ArrowUp");
  const id = await ines.evaluate(() => document.activeElement.id);
  await ines.evaluate(() => { const view = document.querySelector("[data-region='messages']"); view.scrollTop = view.scrollHeight / 3; });
  await settled(ines);
  assert.equal(await ines.evaluate(() => document.activeElement.id), id);
  await ines.keyboard.press("ArrowUp");
  await until(ines, (before) => document.activeElement.matches("article") && document.activeElement.id !== before, id);
  await ines.keyboard.press("Home");
  await until(ines, () => document.activeElement.matches("article") && document.activeElement === document.querySelector("[role=feed] > article"));
  await ines.keyboard.press("End");
  await until(ines, (last) => document.activeElement.textContent.includes(`Note ${last}`), STREAM - 1);
});

test("nothing shifts while the page is loaded and messages arrive", async () => {
  const fresh = await ines.context().newPage();
  await fresh.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifts.push([one.value, one.sources?.map((source) => source.node?.className ?? source.node?.nodeName)]); })
      .observe({ type: "layout-shift", buffered: true });
  });
  await fresh.goto(`${house.server.url}/g/${lounge}`);
  await see(messages(fresh, `Note ${STREAM - 1}`));
  await post(ruth, lounge, ["One more", "and another\nof two lines"]);
  await see(messages(fresh, "and another"));
  await row(fresh, /Threads/u).click();
  await see(fresh.getByRole("heading", { name: "Threads", level: 1 }));
  const shifts = await fresh.evaluate(() => window.shifts);
  assert.deepEqual(shifts, []);
  await fresh.close();
});

test("fifty thousand messages that stream through an open group leave neither rows nor messages behind", async () => {
  // The server would take minutes for so many: what it would tell is told to the page itself, by its own socket.
  const context = await house.browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce" });
  await context.addCookies(await ines.context().cookies());
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Plain = WebSocket;
    window.WebSocket = class extends Plain {
      constructor(...told) { super(...told); window.line = this; }
    };
  });
  await page.goto(`${house.server.url}/g/${lounge}`);
  await see(messages(page, "of two lines").last());
  const found = await page.evaluate(async ([id, many, batch]) => {
    const { state } = await import(new URL("store.js", document.querySelector("script[type=module]").src).href);
    const drawn = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    const last = state.value.rooms[`g:${id}`].messages.at(-1);
    const sender = Object.values(state.value.users).find((user) => user.id !== state.value.me.id).id;
    let { seq } = state.value;
    let { ordinal } = last;
    let [mostRows, mostHeld] = [0, 0];
    const tell = (type, data) => window.line.dispatchEvent(new MessageEvent("message", { data: JSON.stringify({ type, seq: seq += 1, data }) }));
    for (let told = 0; told < many; told += batch) {
      for (let at = told; at < told + batch; at += 1) {
        const message = { ...last, id: crypto.randomUUID(), client_id: crypto.randomUUID(), sender_id: sender, ordinal: ordinal += 1, content: `Streamed ${at}`, kind: "text" };
        tell("message_created", { message });
        if (at % 10 === 0) tell("reactions_updated", { group_id: id, message_id: message.id, reactions: [{ emoji: "🌱", count: 1, user_ids: [sender] }] });
        if (at % 10 === 5) tell("message_updated", { message: { ...message, content: `Streamed ${at}, edited`, version: 2, edited_at: message.created_at } });
      }
      await drawn();
      mostRows = Math.max(mostRows, document.querySelectorAll("[role=feed] > article").length);
      mostHeld = Math.max(mostHeld, Object.values(state.value.rooms).reduce((sum, room) => sum + room.messages.length, Object.keys(state.value.loose).length));
    }
    const view = document.querySelector("[data-region='messages']");
    return { mostRows, mostHeld, isAtEnd: view.scrollHeight - view.clientHeight - view.scrollTop < 2, text: view.textContent };
  }, [lounge, 50_000, 250]);
  assert.ok(found.mostRows <= MOST_IN_DOCUMENT, `${found.mostRows} rows`);
  assert.ok(found.mostHeld <= 500, `${found.mostHeld} messages`);
  assert.ok(found.isAtEnd);
  assert.match(found.text, /Streamed 49999/u);
  await context.close();
});
