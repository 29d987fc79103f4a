// SPDX-License-Identifier: MIT
//
// What leaves the page and what stays in the browser: nothing, unless the reader asks for it; and the headers that
// docs/hosting gives for the page.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import {
  ANSWERS,
  built,
  launch,
  loaded,
  openCheck,
  pack,
  painted,
  QUICK,
  screenId,
  serve,
  shippedHeaders,
} from "./harness.mjs";
import { checkIn, openHost, serveHost } from "./host_page.mjs";

const hosting = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../docs/hosting");
const MINUTES = 5;

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

/** Everything that a page can leave behind in a browser. */
async function leftBehind(page) {
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...stored, cookies: await page.context().cookies() };
}

const NOTHING = { local: [], session: [], databases: [], caches: [], workers: 0, cookies: [] };

/** All texts that are kept in the caches and in storage. */
const allKept = (page) =>
  page.evaluate(async () => {
    const texts = Object.values(localStorage);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request)).text());
    }
    return texts.join("\n");
  });

test("the whole check asks for nothing once it is loaded, and of no other origin ever", async () => {
  const asked = [];
  const { page, reader, close } = await open({
    prepare: (page) => page.context().on("request", (request) => asked.push(request.url())),
  });
  await loaded(page);
  const whileLoading = asked.length;
  assert.ok(asked.some((url) => url.endsWith("/sw.js")), "what the worker asks for is seen too");
  await reader.complete(ANSWERS);
  await reader.button("中文").click();
  reader.speak("zh-CN");
  await reader.savedResult();
  const { origin } = new URL(server.address);
  assert.deepEqual(asked.slice(whileLoading).filter((url) => !url.startsWith("blob:")), []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url)), []);
  await close();
});

test("in a host's page it asks for nothing once it is loaded either, and what was kept there can be erased", async () => {
  const asked = [];
  const host = await serveHost(
    `<script src="${server.address}embed.js" async></script><self-check id="check" lang="en"></self-check>`,
  );
  // Of the same site: browsers let a frame of another site keep nothing.
  const address = host.address.replace("localhost", "127.0.0.1");
  const { page, context, complaints } = await openHost(browser, { address }, {
    ...QUICK,
    prepare: (fresh) => fresh.context().on("request", (request) => asked.push(request.url())),
  });
  const { frame, reader } = await checkIn(page, "#check");
  const whileLoading = asked.length;
  await reader.press(frame.getByRole("radio", { name: reader.words.keep.yes }));
  const kept = () => frame.evaluate(() => Object.keys(localStorage));
  await reader.complete(ANSWERS);
  assert.deepEqual(await kept(), [`selfcheck:${pack.id}`]);
  await reader.press(reader.button(reader.words.result.restart));
  await frame.waitForFunction(() => localStorage.length === 0);
  assert.deepEqual(asked.slice(whileLoading), []);
  const { origin } = new URL(server.address);
  assert.deepEqual(asked.filter((url) => !url.startsWith(origin) && url !== address), []);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(complaints, []);
  await context.close();
  await host.close();
});

test("without consent only the program is kept, and no answer in it", async () => {
  const { page, reader, close } = await open();
  await loaded(page);
  const before = await allKept(page);
  await reader.complete(ANSWERS);
  const { caches, workers, ...rest } = await leftBehind(page);
  assert.deepEqual(rest, { local: [], session: [], databases: [], cookies: [] });
  assert.equal(caches.length, 1);
  assert.equal(workers, 1);
  assert.equal(await allKept(page), before, "the answers changed nothing of what is kept");
  await close();
});

test("the page says exactly what is kept where, and erasing all of it leaves nothing", async () => {
  const { page, reader, close } = await open();
  await loaded(page);
  await page.getByRole("radio", { name: reader.words.keep.yes }).click();
  const { privacy, keep } = reader.words;
  await reader.button(privacy.title).click();
  for (const line of [privacy.answers_kept.replace("{pack}", pack.id), privacy.program_kept, privacy.nothing_sent]) {
    assert.ok(await page.getByText(line).isVisible(), line);
  }
  await reader.start();
  await reader.answer("age", 72);
  const { local, caches } = await leftBehind(page);
  assert.deepEqual(local, [`selfcheck:${pack.id}`], "under the name that the page gives");
  assert.equal(caches.length, 1);

  await reader.button(reader.words.question.back).click();
  await reader.button(keep.erase).click();
  await page.waitForFunction(async () => (await window.caches.keys()).length === 0);
  await page.getByText(privacy.offline).waitFor({ state: "detached" });
  assert.deepEqual(await leftBehind(page), NOTHING);
  await reader.start();
  assert.equal(await reader.field("age").inputValue(), "");
  assert.deepEqual(await leftBehind(page), NOTHING);
  await close();
});

