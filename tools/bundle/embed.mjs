// SPDX-License-Identifier: MIT
//
// embed.mjs: embed.js, the element for other people's pages, and the demonstration pages that use it.
//
// embed.js keeps its name, because hosts write it into their pages; it is small and looked up anew each time.
import fs from "node:fs";
import path from "node:path";

import * as esbuild from "esbuild";

/** What a host's page pays, uncompressed. */
const EMBED_BUDGET = 12_000;

/** `words`: {language: {titles by pack, failed, open}}. */
export async function writeEmbed(root, out, words) {
  await esbuild.build({
    absWorkingDir: root,
    logLevel: "warning",
    entryPoints: ["web/embed/embed.ts"],
    outfile: path.join(out, "embed.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome90", "firefox90", "safari15"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: "// SPDX-License-Identifier: MIT" },
    define: { EMBED_WORDS: JSON.stringify(words) },
  });
  const { size } = fs.statSync(path.join(out, "embed.js"));
  if (size > EMBED_BUDGET) throw new Error(`embed.js has ${size} bytes; at most ${EMBED_BUDGET} are allowed`);
  fs.cpSync(path.join(root, "docs/demo"), path.join(out, "demo"), { recursive: true });
}
