// SPDX-License-Identifier: MIT
//
// The stopwatch of the chair test, from its safety gate to the saved result, on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { misplaced, violations } from "./checks.mjs";
import { ANSWERS, assess, isPainted, launch, openCheck, pack, QUICK, screenId, serve } from "./harness.mjs";

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

const QUESTION = "chair_stand_s";
const { stopwatch } = pack.questions.find(({ id }) => id === QUESTION).measure;
const screen = pack.screens.find(({ questions }) => questions.includes(QUESTION));

/** Her fracture was looked into, so that the test is safe to offer. */
const READER = { ...ANSWERS, fracture_assessed: "yes" };

/** Counts what draws, sounds and shakes. */
const WATCH = () => {
  window.watched = { frames: 0, callbacks: 0, tones: 0, buzzes: 0 };
  for (const Context of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const clear = Context.prototype.clear;
    Context.prototype.clear = function (...masks) {
      window.watched.frames += 1;
      return clear.apply(this, masks);
    };
  }
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (run) =>
    request((now) => {
      window.watched.callbacks += 1;
      run(now);
    });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    window.watched.tones += 1;
    return start.apply(this, when);
  };
  navigator.vibrate = () => {
    window.watched.buzzes += 1;
    return true;
  };
  // Everything that is said, in order.
  window.said = [];
  addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("selfcheck-status");
    new MutationObserver(() => window.said.push(status.textContent.trim())).observe(status, { childList: true });
  });
};

const watched = (page) => page.evaluate(() => ({ ...window.watched }));

/** A clock that stands from the countdown on and goes when it is told to, so that times are exact and take none. */
const OWN_CLOCK = () => {
  const real = performance.now.bind(performance);
  let now = null;
  performance.now = () => now ?? real();
  window.passTime = (ms) => (now = (now ?? real()) + ms);
};

/** A phase of the stopwatch as every other Screen must be. */
async function isSound(page, what) {
  assert.deepEqual(await violations(page), [], what);
  if (await isPainted(page)) assert.deepEqual(await misplaced(page), [], what);
}

/** At the question with the stopwatch, all before it answered. */
async function atStopwatch(options = {}) {
  const check = await openCheck(browser, server, {
    language: "zh-CN",
    ...QUICK,
    prepare: async (page) => {
      await page.addInitScript(OWN_CLOCK);
      await page.addInitScript(WATCH);
    },
    ...options,
  });
  const { page, reader } = check;
  await reader.start();
  while ((await screenId(page)) !== screen.id) await reader.passScreen(READER);
  const words = reader.words.stopwatch;
  const own = reader.texts.questions[QUESTION].stopwatch;
  const unit = reader.texts.questions[QUESTION].unit;
  const filled = (text, time) => text.replace("{time}", time).replace("{unit}", unit);
  const pass = (ms) => page.evaluate((time) => window.passTime(time), ms);
  const tap = reader.button(own.tap);
  return {
    ...check,
    words,
    own,
    filled,
    pass,
    tap,
    open: () => reader.button(words.open).click(),
    confirm: () => page.getByRole("checkbox", { name: own.confirm, exact: true }).check(),
    /** The countdown takes its three seconds, whatever the clock says. */
    start: async () => {
      await pass(0);
      await reader.button(words.start).click();
      await tap.waitFor();
      await pass(1000 * stopwatch.countdown_s);
    },
    rise: async (ms) => {
      await pass(ms);
      await tap.click();
    },
  };
}

for (const [how, query] of Object.entries({ "over the canvas": {}, "as text": { view: "text" } })) {
  for (const language of pack.languages) {
    test(`five rises are timed by role and name in ${language} ${how}, and become the answer and the result`, async () => {
      const check = await atStopwatch({ language, query });
      const { page, reader, words, filled, tap } = check;
      assert.equal(await isPainted(page), how === "over the canvas");
      await isSound(page, "closed");
      await check.open();
      assert.equal(await reader.button(words.start).count(), 0, "nothing starts before the reader says it is safe");
      await check.confirm();
      await isSound(page, "ready");
      await check.start();
      await isSound(page, "running");
      assert.ok(await tap.evaluate((one) => one === document.activeElement), "what to tap has the focus");
      const { y, height, width } = await tap.boundingBox();
      assert.ok(height >= 0.4 * 740 && width >= 300, `${width} x ${height}`);
      assert.ok(y >= 0 && y + height <= 740, "all of it is in sight");
      const saying = (word) => page.waitForFunction((last) => window.said.at(-1) === last, word);
      await saying(words.go);
      for (let i = 1; i <= stopwatch.count; i += 1) {
        await check.rise(2500);
        if (i < stopwatch.count) await saying(String(i));
      }

      const time = "12.5";
      const title = page.getByRole("heading", { name: filled(words.this_time, time), exact: true });
      await title.waitFor();
      assert.ok(await title.evaluate((one) => one === document.activeElement), "what came of it is read");
      const said = await page.evaluate(() => window.said);
      assert.deepEqual(said, ["3", "2", "1", words.go, "1", "2", "3", "4"]);

      await isSound(page, "done");
      assert.equal(await reader.field(QUESTION).inputValue(), "");
      await reader.button(filled(words.use, time)).click();
      assert.equal(await reader.field(QUESTION).inputValue(), time);
      const counts = await watched(page);
      assert.equal(counts.tones, stopwatch.countdown_s + 1 + stopwatch.count);
      assert.equal(counts.tones, counts.buzzes);

      const answers = { ...READER, [QUESTION]: Number(time) };
      await reader.next();
      while ((await screenId(page)) !== "result") await reader.passScreen(READER);
      assert.equal((await reader.savedResult()).text.trimEnd(), assess(answers));
      await check.close();
    });
  }
}

