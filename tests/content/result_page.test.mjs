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

function pageOf(answers, lang, position = { place: "result", screen: pack.screens[0].id }) {
  const saved = {
    session: 1,
    pack: pack.id,
    version: pack.version,
    answers,
    position,
    preferences: { language: lang, text_percent: 100, theme: "auto" },
  };
  const session = core.restore(loaded, saved);
  const screen = session.screen();
  const result = session.result();
  session.close();
  const { blocks } = screen;
  return { result, blocks, keys: new Set(blocks.map((block) => block.key)), text: JSON.stringify(blocks) };
}

for (const lang of languages) {
  const pages = cases.map(({ name, answers }) => ({ name, ...pageOf(answers, lang) }));

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

  test(`who needs help now is asked for nothing else, and can call from the question on (${lang})`, () => {
    const emergencies = pages.filter(({ result }) => result.guidance === "emergency");
    assert.ok(emergencies.length > 0);
    for (const { name, keys } of emergencies) {
      for (const key of ["calling", "elsewhere"]) assert.ok(keys.has(key), `${name}: ${key}`);
      for (const key of ["rest", "rest.go_on", "open.questions", "what_if.intro"]) assert.ok(!keys.has(key), `${name}: ${key}`);
    }
    const answers = { age: 70, sex: "female", emergency_signs: ["chest_pain"] };
    const asked = pageOf(answers, lang, { place: "question", screen: "emergency" });
    assert.match(asked.text, /"href":"tel:\d+"/);
  });

  test(`nobody is told to eat less of a food, or to take another dose (${lang})`, () => {
    const doses = ["calcium_supplement_mg", "vitamin_d_supplement_iu"];
    for (const { name, result, blocks } of pages) {
      for (const { items } of blocks.filter(({ key }) => /^what_if\.\w+\.ways$/.test(key))) {
        assert.ok(items.length <= 3, name);
        for (const dose of doses) {
          const named = items.filter((item) => item.startsWith(bundle.texts[lang].questions[dose].short));
          assert.deepEqual(named, [], name);
        }
        if (result.findings.some(({ id }) => id.startsWith("calcium_excess"))) assert.doesNotMatch(items.join(), /milk|\u725b\u5976/i, name);
      }
    }
  });

  test(`a finding that says as much and more stands in the place of the milder one (${lang})`, () => {
    const covered = pack.rules.filter((rule) => rule.covered_by);
    assert.ok(covered.length > 0);
    for (const { id, covered_by } of covered) {
      const both = pages.filter(({ result }) => {
        const fired = result.findings.map((finding) => finding.id);
        return fired.includes(id) && covered_by.some((one) => fired.includes(one));
      });
      assert.ok(both.length > 0, `a golden case with ${id} and one of ${covered_by}`);
      for (const { name, keys } of both) assert.ok(!keys.has(`finding.${id}`), name);
    }
    for (const { name, result, keys } of pages) {
      const fired = result.findings.map((finding) => finding.id);
      for (const { id, covered_by = [] } of pack.rules) {
        if (fired.includes(id) && !covered_by.some((one) => fired.includes(one))) assert.ok(keys.has(`finding.${id}`), `${name}: ${id}`);
      }
    }
  });

  test(`every fact of the source article, S1 to S24, is on the page of somebody (${lang})`, () => {
    const facts = new Set(pages.flatMap(({ result }) => result.covers));
    for (let i = 1; i <= 24; i++) assert.ok(facts.has(`S${i}`), `S${i}`);
  });
}
