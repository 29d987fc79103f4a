// SPDX-License-Identifier: MIT
//
// A pack on another subject, asked for in the address: nothing of the first pack is seen, and it is whole.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";

import { assess, built, contentFor, isPainted, launch, loaded, openCheck, painted, QUICK, screenId, serve, texts } from "./harness.mjs";
import { checkIn, openHost, serveHost } from "./host_page.mjs";

const PACK = "example";
const ANSWERS = {
  signs: ["none"],
  outdoor_minutes: 150,
  shade: "never",
  clothes: "sometimes",
  sunscreen: "never",
  burns: 4,
  changed_spot: "yes",
};

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

for (const language of ["zh-CN", "en"]) {
  test(`a reader goes through it in ${language}, and the result is that of the command line`, async () => {
    const { page, reader, close } = await openCheck(browser, server, { language, query: { pack: PACK }, ...QUICK });
    assert.ok(await isPainted(page), "the canvas paints");
    assert.equal(await page.title(), reader.texts.pack.title);
    assert.equal(await page.getByRole("img").count(), 0, "a pack without a picture shows none");
    const seen = await reader.complete(ANSWERS);
    assert.deepEqual(seen, [...reader.pack.screens.map(({ id }) => id), "result"]);
    const shown = await page.locator("[data-screen]").innerText();
    for (const { id } of JSON.parse(assess(ANSWERS, PACK)).findings) {
      assert.ok(shown.includes(reader.texts.rules[id].title), id);
    }
    assert.equal((await reader.savedResult()).text.trimEnd(), assess(ANSWERS, PACK));
    await close();
  });
}

test("for somebody else, with nothing to act on, the pack says so in its own words", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en", query: { pack: PACK }, ...QUICK });
  const start = reader.words.welcome.start_other;
  reader.speak("en", "other");
  await reader.complete({ ...ANSWERS, outdoor_minutes: 10, burns: 0, changed_spot: "no" }, start);
  const { word, steps } = reader.texts.outcomes.self_care;
  const shown = await page.locator("[data-screen]").innerText();
  for (const text of [word, ...steps]) assert.ok(shown.includes(text), text);
  await close();
});

test("before it has come, the reader sees that it is loading and nothing of the first pack", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const slow = await serve({ delay: (name) => (/content-example-/.test(name) ? held : undefined) });
  const { page, reader, close } = await openCheck(browser, slow, { language: "en", query: { pack: PACK }, wait: false, ...QUICK });
  await page.getByRole("heading", { name: reader.words.page.loading, exact: true }).waitFor();
  assert.equal(await page.title(), reader.words.page.loading);
  const shown = await page.evaluate(() => document.body.innerText);
  assert.equal(shown.trim(), reader.words.page.loading);
  assert.equal(await page.getByRole("button").count(), 0);
  assert.equal(await page.locator('link[rel="manifest"]').count(), 0, "what is put on a home screen is the first pack");
  const ready = () => page.evaluate(() => performance.getEntriesByName("selfcheck-ready").length);
  assert.equal(await ready(), 0, "no question can be answered yet");
  release();
  await painted(page);
  assert.equal(await ready(), 1);
  assert.equal(await page.title(), reader.texts.pack.title);
  await close();
  await slow.close();
});

test("when it cannot be loaded the reader is told so, and nothing of the first pack is shown", async () => {
  const { page, complaints, context, reader } = await openCheck(browser, server, {
    language: "en",
    query: { pack: PACK },
    wait: false,
    prepare: (one) => one.route(/content-example-/, (route) => route.abort()),
  });
  const again = page.getByRole("button", { name: "Load again" });
  await again.waitFor();
  const shown = await page.evaluate(() => document.body.innerText);
  assert.ok(!shown.includes(texts.en.pack.title) && !shown.includes(texts.en.pack.limits), shown);
  assert.ok(!shown.includes(reader.texts.pack.title));
  assert.ok(complaints.length > 0);
  await context.close();
});

test("a pack that is not there is named on the console, and the reader gets the first", async () => {
  for (const name of ["no-such-pack", "constructor"]) {
    const said = [];
    const { page, close } = await openCheck(browser, server, {
      language: "en",
      query: { pack: name },
      prepare: (one) => one.on("console", (message) => said.push(message.text())),
      ...QUICK,
    });
    assert.equal(await page.title(), texts.en.pack.title);
    assert.ok(said.some((text) => text.includes(`there is no "${name}"`) && text.includes(PACK)), said.join("\n"));
    await close();
  }
});

test("an element that asks for it has a frame of its name", async () => {
  const site = await serveHost(`<script src="${server.address}embed.js"></script><self-check pack="${PACK}"></self-check>`);
  const { page, context, complaints } = await openHost(browser, site);
  const { element, frame } = await checkIn(page, "self-check");
  const { title } = contentFor("self", PACK).texts.en.pack;
  assert.equal(await element.getAttribute("title"), title);
  assert.equal(await frame.title(), title);
  assert.deepEqual(complaints, []);
  await context.close();
  await site.close();
});

test("after one visit it opens without a network too", async () => {
  const { page, context, reader, close } = await openCheck(browser, server, {
    language: "en",
    query: { pack: PACK },
    serviceWorkers: "allow",
    ...QUICK,
  });
  await loaded(page);
  await context.setOffline(true);
  await page.reload();
  await painted(page);
  await loaded(page);
  await reader.start();
  assert.equal(await screenId(page), reader.pack.screens[0].id);
  await close();
});

test("the file that holds the whole check does not carry it", () => {
  const file = fs.readFileSync(built("selfcheck-standalone.html"), "utf8");
  assert.ok(file.includes(texts.en.pack.purpose.slice(0, 20)));
  assert.ok(!file.includes(contentFor("self", PACK).texts.en.pack.title));
});
