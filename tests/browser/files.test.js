/** Files: sent by button, paste and drop; brought in pieces; looked at, heard, listed, shared; gone for who is out. */
import assert from "node:assert/strict";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { composer, DESKTOP, groupIn, House, messages, PHONE, picture, post, row, see, seeNot, until } from "./house.js";
import { png } from "./png.js";

const BIG_BYTES = 200 * 1000 * 1000;

/** @type {House} */
let house;
let ines;
let ruth;
let lounge;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "parlor-files-"));
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  lounge = groupIn(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => house.quiet());

const attach = (page, files) => page.locator("[data-region='composer'] input[type='file']").setInputFiles(files);
const tray = (page) => page.getByRole("list", { name: "Files to send" });
const send = (page) => composer(page).press("Enter");
const request = (page, path, options = {}) => page.evaluate(async ([where, how]) => {
  const response = await fetch(`/api/v1${where}`, how);
  const text = await response.text();
  return { status: response.status, text, body: response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null };
}, [path, options]);
const sentIn = async (page, text) => {
  const { body } = await request(page, `/groups/${lounge}/messages?limit=100`);
  return body.messages.find((one) => one.content === text);
};
/** Gives files to the page as a hand would that drags them there. */
const drop = (page, count) => page.evaluate(async (many) => {
  const data = new DataTransfer();
  for (let n = 0; n < many; n += 1) {
    const canvas = new OffscreenCanvas(320, 240);
    const brush = canvas.getContext("2d");
    brush.fillStyle = `hsl(${n * 9} 60% 60%)`;
    brush.fillRect(0, 0, 320, 240);
    data.items.add(new File([await canvas.convertToBlob({ type: "image/png" })], `photo-${n + 1}.png`, { type: "image/png" }));
  }
  const sheet = document.getElementById("sheet").getBoundingClientRect();
  const where = { clientX: sheet.left + sheet.width / 2, clientY: sheet.top + 120, bubbles: true, cancelable: true, dataTransfer: data };
  document.dispatchEvent(new DragEvent("dragover", where));
  document.dispatchEvent(new DragEvent("drop", where));
}, count);

test("a picture is sent with a word, and drawn in a box that was there before it", async () => {
  await attach(ines, { name: "east-bay.png", mimeType: "image/png", buffer: png(1200, 800) });
  await see(tray(ines).getByText("east-bay.png"));
  await composer(ines).fill("Dawn, from the door");
  await send(ines);
  for (const page of [ines, ruth]) {
    await see(messages(page, "Dawn, from the door").getByRole("button", { name: "Open picture east-bay.png" }));
    await see(messages(page, "Dawn, from the door").locator(".shot img"));
  }
  const box = await messages(ruth, "Dawn, from the door").locator(".shot").boundingBox();
  assert.deepEqual([Math.round(box.width), Math.round(box.height)], [360, 240]);
  await until(ruth, () => { const image = document.querySelector(".shot img"); return image.complete && image.naturalWidth === 720; });
  await seeNot(tray(ines));
});

test("the lightbox opens by key, shows the picture, and gives the focus back", async () => {
  const shot = messages(ruth, "Dawn, from the door").getByRole("button", { name: "Open picture east-bay.png" });
  await shot.focus();
  await ruth.keyboard.press("Enter");
  const box = ruth.getByRole("dialog", { name: "Picture east-bay.png" });
  await see(box);
  await until(ruth, () => document.querySelector(".stage img").naturalWidth === 1200);
  await see(box.getByText(/1200 × 800/u));
  await picture(ruth, "lightbox");
  await ruth.keyboard.press("Escape");
  await seeNot(box);
  await until(ruth, () => document.activeElement?.classList.contains("shot"));
});

test("forty photos that are dropped at once arrive as one message, in order", async () => {
  await drop(ines, 40);
  await see(tray(ines).getByText("photo-40.png"));
  await composer(ines).fill("The whole tour");
  await send(ines);
  await see(messages(ruth, "The whole tour"));
  await until(ruth, () => document.querySelectorAll("article:last-of-type .shot img").length === 40);
  const { attachments } = await sentIn(ruth, "The whole tour");
  assert.deepEqual(attachments.map(({ name }) => name), Array.from({ length: 40 }, (_, n) => `photo-${n + 1}.png`));
});

