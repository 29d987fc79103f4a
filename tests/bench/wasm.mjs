#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// wasm.mjs: WebAssembly beside native code: the assessment alone, and from JSON to JSON.
//
//   node tests/bench/wasm.mjs [LINES [NATIVE [WASM]]]     10,000 sampled answer sets, build/native and build/wasm unless told
//
// Both builds need -DSELFCHECK_BENCHMARKS=ON; see CMakeLists.txt beside this.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { loadCore } from "../../dist/core/selfcheck-core.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const lines = Number(process.argv[2] ?? 10_000);
const build = process.argv[3] ?? path.join(root, "build/native");
const wasmBuild = process.argv[4] ?? path.join(root, "build/wasm");
const read = (name) => JSON.parse(fs.readFileSync(path.join(root, "content", name), "utf8"));
const pack = read("bone-muscle/pack.json");
const each = (folder) => Object.fromEntries(pack.languages.map((lang) => [lang, read(`${folder}/${lang}.json`)]));
const bundle = { pack, sources: read("bone-muscle/sources.json"), texts: each("bone-muscle"), interface: each("interface") };

/** The median of five runs, the two taking turns. */
function alone() {
  const input = JSON.stringify(bundle);
  const time = (command, ...args) => Number(execFileSync(command, args, { input }));
  const runs = Array.from({ length: 5 }, () => [
    time(path.join(build, "tests/bench/assess_time")),
    time(process.execPath, path.join(wasmBuild, "tests/bench/assess_time.cjs")),
  ]);
  const median = (which) => runs.map((run) => run[which]).sort((a, b) => a - b)[2];
  return { native: median(0), wasm: median(1) };
}

function report(what, { native, wasm }) {
  console.log(`${what}: native ${native.toFixed(1)} us, WebAssembly ${wasm.toFixed(1)} us, ${(wasm / native).toFixed(2)} times`);
}

report("assessment of a full answer set", alone());

const sampled = execFileSync(path.join(build, "tests/bench/sample_lines"), [String(lines)], { maxBuffer: 1 << 30 });
const inputs = sampled.toString().trim().split("\n").map((line) => JSON.parse(line).answers);

const core = await loadCore();
const loaded = core.load(bundle);
for (const answers of inputs.slice(0, 500)) core.assess(loaded, answers);

const clock = () => Number(process.hrtime.bigint()) / 1e3;
let started = clock();
for (const answers of inputs) core.assess(loaded, answers);
const wasm = (clock() - started) / lines;
started = clock();
execFileSync(path.join(build, "selfcheck"), ["assess", "-"], { input: sampled, maxBuffer: 1 << 30 });
const native = (clock() - started) / lines;
report("from JSON to JSON, sampled answers", { native, wasm });
