// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, assess, isPainted, launch, openCheck, pack, QUICK, screenId, serve, words } from "./harness.mjs";

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

for (const language of pack.languages) {
  test(`a reader completes the check by role and name in ${language}, and the result is that of the command line`, async () => {
    const { page, reader, close } = await openCheck(browser, server, { language, ...QUICK });
    assert.ok(await isPainted(page), "the canvas paints");
    const seen = await reader.complete(ANSWERS);
    const sections = pack.screens.filter(({ id }) => seen.includes(id)).map(({ section }) => section);
    assert.deepEqual(new Set(sections), new Set(pack.sections), "every section was asked");
    const saved = await reader.savedResult();
    assert.match(saved.name, /^selfcheck-result-\d{4}-\d{2}-\d{2}\.json$/);
    assert.equal(saved.text.trimEnd(), assess(ANSWERS));
    await close();
  });
}

test("changing the language on the way keeps every answer and the place", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "zh-CN" });
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.button(words.en.language_name).click();
  reader.speak("en");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await reader.field("age").inputValue(), "72");
  assert.ok(await reader.option("sex", "female").isChecked());
  assert.equal(await screenId(page), "you");
  await close();
});

test("an emergency sign is answered at once, before anything else", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.next();
  await reader.answer("emergency_signs", "stroke_signs");
  const level = reader.words.levels.emergency.word;
  assert.ok(await page.getByText(level, { exact: true }).first().isVisible(), "said where it was chosen");
  await reader.next();
  assert.equal(await screenId(page), "alert");
  const title = page.getByRole("heading", { level: 1, name: reader.words.alert.title });
  assert.ok(await title.evaluate((one) => one === document.activeElement), "the reader is taken to the message");
  assert.ok(await page.getByText(level, { exact: true }).first().isVisible());
  assert.match(await page.getByRole("link").first().getAttribute("href"), /^tel:\d+$/);
  await close();
});

test("the browser's back button goes back one screen and keeps the answers", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.next();
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("[data-screen]").dataset.screen === "you");
  assert.equal(await reader.field("age").inputValue(), "72");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("[data-screen]").dataset.screen === "welcome");
  await close();
});

test("a number that cannot be is explained in words beside its field, and typing it again clears that", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  const field = reader.field("age");
  await field.fill("720");
  await field.blur();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const described = await field.evaluate((input) =>
    input
      .getAttribute("aria-describedby")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent),
  );
  assert.ok(described.every((text) => text), "every description exists");
  assert.match(described.join(" "), /120/);
  await reader.option("sex", "female").click();
  await reader.next();
  assert.equal(await screenId(page), "you");
  assert.ok(await field.evaluate((input) => input === document.activeElement), "focus is on what to correct");
  await field.fill("72");
  await reader.next();
  assert.notEqual(await screenId(page), "you");
  await close();
});

test("a press on Next right after typing counts, though leaving the field moves the page", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.answer("sex", "female");
  await reader.field("age").click();
  await page.keyboard.type("72");
  const button = reader.button(reader.words.question.next);
  await button.scrollIntoViewIfNeeded();
  const next = await button.boundingBox();
  await page.mouse.move(next.x + next.width / 2, next.y + next.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector("[data-screen]").dataset.screen !== "you");
  await close();
});

test("Enter in a number goes on to the next question", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await reader.start();
  await reader.field("age").click();
  await page.keyboard.type("72");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.type), "radio");
  await close();
});
