// SPDX-License-Identifier: MIT
//
// What the result page of the flagship pack says whatever was answered, over every golden case in both languages.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { loadCore } from "../../dist/core/selfcheck-core.js";

const content = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../content");
const read = (name) => JSON.parse(fs.readFileSync(path.join(content, name), "utf8"));
const languages = ["zh-CN", "en"];
const each = (folder) => Object.fromEntries(languages.map((lang) => [lang, read(`${folder}/${lang}.json`)]));
const pack = read("bone-muscle/pack.json");
const cases = read("bone-muscle/golden.json").cases;
const notRuledOut = { "zh-CN": /不能排除骨密度偏低/, en: /cannot rule out low bone density/ };

const core = await loadCore();
const bundle = { pack, sources: read("bone-muscle/sources.json"), texts: each("bone-muscle"), interface: each("interface") };
const loaded = core.load(bundle);

function resultPage(answers, lang) {
  const saved = {
    session: 1,
    pack: pack.id,
    version: pack.version,
    answers,
    position: { place: "result", screen: pack.screens[0].id },
    preferences: { language: lang, text_percent: 100, theme: "auto" },
  };
  const session = core.restore(loaded, saved);
  const screen = session.screen();
  const result = session.result();
  session.close();
  return { result, keys: new Set(screen.blocks.map((block) => block.key)), text: JSON.stringify(screen.blocks) };
}

for (const lang of languages) {
  const pages = cases.map(({ name, answers }) => ({ name, ...resultPage(answers, lang) }));

  test(`no result without saying that low bone density is not ruled out (${lang})`, () => {
    for (const { name, result, text } of pages) {
      if (result.guidance !== "not_applicable") assert.match(text, notRuledOut[lang], name);
    }
  });

  test(`under an urgent or emergency finding the page shows no plan, else it shows one (${lang})`, () => {
    for (const { name, result, keys } of pages) {
      const now = ["urgent", "emergency"].includes(result.guidance);
      for (const key of ["plan.weeks", "plan.keep", "plan.swaps", "plan.recheck"]) {
        if (now) assert.ok(!keys.has(key), `${name}: ${key}`);
      }
      if (result.guidance !== "not_applicable") assert.equal(keys.has("plan.recheck"), !now, name);
    }
  });

  test(`every fact of the source article, S1 to S24, is on the page of somebody (${lang})`, () => {
    const facts = new Set(pages.flatMap(({ result }) => result.covers));
    for (let i = 1; i <= 24; i++) assert.ok(facts.has(`S${i}`), `S${i}`);
  });
}