test("a finger that trembles on the area counts, once each time, and does nothing to what follows", async () => {
  const check = await atStopwatch();
  const { page, context, filled, tap, words } = check;
  await check.open();
  await check.confirm();
  await check.start();
  const glass = await context.newCDPSession(page);
  const touch = (type, ...points) =>
    glass.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const box = await tap.boundingBox();
  const scrolled = await page.evaluate(() => window.scrollY);
  for (let i = 0; i < stopwatch.count; i += 1) {
    await check.pass(2500);
    const [x, y] = [box.x + box.width / 2, box.y + 40 + 70 * i];
    await touch("touchStart", [x, y]);
    if (i % 2 === 0) await touch("touchMove", [x + 30, y + 25]);
    await touch("touchEnd");
    await page.waitForTimeout(300);
    if (i + 1 < stopwatch.count) assert.equal(await page.evaluate(() => window.scrollY), scrolled);
  }
  await page.getByRole("heading", { name: filled(words.this_time, "12.5"), exact: true }).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.getByText(words.once_more, { exact: true }).count(), 1);
  await check.close();
});

test("in the largest text what to tap and how to stop are in sight together", async () => {
  const check = await atStopwatch({ language: "en" });
  const { page, reader, tap, words } = check;
  for (let i = 0; i < 5; i += 1) await reader.button(reader.words.toolbar.larger).click();
  await check.open();
  await check.confirm();
  await check.start();
  const top = (await tap.boundingBox()).y;
  const stop = await reader.button(words.stop).boundingBox();
  assert.ok(top >= 0 && stop.y + stop.height <= 740, `${top} to ${stop.y + stop.height}`);
  assert.ok(await tap.evaluate((one) => one === document.activeElement));
  assert.equal(await reader.button(reader.words.question.next).count(), 0, "nothing near it leads away");
  await check.close();
});

test("the better of two tries is offered", async () => {
  const check = await atStopwatch();
  const { page, reader, words, filled } = check;
  await check.open();
  await check.confirm();
  await check.start();
  for (let i = 0; i < stopwatch.count; i += 1) await check.rise(2400);
  const best = "12.0";
  await reader.button(words.again).click();
  await check.start();
  for (let i = 0; i < stopwatch.count; i += 1) await check.rise(3000);
  await page.getByText(filled(words.better, best), { exact: true }).waitFor({ state: "attached" });
  await reader.button(filled(words.use, best)).click();
  assert.equal(await reader.field(QUESTION).inputValue(), best);
  await check.close();
});

test("giving up is kind, and can be the answer that one is unable", async () => {
  const check = await atStopwatch();
  const { page, reader, words } = check;
  await check.open();
  await check.confirm();
  await check.start();
  await check.rise(4000);
  await reader.button(words.stop).click();
  await page.getByRole("heading", { name: words.unfinished }).waitFor();
  await reader.button(words.unable).click();
  assert.ok(await reader.option("chair_stand_unable", "yes").isChecked());
  assert.equal(await reader.question(QUESTION).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await check.close();
});

test("a try that nobody ends is not finished, and then nothing moves any more", async () => {
  const check = await atStopwatch();
  const { page, reader, words } = check;
  await check.open();
  await check.confirm();
  await check.pass(0);
  await reader.button(words.start).click();
  await check.pass(181_000); // two seconds before it is too long
  await check.tap.waitFor();
  const counting = await watched(page);
  await page.waitForTimeout(500);
  assert.ok((await watched(page)).frames > counting.frames, "it draws while it counts");
  await page.getByRole("heading", { name: words.unfinished }).waitFor();
  await page.waitForTimeout(1000);
  const before = await watched(page);
  await page.waitForTimeout(3000);
  assert.deepEqual(await watched(page), before);
  assert.ok((await reader.button(words.again).count()) === 1);
  await check.close();
});

test("with the sound off nothing is heard, and the phone still shakes", async () => {
  const check = await atStopwatch();
  const { page, reader, words } = check;
  await check.open();
  await check.confirm();
  await reader.button(words.sound_off).click();
  assert.equal(await reader.button(words.sound_on).count(), 1);
  await check.start();
  const { tones, buzzes } = await watched(page);
  assert.equal(tones, 0);
  assert.ok(buzzes >= 3);
  await check.close();
});

test("a canvas that is lost while it counts leaves the same clock as text, and the try goes on", async () => {
  const check = await atStopwatch();
  const { page, context, filled, words } = check;
  await check.open();
  await check.confirm();
  await check.start();
  await check.rise(3000);
  await page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    (canvas.getContext("webgl") ?? canvas.getContext("webgl2")).getExtension("WEBGL_lose_context").loseContext();
  });
  await page.locator(".sc-twin.flow").waitFor();
  const shows = (text) => page.waitForFunction((time) => document.querySelector(".sc-clock").textContent === time, text);
  await shows("3.0");
  await check.pass(1200);
  await shows("4.2");
  for (let i = 1; i < stopwatch.count; i += 1) await check.rise(2000);
  await page.getByRole("heading", { name: filled(words.this_time, "12.2"), exact: true }).waitFor();
  assert.equal(await page.getByText(words.once_more, { exact: true }).count(), 1);
  await context.close();
});
