/** A message is forwarded; who may not see where it came from sees nothing of it. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, groupIn, House, messages, picture, PHONE, post, row, see, seeNot } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;

before(async () => {
  house = await House.open();
  [ines, ruth] = [await house.visitor(), await house.visitor()];
  const link = await house.setUp(ines);
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

const forward = async (page, text, to, note) => {
  const row = messages(page, text).first();
  await row.hover();
  await row.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Forward" }).click();
  const dialog = page.getByRole("dialog", { name: "Forward message" });
  await see(dialog.getByText(text));
  if (note) await dialog.getByLabel("Add a note").fill(note);
  await dialog.getByLabel("Find a person or a group").fill(to);
  // What was offered before it was typed is gone: a row that moves is not pressed.
  await seeNot(dialog.getByRole("button", { name: new RegExp(`^Forward to (?!${to}$)`, "u") }).first());
  await picture(page, "forward-dialog");
  await dialog.getByRole("button", { name: `Forward to ${to}` }).click();
  await see(dialog.getByText("Forwarded", { exact: true }));
  await page.keyboard.press("Escape");
  await seeNot(dialog);
};

test("a message goes on to a group and to a person, with a note, and leads back to where it was said", async () => {
  await post(ines, groupIn(ines), ["The **kiln** opens at noon."]);
  await see(messages(ines, "opens at noon"));
  await forward(ines, "opens at noon", "Ruth Okafor", "Are you there?");
  await row(ruth, /Ines Duarte/u).click();
  const heard = messages(ruth, "Are you there?");
  await see(heard.locator(".fwd strong").getByText("kiln"));
  await see(heard.locator(".fwd").getByText("Ines Duarte"));
  await picture(ruth, "forwarded");
  await heard.locator(".fwd").getByRole("link", { name: /Lounge/u }).click();
  await see(ruth.getByRole("heading", { name: "Lounge", level: 1 }));
  await see(ruth.locator("article.target"));
});

test("what is edited changes where it was forwarded, and what is deleted is gone there", async () => {
  await row(ruth, /Ines Duarte/u).click();
  const shown = messages(ruth, "Are you there?").locator(".fwd");
  await see(shown);
  const source = messages(ines, "opens at noon").first();
  await source.focus();
  await ines.keyboard.press("e");
  await ines.getByLabel("Edit your message").fill("The kiln opens at one.");
  await ines.keyboard.press("Enter");
  await see(shown.getByText("opens at one"));
  const id = await messages(ines, "opens at one").first().getAttribute("data-id");
  await ines.evaluate((one) => fetch(`/api/v1/messages/${one}`, { method: "DELETE" }), id);
  await see(shown.getByText("The forwarded message was deleted."));
});

test("from a private group nothing is seen by who is not in it, on a phone, too", async () => {
  await ines.getByRole("button", { name: "Browse or create a group" }).click();
  await ines.getByRole("button", { name: "Create a group", exact: true }).click();
  await ines.getByLabel("Name", { exact: true }).fill("Committee");
  await ines.getByRole("switch", { name: "Private" }).click();
  await ines.getByRole("button", { name: "Create", exact: true }).click();
  await see(ines.getByRole("heading", { name: "Committee", level: 1 }));
  await post(ines, groupIn(ines), ["The vote is on Monday."]);
  await see(messages(ines, "on Monday"));
  await forward(ines, "on Monday", "Lounge", "Soon");
  const phone = await house.visitor({ viewport: PHONE, colorScheme: "dark" });
  await house.signIn(phone, "ruth", new URL(ruth.url()).pathname);
  await row(ruth, /Lounge/u).click();
  const seen = messages(ruth, "Soon");
  await see(seen.getByText("A forwarded message from a place you cannot see"));
  assert.equal(await ruth.getByText("on Monday").count(), 0);
  await phone.goto(ruth.url());
  await see(messages(phone, "Soon").getByText("A forwarded message from a place you cannot see"));
  await picture(phone, "forwarded-hidden-phone");
  await phone.context().close();
  await row(ines, /Lounge/u).click();
  await see(messages(ines, "Soon").locator(".fwd").getByText("on Monday"));
  await see(composer(ines));
});
