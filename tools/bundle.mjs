#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// bundle.mjs: makes dist/ from what the compilers built.
//
//   node tools/bundle.mjs --wasm build/wasm --native build/native --out dist
//
// In order: content becomes one file a pack; styles and scripts are bundled; the headless core is run to
// get the first Screens, which are written into index.html as HTML; every text and wasm file gets its
// compressed sisters; a table of sizes is printed, and the build fails when the first usable screen costs
// more than its budget. File names carry a hash of their content, so all but index.html can be cached
// for ever.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import zlib from "node:zlib";

import * as esbuild from "esbuild";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";

import { writeCorePackage } from "./bundle/core_package.mjs";
import { writeEmbed } from "./bundle/embed.mjs";
import { escapeHtml } from "./bundle/html.mjs";
import { writeIcons, writeManifests, writeServiceWorker } from "./bundle/installable.mjs";
import { noScript } from "./bundle/no_script.mjs";
import { writeStandalone } from "./bundle/standalone.mjs";
import { voiced } from "./voiced.mjs";

/** All that is transferred until the first question can be answered and the canvas is painted. */
const FIRST_SCREEN_BUDGET = 300_000;

/** Parts of a pack's texts that are needed to ask questions; rules are split by whether they interrupt. */
const ASKING = ["language", "pack", "sections", "screens", "questions", "units", "plausible", "regions"];
/** Parts of the program's texts that only the result and what is printed need. */
const TELLING = ["result", "ring", "plan", "sheet", "form", "sources", "review", "date", "months"];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    wasm: { type: "string", default: "build/wasm" },
    native: { type: "string", default: "build/native" },
    out: { type: "string", default: "dist" },
  },
});
const folder = {
  wasm: path.resolve(root, options.wasm),
  native: path.resolve(root, options.native),
  out: path.resolve(root, options.out),
  content: path.join(root, "content"),
};

// ---- small helpers ------------------------------------------------------------------------------

const readJson = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

function fail(message) {
  console.error(`bundle: ${message}`);
  process.exit(1);
}

/** A built file, wherever in its build folder the build system put it. */
function built(where, name) {
  const found = fs
    .readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => a.length - b.length);
  if (found.length === 0) fail(`${name} is not in ${where}; build it first`);
  return found[0];
}

