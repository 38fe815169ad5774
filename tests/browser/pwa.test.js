/** Without a connection Parlor opens with what it knew last, and keeps what one writes; signing out leaves nothing behind. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { Front } from "./front.js";
import { composer, House, messages, picture, say, see, seeNot, until, wake } from "./house.js";

/** @type {House} */
let house;
let page;

before(async () => {
  house = await House.open();
  page = await house.visitor({ serviceWorkers: "allow", reducedMotion: "reduce" });
  await house.setUp(page);
});
after(() => house?.close());
afterEach(() => house.quiet());

const kept = (one) => one.evaluate(() => new Promise((done, failed) => {
  const opening = indexedDB.open("parlor-last", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("last");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("last").objectStore("last").get("last");
    asked.onsuccess = () => { opening.result.close(); done(asked.result ? JSON.stringify(asked.result.state.rooms) : ""); };
  };
}));

test("the manifest and its icons are there, and the worker keeps this version of the page and no answer of the API", async () => {
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
  const manifest = await page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const found = await (await fetch(address)).json();
    const sizes = await Promise.all(found.icons.map(async (icon) => (await createImageBitmap(await (await fetch(new URL(icon.src, address))).blob())).width));
    return { ...found, sizes };
  });
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ["/", "/", "standalone"]);
  assert.deepEqual(manifest.sizes, [192, 512, 192, 512]);
  assert.equal(new Set(manifest.icons.map((icon) => icon.src)).size, 4);
  const names = await page.evaluate(async () => {
    const caches = await window.caches.keys();
    const cache = await window.caches.open(caches[0]);
    return { caches, paths: (await cache.keys()).map((request) => new URL(request.url).pathname) };
  });
  assert.equal(names.caches.length, 1);
  for (const end of ["/", "/app.js", "/styles/later.css"]) assert.ok(names.paths.some((path) => path === end || (end !== "/" && path.endsWith(end))), `${end} of ${names.paths.length}: ${names.paths.slice(0, 9)}`);
  assert.ok(names.paths.every((path) => path === "/" || path.startsWith("/assets/")));
});

test("a maskable icon goes to the edges, and whatever is cut off of it, the arch stays", async () => {
  const icons = await page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const { icons: listed, background_color: ground } = await (await fetch(address)).json();
    return Promise.all(listed.map(async ({ src, purpose }) => {
      const image = await createImageBitmap(await (await fetch(new URL(src, address))).blob());
      const size = image.width;
      const pen = new OffscreenCanvas(size, size).getContext("2d");
      pen.fillStyle = ground;
      pen.fillRect(0, 0, 1, 1);
      const wall = [...pen.getImageData(0, 0, 1, 1).data];
      pen.clearRect(0, 0, size, size);
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, size, size);
      const pixels = Array.from({ length: size * size }, (_, at) => ({ far: Math.hypot(at % size - size / 2, Math.floor(at / size) - size / 2) / size, colour: data.slice(at * 4, at * 4 + 4) }));
      const isWall = ({ colour }) => wall.every((part, at) => part === colour[at]);
      return { purpose, corner: [...pixels[0].colour], outside: pixels.filter((one) => one.far > 0.4 && !isWall(one)).length, ground: wall };
    }));
  });
  for (const { purpose, corner, outside, ground } of icons) {
    if (purpose === "maskable") assert.deepEqual([corner, outside], [ground, 0]);
    else assert.equal(corner[3], 0, "alone it has no ground");
  }
});

test("without a server the page opens with what was known, says so, and keeps what is written until it goes out once", async () => {
  house.expected.push(/ERR_CONNECTION_REFUSED|ERR_FAILED|WebSocket connection/u);
  await say(page, "Said while all was well");
  await until(page, () => document.querySelectorAll(".pending").length === 0 && document.body.textContent.includes("Said while all was well"));
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  await until(page, async () => new Promise((done) => {
    const opening = indexedDB.open("parlor-last", 1);
    opening.onsuccess = () => { const asked = opening.result.transaction("last").objectStore("last").get("last"); asked.onsuccess = () => { opening.result.close(); done(JSON.stringify(asked.result ?? "").includes("Said while all was well")); }; };
  }));
  await house.server.stop();
  await page.reload();
  await see(page.getByText("Parlor cannot be reached."));
  await see(messages(page, "Said while all was well"));
  await say(page, "Written in the dark");
  await see(messages(page, "Written in the dark").getByText("Will send when connected"));
  await picture(page, "offline");
  await house.server.run();
  await wake(page);
  await seeNot(page.getByText("You see what was known"));
  await until(page, () => document.querySelectorAll(".pending").length === 0);
  assert.equal(await messages(page, "Written in the dark").count(), 1);
});

test("a newer version waits until one presses, and the page is loaded again with it", async () => {
  const front = await Front.open(house.server.port);
  const other = await house.visitor({ serviceWorkers: "allow", reducedMotion: "reduce" });
  try {
    await house.signIn(other, "ines", "/", front.url);
    await until(other, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" && navigator.serviceWorker.controller !== null);
    assert.equal(await other.getByText("There is a new version").count(), 0);
    front.version = "the next one";
    await other.evaluate(async () => { window.isOld = true; await (await navigator.serviceWorker.getRegistration()).update(); });
    const button = other.getByRole("button", { name: "Reload for the new version" });
    await see(button);
    assert.equal(await other.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)), true);
    await button.click();
    await until(other, () => window.isOld === undefined && document.querySelector("[data-region='composer']") !== null);
    assert.equal(await other.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)), false);
    await seeNot(button);
  } finally {
    await other.context().close();
    await front.close();
  }
});

test("signing out leaves nothing of what was known on this device", async () => {
  assert.notEqual(await kept(page), "");
  await page.goto(`${house.server.url}/settings/account`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await see(page.getByRole("heading", { name: "Come on in" }));
  await until(page, async () => new Promise((done) => {
    const opening = indexedDB.open("parlor-last", 1);
    opening.onsuccess = () => { const asked = opening.result.transaction("last").objectStore("last").count(); asked.onsuccess = () => { opening.result.close(); done(asked.result === 0); }; };
  }));
  assert.equal(await kept(page), "");
});
