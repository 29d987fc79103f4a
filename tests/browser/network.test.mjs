// SPDX-License-Identifier: MIT
//
// What the first screen costs, and what the page tells a host. What it asks for later is in privacy.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, launch, openCheck, painted, QUICK, serve } from "./harness.mjs";

const FIRST_SCREEN_BUDGET = 300_000;

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

test("the first usable screen transfers at most 300 kB, and no font", async () => {
  const received = [];
  const { page, close } = await openCheck(browser, server, {
    prepare: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      const responses = new Map();
      session.on("Network.responseReceived", ({ requestId, response, type }) =>
        responses.set(requestId, { url: response.url, type, encoding: response.headers["content-encoding"] }),
      );
      session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
        received.push({ ...responses.get(requestId), bytes: encodedDataLength }),
      );
    },
  });
  // What was asked for before the canvas showed the first Screen; the rest of the texts comes behind it.
  const needed = await page.evaluate(() => {
    const [painted] = performance.getEntriesByName("selfcheck-painted");
    const resources = performance.getEntriesByType("resource");
    return [location.href, ...resources.filter((one) => one.startTime < painted.startTime).map((one) => one.name)];
  });
  const first = received.filter(({ url }) => needed.includes(url));
  assert.ok(first.some(({ url }) => url.endsWith(".wasm")), "WebAssembly is among what is needed");
  const total = first.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(received.some(({ encoding }) => encoding === "br"), "the server compresses");
  assert.ok(total <= FIRST_SCREEN_BUDGET, `${total} bytes: ${JSON.stringify(first, null, 1)}`);
  assert.ok(received.every(({ type, url = "" }) => type !== "Font" && !/\.(woff2?|ttf|otf)/.test(url)));
  await close();
});

test("the page says when it can be answered, how far it is and when it is done, and nothing more", async () => {
  const { page, reader, close } = await openCheck(browser, server, {
    language: "en",
    ...QUICK,
    prepare: (page) =>
      page.addInitScript(() => {
        window.told = [];
        for (const name of ["selfcheck-ready", "selfcheck-progress", "selfcheck-complete"]) {
          window.addEventListener(name, ({ type, detail }) => window.told.push({ type, detail }));
        }
      }),
  });
  await painted(page);
  await reader.complete(ANSWERS);
  const told = await page.evaluate(() => window.told);
  assert.equal(told.filter(({ type }) => type === "selfcheck-ready").length, 1);
  assert.ok(await page.evaluate(() => performance.getEntriesByName("selfcheck-ready").length === 1));
  const progress = told.filter(({ type }) => type === "selfcheck-progress");
  assert.ok(progress.length > 3);
  for (const { detail } of progress) {
    assert.deepEqual(Object.keys(detail).sort(), ["done", "section", "total"]);
  }
  const complete = told.filter(({ type }) => type === "selfcheck-complete");
  assert.deepEqual(complete.map(({ detail }) => detail), [{ guidance: "soon" }]);
  await close();
});
