// SPDX-License-Identifier: MIT
//
// Shorter ways and ways back: the result so far, all answers, undo, answers kept with consent, finding a medicine.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, launch, openCheck, painted, QUICK, screenId, serve } from "./harness.mjs";

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

const open = (options) => openCheck(browser, server, { language: "en", ...QUICK, ...options });
const stored = (page) => page.evaluate(() => Object.entries(localStorage));

test("the result so far is at most 25 screens away, and the questions go on from it", async () => {
  const { page, reader, close } = await open();
  const length = await page.getByText("The whole check has about").textContent();
  assert.match(length, /first part has about \d+ short pages.*whole check has about \d+ pages/);
  const questions = await reader.toPause({ ...ANSWERS, bone_diagnosis: "low_bone_mass", bone_treatment: "none" });
  const screens = 1 + questions + 1; // welcome, questions with the pause, result
  assert.ok(screens <= 25, `${screens} screens`);
  await reader.button(reader.words.pause.so_far).click();
  assert.equal(await screenId(page), "result");
  await reader.button(reader.words.pause.go_on).click();
  assert.equal(await screenId(page), "illnesses");
  await close();
});

test("an answer is changed from the list of all answers, which is there again afterwards", async () => {
  const { page, reader, close } = await open();
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.button(reader.words.question.review).click();
  assert.equal(await screenId(page), "review");
  await page.getByRole("button", { name: `${reader.words.question.change} ${reader.texts.questions.age.short}` }).click();
  assert.equal(await screenId(page), "you");
  await reader.field("age").fill("73");
  await reader.button(reader.words.question.done).click();
  assert.equal(await screenId(page), "review");
  assert.ok(await page.getByText("73").first().isVisible());
  await close();
});

test("undo takes the last answer back", async () => {
  const { reader, close } = await open();
  await reader.start();
  assert.equal(await reader.button(reader.words.question.undo).count(), 0, "nothing to take back yet");
  await reader.answer("sex", "female");
  await reader.answer("sex", "male");
  await reader.button(reader.words.question.undo).click();
  assert.ok(await reader.option("sex", "female").isChecked());
  await close();
});

test("without consent nothing is kept, and a new visit begins anew", async () => {
  const { page, reader, close } = await open();
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.next();
  assert.deepEqual(await stored(page), []);
  await page.reload();
  await painted(page);
  assert.equal(await reader.button(reader.words.keep.resume).count(), 0);
  await close();
});

test("with consent the check goes on where it stopped, also in another language, and can be erased", async () => {
  const { page, reader, close } = await open();
  await page.getByRole("radio", { name: reader.words.keep.yes }).click();
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await reader.next();
  await page.goto(`${server.address}?lang=zh-CN`);
  await painted(page);
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await reader.button(reader.words.keep.resume).click();
  assert.equal(await screenId(page), "emergency");
  await reader.button(reader.words.question.back).click();
  assert.equal(await reader.field("age").inputValue(), "72");

  await page.reload();
  await painted(page);
  await reader.button(reader.words.keep.erase).click();
  assert.deepEqual(await stored(page), []);
  await reader.start();
  assert.equal(await reader.field("age").inputValue(), "");
  await close();
});

test("what was kept and is of no use is not trusted", async () => {
  const { page, reader, close } = await open({
    prepare: (one) => one.addInitScript(() => localStorage.setItem("selfcheck:bone-muscle", '{"session": 1, "pack": "x"}')),
  });
  await reader.start();
  assert.equal(await screenId(page), "you");
  await close();
});

test("a medicine is found by its brand or by the initials of its Chinese name", async () => {
  const { page, reader, close } = await open({ language: "zh-CN" });
  await reader.toPause({ age: 72, sex: "female" });
  await reader.button(reader.words.pause.go_on).click();
  await reader.next();
  assert.equal(await screenId(page), "medicines");
  const search = page.getByRole("textbox", { name: reader.words.question.find });
  const shown = () => reader.question("medications").getByRole("checkbox").count();
  const all = await shown();
  for (const typed of ["lpt", "LIPITOR", "立普妥", "阿托伐他汀"]) {
    await search.fill(typed);
    assert.equal(await shown(), 2, `${typed}: what is found, and "not sure"`);
    assert.ok(await reader.option("medications", "statin").isVisible(), typed);
  }
  await reader.option("medications", "statin").click();
  await search.fill("qqq");
  assert.ok(await page.getByText(reader.words.question.found_none).first().isVisible());
  assert.ok(await reader.option("medications", "statin").isChecked(), "what is chosen stays in sight");
  await search.fill("");
  assert.equal(await shown(), all);
  await close();
});

test("the buttons beside a serving add and take away", async () => {
  const { page, reader, close } = await open();
  await reader.toPause({ age: 72, sex: "female" });
  await reader.button(reader.words.pause.go_on).click();
  while ((await screenId(page)) !== "milk") await reader.next();
  const more = reader.question("milk_cups").getByRole("button", { name: "+0.5" });
  const less = reader.question("milk_cups").getByRole("button", { name: "\u22120.5" });
  await more.click();
  await more.click();
  await more.click();
  await less.click();
  assert.equal(await reader.field("milk_cups").inputValue(), "1");
  await close();
});
