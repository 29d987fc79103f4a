// SPDX-License-Identifier: MIT
//
// A new build is installed while a check is half filled in: nothing is loaded again, no answer is lost, the open page
// keeps its own files, and the next opening has the new build, also without a network.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { built, launch, loaded, openCheck, painted, QUICK, screenId, serve } from "./harness.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-update-"));
});
after(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true });
});

/** A later build: the same program under other names, as any change of it would give, and a new address of the page. */
function nextBuild(number) {
  const to = path.join(folder, String(number));
  fs.cpSync(built(""), to, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
  const main = fs.readdirSync(to).find((name) => /^main-[0-9a-f]{10}\.js$/.test(name));
  const renamed = `main-${String(number).repeat(10)}.js`;
  fs.renameSync(path.join(to, main), path.join(to, renamed));
  for (const name of ["index.html", "sw.js"]) {
    const file = path.join(to, name);
    const text = fs.readFileSync(file, "utf8").replaceAll(main, renamed);
    fs.writeFileSync(file, text.replace(/version:"[0-9a-f]{10}"/, `version:"${String(number).repeat(10)}"`));
  }
  return { to, main, renamed };
}

const script = (page) =>
  page.evaluate(() => document.querySelector("script[type=module]").getAttribute("src"));

/** Has the browser look for a new build, and waits until its worker is in charge. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const old = registration.active;
    await registration.update();
    while (registration.active === old || registration.active.state !== "activated") {
      await new Promise((done) => setTimeout(done, 50));
    }
  });

const caches = (page) => page.evaluate(() => window.caches.keys());

test("a new build takes over without touching a half-filled check", async () => {
  const server = await serve();
  const { page, context, reader, close } = await openCheck(browser, server, {
    language: "en",
    serviceWorkers: "allow",
    ...QUICK,
  });
  await loaded(page);
  await page.reload(); // from now on the worker is between the page and the network
  await painted(page);
  await loaded(page);
  const before = await script(page);
  await reader.start();
  await reader.answer("age", 72);
  await reader.answer("sex", "female");
  await page.evaluate(() => (window.untouched = true));

  const next = nextBuild(2);
  server.folder = next.to;
  await update(page);
  assert.equal(await page.evaluate(() => window.untouched), true, "the page was not loaded again");
  assert.equal(await screenId(page), "you");
  assert.equal(await reader.field("age").inputValue(), "72");
  assert.ok(await reader.option("sex", "female").isChecked());
  await reader.next();
  assert.equal(await screenId(page), "emergency");
  assert.equal((await fetch(server.address + before)).status, 404, "the server has the new build only");
  assert.equal(await page.evaluate(async (name) => (await fetch(name)).status, before), 200, "the open page's file");

  await page.goto(`${server.address}?lang=en`);
  await painted(page);
  await loaded(page);
  assert.equal(await script(page), next.renamed);
  await context.setOffline(true);
  await page.reload();
  await painted(page);
  assert.equal(await script(page), next.renamed);
  await close();
  await server.close();
});

test("builds before the last are not kept", async () => {
  const server = await serve();
  const { page, close } = await openCheck(browser, server, { language: "en", serviceWorkers: "allow", ...QUICK });
  await loaded(page);
  for (const number of [3, 4]) {
    server.folder = nextBuild(number).to;
    await update(page);
  }
  assert.deepEqual((await caches(page)).map((name) => name.slice(-10)), ["3".repeat(10), "4".repeat(10)]);
  await close();
  await server.close();
});
