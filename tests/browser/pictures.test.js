/**
 * The pictures of the README. They are taken only when asked for with
 * PARLOR_SCREENSHOTS=1; without it this file checks that those in the
 * repository are there, and small.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { composer, groupIn, House, messages, post, row, see } from "./house.js";
import { toPalette } from "./palette.js";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const MAX_BYTES = 150_000;
const isAsked = process.env.PARLOR_SCREENSHOTS === "1";

const TALK = [
  ["ruth", "Morning all. East vents stuck open again overnight, 4 °C at six. Seedlings look cross but alive 🌱"],
  ["tomasz", "That's my threshold logic, sorry. It closes once and never re-arms. Something like this should do it:\n```rust\nif bay.temp() < LOW && vent.is_open() {\n    vent.close()?;  // never re-armed below 5 °C\n    alarm.rearm(Duration::from_secs(600));\n}\n```"],
  ["noor", "Could you look at the motor on the left arm while you're up there? It was *clicking* on Sunday."],
  ["ruth", "Left for tomorrow:\n- tie up the far row, the stakes are under bench two\n- ~~clean the north gutter~~ Samuel beat me to it"],
  ["ines", "On it. Bringing the **long ladder** and a spare servo."],
  ["noor", "Kettle is on ☕"],
];
const PEOPLE = [["ruth", "Ruth Okafor", "🌧️", "Feeding seedlings"], ["tomasz", "Tomasz Wilk", "🎧", "Heads down until noon"], ["noor", "Noor Haddad", "", ""]];

if (isAsked) {
  /** @type {House} */
  let house;
  before(async () => { house = await House.open(); });
  after(() => house?.close());

  test("pictures of a lively group, by day and in the evening", async () => {
    mkdirSync(FOLDER, { recursive: true });
    const pages = { ines: await house.visitor({ reducedMotion: "reduce" }) };
    const link = await house.setUp(pages.ines);
    const lounge = groupIn(pages.ines);
    for (const name of ["Greenhouse", "Tool library", "Pi corner"]) await makeGroup(pages.ines, name);
    await row(pages.ines, /Greenhouse/u).click();
    const greenhouse = groupIn(pages.ines);
    for (const [username, name, emoji, text] of PEOPLE) {
      const page = pages[username] = await house.visitor();
      await house.accept(page, link, name, username);
      await request(page, "POST", `/groups/${greenhouse}/join`);
      if (emoji) await request(page, "PUT", "/me/status", { manual_status: { text, emoji, expires_at: null }, do_not_disturb: username === "tomasz", invisible: false });
    }
    for (const [who, content] of TALK) await post(pages[who], greenhouse, [content]);
    await post(pages.noor, lounge, ["Tea at four?"]);
    const { id } = await request(pages.ines, "GET", "/me");
    const direct = await request(pages.noor, "POST", "/directs", { user_id: id });
    await request(pages.noor, "POST", `/directs/${direct.id}/messages`, { client_id: crypto.randomUUID(), content: "Are you up the ladder already?" });
    await see(row(pages.ines, /Noor Haddad.*1 unread/u));
    await see(messages(pages.ines, "Kettle is on"));
    await pages.ines.getByRole("button", { name: "Details" }).click();
    await see(pages.ines.getByRole("heading", { name: "Here now 4" }));
    await composer(pages.noor).pressSequentially("…");
    await row(pages.noor, /Greenhouse/u).click();
    await composer(pages.noor).pressSequentially("One more thing");
    await see(pages.ines.getByText("Noor Haddad is writing"));
    for (const colorScheme of ["light", "dark"]) {
      await pages.ines.emulateMedia({ colorScheme });
      await pages.ines.setViewportSize({ width: 1280, height: 800 });
      const taken = await pages.ines.screenshot();
      await toPalette(taken, `${FOLDER}conversation-${colorScheme}.png`);
    }
    await post(pages.noor, greenhouse, ["صباح الخير. المضخة تعمل من جديد، وأغلقت الفتحات الشرقية 🌱"]);
    await pages.ines.context().addCookies([{ name: "parlor-language", value: "ar", url: house.server.url }]);
    await pages.ines.emulateMedia({ colorScheme: "light" });
    await pages.ines.reload();
    await see(messages(pages.ines, "صباح الخير"));
    await see(pages.ines.locator(".pane .per").first());
    await toPalette(await pages.ines.screenshot(), `${FOLDER}conversation-arabic.png`);
  });
}

test("the pictures of the README are there, with few colours and few bytes", () => {
  for (const name of ["conversation-light.png", "conversation-dark.png", "conversation-arabic.png"]) {
    const bytes = readFileSync(FOLDER + name);
    assert.ok(bytes.length < MAX_BYTES, `${name}: ${bytes.length}`);
    const PALETTE = 3; // PNG colour type, in the IHDR chunk
    assert.equal(bytes[25], PALETTE, name);
  }
});

async function makeGroup(page, name) {
  await page.getByRole("button", { name: "Browse or create a group" }).click();
  await page.getByRole("button", { name: "Create a group", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (name === "Greenhouse") await page.getByLabel("Topic").fill("Vents, water, seedlings. Never climb alone.");
  if (name === "Greenhouse") await page.getByLabel("What it is for").fill("Everything under glass: climate, watering, what is sprouting.");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await see(page.getByRole("heading", { name, level: 1 }));
}

const request = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const options = { method: how };
  if (what) Object.assign(options, { headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
  const response = await fetch(`/api/v1${where}`, options);
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response.json();
}, [method, path, body]);
