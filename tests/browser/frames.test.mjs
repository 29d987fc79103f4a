// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openCheck, pack, serve } from "./harness.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { places } from "./places.mjs";

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

/** Counts frames where they happen: each that draws anything brings its vertices, once. */
const COUNT_FRAMES = () => {
  window.framesDrawn = 0;
  for (const Context of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const bufferData = Context.prototype.bufferData;
    Context.prototype.bufferData = function (target, ...data) {
      if (target === this.ARRAY_BUFFER) window.framesDrawn += 1;
      return bufferData.call(this, target, ...data);
    };
  }
  window.callbacksRun = 0;
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (run) =>
    request((now) => {
      window.callbacksRun += 1;
      run(now);
    });
};

const openCounted = (options) =>
  openCheck(browser, server, { prepare: (page) => page.addInitScript(COUNT_FRAMES), ...options });

const counts = (page) =>
  page.evaluate(() => ({ frames: window.framesDrawn, callbacks: window.callbacksRun }));

/** Until nothing has been drawn for half a second. */
async function settled(page) {
  for (let last = -1; ; ) {
    const { frames } = await counts(page);
    if (frames === last) return;
    last = frames;
    await page.waitForTimeout(500);
  }
}

test("five seconds in which nothing happens draw no frame and run no callback", async () => {
  const { page, reader, close } = await openCounted({ language: "en" });
  await reader.start();
  await settled(page);
  const before = await counts(page);
  assert.ok(before.frames > 0, "frames are counted");
  await page.waitForTimeout(5000);
  assert.deepEqual(await counts(page), before);
  await close();
});

test("no kind of Screen draws a frame or runs a callback while nothing happens", async (t) => {
  const known = await places("en");
  const questions = (screen, kind) => screen.blocks.filter((block) => block.kind === kind).length;
  const asking = known.filter(({ id }) => pack.screens.some((screen) => screen.id === id));
  const kinds = {
    "the welcome page": known.find(({ id }) => id === "welcome"),
    "a choice": asking.find(({ screen }) => questions(screen, "choice") > 0 && questions(screen, "number") === 0),
    "a number": asking.find(({ screen }) => questions(screen, "number") > 0 && questions(screen, "choice") === 0),
    "an error": known.find(({ id }) => id === "wrong"),
    "an alert": known.find(({ id }) => id.startsWith("alert.")),
    "the result": known.find(({ id }) => id === "result.closed"),
    "open cards": known.find(({ id }) => id === "result.open"),
  };
  const { page, close } = await openCheck(browser, server, {
    language: "en",
    prepare: async (fresh) => {
      await fresh.addInitScript(COUNT_FRAMES);
      await hookModule(fresh);
    },
  });
  for (const [kind, { actions }] of Object.entries(kinds)) {
    await t.test(kind, async () => {
      await perform(page, [{ kind: "restart", id: "", value: "" }, ...actions]);
      await settled(page);
      const before = await counts(page);
      assert.ok(before.frames > 0, "frames are counted");
      await page.waitForTimeout(1500);
      assert.deepEqual(await counts(page), before);
    });
  }
  await close();
});

test("a tap costs at most six frames when nothing is animated", async () => {
  const { page, reader, close } = await openCounted({ language: "en", reducedMotion: "reduce" });
  await reader.start();
  await settled(page);
  const option = reader.option("sex", "female");
  await option.scrollIntoViewIfNeeded();
  await settled(page);
  const before = await counts(page);
  await option.tap();
  await settled(page);
  assert.ok(await option.isChecked());
  const cost = (await counts(page)).frames - before.frames;
  assert.ok(cost >= 1 && cost <= 6, `${cost} frames`);
  await close();
});

for (const [wish, least, most] of [
  ["no-preference", 20, 600],
  ["reduce", 0, 6],
]) {
  test(`a picture that comes into sight moves once, under ${wish} motion`, async () => {
    const known = await places("en");
    const { page, close } = await openCheck(browser, server, {
      language: "en",
      reducedMotion: wish,
      prepare: async (fresh) => {
        await fresh.addInitScript(COUNT_FRAMES);
        await hookModule(fresh);
      },
    });
    await perform(page, known.find(({ id }) => id === "result.open").actions);
    await settled(page);
    const before = await counts(page);
    const centre = (key) =>
      page.evaluate((name) => document.querySelector(`[data-key="${name}"]`).scrollIntoView({ block: "center" }), key);
    await centre("card.bone_is_rebuilt.figure");
    await page.waitForTimeout(1000);
    await settled(page);
    const seen = (await counts(page)).frames - before.frames;
    assert.ok(seen >= least && seen <= most, `${seen} frames`);

    await page.waitForTimeout(1500);
    assert.equal((await counts(page)).frames - before.frames, seen, "at rest");
    await close();
  });
}
