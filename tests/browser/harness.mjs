// SPDX-License-Identifier: MIT
//
// harness.mjs: what every browser test needs: the built page behind a web server, a browser, a reader who
// finds things by role and name, and the command-line tool to compare with.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { voiced } from "../../tools/voiced.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const dist = path.resolve(process.env.SELFCHECK_DIST ?? path.join(root, "dist"));
const cli = process.env.SELFCHECK_CLI ?? path.join(root, "build/native/selfcheck");

/** A file of the built page. */
export const built = (name) => path.join(dist, name);

const readJson = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), "utf8"));
const MAIN_PACK = "bone-muscle";
const isPack = (name) => fs.existsSync(path.join(root, "content", String(name), "pack.json"));
const packNamed = (name) => readJson(root, `content/${name}/pack.json`);
export const pack = packNamed(MAIN_PACK);

/** The content as readers see it who answer for themselves, or for another ("other"). */
export function contentFor(voice, name = MAIN_PACK) {
  const { languages } = packNamed(name);
  const read = (folder) =>
    Object.fromEntries(languages.map((one) => [one, voiced(readJson(root, `content/${folder}/${one}.json`), voice)]));
  return { texts: read(name), words: read("interface") };
}
export const { texts, words } = contentFor("self");
/** Every pack as it is written, by id: what the core loads, and sets of answers that between them come to every finding. */
export const packs = Object.fromEntries(
  fs.readdirSync(path.join(root, "content")).filter(isPack).map((name) => {
    const content = packNamed(name);
    const each = (folder) =>
      Object.fromEntries(content.languages.map((one) => [one, readJson(root, `content/${folder}/${one}.json`)]));
    const sources = readJson(root, `content/${name}/sources.json`);
    const bundle = { pack: content, sources, texts: each(name), interface: each("interface") };
    return [name, { bundle, golden: readJson(root, `content/${name}/golden.json`).cases.map(({ answers }) => answers) }];
  }),
);

