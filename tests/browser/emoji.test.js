/** Emoji of a workspace's own, skin tones, recent ones, and who reacted. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, House, messages, PHONE, picture, row, say, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

before(async () => {
  house = await House.open();
  ines = await house.visitor({ reducedMotion: "reduce" });
  const link = await house.setUp(ines);
  ruth = await house.visitor({ reducedMotion: "reduce" });
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

/** A picture as somebody would have it, drawn by the browser. */
const drawn = (page, width, height, type) => page.evaluate(async ([w, h, kind]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#1f5d4c";
  pen.beginPath();
  pen.arc(w / 2, h / 2, Math.min(w, h) / 2, 0, 7);
  pen.fill();
  pen.fillStyle = "#e8b34f";
  pen.fillRect(w * 0.4, h * 0.2, w * 0.2, h * 0.6);
  const blob = await new Promise((done) => { canvas.toBlob(done, kind); });
  return [...new Uint8Array(await blob.arrayBuffer())];
}, [width, height, type]);

const choose = async (page, name, bytes, mimeType) => page.locator("input[type='file']").setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });

const own = (page, name) => page.locator(`img.own[alt=':${name}:']`);

/** Its picture has arrived, too. */
const isDrawn = async (locator) => {
  await see(locator);
  await locator.evaluate((image) => image.decode());
};

test("a large picture is made smaller, named after its file, and known on all screens at once", async () => {
  await ines.getByRole("button", { name: "Pick an emoji" }).click();
  const picker = ines.getByRole("dialog", { name: "Pick an emoji" });
  await picker.getByRole("button", { name: "Made here" }).click();
  await picker.getByRole("button", { name: "Add an emoji" }).click();
  await see(ines.getByRole("heading", { name: "Emoji", level: 1 }));

  await choose(ines, "Party Parrot.jpeg", await drawn(ines, 1400, 1000, "image/jpeg"), "image/jpeg");
  await see(ines.getByAltText("The picture you chose"));
  assert.equal(await ines.getByRole("textbox", { name: "Name" }).inputValue(), "party-parrot");
  await picture(ines, "emoji-adding");
  await ines.getByRole("button", { name: "Add an emoji" }).click();
  const listed = ines.getByRole("region", { name: "Emoji of this place" }).getByRole("listitem");
  await see(listed.filter({ hasText: ":party-parrot:" }).filter({ hasText: "Ines Duarte" }));
  await isDrawn(listed.locator("img.own"));
  await picture(ines, "emoji-settings");

  await composer(ruth).click();
  await ruth.keyboard.type("Look at this :par");
  const list = ruth.getByRole("listbox", { name: "Pick an emoji" });
  await isDrawn(list.getByRole("option", { name: /:party-parrot:/u }).locator("img"));
  await picture(ruth, "emoji-completion");
  await ruth.keyboard.press("Tab");
  assert.equal(await composer(ruth).inputValue(), "Look at this :party-parrot: ");
  await ruth.keyboard.press("Enter");
  await isDrawn(own(messages(ruth, "Look at this"), "party-parrot"));
});

test("an error stands beside what is wrong, and nothing is lost of what was chosen", async () => {
  await choose(ines, "notes.png", [...Buffer.from("this is no picture")], "image/png");
  await see(ines.getByText("This picture cannot be read here"));
  await choose(ines, "tada.png", await drawn(ines, 64, 64, "image/png"), "image/png");
  await seeNot(ines.getByText("This picture cannot be read here"));
  const name = ines.getByRole("textbox", { name: "Name" });
  await name.fill("tada");
  house.expected.push(/status of 422/u, /status of 409/u);
  await ines.getByRole("button", { name: "Add an emoji" }).click();
  await see(ines.getByText("is the name of an emoji that everybody has"));
  await name.fill("party-parrot");
  await ines.getByRole("button", { name: "Add an emoji" }).click();
  await see(ines.getByText("There is an emoji of that name already."));
  await name.fill("rung");
  await ines.getByRole("button", { name: "Add an emoji" }).click();
  await see(ines.getByRole("region", { name: "Emoji of this place" }).getByText(":rung:", { exact: true }));
});

