// SPDX-License-Identifier: MIT
//
// The headless core in a browser: byte for byte what the command line prints, and the plain form that shows its use.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assessAll, launch, pack, packs, serve, texts, words } from "./harness.mjs";

let server;
let browser;
let page;
before(async () => {
  server = await serve();
  browser = await launch();
  page = await browser.newPage();
  page.on("pageerror", (error) => assert.fail(String(error)));
});
after(async () => {
  await browser?.close();
  await server?.close();
});

for (const [name, { bundle, golden }] of Object.entries(packs)) {
  for (const language of ["", ...bundle.pack.languages]) {
    for (const voice of language === "" ? ["self"] : ["self", "other"]) {
      test(`${name}: the command line's bytes on ${golden.length} golden cases, language "${language}", ${voice}`, async () => {
        await page.goto(`${server.address}example-form/`);
        const results = await page.evaluate(
          async ([content, sets, lang, whom]) => {
            const { loadCore } = await import("../core/selfcheck-core.js");
            const core = await loadCore();
            const loaded = core.load(content);
            return sets.map((answers) => JSON.stringify(core.assess(loaded, answers, { lang, voice: whom })));
          },
          [bundle, golden, language, voice],
        );
        assert.deepEqual(results, assessAll(golden, { language, voice, name }));
      });
    }
  }
}

for (const language of pack.languages) {
  test(`the plain form shows what the core says, ${language}`, async () => {
    await page.goto(`${server.address}example-form/?lang=${language}`);
    const { questions, rules } = texts[language];
    const question = (id) => page.getByRole("group", { name: questions[id].text, exact: true });
    await question("age").getByRole("spinbutton").fill("68");
    await question("sex").getByRole("radio", { name: questions.sex.options.female.label }).check();
    await question("falls").getByRole("radio", { name: questions.falls.options.two_or_three.label }).check();
    await page.getByRole("button", { name: words[language].result.title }).click();
    const said = page.locator("output");
    await said.getByRole("heading", { name: words[language].levels.soon.word, exact: true }).waitFor();
    assert.ok((await said.textContent()).includes(rules.falls_repeated_or_harmful.title));
  });
}