// ---- the page behind a web server ---------------------------------------------------------------

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** The rules of docs/hosting/_headers, as [path, headers]; a path may end in "*". */
const shippedRules = fs
  .readFileSync(path.join(root, "docs/hosting/_headers"), "utf8")
  .replace(/^#.*\n/gm, "")
  .split(/^(?=\S)/m)
  .map((rule) => rule.trim().split(/\n\s*/))
  .map(([where, ...lines]) => [where, Object.fromEntries(lines.map((line) => line.toLowerCase().split(/: (.*)/, 2)))]);

/** What a host that reads that file sends with a path. */
export function shippedHeaders(pathname) {
  const matches = (where) => (where.endsWith("*") ? pathname.startsWith(where.slice(0, -1)) : pathname === where);
  return Object.assign({}, ...shippedRules.filter(([where]) => matches(where)).map(([, headers]) => headers));
}

/**
 * Serves dist under the folder `under` as any static server with compressed sisters does, with the headers of
 * docs/hosting. `delay(path)` holds an answer back, `headers(path)` gives more headers; `site` are pages and scripts
 * around the folder, by path. What is returned as `folder` may be set to serve another build from then on.
 */
export async function serve({ delay, headers, under = "/", site = {} } = {}) {
  const server = http.createServer(async (request, response) => {
    const { pathname: whole } = new URL(request.url, "http://localhost");
    await delay?.(whole);
    if (site[whole] !== undefined) {
      response.writeHead(200, { "content-type": TYPES[path.extname(whole)] ?? TYPES[".html"] }).end(site[whole]);
      return;
    }
    const pathname = whole.startsWith(under) ? `/${whole.slice(under.length)}` : "/is-not-there";
    const file = path.join(served.folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!file.startsWith(served.folder) || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const accepted = request.headers["accept-encoding"] ?? "";
    const brotli = /\bbr\b/.test(accepted) && fs.existsSync(`${file}.br`);
    response.writeHead(200, {
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      ...shippedHeaders(pathname),
      ...(brotli ? { "content-encoding": "br" } : {}),
      ...headers?.(pathname),
    });
    fs.createReadStream(brotli ? `${file}.br` : file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const served = {
    folder: dist,
    address: `http://127.0.0.1:${server.address().port}${under}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return served;
}

// ---- the browser --------------------------------------------------------------------------------

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      if (folder && fs.existsSync(path.join(folder, name))) return path.join(folder, name);
    }
  }
  throw new Error("no Chromium on PATH; name one in CHROMIUM");
}

export function launch() {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** For walks through the whole check: without a graphics card, pixels and animations are what takes long. */
export const QUICK = { deviceScaleFactor: 1, reducedMotion: "reduce" };

/**
 * Opens the page on a phone and waits until the core is there and the Screen is painted (or, in the text
 * view, shown). Fails at its end when the page said anything on the console that is an error. Service workers come
 * between a page and a test that watches or replaces what it loads, so only tests about them ask for them.
 */
export async function openCheck(browser, server, { query = {}, language = "zh-CN", wait = true, prepare, ...options } = {}) {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: "block", locale: language, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await prepare?.(page);
  const address = new URL(server.address);
  for (const [name, value] of Object.entries({ lang: language, ...query })) {
    address.searchParams.set(name, value);
  }
  await page.goto(address.href);
  if (wait) await painted(page);
  return {
    page,
    context,
    complaints,
    reader: new Reader(page, language, isPack(query.pack) ? query.pack : MAIN_PACK),
    close: async () => {
      await context.close();
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join("\n")}`);
    },
  };
}

/** Until nothing more is loaded. */
export function loaded(page) {
  return page.waitForFunction(() => performance.getEntriesByName("selfcheck-loaded").length > 0);
}

export function painted(page) {
  return page.waitForFunction(() => performance.getEntriesByName("selfcheck-painted").length > 0);
}

/** True when a canvas paints and the twin lies over it. */
export function isPainted(page) {
  return page.evaluate(() => document.querySelector("canvas") !== null && document.querySelector(".sc-twin.overlay") !== null);
}

export const screenId = (page) => page.locator("[data-screen]").getAttribute("data-screen");

// ---- a reader -----------------------------------------------------------------------------------

/** Finds and operates things by role and name, as a screen reader's user does. */
export class Reader {
  constructor(page, language, name = MAIN_PACK) {
    this.page = page;
    this.name = name;
    this.pack = packNamed(name);
    this.speak(language);
  }

  /** The language the page is in, and whom it speaks of. */
  speak(language, voice = "self") {
    const content = contentFor(voice, this.name);
    this.language = language;
    this.words = content.words[language];
    this.texts = content.texts[language];
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  question(id) {
    return this.page.getByRole("group", { name: this.texts.questions[id].text, exact: true });
  }

  option(id, code) {
    const { type } = this.pack.questions.find((question) => question.id === id);
    const role = type === "multi" ? "checkbox" : "radio";
    const { label } = this.texts.questions[id].options[code];
    return this.question(id).getByRole(role, { name: label, exact: true });
  }

  field(id) {
    return this.question(id).getByRole("textbox").first();
  }

  start() {
    return this.button(this.words.welcome.start).click();
  }

  next() {
    return this.button(this.words.question.next).click();
  }

  /** How to put one answer in; replaced by the test that uses touches. */
  async choose(control) {
    await control.click();
  }

  async type(field, text) {
    await field.fill(text);
  }

  async answer(id, value) {
    if (typeof value === "number") await this.type(this.field(id), String(value));
    else for (const code of [value].flat()) await this.choose(this.option(id, code));
  }

  /** Answers what this Screen asks, from `answers`. */
  async answerScreen(answers) {
    const here = this.pack.screens.find(({ id }) => id === this.here);
    for (const id of here.questions) {
      if (id in answers && (await this.question(id).count()) > 0) await this.answer(id, answers[id]);
    }
  }

  /** Answers this Screen from `answers` and goes on; at the pause to the second part. */
  async passScreen(answers) {
    this.here = await screenId(this.page);
    if (this.here === "pause") return this.press(this.button(this.words.pause.go_on));
    await this.answerScreen(answers);
    return this.press(this.button(this.words.question.next));
  }

  /** From the welcome page to the result. Messages on the way are acknowledged. Returns the Screens seen. */
  async complete(answers, start = this.words.welcome.start) {
    const seen = [];
    await this.press(this.button(start));
    for (;;) {
      this.here = await screenId(this.page);
      seen.push(this.here);
      if (this.here === "result") return seen;
      if (seen.length > 60) throw new Error(`no result after ${seen.join(", ")}`);
      if (this.here === "alert") {
        await this.press(this.button(this.words.alert.go_on));
        continue;
      }
      await this.passScreen(answers);
      if ((await screenId(this.page)) === this.here) {
        throw new Error(`${this.here}: ${await this.page.locator(".sc-error").allTextContents()}`);
      }
    }
  }

  async press(button) {
    await button.click();
  }

  /** From the welcome page to the end of the first part, answering what is in `answers`. */
  async toPause(answers) {
    await this.press(this.button(this.words.welcome.start));
    for (let screens = 1; ; screens += 1) {
      this.here = await screenId(this.page);
      if (this.here === "pause") return screens;
      if (this.here === "result" || this.here === "alert") throw new Error(`${this.here} before the pause`);
      await this.answerScreen(answers);
      await this.press(this.button(this.words.question.next));
    }
  }

  /** What "save the result" gives: the file's name and its text. */
  async savedResult() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.press(this.button(this.words.result.save)),
    ]);
    return {
      name: download.suggestedFilename(),
      text: fs.readFileSync(await download.path(), "utf8"),
    };
  }
}

// ---- the command line ---------------------------------------------------------------------------

/** What `selfcheck assess` prints for each of these sets of answers, without the lines' ends. */
export function assessAll(sets, { language = "", voice = "self", name = MAIN_PACK } = {}) {
  const args = ["assess", "--pack", path.join(root, "content", name), ...(language ? ["--lang", language] : [])];
  if (voice === "other") args.push("--other");
  const input = sets.map((answers) => JSON.stringify({ answers })).join("\n");
  return execFileSync(cli, args, { input, encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
}

export const assess = (answers, name = MAIN_PACK) => assessAll([answers], { name })[0];

/** A woman of 72 with several findings, no emergency among them. She answers all that she is asked. */
export const ANSWERS = {
  age: 72,
  sex: "female",
  emergency_signs: ["none"],
  urgent_signs: ["none"],
  menopause: "yes",
  menopause_age: 44,
  hormone_therapy: "no",
  height_cm: 156,
  weight_kg: 50.5,
  tallest_height_cm: 161,
  height_loss_last_year_cm: 1,
  back_pain: "occasional",
  stooped: "yes",
  adult_fracture: ["wrist"],
  fracture_after_50: "yes",
  fracture_assessed: "no",
  parent_hip_fracture: "no",
  bone_diagnosis: "osteoporosis",
  dxa: "within_2_years",
  bone_treatment: "denosumab",
  denosumab_overdue: "no",
  jaw_problem: "no",
  sarcf_strength: "some",
  sarcf_walking: "some",
  sarcf_rising: "some",
  sarcf_stairs: "a_lot",
  falls: "one",
  fall_harm: "no",
  unsteady: "no",
  limbs_thinner: "no",
  weight_change: "none",
  muscle_pain: "none",
  mobility: "active",
  conditions: ["diabetes", "joint_disease"],
  medications: ["glucocorticoid", "acid_suppressant"],
  gc_dose: "2_5_to_7_5",
  gc_duration: "3_months_or_more",
  supplements: ["calcium", "vitamin_d"],
  calcium_supplement_mg: 600,
  vitamin_d_supplement_iu: 2000,
  vitamin_d_prescribed: "yes",
  milk_cups: 0.5,
  yoghurt_100g: 1,
  cheese_30g: 0,
  older_adult_milk_powder_25g: 0,
  firm_tofu_100g: 0.5,
  pressed_tofu_50g: 0,
  soy_milk_cups: 1,
  green_leafy_100g: 2,
  small_fish_or_shrimp_week: 1,
  nuts_sesame_week: 2,
  eggs: 1,
  fish_meat_100g: 0.5,
  beans_30g_dry: 0,
  staple_bowls: 3,
  sun: "10_min_or_more",
  restrictive_diet: "no",
  alcohol_units: 0,
  smoking: "never",
  walk_minutes: 30,
  walk_days: 5,
  resistance_days: 0,
  balance_days: 1,
  sitting_hours: 6.5,
  t_score: -2.6,
  z_score: -1.1,
  qct_mg_cm3: 78,
  vitamin_d_ng_ml: 24,
  chair_stand_unable: "no",
  chair_stand_s: 13.2,
  finger_ring: "just_fits",
  calf_cm: 31.5,
  grip_kg: 19,
};
