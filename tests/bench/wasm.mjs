#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// wasm.mjs: one assessment through the headless module, from answers to Result, beside the same through the command
// line's own loop. Both read and write JSON; `assess_benchmark` has the assessment alone.
//
//   node tests/bench/wasm.mjs [LINES [BUILD]]     10,000 sampled answer sets unless told
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { loadCore } from "../../dist/core/selfcheck-core.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const lines = Number(process.argv[2] ?? 10_000);
const build = process.argv[3] ?? path.join(root, "build/native");
const read = (name) => JSON.parse(fs.readFileSync(path.join(root, "content", name), "utf8"));
const pack = read("bone-muscle/pack.json");
const each = (folder) => Object.fromEntries(pack.languages.map((lang) => [lang, read(`${folder}/${lang}.json`)]));

const sampled = execFileSync(path.join(build, "tests/bench/sample_lines"), [String(lines)], { maxBuffer: 1 << 30 });
const inputs = sampled.toString().trim().split("\n").map((line) => JSON.parse(line).answers);

const core = await loadCore();
const loaded = core.load({ pack, sources: read("bone-muscle/sources.json"), texts: each("bone-muscle"), interface: each("interface") });
for (const answers of inputs.slice(0, 500)) core.assess(loaded, answers);

const clock = () => Number(process.hrtime.bigint()) / 1e3;
let started = clock();
for (const answers of inputs) core.assess(loaded, answers);
const wasm = (clock() - started) / lines;
started = clock();
execFileSync(path.join(build, "selfcheck"), ["assess", "-"], { input: sampled, maxBuffer: 1 << 30 });
const native = (clock() - started) / lines;
console.log(`native ${native.toFixed(1)} us, WebAssembly ${wasm.toFixed(1)} us, ${(wasm / native).toFixed(2)} times`);
