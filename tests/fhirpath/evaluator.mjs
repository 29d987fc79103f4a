// SPDX-License-Identifier: MIT
//
// evaluator.mjs: asks our engine, built with sanitizers, for the values of expressions.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = path.join(root, "build/native-debug/tests/fhirpath/evaluate_lines");

/** Decimals as text: a JSON number may be printed with an exponent. */
function spelled(variables) {
  const entries = Object.entries(variables).map(([name, one]) =>
    one.type === "decimal" ? [name, { ...one, value: one.value.map((item) => item.toFixed(8)) }] : [name, one],
  );
  return Object.fromEntries(entries);
}

/** `cases` are {expression, variables} as evaluate_lines.cpp reads them, but with numbers for decimals; gives an array of items, or
 *  {offset, message} where the expression does not compile, for each. */
export function evaluateHere(cases) {
  const input = cases
    .map(({ expression, variables = {} }) => JSON.stringify({ expression, variables: spelled(variables) }))
    .join("\n");
  const { status, error, stdout, stderr } = spawnSync(program, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`evaluate_lines ended with ${status ?? error}: ${stderr}`);
  const results = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  if (results.length !== cases.length) throw new Error(`${results.length} answers to ${cases.length} lines`);
  return results;
}