/** Writes `name` with a hash of its content before the extension; returns the new name. */
function writeHashed(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${hash}${ext}`;
  fs.writeFileSync(path.join(folder.out, hashed), content);
  return hashed;
}

/** Safe inside a script element that holds data. */
const dataBlock = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

// ---- content ------------------------------------------------------------------------------------

function languageFiles(where) {
  return Object.fromEntries(
    fs
      .readdirSync(where)
      .filter((name) => /^[a-z]{2,3}(-[A-Za-z]+)*\.json$/.test(name))
      .map((name) => [path.parse(name).name, readJson(path.join(where, name))]),
  );
}

/** The packs by id, the one that the page opens with first. */
function readContent() {
  const interfaceTexts = languageFiles(path.join(folder.content, "interface"));
  const usual = readJson(path.join(folder.content, "default.json")).pack;
  const names = fs.readdirSync(folder.content).filter((name) => fs.existsSync(path.join(folder.content, name, "pack.json")));
  if (!names.includes(usual)) fail(`content/default.json: there is no content/${usual}/pack.json`);
  const packs = {};
  for (const name of [usual, ...names.filter((one) => one !== usual)]) {
    const where = path.join(folder.content, name);
    const pack = readJson(path.join(where, "pack.json"));
    const texts = languageFiles(where);
    for (const one of pack.languages) {
      if (!texts[one]) fail(`content/${name}/${one}.json is missing, a language of pack.json`);
      if (!interfaceTexts[one]) fail(`content/interface/${one}.json is missing, a language of content/${name}/pack.json`);
    }
    if (pack.id !== name) fail(`content/${name}/pack.json: its id is "${pack.id}"; an address asks for a pack by its folder`);
    packs[pack.id] = {
      pack,
      sources: readJson(path.join(where, "sources.json")),
      texts: Object.fromEntries(pack.languages.map((one) => [one, texts[one]])),
      interface: Object.fromEntries(
        pack.languages.map((one) => [one, interfaceTexts[one]]),
      ),
    };
  }
  return packs;
}

/** What is needed to ask and to warn, and what only the result and paper tell, with the program's own texts. */
function splitTexts(pack, { rules, ...words }, program) {
  const some = (from, keep) => Object.fromEntries(Object.entries(from).filter(([name]) => keep(name)));
  const alerts = pack.rules.filter(({ level }) => level === "emergency" || level === "urgent").map(({ id }) => id);
  return {
    ask: {
      ...some(words, (name) => ASKING.includes(name)),
      rules: some(rules, (id) => alerts.includes(id)),
      interface: some(program, (name) => !TELLING.includes(name)),
    },
    tell: {
      ...some(words, (name) => !ASKING.includes(name)),
      rules: some(rules, (id) => !alerts.includes(id)),
      interface: some(program, (name) => TELLING.includes(name)),
    },
  };
}

/** Of the program's texts, what has to be known of a language before it is spoken. */
function languageNames(interfaces) {
  return Object.fromEntries(Object.entries(interfaces).map(([language, { language_name }]) => [language, { language_name }]));
}

// ---- first Screens ------------------------------------------------------------------------------

/** The welcome page and the first question in each language, as the core shows them. */
async function firstScreens(bundle) {
  const { loadCore } = await import(pathToFileURL(path.join(folder.out, "core/selfcheck-core.js")));
  const core = await loadCore();
  const pack = core.load(bundle);
  return Object.fromEntries(
    bundle.pack.languages.map((lang) => {
      const session = core.session(pack, { lang });
      const welcome = session.screen();
      const first = session.dispatch({ kind: "start" });
      return [lang, { welcome, first }];
    }),
  );
}

// ---- scripts and styles -------------------------------------------------------------------------

const scriptOptions = {
  bundle: true,
  minify: true,
  target: "es2020",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  absWorkingDir: root,
  logLevel: "warning",
};

async function script(entry, format) {
  const result = await esbuild.build({
    ...scriptOptions,
    entryPoints: [entry],
    format,
    write: false,
  });
  return result.outputFiles[0].contents;
}

const text = (bytes) => new TextDecoder().decode(bytes);

async function style(languages) {
  const theme = execFileSync(built(folder.native, "selfcheck_theme_css"), {
    encoding: "utf8",
  });
  // The page holds its first Screen in every language; only that of the document is shown, and of no other pack.
  const oneLanguage = languages
    .map((one) => `html:not([lang="${one}"]) .sc-first[lang="${one}"]{display:none}`)
    .concat("html[data-other-pack] .sc-first{display:none}")
    .join("\n");
  const twin = fs.readFileSync(path.join(root, "web/twin/twin.css"), "utf8");
  const { code } = await esbuild.transform(`${theme}\n${twin}\n${oneLanguage}`, {
    loader: "css",
    minify: true,
    target: ["chrome90", "firefox90", "safari14.1"],
  });
  return code;
}

/** The twin's component, compiled for node. */
async function twinComponent() {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "selfcheck-twin-"));
  const outfile = path.join(temporary, "twin.mjs");
  try {
    await esbuild.build({
      ...scriptOptions,
      minify: false,
      entryPoints: ["web/twin/twin.tsx"],
      format: "esm",
      platform: "node",
      outfile,
    });
    const { Twin } = await import(pathToFileURL(outfile));
    return Twin;
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
}

// ---- the page -----------------------------------------------------------------------------------

/** Words that the element says in a host's page. */
function embedWords(packs, languages, pageTexts) {
  return Object.fromEntries(
    languages.map((language) => {
      const { embed_failed: failed, embed_open: open } = pageTexts[language];
      const titles = Object.entries(packs).map(([id, { texts }]) => [id, (texts[language] ?? Object.values(texts)[0]).pack.title]);
      return [language, { titles: Object.fromEntries(titles), failed, open }];
    }),
  );
}

/** Words for what happens before, or instead of, the core. */
function pageWords(own, shared) {
  const { loading, opens_in_new_tab, skip_to_content } = voiced(shared);
  const { trouble_loading, trouble_old_browser, trouble_refused, trouble_saving, reload } = voiced(own);
  return {
    loading,
    opens_in_new_tab,
    skip_to_content,
    trouble_loading,
    trouble_old_browser,
    trouble_refused,
    trouble_saving,
    reload,
  };
}

/** The text of a file of the project with each {{name}} replaced. */
function fillTemplate(file, values) {
  return fs.readFileSync(path.join(root, file), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in values)) fail(`${file} asks for ${name}`);
    return values[name];
  });
}

/** The plain form over the core, with the pack that the core comes with. */
function writeExampleForm(pack) {
  const out = path.join(folder.out, "example-form");
  fs.cpSync(path.join(root, "web/core-package/example"), out, { recursive: true });
  const script = path.join(out, "form.js");
  fs.writeFileSync(script, fs.readFileSync(script, "utf8").replaceAll("{{pack}}", pack));
}

// ---- compression and sizes ----------------------------------------------------------------------

const COMPRESSED = /\.(html|css|m?js|json|wasm|svg|txt|webmanifest)$/;

function compressAll() {
  const sizes = new Map();
  for (const entry of fs.readdirSync(folder.out, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const raw = fs.readFileSync(file);
    const brotli = zlib.brotliCompressSync(raw, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    });
    const gzip = zlib.gzipSync(raw, { level: 9 });
    fs.writeFileSync(`${file}.br`, brotli);
    fs.writeFileSync(`${file}.gz`, gzip);
    sizes.set(path.relative(folder.out, file), {
      raw: raw.length,
      gzip: gzip.length,
      brotli: brotli.length,
    });
  }
  return sizes;
}

function printSizes(sizes, needed) {
  const row = (name, { raw, gzip, brotli }) =>
    console.log(
      name.padEnd(44),
      ...[raw, gzip, brotli].map((n) => String(n).padStart(9)),
    );
  const total = { raw: 0, gzip: 0, brotli: 0 };
  console.log("first usable screen".padEnd(44), "    bytes      gzip    brotli");
  for (const name of needed) {
    const size = sizes.get(name);
    row(name, size);
    for (const key of Object.keys(total)) total[key] += size[key];
  }
  row("together", total);
  return total.brotli;
}

// ---- all together -------------------------------------------------------------------------------

/**
 * The texts are apart from their packs: to ask and to warn, only one language and not its result page is needed. What a
 * source is called goes with them.
 */
function writeContent(packs) {
  const bundles = {};
  const texts = {};
  for (const [name, { texts: ofPack, sources: { sources: all, ...about }, ...bundle }] of Object.entries(packs)) {
    const sources = { ...about, sources: all.map(({ text, ...source }) => source) };
    const titles = Object.fromEntries(all.map(({ id, text }) => [id, text]));
    const content = { ...bundle, sources, interface: languageNames(bundle.interface) };
    bundles[name] = writeHashed(`content-${name}.json`, JSON.stringify(content));
    texts[name] = Object.fromEntries(
      Object.entries(ofPack).map(([language, words]) => {
        const own = { ...words, sources: { ...titles, ...words.sources } };
        const { ask, tell } = splitTexts(bundle.pack, own, bundle.interface[language]);
        const file = (part, some) => writeHashed(`${part}-${name}-${language}.json`, JSON.stringify(some));
        return [language, { ask: file("ask", ask), tell: file("tell", tell) }];
      }),
    );
  }
  return { bundles, texts };
}

/** What the page is made of beside its HTML, by use, with the sources that the standalone file takes in. */
async function writeParts(languages) {
  const css = await style(languages);
  const first = await script("web/boot/first.ts", "iife");
  const module = (ending) => fs.readFileSync(built(folder.wasm, `selfcheck_app_wasm.${ending}`));
  return {
    css,
    first,
    files: {
      style: writeHashed("style.css", css),
      first: writeHashed("first.js", first),
      main: writeHashed("main.js", await script("web/boot/main.ts", "esm")),
      app: writeHashed("app.mjs", module("mjs")),
      wasm: writeHashed("app.wasm", module("wasm")),
    },
  };
}

/** The welcome page in each language as HTML, which the twin takes over. */
async function firstTrees(screens, { interface: interfaces }) {
  const Twin = await twinComponent();
  const trees = Object.entries(screens).map(([language, { welcome }]) => {
    const words = voiced(interfaces[language].page);
    const html = renderToString(h(Twin, { screen: welcome, mode: "flow", words, dispatch: () => {} }));
    return `<div class="sc-first" lang="${language}">${html}</div>`;
  });
  return trees.join("");
}

/** What the page says before and beside the core, by language. */
function wordsOfPage(packs, pageTexts) {
  const each = Object.values(packs).flatMap(({ interface: interfaces }) => Object.entries(interfaces));
  return Object.fromEntries(
    each.map(([language, { page }]) => {
      if (!pageTexts[language]) fail(`content/page/${language}.json is missing`);
      return [language, pageWords(pageTexts[language], page)];
    }),
  );
}

function checkBudget(files) {
  const cost = printSizes(compressAll(), files);
  if (cost <= FIRST_SCREEN_BUDGET) return;
  fail(`the first usable screen costs ${cost} bytes with brotli; at most ${FIRST_SCREEN_BUDGET} are allowed`);
}

async function main() {
  fs.rmSync(folder.out, { recursive: true, force: true });
  fs.mkdirSync(folder.out, { recursive: true });

  const packs = readContent();
  const pageTexts = languageFiles(path.join(folder.content, "page"));
  const [mainPack] = Object.values(packs);
  const { id } = mainPack.pack;
  const { languages } = mainPack.pack;
  const [usual] = languages;

  const { bundles, texts } = writeContent(packs);
  await writeCorePackage({ root, wasm: folder.wasm, out: path.join(folder.out, "core"), built, packs: { [id]: mainPack } });
  writeExampleForm(id);
  const screens = await firstScreens(mainPack);
  const { css, first, files } = await writeParts(languages);
  const { app, wasm } = files;
  const words = wordsOfPage(packs, pageTexts);
  const start = { app, wasm, worker: "sw.js", pack: id, packs: bundles, texts, screens, words };
  const icons = writeIcons({ source: path.join(root, "web/icons/icon.svg"), write: writeHashed });
  const page = {
    language: usual,
    languages: languages.join(" "),
    packs: Object.keys(packs).join(" "),
    title: escapeHtml(screens[usual].welcome.title),
    description: escapeHtml(pageTexts[usual].description),
    theme_colour: css.match(/--sc-colour-page:\s*(#[0-9a-f]+)/i)?.[1] ?? "#fff",
    icon: icons.tab,
    no_script: noScript(mainPack, pageTexts),
    first_screens: await firstTrees(screens, mainPack),
  };
  const html = fillTemplate("shell.html", {
    ...page,
    touch_icon: icons.touch,
    first_script: files.first,
    style: files.style,
    script: files.main,
    app,
    wasm,
    bundle: bundles[id],
    start_data: dataBlock(start),
  });
  fs.writeFileSync(path.join(folder.out, "index.html"), html);
  writeManifests({
    out: folder.out,
    id: `selfcheck-${id}`,
    languages: languages.map((language) => ({
      language,
      name: screens[language].welcome.title,
      shortName: pageTexts[language].short_name,
      description: pageTexts[language].description,
    })),
    icons,
    colour: page.theme_colour,
  });
  const textFiles = Object.values(texts).flatMap((each) => Object.values(each).flatMap(({ ask, tell }) => [ask, tell]));
  await writeServiceWorker({
    source: path.join(root, "web/sw/sw.ts"),
    out: folder.out,
    files: [...Object.values(files), ...Object.values(bundles), ...textFiles],
  });
  await writeStandalone({
    out: folder.out,
    page: { ...page, packs: id },
    start: { ...start, packs: { [id]: bundles[id] }, texts: { [id]: texts[id] } },
    css,
    first: text(first),
    main: text(await script("web/boot/main.ts", "iife")),
    fill: (values) => fillTemplate("web/standalone/shell.html", values),
    encode: dataBlock,
  });
  fs.cpSync(folder.content, path.join(folder.out, "content"), { recursive: true });
  await writeEmbed(root, folder.out, embedWords(packs, languages, pageTexts));
  checkBudget(["index.html", ...Object.values(files), bundles[id], texts[id][usual].ask]);
}

await main();
