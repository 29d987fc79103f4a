// SPDX-License-Identifier: MIT
//
// docs/tutorial-pack.md is done as it is read: its files are written and its commands run, in order, in an empty folder.
// Each command prints what the page says, and what comes out is content/example.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const PACK = "content/example";
const FENCED = /^```(\w+)(?: ([^\n]+))?\n([\s\S]*?)^```$/gm;

/** What there is to do: {file, text} to write, or {command, prints} to run. */
function steps(page) {
  return [...page.matchAll(FENCED)].flatMap(([, kind, file, text]) => {
    if (kind === "json" && file) return [{ file, text }];
    if (kind !== "console") return [];
    return text.split(/^\$ /m).slice(1).map((run) => {
      const [command, ...prints] = run.trimEnd().split("\n");
      return { command, prints: prints.join("\n") };
    });
  });
}

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-tutorial-"));
  fs.symlinkSync(path.join(root, "build"), path.join(folder, "build"));
});
after(() => fs.rmSync(folder, { recursive: true }));

test("each step of the tutorial does what it says, and the last leaves content/example", () => {
  const todo = steps(fs.readFileSync(path.join(root, "docs/tutorial-pack.md"), "utf8"));
  for (const { file, text, command, prints } of todo) {
    if (file) {
      fs.writeFileSync(path.join(folder, file), text);
      continue;
    }
    const { stdout, stderr } = spawnSync("sh", ["-c", `${command} 2>&1`], { cwd: folder, encoding: "utf8" });
    assert.equal((stdout + stderr).trimEnd(), prints, `$ ${command}`);
  }
  assert.equal(todo.at(-1).command, `build/native/selfcheck lint ${PACK}`, "it ends with a pack that lint is content with");
  assert.equal(todo.at(-1).prints, "");

  const read = (where) =>
    Object.fromEntries(fs.readdirSync(where).sort().map((name) => [name, fs.readFileSync(path.join(where, name), "utf8")]));
  assert.deepEqual(read(path.join(folder, PACK)), read(path.join(root, PACK)));
});
