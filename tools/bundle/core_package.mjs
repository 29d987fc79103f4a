// SPDX-License-Identifier: MIT
//
// core_package.mjs: dist/core, the headless core as an npm package: the module with its types and its WebAssembly, the
// packs, and where all of it comes from.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import * as esbuild from "esbuild";

const NAME = "selfcheck-core";
const WASM = "selfcheck_core_wasm.wasm";

function packageJson(version, packs) {
  const json = (id) => ({ types: `./content/${id}.d.ts`, default: `./content/${id}.json` });
  return {
    name: NAME,
    version,
    description: "A health self-check, computed where it runs: the core without an interface",
    license: "MIT",
    type: "module",
    engines: { node: ">=20.10" },
    sideEffects: false,
    exports: {
      ".": { types: "./selfcheck-core.d.ts", default: "./selfcheck-core.js" },
      ...Object.fromEntries(packs.map((id) => [`./content/${id}.json`, json(id)])),
      [`./${WASM}`]: `./${WASM}`,
      "./provenance.json": "./provenance.json",
      "./package.json": "./package.json",
    },
    types: "./selfcheck-core.d.ts",
    files: [
      "selfcheck-core.js",
      "selfcheck-core.d.ts",
      "screen.d.ts",
      "selfcheck_core_wasm.mjs",
      "selfcheck_core_wasm.d.mts",
      WASM,
      ...packs.flatMap((id) => [`content/${id}.json`, `content/${id}.d.ts`]),
      "provenance.json",
    ],
  };
}

/** The commit that was built, with a plus when files differ from it; null outside a checkout. */
function commitOf(root) {
  const git = (...args) => execFileSync("git", ["-C", root, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    return git("rev-parse", "HEAD").trim() + (git("status", "--porcelain") === "" ? "" : "+");
  } catch {
    return null;
  }
}

function provenance({ root, wasm, version, bytes }) {
  const stamp = path.join(wasm, ".toolchain");
  const [, emscripten = null] = fs.existsSync(stamp) ? fs.readFileSync(stamp, "utf8").trim().split(" ") : [];
  return {
    version,
    commit: commitOf(root),
    emscripten,
    wasm: { file: WASM, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
  };
}

/** Declarations of the module and, beside it, of the Screen that it shares with the page. */
function writeTypes(root, source, out) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-types-"));
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const emit = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false"];
  try {
    const where = ["--rootDir", path.join(root, "web"), "--outDir", temporary];
    execFileSync(process.execPath, [tsc, "-p", source, ...emit, ...where], { stdio: "inherit" });
    const module = fs.readFileSync(path.join(temporary, "core-package/selfcheck-core.d.ts"), "utf8");
    fs.writeFileSync(path.join(out, "selfcheck-core.d.ts"), module.replaceAll("../twin/screen", "./screen.js"));
    fs.copyFileSync(path.join(temporary, "twin/screen.d.ts"), path.join(out, "screen.d.ts"));
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
  fs.copyFileSync(path.join(source, "selfcheck_core_wasm.d.mts"), path.join(out, "selfcheck_core_wasm.d.mts"));
}

function writePacks(out, packs) {
  fs.mkdirSync(path.join(out, "content"));
  const types = 'import type { Bundle } from "../selfcheck-core.js";\n\ndeclare const bundle: Bundle;\nexport default bundle;\n';
  for (const [id, bundle] of Object.entries(packs)) {
    fs.writeFileSync(path.join(out, `content/${id}.json`), JSON.stringify(bundle));
    fs.writeFileSync(path.join(out, `content/${id}.d.ts`), types);
  }
}

/** `packs`: bundles by id; `built(folder, name)` finds what the compiler made in `wasm`. */
export async function writeCorePackage({ root, wasm, out, built, packs }) {
  const source = path.join(root, "web/core-package");
  const [, version] = fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8").match(/^project\(\w+ VERSION ([\d.]+)/m);
  fs.mkdirSync(out, { recursive: true });
  for (const name of ["selfcheck_core_wasm.mjs", WASM]) fs.copyFileSync(built(wasm, name), path.join(out, name));
  await esbuild.build({
    absWorkingDir: root,
    logLevel: "warning",
    entryPoints: [path.join(source, "selfcheck-core.ts")],
    outfile: path.join(out, "selfcheck-core.js"),
    format: "esm",
    target: "es2022",
  });
  writeTypes(root, source, out);
  writePacks(out, packs);
  fs.copyFileSync(path.join(source, "README.md"), path.join(out, "README.md"));
  fs.copyFileSync(path.join(root, "LICENSE"), path.join(out, "LICENSE"));
  const write = (name, json) => fs.writeFileSync(path.join(out, name), `${JSON.stringify(json, null, 2)}\n`);
  write("package.json", packageJson(version, Object.keys(packs)));
  write("provenance.json", provenance({ root, wasm, version, bytes: fs.readFileSync(path.join(out, WASM)) }));
}
