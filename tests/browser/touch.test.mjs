// SPDX-License-Identifier: MIT
//
// Real touches, dispatched by the browser's own input system at places on the glass.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, assess, launch, openCheck, pack, QUICK, Reader, screenId, serve } from "./harness.mjs";

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

/** A reader with a finger: touches what the canvas shows, at the middle of where it is painted. */
class Finger extends Reader {
  static async of({ page, context, reader }) {
    const finger = new Finger(page, reader.language);
    finger.glass = await context.newCDPSession(page);
    return finger;
  }

  touch(type, ...points) {
    return this.glass.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
  }

  /** Middle of what is painted for a control, scrolled into view as a reader would. */
  async place(control) {
    const key = await control.evaluate((element) => element.closest("[data-key]").dataset.key);
    const painted = this.page.locator(`[data-key="${key}"]`);
    await painted.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await painted.boundingBox();
    assert.ok(box.height >= 48 && box.width >= 48, `${key} is large enough for a thumb`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  async tap(control) {
    const point = await this.place(control);
    await this.touch("touchStart", point);
    await this.touch("touchEnd");
  }

  async choose(control) {
    await this.tap(control);
    await control.and(this.page.locator(":checked")).waitFor({ state: "attached" });
  }

  async press(button) {
    const key = await button.getAttribute("data-key");
    const before = await screenId(this.page);
    await this.tap(button);
    if (key === "save") return;
    await this.page.waitForFunction(
      (id) => document.querySelector("[data-screen]").dataset.screen !== id,
      before,
    );
  }

  async type(field, text) {
    await this.tap(field);
    await this.page.waitForFunction(() => document.activeElement.matches("input[type=text]"));
    await this.page.keyboard.insertText(text);
  }
}

for (const language of pack.languages) {
  test(`a reader completes the check in ${language} with a finger on what is painted`, async () => {
    const check = await openCheck(browser, server, { language, ...QUICK });
    const finger = await Finger.of(check);
    await finger.complete(ANSWERS);
    assert.equal((await finger.savedResult()).text.trimEnd(), assess(ANSWERS));
    await check.close();
  });
}

test("a chosen answer looks chosen where it was touched", async () => {
  const check = await openCheck(browser, server, { language: "zh-CN" });
  const finger = await Finger.of(check);
  await finger.press(finger.button(finger.words.welcome.start));
  const option = finger.option("sex", "female");
  const card = option.locator("xpath=..");
  const before = await card.screenshot();
  await finger.choose(option);
  await check.page.waitForTimeout(500);
  assert.notDeepEqual(await card.screenshot(), before);
  await check.close();
});

/** On the screen of emergency signs, which is several phones tall. */
async function atSigns(check) {
  const finger = await Finger.of(check);
  await finger.press(finger.button(finger.words.welcome.start));
  await finger.answer("age", 72);
  await finger.choose(finger.option("sex", "female"));
  await finger.press(finger.button(finger.words.question.next));
  await check.page.evaluate(() => window.scrollTo(0, 0));
  return finger;
}

const answered = (page) => page.locator("input:checked").count();

test("a swipe that begins on an answer scrolls the page and answers nothing", async () => {
  const check = await openCheck(browser, server, { language: "zh-CN" });
  const finger = await atSigns(check);
  const box = await check.page.locator("label[data-key]").first().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await finger.touch("touchStart", [x, y]);
  for (let step = 1; step <= 12; step += 1) {
    await finger.touch("touchMove", [x, y - 20 * step]);
    await check.page.waitForTimeout(16);
  }
  await finger.touch("touchEnd");
  await check.page.waitForTimeout(300);
  assert.ok((await check.page.evaluate(() => window.scrollY)) > 100, "the page scrolled");
  assert.equal(await answered(check.page), 0);
  await check.close();
});

test("a touch that the system takes away answers nothing", async () => {
  const check = await openCheck(browser, server, { language: "zh-CN" });
  const finger = await atSigns(check);
  const point = await finger.place(check.page.locator("label[data-key]").nth(1));
  await finger.touch("touchStart", point);
  await check.page.waitForTimeout(100);
  await finger.touch("touchCancel");
  await check.page.waitForTimeout(300);
  assert.equal(await answered(check.page), 0);
  await check.close();
});

test("two fingers answer nothing", async () => {
  const check = await openCheck(browser, server, { language: "zh-CN" });
  const finger = await atSigns(check);
  const [x, y] = await finger.place(check.page.locator("label[data-key]").nth(1));
  await finger.touch("touchStart", [x - 20, y], [x + 20, y]);
  for (let step = 1; step <= 6; step += 1) {
    await finger.touch("touchMove", [x - 20 - 5 * step, y], [x + 20 + 5 * step, y]);
  }
  await finger.touch("touchEnd");
  await check.page.waitForTimeout(300);
  assert.equal(await answered(check.page), 0);
  await check.close();
});
