// SPDX-License-Identifier: MIT
//
// The picture of a bone that the reader wears down: by finger, by keyboard, and as text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openCheck, pack, QUICK, serve } from "./harness.mjs";
import { hookModule, perform, screenOnShow } from "./module_hook.mjs";
import { action, answersAsActions } from "./places.mjs";

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

const { id, explore } = pack.cards.find((card) => card.explore);
const CARD = `card.${id}`;

/** The band of a T-score by its number in the pack: osteoporosis at -2.5 or lower, normal at -1.0 or higher (WHO). */
const EDGES = [[-1, 2], [-1.5, 1], [-2, 1], [-2.5, 0]];

/** The result page with the card open, for a reader who knows no such number, and the card's slider in sight. */
async function openSlider(options = {}) {
  const check = await openCheck(browser, server, { ...QUICK, ...options, prepare: hookModule });
  const { page } = check;
  const answers = answersAsActions({ age: 68, sex: "female" });
  await perform(page, [...answers, action("go", "", "result"), action("expand", CARD)]);
  const slider = page.getByRole("slider");
  await slider.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const shown = async () => (await screenOnShow(page)).blocks.find(({ key }) => key === CARD).figures[0].slider[0];
  const glass = await check.context.newCDPSession(page);
  const touch = (type, ...points) =>
    glass.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  return { ...check, slider, touch, shown, scrolled: () => page.evaluate(() => window.scrollY) };
}

/** Waits until the screen shows another number than before, and returns it. */
async function moved(shown, before) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { value } = await shown();
    if (value !== before) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
  return before;
}

test("a finger that follows the track moves the picture and nothing else", async () => {
  const { page, touch, slider, shown, scrolled, close } = await openSlider();
  const { x, y, width, height } = await slider.boundingBox();
  assert.ok(height >= 48, "tall enough for a thumb");
  const knob = 32;
  const at = (value) => x + knob / 2 + ((value - explore.min) / (explore.max - explore.min)) * (width - knob);
  const before = await scrolled();
  const box = { x, y: y - 200, width, height: 150 };
  const whole = await page.screenshot({ clip: box });

  await slider.focus({ preventScroll: true });
  await touch("touchStart", [at(0), y + height / 2]);
  for (let step = 1; step <= 10; step += 1) {
    await touch("touchMove", [at(0) + ((at(-4) - at(0)) * step) / 10, y + height / 2 + 2 * step]);
  }
  assert.equal(await moved(shown, 0).then(shown).then(({ value }) => value), -4);
  await touch("touchEnd");
  assert.equal(await scrolled(), before, "the page stays");
  assert.ok(await slider.evaluate((element) => element === document.activeElement), "focus stays");
  assert.notDeepEqual(await page.screenshot({ clip: box }), whole, "the picture is another");
  await close();
});

test("a finger that goes up from the slider scrolls the page", async () => {
  const { page, touch, slider, scrolled, close } = await openSlider();
  const { x, y, width, height } = await slider.boundingBox();
  const before = await scrolled();
  await touch("touchStart", [x + width / 2, y + height / 2]);
  for (let step = 1; step <= 12; step += 1) {
    await touch("touchMove", [x + width / 2, y + height / 2 - 20 * step]);
    await page.waitForTimeout(16);
  }
  await touch("touchEnd");
  await page.waitForFunction((top) => window.scrollY > top + 100, before);
  await close();
});

for (const [how, query] of Object.entries({ "over the canvas": {}, "as text": { view: "text" } })) {
  test(`the keyboard moves it step by step and hears each number's name, ${how}`, async () => {
    const { page, slider, shown, scrolled, reader, close } = await openSlider({ query });
    const bands = Object.values(reader.texts.scores[explore.score].bands);
    const heard = () => slider.getAttribute("aria-valuetext");
    assert.ok((await heard()).endsWith(bands.at(-1)), "a reader without a number begins at a normal one");
    await slider.focus();
    const before = await scrolled();
    await page.keyboard.press("ArrowLeft");
    assert.equal((await shown()).value, -0.5);
    for (const [value, band] of EDGES) {
      while ((await shown()).value > value) await page.keyboard.press("ArrowLeft");
      assert.ok((await heard()).endsWith(bands[band]), `${value}: ${await heard()}`);
    }
    await page.keyboard.press("Home");
    assert.equal((await shown()).value, explore.min);
    assert.ok((await heard()).endsWith(bands[0]));
    assert.ok((await heard()).startsWith("\u2212"), "a minus, not a hyphen");
    await page.keyboard.press("End");
    assert.equal((await shown()).value, explore.max);
    assert.equal(await page.evaluate(() => document.activeElement.type), "range");
    assert.equal(await scrolled(), before);
    await close();
  });
}

test("the result marks the band that a T-score is in", async () => {
  const { page, close } = await openCheck(browser, server, { ...QUICK, prepare: hookModule });
  for (const [value, band] of [...EDGES, [-1.1, 1], [-2.4, 1]]) {
    const answers = answersAsActions({ age: 68, sex: "female", t_score: value });
    await perform(page, [action("restart"), ...answers, action("go", "", "result")]);
    const meter = (await screenOnShow(page)).blocks.find(({ key }) => key === "score.t_score");
    assert.equal(meter.current, band, String(value));
    const marked = page.locator('[data-key="score.t_score"] [aria-current]');
    assert.equal(await marked.innerText(), meter.bands[band].label);
  }
  await close();
});

test("paper has no slider", async () => {
  const { page, slider, close } = await openSlider();
  await page.emulateMedia({ media: "print" });
  assert.ok(await slider.isHidden());
  await close();
});
