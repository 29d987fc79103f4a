// SPDX-License-Identifier: MIT
//
// content/pack.schema.json, which authors' editors use, accepts every pack and refuses what is wrong in it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv2020 from "ajv/dist/2020.js";

const content = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../content");
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(content, ...parts), "utf8"));

const validate = new Ajv2020({ allErrors: true }).compile(read("pack.schema.json"));
const packs = fs.readdirSync(content).filter((name) => fs.existsSync(path.join(content, name, "pack.json")));

for (const name of packs) {
  test(`${name}: the schema accepts the pack and is named in it`, () => {
    const pack = read(name, "pack.json");
    assert.equal(pack.$schema, "../pack.schema.json");
    assert.ok(validate(pack), JSON.stringify(validate.errors, null, 1));
  });
}

const plan = {
  gates: [{ id: "spine", when: "%age > 60", sources: ["a"] }],
  exercise: {
    allowed: "true",
    start_minutes: "5",
    start_days: "3",
    target_minutes: "30",
    target_days: 5,
    step_minutes: 5,
    precautions: [{ id: "slowly", when: "true" }],
    moves: [{ id: "rise", when: "true", figure: "rise", sources: ["a"] }],
    sources: ["a"],
  },
  diet: {
    allowed: "true",
    gaps: [{ id: "calcium_mg", value: "200" }],
    swaps: [{ id: "milk", when: "true", adds: { calcium_mg: 268 }, most: 2 }],
    sources: ["a"],
  },
  recheck: [{ when: "true", months: 12, sources: ["a"] }],
};
const sheet = { questions: [{ id: "why", when: "true" }], tests: [{ id: "dxa", when: "true", sources: ["a"] }] };

/** A pack with one of everything. */
const sound = () =>
  structuredClone({
    id: "sample",
    version: "1.0.0",
    languages: ["en"],
    review: { status: "reviewed", review_by: "2030-01-01" },
    sections: ["you"],
    screens: [{ id: "first", section: "you", questions: ["sex", "height"] }],
    questions: [
      { id: "sex", type: "choice", options: ["female", "male"], required: true },
      {
        id: "height",
        type: "decimal",
        unit: "cm",
        min: 100,
        max: 230,
        entry: [{ unit: "cm" }, { unit: "ft_in", parts: [{ unit: "ft", factor: 30.48 }, { unit: "in", factor: 2.54 }] }],
        plausible: [{ when: "%height > 220", text: "tall" }],
        figure: "ruler",
      },
      {
        id: "rises",
        type: "decimal",
        unit: "s",
        min: 0,
        max: 180,
        measure: { stopwatch: { count: 5, countdown_s: 3, least_s: 3, unable: { question: "sex", code: "male" } } },
      },
    ],
    derived: [{ id: "tall", value: "%height > 180" }],
    scores: [{ id: "h", value: "%height", meter: { min: 0, max: 250, bands: [{ id: "all", to: 250, level: "self_care" }] } }],
    rules: [{ id: "tall", level: "soon", when: "%tall", sources: ["a"], steps: ["bend"], figures: [180] }],
    cards: [{ id: "heights", when: "true", covers: ["S1"], sources: ["a"], figure: "ruler" }],
    plan,
    sheet,
    regions: [{ id: "uk", emergency: "999", default_for: ["en"], source: "a" }],
  });

test("the schema accepts a pack with one of everything", () => {
  assert.ok(validate(sound()), JSON.stringify(validate.errors, null, 1));
});

const broken = {
  "no version": ["", (pack) => delete pack.version],
  "an unknown member": ["", (pack) => (pack.colour = "red")],
  "an id in capitals": ["/questions/0/id", (pack) => (pack.questions[0].id = "Sex")],
  "a choice without options": ["/questions/0", (pack) => delete pack.questions[0].options],
  "a choice with a unit": ["/questions/0", (pack) => (pack.questions[0].unit = "cm")],
  "a number without a range": ["/questions/1", (pack) => delete pack.questions[1].max],
  "an unknown type": ["/questions/1/type", (pack) => (pack.questions[1].type = "text")],
  "five questions on a screen": ["/screens/0/questions", (pack) => (pack.screens[0].questions = ["a", "b", "c", "d", "e"])],
  "a stopwatch without taps": ["/questions/2/measure/stopwatch", (pack) => delete pack.questions[2].measure.stopwatch.count],
  "a score with value and fields": ["/scores/0", (pack) => (pack.scores[0].fields = { value: "1" })],
  "an unknown level": ["/rules/0/level", (pack) => (pack.rules[0].level = "later")],
  "a rule without source": ["/rules/0/sources", (pack) => (pack.rules[0].sources = [])],
  "a figure in words": ["/rules/0/figures/0", (pack) => (pack.rules[0].figures = ["180 cm"])],
  "an empty condition": ["/cards/0/when", (pack) => (pack.cards[0].when = "")],
  "a swap that takes away": ["/plan/diet/swaps/0/adds/calcium_mg", (pack) => (pack.plan.diet.swaps[0].adds.calcium_mg = -1)],
  "a test without source": ["/sheet/tests/0", (pack) => delete pack.sheet.tests[0].sources],
};

for (const [what, [at, change]] of Object.entries(broken)) {
  test(`the schema refuses ${what} at "${at}"`, () => {
    const pack = sound();
    change(pack);
    assert.ok(!validate(pack));
    assert.ok(
      validate.errors.some((error) => error.instancePath === at),
      JSON.stringify(validate.errors),
    );
  });
}
