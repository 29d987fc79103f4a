// SPDX-License-Identifier: MIT
//
// The whole check in one file: opened from a folder, and in a frame that may run scripts and nothing else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { ANSWERS, assess, built, isPainted, launch, openCheck, painted, QUICK, Reader, serve } from "./harness.mjs";

const FILE = "selfcheck-standalone.html";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Every address the page or its frames ask for, itself included. */
function recordRequests(asked) {
  return (page) => page.context().on("request", (request) => asked.push(request.url()));
}

test("opened from a folder, the check is painted, goes to its end and gives the command line's result", async () => {
  const asked = [];
  const address = pathToFileURL(built(FILE)).href;
  const { page, reader, close } = await openCheck(browser, { address }, {
    language: "en",
    ...QUICK,
    prepare: recordRequests(asked),
  });
  assert.ok(await isPainted(page));
  await reader.button("中文").click();
  reader.speak("zh-CN");
  await reader.complete(ANSWERS);
  const { text } = await reader.savedResult();
  assert.equal(text, assess(ANSWERS));
  assert.deepEqual(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(address)), []);
  await close();
});

test("opened from a folder, what the address asks for and the text view are there too", async () => {
  const { page, reader, close } = await openCheck(browser, { address: pathToFileURL(built(FILE)).href }, {
    language: "en",
    query: { theme: "dark", view: "text" },
  });
  assert.equal(await isPainted(page), false);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await reader.start();
  await reader.answer("age", 72);
  await close();
});

test("in a sandboxed frame without storage it comes to the same findings", async () => {
  const server = await serve();
  const context = await browser.newContext({ viewport: { width: 420, height: 900 }, locale: "en", reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/host", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe title="check" sandbox="allow-scripts" src="${FILE}?lang=en" style="width:400px;height:880px"></iframe>`,
    }),
  );
  await page.goto(`${server.address}host`);
  const frame = page.frames()[1];
  await painted(frame);
  const storage = await frame.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(storage, "SecurityError", "the frame has no storage");
  const reader = new Reader(frame, "en");
  await reader.complete(ANSWERS);
  const { guidance, findings } = JSON.parse(assess(ANSWERS));
  const shown = await frame.locator("[data-screen]").innerText();
  assert.ok(findings.length > 3);
  for (const words of [reader.words.levels[guidance].word, ...findings.map(({ id }) => reader.texts.rules[id].title)]) {
    assert.ok(shown.includes(words), words);
  }
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});
