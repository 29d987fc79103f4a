// SPDX-License-Identifier: MIT
//
// evaluator.mjs: asks our engine, built with sanitizers, for the values of expressions.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = path.join(root, "build/native-debug/tests/fhirpath/evaluate_lines");

/** `cases` are {expression, variables} as evaluate_lines.cpp reads them; gives an array of items, or
 *  {offset, message} where the expression does not compile, for each. */
export function evaluateHere(cases) {
  const input = cases.map(({ expression, variables = {} }) => JSON.stringify({ expression, variables })).join("\n");
  const { status, error, stdout, stderr } = spawnSync(program, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`evaluate_lines ended with ${status}: ${stderr}`);
  const results = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  if (results.length !== cases.length) throw new Error(`${results.length} answers to ${cases.length} lines`);
  return results;
}
