/** Files that wait in a composer: there after a reload, in one tab alone, and nobody else's. */
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, PASSWORD, row, see, seeNot, until } from "./house.js";
import { png } from "./png.js";

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
});
after(() => house?.close());
afterEach(() => house.quiet());

const attach = (page, files) => page.locator("[data-region='composer'] input[type='file']").setInputFiles(files);
const tray = (page) => page.getByRole("list", { name: "Files to send" });
/** Holds back what this page asks for there; the page that comes after it gets it. */
async function held(page, path) {
  let isHeld = true;
  await page.route(path, (route) => (isHeld ? undefined : route.continue()));
  return async () => {
    isHeld = false;
    await page.reload();
  };
}
const text = (name, said) => ({ name, mimeType: "text/plain", buffer: Buffer.from(said) });

/** Whether the page has kept just this, and that the server has it. */
const hasKept = (page, names, isUploaded = true) => until(page, ([wanted, isThere]) => new Promise((done) => {
  const opening = indexedDB.open("parlor-trays", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("files", { keyPath: "local_id" });
  opening.onsuccess = () => {
    const asked = opening.result.transaction("files").objectStore("files").getAll();
    asked.onsuccess = () => {
      opening.result.close();
      done(asked.result.map((one) => one.name).sort().join() === wanted && asked.result.every((one) => one.upload_id && (one.sent === one.size) === isThere));
    };
  };
}), [[...names].sort().join(), isUploaded]);

/** Whether so many tabs live, and none is looking for what others have left. */
const areAtRest = (page, tabs) => until(page, async (many) => {
  const { held, pending } = await navigator.locks.query();
  return held.filter(({ name }) => name.startsWith("parlor.tab.")).length === many
    && ![...held, ...pending].some(({ name }) => name === "parlor.trays");
}, tabs);

test("what waits in a composer is there after a reload, in its order, and goes out with the message", async () => {
  await attach(ines, [{ name: "sill.png", mimeType: "image/png", buffer: png(300, 200) }, text("list.txt", "one\ntwo\n"), text("wrong.txt", "not this one")]);
  await see(tray(ines).getByText("12 bytes", { exact: true }));
  await tray(ines).getByRole("button", { name: "Remove wrong.txt" }).click();
  await hasKept(ines, ["sill.png", "list.txt"]);
  await ines.reload();
  await see(tray(ines).getByText("list.txt"));
  await see(tray(ines).locator("img"));
  await until(ines, () => [...document.querySelectorAll(".tray b")].map((one) => one.textContent).join() === "sill.png,list.txt");
  await seeNot(tray(ines).getByText("wrong.txt"));
  await composer(ines).fill("Both, a page later");
  await composer(ines).press("Enter");
  const sent = messages(ruth, "Both, a page later");
  await see(sent.getByRole("button", { name: "Open picture sill.png" }));
  await see(sent.getByText("list.txt"));
  await hasKept(ines, []);
  await ines.reload();
  await see(messages(ines, "Both, a page later").getByText("list.txt"));
  await seeNot(tray(ines));
});

test("what was on its way goes on after a reload", async () => {
  const reload = await held(ines, /\/finish$/u);
  await attach(ines, text("slow.txt", "still under way"));
  await hasKept(ines, ["slow.txt"], false);
  await reload();
  await see(tray(ines).getByText("15 bytes", { exact: true }));
  await composer(ines).fill("Slow, and here");
  await composer(ines).press("Enter");
  await see(messages(ruth, "Slow, and here").getByText("slow.txt"));
});

test("a page that ends before the outbox has the message has lost none of its files", async () => {
  // Names of emoji are looked up on the way out, and this page never gets them.
  const reload = await held(ines, /\/emojiTable\.js$/u);
  await ines.reload();
  await see(composer(ines));
  await attach(ines, text("held.txt", "not gone yet"));
  await hasKept(ines, ["held.txt"]);
  await composer(ines).fill("On its way :seedling:");
  await composer(ines).press("Enter");
  await seeNot(tray(ines));
  await reload();
  await see(tray(ines).getByText("held.txt"));
  await tray(ines).getByRole("button", { name: "Remove held.txt" }).click();
  await hasKept(ines, []);
});

test("a file is its tab's alone until that is closed", async () => {
  const first = ines;
  await attach(first, text("mine.txt", "in one tab"));
  await hasKept(first, ["mine.txt"]);
  const second = await first.context().newPage();
  await second.goto(`${house.server.url}/g/${lounge}`);
  await see(composer(second));
  await areAtRest(second, 2);
  await seeNot(tray(second));
  await first.close();
  await areAtRest(second, 1);
  await second.reload();
  await see(tray(second).getByText("mine.txt"));
  ines = second;
});

test("who signs in next in the same window sees nothing of it, and who comes back finds it", async () => {
  const leave = async () => {
    await ines.goto(`${house.server.url}/settings/account`);
    await areAtRest(ines, 1);
    await ines.getByRole("button", { name: "Sign out" }).click();
  };
  const comeIn = async (name) => {
    await see(ines.getByRole("heading", { name: "Come on in" }));
    await ines.getByLabel("Email or username").fill(name);
    await ines.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await ines.getByRole("button", { name: "Sign in" }).click();
    await row(ines, "Lounge").click();
    await see(composer(ines));
  };
  await leave();
  await comeIn("ruth");
  await attach(ines, text("hers.txt", "of the next one"));
  await see(tray(ines).getByText("hers.txt"));
  await seeNot(tray(ines).getByText("mine.txt"));
  await leave();
  await comeIn("ines");
  await see(tray(ines).getByText("mine.txt"));
  await seeNot(tray(ines).getByText("hers.txt"));
});
