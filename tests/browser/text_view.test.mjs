// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";

import { ANSWERS, assess, built, isPainted, launch, openCheck, pack, painted, screenId, serve, texts } from "./harness.mjs";
import { decodePng } from "./pixels.mjs";

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const NO_WEBGL = () => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith("webgl") ? null : real.call(this, kind, ...rest);
  };
};

/** The colours of what the reader sees. */
async function coloursOf(page) {
  const { width, height, at } = decodePng(await page.screenshot());
  const colours = new Set();
  for (let pixel = 0; pixel < width * height; pixel += 7) {
    colours.add(String(at(pixel % width, Math.floor(pixel / width))));
  }
  return colours;
}

const WITHOUT_CANVAS = {
  "with forced colours": { forcedColors: "active" },
  "in the text view": { query: { view: "text" } },
  "without WebGL": { prepare: (page) => page.addInitScript(NO_WEBGL) },
};

for (const [how, options] of Object.entries(WITHOUT_CANVAS)) {
  test(`${how} the HTML alone is the whole check, with the same result`, async () => {
    const check = await openCheck(browser, server, { language: "en", ...options });
    assert.equal(await isPainted(check.page), false);
    assert.equal(await check.page.locator("canvas").count(), 0);
    await check.reader.complete(ANSWERS);
    assert.equal((await check.reader.savedResult()).text.trimEnd(), assess(ANSWERS));
    if (how === "without WebGL") await check.context.close();
    else await check.close();
  });
}

test("forced colours in the middle of the check take the canvas away and keep the answers", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("age", 72);
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator(".sc-twin.flow").waitFor();
  assert.equal(await reader.field("age").inputValue(), "72");
  await close();
});

test("the reader changes to the text version and back in the middle of the check and keeps every answer", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  const { display, text_view: textVersion } = reader.words.toolbar;
  await reader.start();
  await reader.answer("age", 72);
  await reader.button(display).click();
  await reader.button(textVersion).click();
  assert.equal(await isPainted(page), false);
  assert.equal(await reader.field("age").inputValue(), "72");
  await reader.answer("sex", "female");
  await reader.button(textVersion).click();
  assert.equal(await isPainted(page), true);
  assert.equal(await reader.field("age").inputValue(), "72");
  assert.ok(await reader.option("sex", "female").isChecked());
  await close();
});

/** Takes the graphics context away as a driver does; what is returned gives it back. */
const loseContext = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    const gl = canvas.getContext("webgl") ?? canvas.getContext("webgl2");
    window.lost = gl.getExtension("WEBGL_lose_context");
    window.lost.loseContext();
  });

test("a graphics context that comes back paints the same Screen with every answer", async () => {
  const { page, context, reader } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("age", 72);
  await loseContext(page);
  await page.evaluate(() => window.lost.restoreContext());
  await page.waitForTimeout(2500); // longer than the page waits before it gives a canvas up
  assert.equal(await isPainted(page), true);
  assert.equal(await reader.field("age").inputValue(), "72");
  assert.ok((await coloursOf(page)).size > 20, "the canvas shows something");
  await reader.answer("sex", "female");
  await reader.next();
  assert.notEqual(await screenId(page), "you");
  await context.close();
});

test("a lost graphics context leaves a working page with every answer", async () => {
  const { page, context, reader } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("age", 72);
  await loseContext(page);
  await page.locator(".sc-twin.flow").waitFor();
  assert.equal(await reader.field("age").inputValue(), "72");
  await reader.answer("sex", "female");
  await reader.next();
  assert.notEqual(await screenId(page), "you");
  await context.close();
});

test("what is answered before the core arrives is kept, in order", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const slow = await serve({
    delay: (pathname) => (pathname.endsWith(".wasm") ? held : undefined),
  });
  const { page, reader, close } = await openCheck(browser, slow, { language: "en", wait: false });
  await page.waitForFunction(() => performance.getEntriesByName("selfcheck-ready").length > 0);
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  assert.equal(await reader.field("age").inputValue(), "72");
  await reader.next();
  release();
  await painted(page);
  assert.equal(await screenId(page), pack.screens[1].id);
  await reader.button(reader.words.question.back).click();
  assert.equal(await reader.field("age").inputValue(), "72");
  assert.ok(await reader.option("sex", "female").isChecked());
  await close();
  await slow.close();
});

test("content that never arrives is said in words, with the signs that cannot wait", async () => {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  await page.route(/content-bone-muscle/, (route) => route.abort());
  await page.goto(`${server.address}?lang=en`);
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /did not load/);
  const sign = texts.en.questions.emergency_signs.options.stroke_signs.label;
  assert.ok(await page.getByText(sign).isVisible());
  await context.close();
});

test("a site whose policy refuses WebAssembly is told what it lacks, and its readers the signs that cannot wait", async () => {
  const [, policy] = fs.readFileSync(built("index.html"), "utf8").match(/Content-Security-Policy"\s+content="([^"]+)"/);
  const strict = await serve({
    headers: () => ({ "Content-Security-Policy": policy.replace(" 'wasm-unsafe-eval'", "") }),
  });
  for (const language of pack.languages) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${strict.address}?lang=${language}`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), /wasm-unsafe-eval/);
    const sign = texts[language].questions.emergency_signs.options.stroke_signs.label;
    assert.ok(await page.getByText(sign).isVisible());
    await context.close();
  }
  await strict.close();
});

test("without scripts the page shows, in both languages, the signs that cannot wait, every number, and education", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.address);
  for (const language of pack.languages) {
    const sign = texts[language].questions.emergency_signs.options.stroke_signs.label;
    const shown = await page.locator(`.sc-static[lang="${language}"]`).innerText();
    assert.ok(shown.includes(sign), shown);
    for (const { id, emergency } of pack.regions) assert.ok(shown.includes(`${texts[language].regions[id]} ${emergency}`), id);
    const { title, body } = texts[language].cards.what_low_bone_mass_is;
    const card = page.locator(`.sc-static[lang="${language}"] details`).filter({ hasText: title });
    await card.locator("summary").click();
    assert.ok(await card.getByText(body[0]).isVisible(), "a card opens without a script");
  }
  await context.close();
});
