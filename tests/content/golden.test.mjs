// SPDX-License-Identifier: MIT
//
// Lint has nothing to say about any pack, its golden cases included; for each of these the command line and the
// WebAssembly core give the same bytes.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { loadCore, SelfcheckError } from "../../dist/core/selfcheck-core.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const selfcheck = path.join(root, "build/native/selfcheck");
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(root, "content", ...parts), "utf8"));

const packs = fs
  .readdirSync(path.join(root, "content"))
  .filter((name) => fs.existsSync(path.join(root, "content", name, "pack.json")));

function bundleOf(name) {
  const pack = read(name, "pack.json");
  const each = (folder) => Object.fromEntries(pack.languages.map((lang) => [lang, read(folder, `${lang}.json`)]));
  return { pack, sources: read(name, "sources.json"), texts: each(name), interface: each("interface") };
}

function assessNatively(name, inputs, lang) {
  const args = ["assess", "--pack", path.join(root, "content", name), ...(lang === "" ? [] : ["--lang", lang]), "-"];
  const lines = inputs.map((input) => JSON.stringify(input)).join("\n");
  return execFileSync(selfcheck, args, { input: lines, encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
}

const core = await loadCore();

for (const name of packs) {
  const bundle = bundleOf(name);
  const inputs = read(name, "golden.json").cases.map(({ answers }) => ({ answers }));

  test(`${name}: lint is silent`, () => {
    const { status, stdout, stderr } = spawnSync(selfcheck, ["lint", path.join(root, "content", name)], { encoding: "utf8" });
    assert.equal(stdout + stderr, "");
    assert.equal(status, 0);
  });

  for (const lang of ["", ...bundle.pack.languages]) {
    test(`${name}: command line and WebAssembly agree on ${inputs.length} golden cases, language "${lang}"`, () => {
      const pack = core.load(bundle);
      const native = assessNatively(name, inputs, lang);
      assert.equal(native.length, inputs.length);
      inputs.forEach(({ answers }, i) => {
        assert.equal(JSON.stringify(core.assess(pack, answers, { lang })), native[i]);
      });
      core.unload(pack);
    });
  }

  test(`${name}: wrong answers name their place in WebAssembly too`, () => {
    const pack = core.load(bundle);
    assert.throws(
      () => core.assess(pack, { nobody: 1 }),
      (error) => error instanceof SelfcheckError && error.problems.some((one) => one.at === "/answers/nobody"),
    );
    core.unload(pack);
  });

  test(`${name}: a session goes on where it was saved`, () => {
    const pack = core.load(bundle);
    const session = core.session(pack, { lang: bundle.pack.languages.at(-1) });
    const screen = session.dispatch({ kind: "start" });
    const again = core.restore(pack, session.save());
    assert.deepEqual(again.screen(), screen);
    session.close();
    again.close();
    core.unload(pack);
  });
}