test("the next picture is one key away", async () => {
  await messages(ruth, "The whole tour").getByRole("button", { name: "Open picture photo-1.png" }).click();
  await see(ruth.getByRole("dialog", { name: "Picture photo-1.png" }));
  await ruth.keyboard.press("ArrowRight");
  await see(ruth.getByRole("dialog", { name: "Picture photo-2.png" }));
  await ruth.getByRole("button", { name: "Close" }).click();
  await seeNot(ruth.getByRole("dialog", { name: "Picture photo-2.png" }));
  // The first picture is far above the end.
  await composer(ruth).press("Escape");
  await until(ruth, () => { const view = document.querySelector("[data-region='messages']"); return view.scrollHeight - view.clientHeight - view.scrollTop < 2; });
});

test("200 MB that a restart of the server cuts off go on where they stood", async () => {
  const path = join(folder, "attic.bin");
  const file = await open(path, "w");
  await file.truncate(BIG_BYTES);
  await file.write("the end", BIG_BYTES - 7);
  await file.close();
  house.expected = [/ERR_CONNECTION|ERR_FAILED|ERR_EMPTY|WebSocket|status of 50[23]/u];
  let isCut = false;
  const offsets = [];
  const cut = async (request) => {
    const offset = new URL(request.url()).searchParams.get("offset");
    if (offset === null) return;
    offsets.push(Number(offset));
    if (isCut || Number(offset) < BIG_BYTES / 2) return;
    isCut = true;
    await house.server.stop("SIGKILL");
    await house.server.start();
  };
  ines.on("request", cut);
  await attach(ines, path);
  await see(tray(ines).getByText("attic.bin"));
  // So many bytes take longer than anything else here; what is done meanwhile waits in line behind them, on the way to the browser.
  const timeout = 240_000;
  await composer(ines).fill("Everything from the attic", { timeout });
  await composer(ines).press("Enter", { timeout });
  await messages(ruth, "Everything from the attic").getByText("attic.bin").waitFor({ timeout });
  ines.off("request", cut);
  assert.ok(isCut);
  assert.ok(offsets.filter((offset) => offset === 0).length === 1, "it did not begin again");
  const { attachments: [stored] } = await sentIn(ruth, "Everything from the attic");
  assert.equal(stored.size_bytes, BIG_BYTES);
  const end = await request(ruth, `/files/${stored.id}/content`, { headers: { range: "bytes=-7" } });
  assert.deepEqual([end.status, end.text], [206, "the end"]);
});

test("the first lines of a text are shown when they are asked for", async () => {
  await attach(ruth, { name: "vents.py", mimeType: "text/x-python", buffer: Buffer.from("def open_vents():\n    return 'all of them'\n") });
  await see(tray(ruth).getByText("vents.py"));
  await send(ruth);
  const line = messages(ines, "vents.py");
  await line.getByRole("button", { name: "Show the first lines" }).click();
  await see(line.getByText("def open_vents():"));
  await line.getByRole("button", { name: "Hide the first lines" }).click();
  await seeNot(line.getByText("def open_vents():"));
});

test("a file that is taken out of the tray leaves nothing behind", async () => {
  const used = async () => (await request(ruth, "/me/storage")).body.used_bytes;
  const before = await used();
  await attach(ruth, { name: "wrong.txt", mimeType: "text/plain", buffer: Buffer.from("not this one") });
  await see(tray(ruth).getByText("wrong.txt"));
  await see(tray(ruth).getByText("12 bytes", { exact: true }));
  const gone = ruth.waitForResponse((response) => response.request().method() === "DELETE");
  await tray(ruth).getByRole("button", { name: "Remove wrong.txt" }).click();
  await gone;
  await seeNot(tray(ruth));
  await until(ruth, async (was) => (await (await fetch("/api/v1/me/storage")).json()).used_bytes === was, before);
});

