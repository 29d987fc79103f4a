#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// ndjson.mjs: `selfcheck assess` as a whole, over sampled answers: lines a second, and the most memory it held.
//
//   node tests/bench/ndjson.mjs [LINES [BUILD]]     100,000 unless told; a tenth of them beside, so that growth would show
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const build = process.argv[3] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/native");
const most = Number(process.argv[2] ?? 100_000);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-bench-"));

/** Runs a program of the build with its output in a file, or in /dev/null: the disk is not what is measured. */
function run(command, args, file) {
  const out = fs.openSync(file, "w");
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", out, "inherit"] });
  fs.closeSync(out);
  if (error || status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
}

/** The last line `/usr/bin/time -f %M` writes. */
function peakOf(file) {
  return Number(fs.readFileSync(file, "utf8").trim().split("\n").at(-1));
}

try {
  for (const lines of [most / 10, most]) {
    const input = path.join(folder, "input.ndjson");
    run(path.join(build, "tests/bench/sample_lines"), [String(lines)], input);
    const memory = path.join(folder, "memory");
    const started = process.hrtime.bigint();
    run("/usr/bin/time", ["-f", "%M", "-o", memory, path.join(build, "selfcheck"), "assess", input], "/dev/null");
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    console.log(`${lines} lines: ${Math.round(lines / seconds)} lines/s, ${peakOf(memory)} kB at most`);
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
