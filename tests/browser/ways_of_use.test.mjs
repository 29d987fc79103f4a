// SPDX-License-Identifier: MIT
//
// The whole check done as different readers do it, each with the result of the command line: through the accessibility
// tree alone, and with the keyboard alone. (By role and name with a pointer, and in the text view without WebGL:
// whole_check.test.mjs and text_view.test.mjs.)
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AccessibilityTree } from "./accessibility_tree.mjs";
import { ANSWERS, assess, launch, openCheck, pack, QUICK, screenId, serve } from "./harness.mjs";

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

const questionOf = (id) => pack.questions.find((question) => question.id === id);

test("through the accessibility tree alone, without a coordinate", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "zh-CN", ...QUICK });
  const tree = await AccessibilityTree.of(page);
  const { texts, words } = reader;

  const answer = async (id) => {
    const group = await tree.group(texts.questions[id].text);
    if (!group) return;
    const { type } = questionOf(id);
    if (type !== "choice" && type !== "multi") {
      return tree.type(group.find(({ role }) => role === "textbox"), String(ANSWERS[id]));
    }
    for (const code of [ANSWERS[id]].flat()) {
      const name = texts.questions[id].options[code].label;
      await tree.press(type === "multi" ? "checkbox" : "radio", name, await tree.group(texts.questions[id].text));
    }
  };

  await tree.press("button", words.welcome.start);
  for (;;) {
    const here = await screenId(page);
    if (here === "result") break;
    if (here === "pause") {
      await tree.press("button", words.pause.go_on);
      continue;
    }
    const { questions } = pack.screens.find(({ id }) => id === here);
    for (const id of questions.filter((one) => one in ANSWERS)) await answer(id);
    await tree.press("button", words.question.next);
    assert.notEqual(await screenId(page), here);
  }
  reader.press = () => tree.press("button", words.result.save);
  assert.equal((await reader.savedResult()).text.trimEnd(), assess(ANSWERS));
  await close();
});

/** What has focus, as its reader is told. Runs in the page. */
const FOCUSED = () => {
  const at = document.activeElement;
  const said = (id) => document.getElementById(id)?.textContent ?? "";
  return {
    kind: at.matches("input") ? at.type : at.tagName.toLowerCase(),
    name: at.getAttribute("aria-labelledby") ? said(at.getAttribute("aria-labelledby")) : at.textContent,
    group: at.closest("fieldset")?.querySelector("legend")?.textContent ?? "",
    checked: at.checked === true,
    ringed: at.matches(":focus-visible"),
  };
};

test("with the keyboard alone", async () => {
  const { page, reader, close } = await openCheck(browser, server, { language: "en", ...QUICK });
  const { texts, words } = reader;
  const { keyboard } = page;
  const focused = () => page.evaluate(FOCUSED);
  const idOf = (legend) => pack.questions.find(({ id }) => texts.questions[id].text === legend)?.id;

  /** Goes with Tab to the button of this name and presses it. */
  const goTo = async (name) => {
    for (let stops = 0; stops < 200; stops += 1) {
      const at = await focused();
      if (at.kind === "button" && at.name === name) {
        assert.ok(at.ringed, `focus is seen on ${name}`);
        return keyboard.press("Enter");
      }
      await keyboard.press("Tab");
    }
    throw new Error(`Tab never came to "${name}"`);
  };

  /** One Tab stop of a question: answers it. */
  const answerAt = async ({ kind, group, name, checked }) => {
    const id = idOf(group);
    if (!id || !(id in ANSWERS)) return;
    if (kind === "text" && questionOf(id).type !== "multi") {
      if ((await page.evaluate(() => document.activeElement.value)) === "") await keyboard.type(String(ANSWERS[id]));
    } else if (kind === "checkbox") {
      const wanted = ANSWERS[id].some((code) => texts.questions[id].options[code].label === name);
      if (wanted && !checked) await keyboard.press("Space");
    } else if (kind === "radio") {
      const wanted = texts.questions[id].options[ANSWERS[id]].label;
      if (name === wanted) return keyboard.press("Space");
      for (let steps = 0; (await focused()).name !== wanted; steps += 1) {
        if (steps > 20) throw new Error(`the arrow keys never came to "${wanted}"`);
        await keyboard.press("ArrowDown");
      }
    }
  };

  await goTo(words.welcome.start);
  for (;;) {
    const here = await screenId(page);
    if (here === "result") break;
    if (here === "pause") {
      await goTo(words.pause.go_on);
      continue;
    }
    for (let stops = 0; (await screenId(page)) === here; stops += 1) {
      if (stops > 100) throw new Error(`no way on from ${here}`);
      await keyboard.press("Tab");
      const at = await focused();
      if (at.kind === "button" && at.name === words.question.next) await keyboard.press("Enter");
      else await answerAt(at);
    }
  }
  reader.press = () => goTo(words.result.save);
  assert.equal((await reader.savedResult()).text.trimEnd(), assess(ANSWERS));
  await close();
});
