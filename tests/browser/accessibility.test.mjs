// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { ANSWERS, launch, openCheck, pack, QUICK, screenId, serve } from "./harness.mjs";

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
      const { page, reader, close } = await openCheck(browser, server, { language, ...QUICK, ...options });
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

/** Where each control of the HTML is, where the canvas's layout put it, and how large it is. */
const places = () =>
  [...document.querySelectorAll("button[data-key], label[data-key], input[data-key]")].map((element) => {
    const box = element.getBoundingClientRect();
    const root = document.querySelector(".sc-twin").getBoundingClientRect();
    const meant = { x: root.x, y: root.y };
    for (let one = element; one; one = one.parentElement) {
      if (!one.hasAttribute("data-placed") || one.classList.contains("sc-twin")) continue;
      const { e, f } = new DOMMatrix(getComputedStyle(one).transform);
      meant.x += e;
      meant.y += f;
    }
    return {
      key: element.dataset.key,
      placed: element.hasAttribute("data-placed"),
      off: Math.max(Math.abs(box.x - meant.x), Math.abs(box.y - meant.y)),
      least: Math.min(box.width, box.height),
    };
  });

test("every control is exactly where it is painted, and large enough for a thumb", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "zh-CN", ...QUICK });
  reader.press = async (button) => {
    const wrong = (await page.evaluate(places)).filter(
      ({ placed, off, least }) => !placed || off > 0.5 || least < 47.5,
    );
    assert.deepEqual(wrong, [], await screenId(page));
    await button.click();
  };
  await reader.complete(ANSWERS);
  await close();
});
