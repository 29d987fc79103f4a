// SPDX-License-Identifier: MIT
//
// 320 px, which is what 1280 px are at a zoom of 400 %: nothing scrolls sideways, nothing is cut off or lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openCheck, pack, serve } from "./harness.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { places } from "./places.mjs";

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

/** A desktop window of 1280 x 800 px at 400 %, and the narrowest phone. */
const NARROW = {
  "at 400 % of 1280 px": { viewport: { width: 320, height: 200 }, deviceScaleFactor: 4, isMobile: false, hasTouch: false },
  "on 320 px": { viewport: { width: 320, height: 568 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
};
const VIEWS = { "over the canvas": {}, "as text": { view: "text" } };

/** What sticks out of the page at either side, and what is wider than its box shows. */
const CUT_OFF = () => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const hidden = (one) => one.closest(".sc-said, .sc-skip-link, [hidden]") !== null;
  // Over the canvas what is not placed is not to be seen, and what is painted is checked natively.
  const seen = document.querySelector(".sc-twin.overlay") ? ".sc-twin [data-placed]" : ".sc-twin *";
  const outside = [...document.querySelectorAll(seen)].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && !hidden(one) && (left < -0.5 || right > clientWidth + 0.5);
  });
  return { sideways: Math.max(0, scrollWidth - clientWidth), outside: outside.map((one) => one.outerHTML.slice(0, 120)) };
};

for (const language of pack.languages) {
  for (const [width, options] of Object.entries(NARROW)) {
    for (const [view, query] of Object.entries(VIEWS)) {
      test(`no Screen in ${language} loses anything ${width}, ${view}`, async () => {
        const { page, close } = await openCheck(browser, server, {
          language,
          query,
          reducedMotion: "reduce",
          ...options,
          prepare: hookModule,
        });
        for (const { id, actions } of await places(language)) {
          await perform(page, [{ kind: "restart", id: "", value: "" }, ...actions]);
          const { sideways, outside } = await page.evaluate(CUT_OFF);
          assert.equal(sideways, 0, `${id} scrolls sideways`);
          assert.deepEqual(outside, [], id);
        }
        await close();
      });
    }
  }
}