test("what is too large says so where it lies, and the message goes without it", async () => {
  const { body: { max_file_bytes } } = await request(ruth, "/me/storage");
  house.expected = [/status of 413/u];
  await ruth.route(/\/api\/v1\/uploads$/u, (route) => route.continue({ postData: JSON.stringify({ name: "planet.iso", size_bytes: max_file_bytes + 1 }) }));
  await attach(ruth, { name: "planet.iso", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
  await see(tray(ruth).locator(".why"));
  await ruth.unroute(/\/api\/v1\/uploads$/u);
  await tray(ruth).getByRole("button", { name: "Remove planet.iso" }).click();
  await composer(ruth).fill("Too large, then without");
  await send(ruth);
  await see(messages(ines, "Too large, then without"));
});

test("all files of a group stand beside it, by kind, each leading to where it was said", async () => {
  await ines.getByRole("button", { name: /Details|About/u }).first().click();
  const beside = ines.getByRole("complementary");
  await beside.getByRole("button", { name: "Files" }).click();
  await see(beside.getByText("vents.py"));
  await beside.getByRole("button", { name: "Pictures" }).click();
  await see(beside.getByText("photo-40.png"));
  await seeNot(beside.getByText("vents.py"));
  await picture(ines, "files-tab");
  await beside.getByRole("button", { name: "Other" }).click();
  await see(beside.getByText("attic.bin"));
  await beside.getByRole("link", { name: /Ines Duarte/u }).first().click();
  await see(ines.locator("article.target").filter({ hasText: "attic" }));
});

test("a public link opens the file for a stranger until it is revoked", async () => {
  const line = messages(ruth, "vents.py");
  await line.getByRole("button", { name: "Public links to vents.py" }).click();
  const box = ruth.getByRole("dialog", { name: "Public links" });
  await box.getByRole("button", { name: "Make a link" }).click();
  const address = await box.getByLabel("Public link").inputValue();
  const stranger = await house.browser.newContext();
  const answer = await stranger.request.get(address);
  assert.match(await answer.text(), /open_vents/u);
  await box.getByRole("button", { name: "Revoke" }).click();
  await see(box.getByText("There is no public link to this file."));
  assert.equal((await stranger.request.get(address)).status(), 404);
  await stranger.close();
  await box.getByRole("button", { name: "Close" }).click();
});

test("for who is out of a group its pictures are as if they had never been", async () => {
  const her = (await request(ruth, "/me")).body.id;
  const workspace = (await request(ines, "/bootstrap")).body.workspaces[0].id;
  const made = await request(ines, `/workspaces/${workspace}/groups`, { method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Shed", is_private: true, member_ids: [her] }) });
  assert.equal(made.status, 201);
  const { id } = made.body;
  await row(ines, "Shed").click();
  await attach(ines, { name: "key.png", mimeType: "image/png", buffer: png(300, 200, [60, 120, 90]) });
  await see(tray(ines).getByText("key.png"));
  await composer(ines).fill("Where the key is");
  await send(ines);
  await row(ruth, "Shed").click();
  await see(messages(ruth, "Where the key is").locator(".shot img"));
  const { body } = await request(ruth, `/groups/${id}/messages?limit=10`);
  const file = body.messages.find((one) => one.content === "Where the key is").attachments[0].id;
  assert.equal((await request(ruth, `/files/${file}/content`)).status, 200);
  assert.equal((await request(ines, `/groups/${id}/members/${her}`, { method: "DELETE" })).status, 204);
  house.expected = [/status of 404/u];
  const never = crypto.randomUUID();
  for (const what of ["", "/content", "/thumbnail"]) {
    const [gone, unknown] = [await request(ruth, `/files/${file}${what}`), await request(ruth, `/files/${never}${what}`)];
    const bare = ({ status, text }) => [status, text.replaceAll(/"request_id":"[^"]*"/gu, "")];
    assert.deepEqual(bare(gone), bare(unknown));
    assert.equal(gone.status, 404);
  }
});

test("files are sent and looked at on a phone, too", async () => {
  const page = await house.visitor({ viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark", reducedMotion: "reduce" });
  await house.signIn(page, "ruth", `/g/${lounge}`);
  await attach(page, [{ name: "a rather long name of a picture that does not fit.png", mimeType: "image/png", buffer: png(800, 1200, [40, 90, 160]) },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("one\ntwo\n") }]);
  await see(tray(page).getByText("notes.txt"));
  await picture(page, "files-phone-tray");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await see(messages(page, "notes.txt").locator(".shot img"));
  await picture(page, "files-phone");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, String(wide));
  await page.context().close();
});

test("a voice message is recorded, sent and played", async () => {
  const page = await house.visitor({ viewport: DESKTOP, permissions: ["microphone"], reducedMotion: "reduce" });
  await house.signIn(page, "ruth", `/g/${lounge}`);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await see(page.getByRole("group", { name: "Recording" }));
  await until(page, () => document.querySelector(".voice time").textContent !== "0:00");
  await page.getByRole("button", { name: "Done: add the recording" }).click();
  await see(tray(page).getByText(/Voice message/u));
  await send(page);
  const player = messages(ines, "Voice message").locator("audio");
  await row(ines, "Lounge").click();
  await see(player);
  await until(ines, async () => {
    const sound = document.querySelector("audio");
    if (sound.readyState === 0) sound.load();
    return Number.isFinite(sound.duration) || sound.readyState > 0;
  });
  await page.context().close();
});