test("erasing everything from the result leaves nothing either", async () => {
  const { page, reader, close } = await open();
  await loaded(page);
  await page.getByRole("radio", { name: reader.words.keep.yes }).click();
  await reader.start();
  await reader.answer("age", 17);
  await reader.answer("sex", "female");
  await reader.next();
  assert.equal(await screenId(page), "result");
  await reader.button(reader.words.result.restart).click();
  assert.equal(await screenId(page), "welcome");
  await page.waitForFunction(async () => (await window.caches.keys()).length === 0);
  assert.deepEqual(await leftBehind(page), NOTHING);
  await close();
});

const openShared = async () => {
  const check = await open();
  await loaded(check.page);
  await check.page.clock.install(); // from here on, for it stands still where the browser measures loading
  await check.page.getByRole("radio", { name: check.reader.words.keep.shared }).click();
  return check;
};

test("on a shared computer nothing is offered to be kept, and what is left alone is erased", async () => {
  const { page, reader, close } = await openShared();
  const minutes = { shared_note: reader.words.keep.shared_note.replace("{minutes}", MINUTES) };
  await reader.start();
  await reader.answer("age", 17);
  await reader.answer("sex", "female");
  await reader.next();
  assert.equal(await screenId(page), "result");
  assert.ok(await page.getByText(minutes.shared_note).isVisible());
  assert.equal(await reader.button(reader.words.result.save).count(), 0);
  assert.equal(await page.getByRole("radio", { name: reader.words.keep.yes }).count(), 0);

  await page.clock.fastForward((MINUTES - 1) * 60_000);
  await page.mouse.move(100, 200); // somebody is there
  await page.clock.fastForward((MINUTES - 1) * 60_000);
  assert.equal(await screenId(page), "result");
  await page.clock.fastForward(2 * 60_000);
  assert.equal(await screenId(page), "welcome");
  assert.ok(await page.getByText(reader.words.keep.left_alone, { exact: true }).isVisible());
  await reader.start();
  assert.equal(await reader.field("age").inputValue(), "");
  assert.deepEqual((await leftBehind(page)).local, []);
  await close();
});

test("a shared computer's answers are gone when the page is left, even for one that the browser shows again", async () => {
  const { page, reader, close } = await openShared();
  await reader.start();
  await reader.answer("age", 72);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await screenId(page), "welcome");
  await reader.start();
  assert.equal(await reader.field("age").inputValue(), "");
  await close();
});

test("without the choice, a page that is left alone keeps its answers", async () => {
  const { page, reader, close } = await open();
  await loaded(page);
  await page.clock.install();
  await reader.start();
  await reader.answer("age", 72);
  await page.clock.fastForward(60 * 60_000);
  assert.equal(await reader.field("age").inputValue(), "72");
  await close();
});

/** Every value that a file of docs/hosting gives a header. */
function valuesOf(file, header) {
  const text = fs.readFileSync(path.join(hosting, file), "utf8");
  const lines = text.matchAll(new RegExp(`^(?!#).*${header}:? +"?(.+?)"?( always;| env=!other_page)?$`, "gm"));
  return [...lines].map(([, value]) => value);
}

test("the shipped page works under exactly the headers of docs/hosting", async () => {
  const [, inPage] = fs.readFileSync(built("index.html"), "utf8").match(/Content-Security-Policy"\s+content="([^"]+)"/);
  const given = {};
  const headers = ["Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options"];
  for (const header of [...headers, "Access-Control-Allow-Origin"]) {
    const values = ["nginx.conf", "apache.htaccess", "_headers"].flatMap((file) => {
      const found = valuesOf(file, header);
      assert.ok(found.length > 0, `${file} gives ${header}`);
      return found;
    });
    assert.equal(new Set(values).size, 1, `${header} is the same everywhere: ${values}`);
    given[header] = values[0];
  }
  assert.equal(given["Content-Security-Policy"], inPage);
  assert.match(inPage, /^default-src 'none';/);
  assert.doesNotMatch(inPage, /unsafe-inline|'unsafe-eval'|\*/);
  for (const file of fs.readdirSync(built("")).filter((name) => /-[0-9a-f]{10}\.\w+$/.test(name))) {
    assert.match(shippedHeaders(`/${file}`)["cache-control"] ?? "", /immutable/, `${file} is cached`);
  }

  const strict = await serve({ headers: () => given });
  const { page, reader, close } = await openCheck(browser, strict, { language: "en", serviceWorkers: "allow", ...QUICK });
  await loaded(page);
  assert.equal(await page.getByText(reader.words.privacy.offline).count(), 1, "the worker is installed");
  await reader.start();
  await reader.answer("age", 17);
  await reader.answer("sex", "female");
  await reader.next();
  await reader.savedResult();
  await page.reload();
  await painted(page);
  await close();
  await strict.close();
});
