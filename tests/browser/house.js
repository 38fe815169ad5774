/** A browser, people in it, and what they do most. Every console error and CSP violation fails the test that made it. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Server } from "./server.js";

export const OUT = fileURLToPath(new URL("out/", import.meta.url));
export const PASSWORD = "three unrelated words";
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Long, since a machine may be busy; who waits for what comes does not wait that long. */
const PATIENCE_MS = 30_000;

/** Asking who one is, before one has signed in, is answered with 401; browsers call that an error. */
const EXPECTED = /status of 401/u;

export class House {
  static async open() {
    const house = new House();
    house.server = await Server.start();
    house.browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream"],
    });
    mkdirSync(OUT, { recursive: true });
    return house;
  }

  trouble = [];
  /** Errors a test brings about on purpose. */
  expected = [];

  /** A new person's browser. */
  async visitor(options = {}) {
    const context = await this.browser.newContext({
      viewport: DESKTOP, colorScheme: "light", locale: "en-GB", timezoneId: "Europe/Berlin", permissions: ["clipboard-read", "clipboard-write"], ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)));
    const page = await context.newPage();
    page.on("console", (message) => { if (message.type() === "error") this.note(`${message.text()} ${message.location().url}`); });
    page.on("pageerror", (error) => this.note(String(error.stack ?? error)));
    return page;
  }

  note(text) {
    if (!EXPECTED.test(text) && !this.expected.some((pattern) => pattern.test(text))) this.trouble.push(text);
  }

  /** To be called at the end of every test. */
  quiet() {
    const { trouble } = this;
    this.trouble = [];
    this.expected = [];
    assert.deepEqual(trouble, []);
  }

  async close() {
    await this.browser.close();
    await this.server.end();
  }

  /** The first admin sets the place up. @returns the invite link */
  async setUp(page, { name = "Ines Duarte", username = "ines", place = "Fernhill Workshop" } = {}) {
    await page.goto(this.server.setUpLink);
    await page.getByLabel("Name this place").fill(place);
    await fillAccount(page, name, username);
    await page.getByRole("button", { name: "Create and continue" }).click();
    const link = await page.getByLabel("Invite link").inputValue();
    await page.getByRole("button", { name: "Go to the parlor" }).click();
    await see(composer(page));
    return link;
  }

  /** Comes in by an invite link. */
  async accept(page, link, name, username) {
    await page.goto(link);
    await fillAccount(page, name, username);
    await page.getByRole("button", { name: "Take a seat" }).click();
    await see(composer(page));
  }

  async signIn(page, username, path = "/") {
    await page.goto(this.server.url + path);
    await page.getByLabel("Email or username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    // On a phone a conversation stands alone.
    await see(page.getByRole("navigation").or(composer(page)).first());
  }
}

async function fillAccount(page, name, username) {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
}

export const see = (locator) => locator.waitFor({ state: "visible" });
export const seeNot = (locator) => locator.waitFor({ state: "hidden" });
export const composer = (page) => page.locator("[data-region='composer'] textarea");
export const messages = (page, text) => page.locator("article").filter({ hasText: text });
export const row = (page, name) => page.getByRole("navigation").getByRole("link", { name });

export async function say(page, text) {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

/** Waits until it holds; the value is asked again and again. */
export async function until(page, claim, argument) {
  await page.waitForFunction(claim, argument);
}

/** Posts through the API, as a script would. @returns the stored messages */
export const post = (page, groupId, texts) => page.evaluate(async ([id, contents]) => {
  const stored = [];
  for (const content of contents) {
    const response = await fetch(`/api/v1/groups/${id}/messages`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ client_id: crypto.randomUUID(), content }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    stored.push((await response.json()).message);
  }
  return stored;
}, [groupId, texts]);

/** Reads a group to the end, as a script would. */
export const readAll = (page, groupId, messageId) => page.evaluate(async ([id, message_id]) => {
  const response = await fetch(`/api/v1/groups/${id}/read`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ message_id }),
  });
  if (!response.ok) throw new Error(String(response.status));
}, [groupId, messageId]);

/** What a browser says when the network is back: try at once. */
export const wake = (page) => page.evaluate(() => { window.dispatchEvent(new Event("online")); });

/** The group the address names. */
export const groupIn = (page) => new URL(page.url()).pathname.split("/")[2];

export const picture = (page, name) => page.screenshot({ path: `${OUT}${name}.png` });
