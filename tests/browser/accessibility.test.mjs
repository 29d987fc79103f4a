// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { ANSWERS, launch, openCheck, pack, screenId, serve } from "./harness.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/**
 * Runs axe-core. Over the canvas the twin's own text is transparent, so contrast cannot be measured there:
 * the colours that are painted are measured natively, and those of the text view here.
 */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const overlay = document.querySelector(".sc-twin.overlay") !== null;
    const { violations: found } = await window.axe.run(document, {
      rules: overlay ? { "color-contrast": { enabled: false } } : {},
    });
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }));
  });
}

const LOOKS = {
  "over the canvas": {},
  "as text": { query: { view: "text" } },
  "as text in dark colours": { query: { view: "text", theme: "dark" } },
};

for (const language of pack.languages) {
  for (const [how, options] of Object.entries(LOOKS)) {
    test(`no screen in ${language} ${how} has an accessibility violation that axe can find`, async () => {
      const { page, reader, close } = await openCheck(browser, server, { language, ...options });
      assert.deepEqual(await violations(page), [], "welcome");
      reader.press = async (button) => {
        const at = await screenId(page);
        assert.deepEqual(await violations(page), [], at);
        await button.click();
      };
      await reader.complete(ANSWERS);
      await page.locator("button[aria-expanded=false]").first().click();
      assert.deepEqual(await violations(page), [], "result with an open card");
      await close();
    });
  }
}

test("a new screen is read from its title, and the keyboard can skip to it", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en" });
  await page.keyboard.press("Tab");
  const skip = reader.words.page.skip_to_content;
  assert.equal(await page.evaluate(() => document.activeElement.textContent), skip);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await reader.start();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  assert.equal(await page.evaluate(() => document.title.includes(document.activeElement.textContent)), true);
  await close();
});

test("every control that is painted is the place of its HTML, and large enough for a thumb", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "zh-CN" });
  reader.press = async (button) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button[data-key], label[data-key], input[data-key]")]
        .map((element) => ({
          key: element.dataset.key,
          placed: element.hasAttribute("data-placed"),
          ...JSON.parse(JSON.stringify(element.getBoundingClientRect())),
        }))
        .filter(({ placed, width, height }) => !placed || width < 47.5 || height < 47.5)
        .map(({ key, placed, width, height }) => ({ key, placed, width, height })),
    );
    assert.deepEqual(small, [], await screenId(page));
    await button.click();
  };
  await reader.complete(ANSWERS);
  await close();
});
