#!/usr/bin/env node
/**
 * Draws the icons of the manifest out of `assets/brand.svg`: `parlor-*` alone, without a ground, and `maskable-*`, of which a
 * system cuts off what it likes: the ground goes to the edges, the arch keeps within the circle of 80 % that always stays.
 * Needs Chromium, and the modules of `tests/`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../tests/package.json", import.meta.url))("playwright-core");
const assets = new URL("../assets/", import.meta.url);
const brand = `data:image/svg+xml;base64,${readFileSync(new URL("brand.svg", assets)).toString("base64")}`;
/** As `background_color` in the manifest. */
const WALL = "#e3e8df";
const SIZES = [192, 512];
/** How high the arch is, of the whole. */
const KINDS = [{ name: "parlor", ground: "transparent", height: 0.94 }, { name: "maskable", ground: WALL, height: 0.66 }];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu"] });
for (const size of SIZES) for (const { name, ground, height } of KINDS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html { background: ${ground} } body { margin: 0; height: 100vh; display: grid; place-items: center } img { height: ${height * 100}vh }</style><img src="${brand}">`);
  await page.evaluate(() => document.images[0].decode());
  writeFileSync(new URL(`icons/${name}-${size}.png`, assets), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
