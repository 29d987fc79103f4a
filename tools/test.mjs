#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// test.mjs: runs every test that build-wasm.sh --test promises, quick ones first, and ends with one line:
//
//   N passed, N failed
//
// All of them run even when an early one fails. Exit 1 when anything failed or nothing ran.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

let passed = 0;
let failed = 0;

/** Runs a command with its output on the terminal; true when it exits with 0. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** A check that counts as one test. */
function check(title, command, args) {
  console.log(`\n== ${title}`);
  if (run(command, args)) passed++;
  else failed++;
}

/** Every file below `folder` whose name `wanted` accepts, in a fixed order. */
function files(folder, wanted) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => wanted(name) && !name.includes("node_modules"))
    .sort();
}

/** Adds what a report says; a runner that failed without a failed test (it crashed, say) counts as one failure. */
function count(ok, good, bad) {
  passed += good;
  failed += bad === 0 && !ok ? 1 : bad;
}

for (const config of files("web", (name) => path.basename(name) === "tsconfig.json")) {
  check(`Types: ${config}`, "node_modules/.bin/tsc", ["--noEmit", "--project", config]);
}

console.log("\n== Native unit tests, with sanitizers");
const junit = path.resolve("build/native-debug/tests.xml");
fs.rmSync(junit, { force: true });
const nativeOk = run("ctest", ["--preset", "native-debug", "--output-junit", junit, "--no-tests=error", "--progress"]);
const suite = fs.existsSync(junit) ? fs.readFileSync(junit, "utf8").match(/<testsuite[^>]*>/)[0] : "";
const attribute = (name) => Number(suite.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? 0);
count(
  nativeOk,
  attribute("tests") - attribute("failures") - attribute("skipped") - attribute("disabled"),
  attribute("failures"),
);

const scripts = files("tests", (name) => name.endsWith(".test.mjs"));
if (scripts.length > 0) {
  console.log("\n== Content and browser tests");
  const tap = path.resolve("build/tests.tap");
  fs.rmSync(tap, { force: true });
  const reporters = [
    ["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ["--test-reporter=tap", `--test-reporter-destination=${tap}`],
  ].flat();
  // A test that hangs fails, rather than keep all others from being seen.
  const scriptsOk = run(process.execPath, ["--test", "--test-timeout=400000", ...reporters, ...scripts]);
  const report = fs.existsSync(tap) ? fs.readFileSync(tap, "utf8") : "";
  const total = (name) => Number(report.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? 0);
  count(scriptsOk, total("pass"), total("fail") + total("cancelled"));
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
