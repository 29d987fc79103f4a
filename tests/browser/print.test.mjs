// SPDX-License-Identifier: MIT
//
// What comes out of a printer: the result, the page for the doctor, the questions to answer with a pen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openCheck, pack, QUICK, serve, texts, words } from "./harness.mjs";
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

/** There is no printer: what would be printed stays until page.pdf() takes it. */
const NO_PRINTER = () => {
  window.print = () => {
    window.printed = (window.printed ?? 0) + 1;
  };
};

async function openAt(language, id) {
  const check = await openCheck(browser, server, {
    language,
    ...QUICK,
    prepare: async (page) => {
      await page.addInitScript(NO_PRINTER);
      await hookModule(page);
    },
  });
  const place = (await places(language)).find((one) => one.id === id);
  await perform(check.page, [{ kind: "restart", id: "", value: "" }, ...place.actions]);
  return check;
}

const pagesOf = (pdf) => Number(pdf.toString("latin1").match(/\/Type \/Pages\s+\/Count (\d+)/)?.[1]);

/** What a printer would get, in words. */
async function printedText(page) {
  await page.emulateMedia({ media: "print" });
  const text = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: null });
  return text;
}

for (const language of pack.languages) {
  const other = pack.languages.find((one) => one !== language);

  test(`the page for the doctor is one page in ${language}, alone and with the other language, on both sizes of paper`, async () => {
    const { page, reader, close } = await openAt(language, "result.open");
    for (const second of [null, other]) {
      if (second) await page.getByRole("radio", { name: words[second].language_name, exact: true }).click();
      await reader.button(reader.words.sheet.print).click();
      const text = await printedText(page);
      for (const spoken of second ? [language, second] : [language]) {
        assert.ok(text.includes(texts[spoken].questions.age.short), `answers in ${spoken}`);
        assert.ok(text.includes(texts[spoken].sheet.questions[pack.sheet.questions[0].id]) || pack.sheet.questions.length > 1);
      }
      assert.ok(!text.includes(reader.words.result.what_to_do), "nothing else");
      for (const format of ["A4", "Letter"]) {
        assert.equal(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), 1, `${format}, second ${second}`);
        await reader.button(reader.words.sheet.print).click();
      }
    }
    await close();
  });

  test(`the printed result in ${language} has its words and nothing to press`, async () => {
    const { page, reader, close } = await openAt(language, "result.open");
    await reader.button(reader.words.result.print).click();
    assert.equal(await page.evaluate(() => window.printed), 1);
    const text = await printedText(page);
    for (const part of ["what_to_do", "why", "numbers", "sources"]) {
      assert.ok(text.includes(reader.words.result[part]), part);
    }
    for (const control of [reader.words.result.restart, reader.words.result.save, reader.words.toolbar.larger]) {
      assert.ok(!text.includes(control), control);
    }
    await close();
  });

  test(`the questions can be printed in ${language} from the first page, every one of them`, async () => {
    const { page, reader, close } = await openAt(language, "welcome");
    await reader.button(reader.words.welcome.form).click();
    const text = (await printedText(page)).replace(/\s+/g, "");
    const missing = pack.questions.filter(({ id }) => !text.includes(texts[language].questions[id].text.replace(/\s+/g, "")));
    assert.deepEqual(missing.map(({ id }) => id), []);
    for (const { emergency, default_for: spoken } of pack.regions) {
      if (spoken?.includes(language)) assert.ok(text.includes(emergency), "the emergency number");
    }
    assert.ok(!text.includes(reader.words.welcome.start.replace(/\s+/g, "")));
    await close();
  });
}
