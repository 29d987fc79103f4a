// SPDX-License-Identifier: MIT
//
// A reader who answers for somebody else is never spoken to as if they were that person.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, assess, launch, openCheck, pack, QUICK, serve } from "./harness.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { action, places } from "./places.mjs";

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

const ADDRESS = /\u60a8|\u4f60|\byou(?:rs?|rself)?\b/i;

for (const language of pack.languages) {
  test(`no Screen in ${language} says "you" to somebody who answers for another`, async () => {
    const { page, close } = await openCheck(browser, server, { language, query: { view: "text" }, ...QUICK, prepare: hookModule });
    for (const { id, actions } of await places(language)) {
      await perform(page, [action("restart"), ...actions, action("set_voice", "", "other")]);
      const text = await page.locator(".sc-main").innerText();
      assert.doesNotMatch(text, ADDRESS, `${id}: ${text.match(ADDRESS)?.input.split("\n").find((line) => ADDRESS.test(line))}`);
    }
    await close();
  });

  test(`the check for another person in ${language} has the same result`, async () => {
    const { reader, close } = await openCheck(browser, server, { language, ...QUICK });
    const start = reader.words.welcome.start_other;
    reader.speak(language, "other");
    await reader.complete(ANSWERS, start);
    assert.equal((await reader.savedResult()).text.trimEnd(), assess(ANSWERS));
    await close();
  });
}
