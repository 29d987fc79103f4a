// SPDX-License-Identifier: MIT
//
// After one visit the check works without a network, says so, and can be installed.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";

import { ANSWERS, assess, built, launch, loaded, openCheck, pack, painted, QUICK, serve, texts } from "./harness.mjs";

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

const open = (options) => openCheck(browser, server, { language: "en", serviceWorkers: "allow", ...QUICK, ...options });
const saysReady = (page, reader) => page.getByText(reader.words.privacy.offline).count();

test("with the network gone after one visit, the check opens, goes to its end and prints", async () => {
  const { page, context, reader, close } = await open();
  await loaded(page);
  assert.equal(await saysReady(page, reader), 1);

  await context.setOffline(true);
  await page.reload();
  await painted(page);
  await loaded(page);
  assert.equal(await saysReady(page, reader), 1);
  await reader.button("中文").click();
  reader.speak("zh-CN");
  await reader.complete(ANSWERS);
  assert.equal((await reader.savedResult()).text, assess(ANSWERS));
  const paper = await page.pdf();
  assert.ok(paper.subarray(0, 5).equals(Buffer.from("%PDF-")) && paper.length > 20_000, "the result goes on paper");
  await close();
});

test("the canvas says it too: the line has its place in what is painted", async () => {
  const { page, reader, close } = await open();
  await loaded(page);
  const line = page.locator("[data-placed]", { hasText: reader.words.privacy.offline }).last();
  const box = await line.boundingBox();
  assert.ok(box.width > 100 && box.height > 15, JSON.stringify(box));
  await close();
});

test("a reader online sees what was last published, and a slow network is not waited for long", async () => {
  let held = false;
  const slow = await serve({ delay: () => (held ? new Promise((done) => setTimeout(done, 60_000).unref()) : undefined) });
  const { page, reader, close } = await openCheck(browser, slow, { language: "en", serviceWorkers: "allow", ...QUICK });
  await loaded(page);
  held = true;
  const since = Date.now();
  await page.reload({ waitUntil: "commit" });
  await painted(page);
  assert.ok(Date.now() - since < 20_000, `${Date.now() - since} ms`);
  await reader.start();
  await close();
  await slow.close();
});

test("where service workers are refused, the check works and does not say that it is ready", async () => {
  for (const options of [
    { serviceWorkers: "block" },
    { prepare: (page) => page.addInitScript(() => delete Navigator.prototype.serviceWorker) },
    {
      prepare: (page) =>
        page.addInitScript(() => {
          navigator.serviceWorker.register = () => Promise.reject(new DOMException("refused", "SecurityError"));
        }),
    },
  ]) {
    const { page, reader, close } = await open(options);
    await loaded(page);
    assert.equal(await saysReady(page, reader), 0);
    await reader.start();
    await close();
  }
});

test("a page inside a frame installs nothing", async () => {
  const { page, close } = await open({ query: { embed: "1" } });
  await loaded(page);
  const installed = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
  ]);
  assert.deepEqual(installed, [0, 0]);
  await close();
});

test("in a folder of a site with a worker of its own, both keep to their own", async () => {
  const site = {
    "/": '<!doctype html><link rel="icon" href="data:,"><title>The site</title>',
    "/site.js": "self.addEventListener('install', () => self.skipWaiting());",
  };
  const shared = await serve({ under: "/health/check/", site });
  const { page, context, reader, close } = await openCheck(browser, shared, { language: "en", serviceWorkers: "allow", ...QUICK });
  const root = new URL("/", shared.address).href;
  const scopes = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort());
  await loaded(page);
  await page.goto(root);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/site.js");
    await navigator.serviceWorker.ready;
  });
  assert.deepEqual(await scopes(), [root, shared.address]);

  await page.goto(`${shared.address}?lang=en`);
  await loaded(page);
  await context.setOffline(true);
  await page.reload();
  await loaded(page);
  assert.equal(await saysReady(page, reader), 1);
  await context.setOffline(false);

  const { privacy, keep } = reader.words;
  await reader.button(privacy.title).click();
  await reader.button(keep.erase).click();
  await page.getByText(privacy.offline).waitFor({ state: "detached" });
  assert.deepEqual(await scopes(), [root], "erasing takes the check's worker and leaves the site's");
  await page.reload();
  await painted(page);
  await reader.button(privacy.title).click();
  await reader.button(keep.erase).click();
  await page.waitForTimeout(500);
  assert.ok((await scopes()).includes(root));
  await close();
  await shared.close();
});

for (const language of pack.languages) {
  test(`the page can be installed under its own name, ${language}`, async () => {
    const { page, close } = await open({ language });
    const address = await page.evaluate(() => document.querySelector("link[rel=manifest]").href);
    const response = await fetch(address);
    assert.equal(response.headers.get("content-type"), "application/manifest+json");
    const manifest = await response.json();
    assert.equal(manifest.name, texts[language].pack.title);
    assert.equal(manifest.lang, language);
    assert.ok(manifest.short_name.length <= 12, manifest.short_name);
    assert.equal(manifest.display, "standalone");
    assert.equal(new URL(manifest.id, address).pathname, `/selfcheck-${pack.id}`, "no other app of the site's is it");
    assert.equal(new URL(manifest.start_url, address).searchParams.get("lang"), language);
    for (const { src, sizes, purpose } of manifest.icons) {
      const png = fs.readFileSync(built(src));
      assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, `${purpose} ${src}`);
    }
    const offered = manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`);
    assert.deepEqual(offered, ["any 192x192", "any 512x512", "maskable 512x512"]);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
    await close();
  });
}
