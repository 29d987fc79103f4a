// SPDX-License-Identifier: MIT
//
// The program knows no pack: no id of any pack's questions, rules, cards or scores is written in it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const content = path.join(root, "content");
const packs = fs.readdirSync(content).filter((name) => fs.existsSync(path.join(content, name, "pack.json")));

/** The drawings have names of their own, which a card may share. */
const DRAWINGS = /^src\/ui\/figures/;
const CODE = /\.(cpp|h|tsx?|m?js|sh)$/;

const quoted = (file) => {
  const text = fs.readFileSync(path.join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  return [...text.matchAll(/(["'`])([\w./-]+)\1/g)].map(([, , words]) => words);
};
const files = ["src", "tools", "web"]
  .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((name) => CODE.test(name) && !DRAWINGS.test(name));

for (const name of packs) {
  test(`${name}: neither the core nor the page nor the build names it or anything in it`, () => {
    const pack = JSON.parse(fs.readFileSync(path.join(content, name, "pack.json"), "utf8"));
    const parts = ["questions", "derived", "scores", "rules", "cards"].flatMap((part) => pack[part].map(({ id }) => id));
    const ids = new Set([name, ...parts]);
    const names = (word) => ids.has(word) || word.includes(`content/${name}`);
    assert.ok(files.length > 100, "the sources are read");
    for (const file of files) {
      assert.deepEqual(quoted(file).filter(names), [], file);
    }
  });
}