test("one reacts with it from the picker, and who did is told by name", async () => {
  await ines.getByRole("link", { name: /Back to conversations/u }).click();
  const hers = messages(ines, "Look at this");
  await isDrawn(own(hers, "party-parrot"));
  await hers.hover();
  await hers.getByRole("button", { name: "React", exact: true }).click();
  const picker = ines.getByRole("dialog", { name: "Pick an emoji" });
  await picker.getByRole("searchbox", { name: "Search emoji" }).fill("parrot");
  await isDrawn(picker.getByRole("gridcell", { name: "party-parrot" }).locator("img"));
  await picture(ines, "emoji-picker-own");
  await picker.getByRole("gridcell", { name: "party-parrot" }).click();

  const reaction = messages(ruth, "Look at this").getByRole("button", { name: "party-parrot, 1" });
  await isDrawn(reaction.locator("img"));
  await reaction.hover();
  await see(reaction.getByRole("tooltip").getByText("Ines Duarte"));
  await picture(ruth, "emoji-reaction");
  await reaction.click();
  const both = messages(ines, "Look at this").getByRole("button", { name: "party-parrot, 2, you reacted" });
  await both.hover();
  await see(both.getByRole("tooltip").getByText("you and Ruth Okafor"));
});

test("a skin tone is chosen once, and what was used comes first", async () => {
  const open = async () => {
    await ruth.getByRole("button", { name: "Pick an emoji" }).click();
    return ruth.getByRole("dialog", { name: "Pick an emoji" });
  };
  let picker = await open();
  await picker.getByRole("radiogroup", { name: "Skin tone" }).getByRole("radio", { name: "Medium", exact: true }).check({ force: true });
  await picker.getByRole("searchbox", { name: "Search emoji" }).fill("waving hand");
  await picker.getByRole("gridcell", { name: "waving hand" }).click();
  assert.equal(await composer(ruth).inputValue(), "👋🏽");
  await composer(ruth).fill("");
  await ruth.reload();
  await see(composer(ruth));
  picker = await open();
  await see(picker.getByRole("radio", { name: "Medium", exact: true, checked: true }));
  assert.equal(await picker.getByRole("gridcell").first().textContent(), "👋🏽");
  await see(picker.getByRole("gridcell", { name: "party-parrot" }));
  await picker.getByRole("radio", { name: "No skin tone" }).check({ force: true });
  await ruth.keyboard.press("Escape");
  await seeNot(picker);
});

test("alone it is drawn large, and it can stand beside a status", async () => {
  await say(ruth, ":party-parrot: :rung:");
  await see(ines.locator(".txt.big").filter({ has: own(ines, "rung") }));
  await ruth.getByRole("button", { name: /Your status/u }).click();
  const dialog = ruth.getByRole("dialog", { name: "How are you?" });
  await dialog.getByLabel("Emoji").fill(":rung:");
  await dialog.getByLabel("What is going on?").fill("Up there");
  await dialog.getByRole("button", { name: "Save" }).click();
  await seeNot(dialog);
  await isDrawn(own(ruth.getByRole("navigation"), "rung"));
});

test("members add emoji where an admin lets them", async () => {
  await ruth.goto(`${house.server.url}/settings/emoji`);
  await see(ruth.getByRole("heading", { name: /Emoji of this place/u }));
  assert.equal(await ruth.getByRole("button", { name: "Add an emoji" }).count(), 0);
  await ines.goto(`${house.server.url}/settings/emoji`);
  await ines.getByRole("switch", { name: "Members may add emoji" }).click();
  await see(ruth.getByRole("button", { name: "Add an emoji" }));
  assert.equal(await ruth.getByRole("button", { name: /^Remove :/u }).count(), 0);
  await ruth.setViewportSize(PHONE);
  await picture(ruth, "emoji-settings-phone");
  await ruth.emulateMedia({ colorScheme: "dark" });
  await picture(ruth, "emoji-settings-phone-dark");
  await ruth.emulateMedia({ colorScheme: "light" });
  await ruth.setViewportSize({ width: 1440, height: 900 });
});

test("what was said with an emoji that is gone stays, as text", async () => {
  await ruth.getByRole("link", { name: /Back to conversations/u }).click();
  await see(messages(ruth, "Look at this"));
  await ines.getByRole("button", { name: "Remove :party-parrot:" }).click();
  await ines.getByRole("dialog", { name: "Remove :party-parrot:?" }).getByRole("button", { name: "Remove" }).click();
  await seeNot(own(messages(ruth, "Look at this"), "party-parrot").first());
  await see(messages(ruth, "Look at this").getByText("Look at this :party-parrot:"));
  const reaction = messages(ruth, "Look at this").getByRole("button", { name: "party-parrot, 2, you reacted" });
  await see(reaction.getByText(":party-parrot:"));
  await picture(ruth, "emoji-removed");
  await reaction.click();
  await see(messages(ruth, "Look at this").getByRole("button", { name: "party-parrot, 1", exact: true }));
  await composer(ruth).click();
  await ruth.keyboard.type(":run");
  await see(ruth.getByRole("option", { name: /:rung:/u }).first());
  await until(ruth, () => ![...document.querySelectorAll("[role='option']")].some((one) => one.textContent.includes("party-parrot")));
  await ruth.keyboard.press("Escape");
  await composer(ruth).fill("");
  await see(row(ruth, "Lounge"));
});
