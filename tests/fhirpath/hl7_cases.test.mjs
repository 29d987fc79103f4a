// SPDX-License-Identifier: MIT
//
// The part of HL7's FHIRPath test suite that needs no resource and lies in our subset, by the suite's group and test
// names; hl7_cases.json asks for the values themselves where the suite compares or counts them. `expected` is what the
// suite says, "error" where it wants one; `here` is what we answer instead, for a reason docs/expressions.md gives.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

import { evaluateHere } from "./evaluator.mjs";

const groups = JSON.parse(fs.readFileSync(new URL("hl7_cases.json", import.meta.url), "utf8"));

const values = evaluateHere(Object.values(groups).flat());
for (const [group, cases] of Object.entries(groups)) {
  const found = values.splice(0, cases.length);
  test(`HL7's ${group} holds`, () => {
    cases.forEach(({ test: name, expression, expected, here = expected }, i) => {
      if (here === "error") assert.ok(found[i].message, `${name}: ${expression} is not refused`);
      else assert.deepEqual(found[i], here, `${name}: ${expression}`);
    });
  });
}
