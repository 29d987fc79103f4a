#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// screenshots.mjs: a picture of every Screen, for people to look at; it judges nothing.
//
//   node tests/browser/screenshots.mjs [FILTER]     everything, or what the regular expression FILTER finds
//   node tests/browser/screenshots.mjs '^zh-CN/360x740/light-100/'
//   node tests/browser/screenshots.mjs '/(dark|contrast)-200/result'
//
// Pictures come to tests/browser/out/LANGUAGE/SIZE/THEME-TEXT/SCREEN.png. What is taller than 2,000 pixels comes
// in parts, SCREEN.1.png and on. A picture that is there is not taken again, so a run that was stopped goes on;
// delete the folder after a new build. Where ImageMagick's montage is installed, each folder with a new picture
// gets contact sheets beside it.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { launch, openCheck, pack, QUICK, serve } from "./harness.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { places } from "./places.mjs";

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), "out");
const filter = new RegExp(process.argv[2] ?? "");

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
  contrast_dark: { colorScheme: "dark", contrast: "more" },
};
const TEXT = [100, 200];
const TALLEST = 2000;
const SHEET = 6;
const LAYOUT = ["-tile", `${SHEET}x1`, "-geometry", "360x+6+6", "-gravity", "north", "-background", "#999"];

/** Until the canvas covers what is visible; the observer that moves it answers a frame or two later. */
function covered(page) {
  return page.waitForFunction(() => {
    const [canvas, content] = ["canvas", ".sc-twin"].map((what) => document.querySelector(what).getBoundingClientRect());
    const bottom = Math.min(innerHeight, content.bottom);
    return canvas.top <= Math.max(0, content.top) + 1 && canvas.bottom >= bottom - 1;
  });
}

const frames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The whole page in parts from top to bottom, the last one as tall as what is left. */
async function picture(page, size) {
  const total = await page.evaluate(() => Math.ceil(document.querySelector(".sc-twin").getBoundingClientRect().height));
  const height = Math.max(size.height, Math.min(total, TALLEST));
  await page.setViewportSize({ width: size.width, height });
  await frames(page);
  const parts = [];
  for (let top = 0; top === 0 || top < total; top += height) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    await frames(page);
    await covered(page);
    const scrolled = await page.evaluate(() => Math.round(window.scrollY));
    const clip = { x: 0, y: top - scrolled, width: size.width, height: height - (top - scrolled) };
    parts.push(await page.screenshot({ clip }));
  }
  await page.setViewportSize(size);
  return parts;
}

/** The first part is written last: it says that all are there. */
function keep(folder, id, parts) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [index, part] of [...parts.entries()].reverse()) {
    const name = parts.length === 1 ? `${id}.png` : `${id}.${index + 1}.png`;
    fs.writeFileSync(path.join(folder, name), part);
  }
}

const isThere = (folder, id) => ["png", "1.png"].some((end) => fs.existsSync(path.join(folder, `${id}.${end}`)));

/** A font file for the names under the pictures; ImageMagick's own choice may not be installed. */
function labels() {
  const { stdout } = spawnSync("fc-match", ["-f", "%{file}", "sans"], { encoding: "utf8" });
  return stdout ? ["-font", stdout, "-label", "%f"] : [];
}

/** Six pictures side by side, each with its name, and the next six on the next sheet. */
function contactSheets(folder, order) {
  const rank = (name) => order.findIndex((id) => name === `${id}.png` || name.startsWith(`${id}.`));
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".png"));
  files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true }));
  const label = labels();
  for (let first = 0; first < files.length; first += SHEET) {
    const sheet = `${folder}-sheet-${String(first / SHEET).padStart(2, "0")}.png`;
    const pictures = files.slice(first, first + SHEET);
    const { error, status } = spawnSync("montage", [...label, ...pictures, ...LAYOUT, sheet], { cwd: folder });
    if (error || status !== 0) return false;
  }
  return true;
}

async function takeAll(browser, server, known, { language, size, theme, text }) {
  const name = `${language}/${size.width}x${size.height}/${theme}-${text}`;
  const folder = path.join(out, name);
  const wanted = known.filter(({ id }) => filter.test(`${name}/${id}`) && !isThere(folder, id));
  if (wanted.length === 0) return;

  const { page, close } = await openCheck(browser, server, {
    language,
    ...QUICK,
    ...THEMES[theme],
    viewport: size,
    prepare: hookModule,
  });
  for (const { id, actions } of wanted) {
    const settings = { kind: "set_text_size", id: "", value: String(text) };
    await perform(page, [{ kind: "restart", id: "", value: "" }, settings, ...actions]);
    keep(folder, id, await picture(page, size));
  }
  await close();
  const sheets = contactSheets(folder, known.map(({ id }) => id));
  console.log(`${name}: ${wanted.length} pictures${sheets ? ", contact sheets" : ""}`);
}

const server = await serve();
const browser = await launch();
try {
  for (const language of pack.languages) {
    const known = await places(language);
    for (const size of SIZES) {
      for (const theme of Object.keys(THEMES)) {
        for (const text of TEXT) await takeAll(browser, server, known, { language, size, theme, text });
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
