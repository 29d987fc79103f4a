// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { misplaced, violations } from "./checks.mjs";
import { ANSWERS, launch, openCheck, pack, QUICK, screenId, serve } from "./harness.mjs";

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

test("every control is exactly where it is painted, and large enough for a thumb", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "zh-CN", ...QUICK });
  reader.press = async (button) => {
    assert.deepEqual(await misplaced(page), [], await screenId(page));
    await button.click();
  };
  await reader.complete(ANSWERS);
  await close();
});
