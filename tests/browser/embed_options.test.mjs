// SPDX-License-Identifier: MIT
//
// What a host may ask for: sections, where to begin, a region, a colour, links there and back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, launch, pack, QUICK, Reader, screenId, serve } from "./harness.mjs";
import { checkIn, fitted, FrameReader, heard, openHost, serveHost } from "./host_page.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { answersAsActions } from "./places.mjs";

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

async function withCheck(attributes, { around = "", inside = "", ...options }, run) {
  const body = `<script src="${server.address}embed.js" async></script>${around}<self-check id="check" ${attributes}>${inside}</self-check>`;
  const host = await serveHost(body);
  const opened = await openHost(browser, host, { ...QUICK, ...options });
  try {
    await run({ ...opened, ...(await checkIn(opened.page, "#check")) });
    assert.deepEqual(opened.complaints, []);
  } finally {
    await opened.context.close();
    await host.close();
  }
}

const at = (target) => [...answersAsActions(ANSWERS), { kind: "go", id: "", value: target }];

/** Age, sex and no sign: what is always asked. */
async function passAlways(reader) {
  for (const screen of ["you", "emergency", "urgent"]) {
    assert.equal(await screenId(reader.page), screen);
    await reader.passScreen(ANSWERS);
  }
}

test("only the sections that the host names are asked, and safety always", async () => {
  await withCheck('sections="bones feet"', {}, async ({ reader, frame, warnings }) => {
    const seen = await reader.complete(ANSWERS);
    const sections = new Set(pack.screens.filter(({ id }) => seen.includes(id)).map(({ section }) => section));
    assert.deepEqual(sections, new Set(["about", "safety", "bones"]));
    assert.ok(seen.includes("emergency") && seen.includes("urgent"));
    const said = reader.words.result.left_out_text.replace("{sections}", reader.texts.sections.bones);
    assert.equal(await frame.getByText(said).count(), 1, "the result says so");
    const warning = warnings.find((one) => one.includes('"feet"'));
    assert.match(warning, /sections.*"feet".*bones, muscles/s);
  });
});

test("a link in the article opens its question, after what is always asked", async () => {
  const around = '<p>Have you <a href="#check" data-selfcheck-start="falls">fallen</a>?</p><p style="height: 1200px">More.</p>';
  await withCheck('loading="eager"', { around }, async ({ page, frame, reader }) => {
    await page.getByRole("link", { name: "fallen" }).click();
    await frame.waitForSelector("[data-screen=you]");
    assert.equal(new URL(page.url()).hash, "#check");
    await passAlways(reader);
    assert.equal(await screenId(frame), "falling");
    assert.ok(await reader.question("falls").isVisible());
  });
});

test("a question opened on the way leads back to where the reader was", async () => {
  await withCheck("", { prepare: hookModule }, async ({ page, frame, reader }) => {
    await perform(frame, at("milk"));
    await page.evaluate(() => document.querySelector("#check").open("falls"));
    await frame.waitForSelector("[data-screen=falling]");
    await page.waitForFunction(() => document.activeElement.id === "check");
    await frame.waitForFunction(() => document.activeElement.localName === "h1", null, { polling: 50 });
    await reader.button(reader.words.question.done).click();
    assert.equal(await screenId(frame), "milk");
    await page.evaluate(() => document.querySelector("#check").open("nowhere"));
    await page.waitForTimeout(200);
    assert.equal(await screenId(frame), "milk");
  });
});

test("an opened card leads to the page that the host listed for it", async () => {
  const inside = '<a data-card="circle_of_loss" href="#circle"></a><a data-card="strange" href="#strange"></a>';
  const around = '<h2 id="circle">The circle</h2><p style="height: 900px">An article.</p>';
  await withCheck("", { inside, around, prepare: hookModule }, async ({ page, frame, reader, warnings }) => {
    await perform(frame, at("result"));
    assert.ok(warnings.some((one) => one.includes('"strange"')));
    const more = () => frame.getByRole("button", { name: reader.words.result.read_more });
    const open = (card) =>
      reader.press(frame.getByRole("button", { name: reader.texts.cards[card].title, expanded: false }));
    await open("bone_is_rebuilt");
    assert.equal(await more().count(), 0, "not for a card that the host did not list");
    await open("circle_of_loss");
    assert.equal(await more().count(), 1);
    await reader.press(more());
    await page.waitForFunction(() => location.hash === "#circle");
    // The host's own link did what it does.
    await page.waitForFunction(() => {
      const { top } = document.querySelector("#circle").getBoundingClientRect();
      return top > -2 && top < window.innerHeight;
    });
  });
});

const accentOf = (frame) =>
  frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--sc-colour-accent").trim());

