// SPDX-License-Identifier: MIT
//
// The headless core as a package: what is in it, where it comes from, and a consumer in strict TypeScript.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const core = path.join(root, "dist/core");
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(core, name), "utf8"));
const npm = (args, cwd) => JSON.parse(execFileSync("npm", [...args, "--json"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

const CONSUMER = `
import { loadCore, SelfcheckError, type Level, type Result, type Screen } from "selfcheck-core";
import bundle from "selfcheck-core/content/bone-muscle.json" with { type: "json" };

const core = await loadCore();
const pack = core.load(bundle);
const result: Result = core.assess(pack, { age: 68, sex: "female", falls: "two_or_three" });
const level: Level = result.guidance;
const session = core.session(pack, { lang: "en" });
const screen: Screen = session.dispatch({ kind: "start" });
const kinds: string[] = screen.blocks.map((block) => block.kind);
let refused = "";
try {
  core.assess(pack, { age: 300 });
} catch (error) {
  if (error instanceof SelfcheckError) refused = error.problems[0]?.at ?? "";
}
// @ts-expect-error there is no such action
export const refusedByTypes = () => session.dispatch({ kind: "no_such_action" });
console.log(JSON.stringify({ level, number: kinds.includes("number"), refused, weeks: result.plan?.exercise.weeks.length ?? 0 }));
`;

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-consumer-"));
});
after(() => fs.rmSync(folder, { recursive: true }));

test("the package holds what a consumer needs and nothing else", () => {
  const [{ name, version, files }] = npm(["pack", "--dry-run"], core);
  assert.equal(name, "selfcheck-core");
  assert.match(fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8"), new RegExp(`VERSION ${version}\\b`));
  assert.deepEqual(files.map((file) => file.path).sort(), [
    "LICENSE",
    "README.md",
    "content/bone-muscle.d.ts",
    "content/bone-muscle.json",
    "package.json",
    "provenance.json",
    "screen.d.ts",
    "selfcheck-core.d.ts",
    "selfcheck-core.js",
    "selfcheck_core_wasm.d.mts",
    "selfcheck_core_wasm.mjs",
    "selfcheck_core_wasm.wasm",
  ]);
});

test("it says where its WebAssembly comes from", () => {
  const { commit, emscripten, wasm } = readJson("provenance.json");
  const bytes = fs.readFileSync(path.join(core, wasm.file));
  assert.equal(wasm.sha256, createHash("sha256").update(bytes).digest("hex"));
  assert.equal(wasm.bytes, bytes.length);
  assert.match(emscripten, /^\d+\.\d+\.\d+$/);
  assert.match(commit, /^[0-9a-f]{40}\+?$/);
});

test("a consumer in strict TypeScript compiles against the packed package and runs", () => {
  const [{ filename }] = npm(["pack", "--pack-destination", folder], core);
  const installed = path.join(folder, "node_modules/selfcheck-core");
  fs.mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", path.join(folder, filename), "-C", installed, "--strip-components=1"]);
  fs.writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
  fs.writeFileSync(path.join(folder, "consumer.ts"), CONSUMER);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    module: "NodeNext",
    target: "ES2022",
    lib: ["ES2022", "DOM"],
    types: [],
  };
  fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", folder], { stdio: ["ignore", "inherit", "inherit"] });
  const printed = execFileSync(process.execPath, ["--no-warnings", "consumer.js"], { cwd: folder, encoding: "utf8" });
  const { weeks, ...rest } = JSON.parse(printed);
  assert.deepEqual(rest, { level: "soon", number: true, refused: "/answers/age" });
  assert.ok(weeks > 0);
});
