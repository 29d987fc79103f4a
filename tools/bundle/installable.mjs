// SPDX-License-Identifier: MIT
//
// installable.mjs: what makes a site that can be installed and opened without a network of the page: icons, a web
// app manifest for each language, and the service worker with the list of files it keeps.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { Resvg } from "@resvg/resvg-js";
import * as esbuild from "esbuild";

const SIZES = { small: 192, large: 512, touch: 180 };

/** As a home screen shows it where nothing is cut off by the system: with round corners. */
const rounded = (svg) => svg.replace("<rect ", '<rect rx="112" ');

/** Not in base64, which no compression of the page takes back; without comments and indentation. */
function dataAddress(svg) {
  const dense = svg.replace(/<!--.*?-->/gs, "").replace(/\s+/g, " ").replaceAll("> <", "><").trim();
  return `data:image/svg+xml,${dense.replaceAll('"', "'").replace(/[%#<>]/g, encodeURIComponent)}`;
}

function png(svg, size) {
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}

/** Returns the icons' names by use, and the one of the tab as a data address. */
export function writeIcons({ source, write }) {
  const square = fs.readFileSync(source, "utf8");
  const round = rounded(square);
  return {
    small: write("icon.png", png(round, SIZES.small)),
    large: write("icon.png", png(round, SIZES.large)),
    maskable: write("icon.png", png(square, SIZES.large)),
    touch: write("icon.png", png(square, SIZES.touch)),
    tab: dataAddress(round),
  };
}

/** `languages`: [{ language, name, shortName, description }], the first for readers of any other. `id` tells this app
 *  from others of the same origin, in whatever folder each is. */
export function writeManifests({ out, id, languages, icons, colour }) {
  const icon = (src, size, purpose) => ({ src, sizes: `${size}x${size}`, type: "image/png", purpose });
  languages.forEach(({ language, name, shortName, description }, index) => {
    const manifest = {
      id,
      name,
      short_name: shortName,
      description,
      lang: language,
      start_url: `./?lang=${language}`,
      scope: "./",
      display: "standalone",
      background_color: colour,
      theme_color: colour,
      categories: ["health", "education"],
      icons: [
        icon(icons.small, SIZES.small, "any"),
        icon(icons.large, SIZES.large, "any"),
        icon(icons.maskable, SIZES.large, "maskable"),
      ],
    };
    const file = index === 0 ? "manifest.webmanifest" : `manifest.${language}.webmanifest`;
    fs.writeFileSync(path.join(out, file), JSON.stringify(manifest));
  });
}

/** dist/sw.js, which keeps the page and `files`, all of which have a hash in their names. */
export async function writeServiceWorker({ source, out, files }) {
  const revision = createHash("sha256").update(fs.readFileSync(path.join(out, "index.html"))).digest("hex").slice(0, 10);
  const version = createHash("sha256").update([revision, ...files].join()).digest("hex").slice(0, 10);
  const build = {
    version,
    files: [{ url: "./", revision }, ...files.map((url) => ({ url, revision: null }))],
  };
  await esbuild.build({
    entryPoints: [source],
    outfile: path.join(out, "sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    define: { BUILD: JSON.stringify(build), "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "warning",
  });
}