test("the host's accent is taken where it can be read", async () => {
  await withCheck('accent="#8a3b22" accent-dark="#f0b48f"', {}, async ({ page, frame, warnings }) => {
    assert.equal(await accentOf(frame), "#8a3b22");
    await page.evaluate(() => document.querySelector("#check").setAttribute("theme", "dark"));
    await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark", null, { polling: 50 });
    assert.equal(await accentOf(frame), "#f0b48f");
    assert.deepEqual(warnings.filter((one) => one.includes("accent")), []);
  });
});

test("a painted button has the host's accent", async () => {
  await withCheck('accent="#8a3b22"', { prepare: hookModule }, async ({ frame, reader }) => {
    const { decodePng } = await import("./pixels.mjs");
    const picture = decodePng(await reader.button(reader.words.welcome.start).screenshot());
    assert.deepEqual([...picture.at(Math.round(picture.width / 2), 6)].slice(0, 3), [0x8a, 0x3b, 0x22]);
    assert.equal(await frame.locator("canvas").count(), 1);
  });
});

test("an accent that cannot be read is refused with its numbers", async () => {
  await withCheck('accent="#ffa500"', {}, async ({ frame, warnings }) => {
    assert.notEqual(await accentOf(frame), "#ffa500");
    const warning = warnings.find((one) => one.includes("#ffa500"));
    assert.match(warning, /refused.*\d\.\d\d:1.*4\.5:1/s);
  });
});

test("the emergency number is that of the host's region", async () => {
  await withCheck('region="hk"', { prepare: hookModule }, async ({ frame }) => {
    const signs = [...answersAsActions({ ...ANSWERS, emergency_signs: ["stroke_signs"] })];
    await perform(frame, [...signs, { kind: "go", id: "", value: "emergency" }, { kind: "next", id: "", value: "" }]);
    assert.equal(await screenId(frame), "alert");
    assert.equal(await frame.getByRole("link").first().getAttribute("href"), "tel:999");
  });
});

test("language and theme follow the host while the check goes on", async () => {
  await withCheck("", {}, async ({ page, frame, reader }) => {
    await reader.start();
    await reader.answer("age", 72);
    await page.evaluate(() => document.querySelector("#check").setAttribute("lang", "zh-CN"));
    await frame.waitForFunction(() => document.documentElement.lang === "zh-CN", null, { polling: 50 });
    assert.equal(await new Reader(frame, "zh-CN").field("age").inputValue(), "72");
  });
});

test("a plain frame works, and its height can be followed with a few lines", async () => {
  const plain = `<iframe id="plain" src="${server.address}?embed=1&lang=en&start=falls" style="width: 100%; height: 640px; border: 0"></iframe>
    <script>
      addEventListener("message", ({ source, origin, data }) => {
        const frame = document.getElementById("plain");
        if (source !== frame.contentWindow || origin !== "${new URL(server.address).origin}") return;
        if (data?.type === "selfcheck-height" && data.height > 0) frame.style.height = Math.min(data.height, 60000) + "px";
      });
    </script>`;
  const host = await serveHost(plain);
  const { page, context, complaints } = await openHost(browser, host, QUICK);
  const element = page.locator("#plain");
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForFunction(() => performance.getEntriesByName("selfcheck-loaded").length > 0, null, { polling: 50 });
  const reader = new FrameReader(frame, "en");
  for (const screen of ["you", "emergency"]) {
    assert.equal(await screenId(frame), screen);
    const [outside, inside] = await fitted(element, frame);
    assert.equal(outside, inside);
    await reader.passScreen(ANSWERS);
  }
  assert.deepEqual(complaints, []);
  await context.close();
  await host.close();
});

for (const name of ["", "en.html", "dark.html", "strict.html"]) {
  test(`the demonstration page demo/${name} holds a check that works`, async () => {
    const { page, context, complaints } = await openHost(browser, { address: `${server.address}demo/${name}` }, QUICK);
    const language = await page.evaluate(() => document.documentElement.lang);
    const ids = await page.locator("self-check").evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ids) {
      const { frame, reader } = await checkIn(page, `#${id}`, language);
      await reader.start();
      assert.equal(await screenId(frame), "you");
      assert.equal((await heard(page, id, "ready")).length, 1);
    }
    // Every question and card that the page names is one.
    const named = await page.evaluate(() => [
      [...document.querySelectorAll("[data-selfcheck-start]")].map((one) => one.dataset.selfcheckStart),
      [...document.querySelectorAll("[data-card]")].map((one) => one.dataset.card),
    ]);
    const targets = [...pack.questions, ...pack.screens].map(({ id }) => id);
    for (const target of named[0]) assert.ok(targets.includes(target), target);
    for (const card of named[1]) assert.ok(pack.cards.some(({ id }) => id === card), card);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}
