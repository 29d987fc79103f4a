// SPDX-License-Identifier: MIT
//
// Our expressions mean what they mean elsewhere: the npm package fhirpath gives the same values for thousands of random
// ones, and differs exactly as the table in docs/expressions.md says.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { evaluateHere } from "./evaluator.mjs";
import { Generator, quoted, written } from "./expressions.mjs";

const seed = 20261125;
const count = 5000;

const require = createRequire(import.meta.url);
const fhirpath = require("fhirpath");
// Room for every product of two of our numbers, and never an exponent.
createRequire(require.resolve("fhirpath"))("decimal.js").set({ precision: 60, toExpNeg: -30, toExpPos: 40 });

function evaluateThere(expression, variables = {}) {
  const answers = Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value]));
  try {
    const items = fhirpath.evaluate({}, expression, answers, undefined, { preciseMath: true });
    return items.map((item) => (item === 0 ? 0 : item)); // it has a negative zero
  } catch (error) {
    return { message: error.message };
  }
}

const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);

/** Fails with the shortest of `wrong`, a list of {expression, here, wanted} and what else tells the story. */
function assertNone(wrong) {
  wrong.sort((a, b) => a.expression.length - b.expression.length);
  const lines = wrong.slice(0, 10).map((one) => `\n${JSON.stringify(one)}`);
  assert.equal(wrong.length, 0, `${wrong.length} of ${count} differ:${lines.join("")}`);
}

const generator = new Generator(seed);
const cases = Array.from({ length: count }, (_, i) => {
  const { here, there } = generator.any(1 + (i % 3));
  return { expression: here, there, variables: generator.variables() };
});
const values = evaluateHere(cases);

test(`${count} random expressions, seed ${seed}, mean what they mean to the package fhirpath`, () => {
  const wrong = [];
  cases.forEach(({ expression, there, variables }, i) => {
    const wanted = evaluateThere(there, variables);
    if (!differs(values[i], wanted)) return;
    const answers = Object.entries(variables).map(([name, { value }]) => `%${name}: ${value}`);
    wrong.push({ expression, here: values[i], wanted, there, answers: answers.join(", ") });
  });
  assertNone(wrong);
});

test("an expression means the same with the answers written into it", () => {
  const constant = cases.map(({ expression, variables }) => ({
    expression: expression.replace(/%[`']?(\w+)[`']?/g, (_, name) => written(variables[name])),
  }));
  const wrong = [];
  evaluateHere(constant).forEach((value, i) => {
    if (differs(value, values[i])) wrong.push({ expression: constant[i].expression, here: value, wanted: values[i] });
  });
  assertNone(wrong);
});

test("the random expressions use every operator and function, with results that are not empty", () => {
  const grammar = fs.readFileSync(new URL("../../docs/expressions.md", import.meta.url), "utf8").match(/```([^]*?)```/)[1];
  const functions = [...grammar.match(/function += ([^]*)$/)[1].matchAll(/"(\w+)"/g)].map(([, name]) => `.${name}(`);
  const words = ["div", "mod", "in", "contains", "and", "or", "xor", "implies"].map((word) => ` ${word} `);
  const signs = ["*", "/", "+", "-", "|", "<", "<=", ">", ">=", "=", "!=", "~", "!~"].map((sign) => ` ${sign} `);
  assert.equal(functions.length, 18);
  for (const word of [...functions, ...words, ...signs, "iif(", "$this", "(-", "(+", "{}", "/*", "//"]) {
    const used = cases.filter(({ expression }, i) => expression.includes(word) && values[i].length > 0);
    assert.ok(used.length >= 20, `${word} is used ${used.length} times`);
  }
  assert.ok(values.filter((value) => value.length > 0).length > count * 0.6);
});

/** The table under the last heading of docs/expressions.md: {expression, here, other} for each of its expressions. */
function documentedDifferences() {
  const page = fs.readFileSync(new URL("../../docs/expressions.md", import.meta.url), "utf8");
  const rows = page.slice(page.lastIndexOf("\n## ")).match(/^\|.*\|$/gm).slice(2);
  return rows.flatMap((row) => {
    const [expressions, here, other] = row
      .replaceAll("\\|", "\u0001")
      .split("|")
      .slice(1, 4)
      .map((cell) => [...cell.matchAll(/`([^`]+)`|\b(error|true|false)\b/g)].map((m) => (m[1] ?? m[2]).replaceAll("\u0001", "|")));
    assert.equal(here.length, expressions.length, row);
    assert.equal(other.length, expressions.length, row);
    return expressions.map((expression, i) => ({ expression, here: here[i], other: other[i] }));
  });
}

function shown(value) {
  if (!Array.isArray(value)) return "error";
  if (value.length !== 1) return value.length === 0 ? "{}" : JSON.stringify(value);
  return typeof value[0] === "string" ? quoted(value[0]) : String(value[0]);
}

test("the package differs as docs/expressions.md says", () => {
  const rows = documentedDifferences();
  const ours = evaluateHere(rows);
  rows.forEach(({ expression, here, other }, i) => {
    assert.equal(shown(ours[i]), here, `${expression}, here`);
    assert.equal(shown(evaluateThere(expression)), other, `${expression}, in the package`);
  });
});
