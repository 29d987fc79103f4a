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

for (const [group, cases] of Object.entries(groups)) {
  test(`HL7's ${group} holds`, () => {
    evaluateHere(cases).forEach((value, i) => {
      const { test: name, expression, expected, here = expected } = cases[i];
      if (here === "error") assert.ok(value.message, `${name}: ${expression} is not refused`);
      else assert.deepEqual(value, here, `${name}: ${expression}`);
    });
  });
}
