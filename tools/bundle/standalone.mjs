// SPDX-License-Identifier: MIT
//
// standalone.mjs: dist/selfcheck-standalone.html, the whole check in one file, to be opened from a folder or passed
// on by a messenger.
//
// A page from a folder may load nothing, so texts are data blocks, the WebAssembly is a data block of base64
// (mail programs re-encode other bytes), and all scripts are classic and inline. Its policy names each of them by
// its hash and allows no connection at all.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import * as esbuild from "esbuild";

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** HTML ends a script at these, whatever the script means by them. */
function inlineScript(name, text) {
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot be written into a page as it is`);
  return text;
}

/** A module as a classic script: what it exports is a global of that name. */
async function classicScript(file, globalName) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: "iife",
    globalName,
    target: "es2020",
    // Where the module would look for its WebAssembly, which it is given instead.
    define: { "import.meta.url": "document.baseURI" },
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  return outputFiles[0].text;
}

function dataBlock(name, type, text) {
  return `<script type="${type}" id="part:${name}">${text}</script>`;
}

/**
 * `page`: the values of index.html; `start`: its start data. `first` and `main`: the scripts as text, main as a
 * classic one. `fill` puts values into the template. Reads the parts that are already in `out`.
 */
export async function writeStandalone({ out, page, start, css, first, main, fill, encode }) {
  const read = (name) => fs.readFileSync(path.join(out, name));
  const texts = Object.values(start.texts).flatMap((languages) =>
    Object.values(languages).flatMap(({ ask, tell }) => [ask, tell]),
  );
  const json = [...Object.values(start.packs), ...texts];
  const scripts = {
    first_script: inlineScript("first.ts", first),
    app: inlineScript(start.app, await classicScript(path.join(out, start.app), "selfcheckApp")),
    script: inlineScript("main.ts", main),
  };
  const html = fill({
    ...page,
    ...scripts,
    style: css,
    script_hashes: Object.values(scripts).map(hashOf).join(" "),
    style_hash: hashOf(css),
    start_data: encode({ ...start, worker: undefined }),
    parts: [
      ...json.map((name) => dataBlock(name, "application/json", encode(JSON.parse(read(name))))),
      dataBlock(start.wasm, "text/plain", read(start.wasm).toString("base64")),
    ].join("\n"),
  });
  fs.writeFileSync(path.join(out, "selfcheck-standalone.html"), html);
}
