// SPDX-License-Identifier: MIT
//
// What is painted stays under the controls it is painted for while the page scrolls: in every frame that the
// browser presented, and by the page's own measures in every frame it prepared.
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";

import { ANSWERS, launch, openCheck, QUICK, serve } from "./harness.mjs";
import { hookModule, perform } from "./module_hook.mjs";
import { decodePng } from "./pixels.mjs";
import { answersAsActions } from "./places.mjs";

/** CSS pixels that a control and its picture may be apart. */
const MOST_DRIFT = 1;

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const at = (screen) => [...answersAsActions(ANSWERS), { kind: "go", id: "", value: screen }];

// ---- what the page measures ---------------------------------------------------------------------

/**
 * In each frame: how far each placed element is from where the canvas has its picture. The canvas is where the
 * browser says, and shows the part of the content that the module was told when it last painted.
 */
const RECORD = () => {
  window.recorded = [];
  const record = () => {
    const { painted, rects } = window.selfcheckHook;
    const canvas = document.querySelector("canvas").getBoundingClientRect();
    const scale = canvas.height / painted.height;
    let drift = 0;
    let farthest = "";
    let compared = 0;
    for (const element of document.querySelectorAll("[data-placed][data-key]")) {
      const rect = rects[element.dataset.key];
      if (!rect) continue;
      const here = element.getBoundingClientRect();
      const picture = { left: canvas.left + rect[0] * scale, top: canvas.top + (rect[1] - painted.top) * scale };
      const apart = Math.max(Math.abs(here.left - picture.left), Math.abs(here.top - picture.top));
      if (apart > drift) [drift, farthest] = [apart, element.dataset.key];
      compared += 1;
    }
    window.recorded.push({ drift, farthest, compared, paintedTop: painted.top });
    requestAnimationFrame(record);
  };
  requestAnimationFrame(record);
};

// ---- what was presented -------------------------------------------------------------------------

const MARK = [255, 0, 255];
const BESIDE_TEXT = 15; // inside the padding of a panel, beyond its round corner
const ON_MARK = 3;

/**
 * Gives the twin's panels of full width a stripe along their left edge, which the browser itself paints, and
 * tells where to look: the stripe's column, and one in which a panel has neither text nor a round corner.
 */
const MARK_PANELS = ([red, green, blue]) => {
  const kinds = [".sc-option", ".sc-button:not(.sc-quiet)", ".sc-finding", ".sc-callout", ".sc-banner", ".sc-card"];
  const panels = [...document.querySelectorAll(kinds.map((kind) => `${kind}[data-placed]`).join())];
  const width = Math.max(...panels.map((panel) => panel.offsetWidth));
  const whole = panels.filter((panel) => panel.offsetWidth === width);
  const selectors = whole.map((panel) => `.sc-twin.overlay [data-placed][data-key="${panel.dataset.key}"]`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${selectors.join()} { box-shadow: inset 6px 0 rgb(${red} ${green} ${blue}) !important; border: 0 !important; border-radius: 0 !important; }`,
  );
  document.adoptedStyleSheets.push(sheet);
  const { left, right } = whole[0].getBoundingClientRect();
  const page = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
  return { left, right, page, panels: whole.length };
};

const isColour = (seen, wanted) => seen.every((part, index) => Math.abs(part - wanted[index]) <= 3);

/** [from, to) of each run of rows in a column for which `is` holds. */
function runs(picture, x, is) {
  const found = [];
  let from = -1;
  for (let y = 0; y <= picture.height; y += 1) {
    const inside = y < picture.height && is(picture.at(x, y));
    if (inside && from < 0) from = y;
    if (!inside && from >= 0) {
      found.push([from, y]);
      from = -1;
    }
  }
  return found;
}

/**
 * The farthest that a marked panel's top is from the nearest painted one. Not judged: what the glass cuts off, lower
 * edges (a shadow may lie under them), and what lies beyond all that is painted, because on a busy machine the
 * compositor can scroll past the canvas's end before the page has moved it; that is late, not adrift.
 */
function driftIn(png, { left, right, page }, cssWidth) {
  const picture = decodePng(png);
  const scale = picture.width / cssWidth;
  const rowsOf = (column, is) => runs(picture, Math.round(column * scale), is);
  const painted = rowsOf(right - BESIDE_TEXT, (colour) => !isColour(colour, page));
  const first = Math.max(painted.at(0)?.[0] ?? Infinity, 2 * scale);
  const last = Math.min(painted.at(-1)?.[1] ?? 0, picture.height - 2 * scale);
  const drifts = rowsOf(left + ON_MARK, (colour) => isColour(colour, MARK))
    .map(([top]) => top)
    .filter((top) => top > first && top < last)
    .map((top) => Math.min(...painted.map(([other]) => Math.abs(top - other))) / scale);
  return { drift: Math.max(0, ...drifts), judged: drifts.length };
}

/** Everything the browser presents while `run` runs, as PNG. */
async function presented(glass, run) {
  const pictures = [];
  const take = ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, "base64"));
    glass.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  };
  glass.on("Page.screencastFrame", take);
  await glass.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await run();
  await glass.send("Page.stopScreencast");
  glass.off("Page.screencastFrame", take);
  return pictures;
}

// ---- ways to scroll -----------------------------------------------------------------------------

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Strokes up and down the glass, each let go in full swing. */
const byFinger = async (glass) => {
  for (const [from, step] of [[640, -26], [640, -26], [640, -26], [640, -26], [120, 26], [120, 26], [640, -26]]) {
    const touch = (type, ...points) => glass.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", { x: 180, y: from });
    for (let moved = 1; moved <= 18; moved += 1) {
      await touch("touchMove", { x: 180, y: from + step * moved });
      await pause(12);
    }
    await touch("touchEnd");
    await pause(300);
  }
};

const byWheel = async (glass) => {
  for (const yDistance of [-2400, 1600, -900]) {
    const how = { x: 180, y: 400, yDistance, speed: 1500, gestureSourceType: "mouse" };
    await glass.send("Input.synthesizeScrollGesture", how);
  }
};

/** As a script or a key scrolls: a bit in each frame, down and up again. */
const byScript = async (_, page) => {
  await page.evaluate(async () => {
    for (let step = 0; step < 120; step += 1) {
      window.scrollBy(0, step < 80 ? 29 : -37);
      await new Promise(requestAnimationFrame);
    }
  });
};

/** Scrolls `page`, of which `frame` (the page itself, unless it is embedded) holds the check. */
async function assertNoDrift({ page, context }, frame, scroll) {
  const glass = await context.newCDPSession(page);
  const columns = await frame.evaluate(MARK_PANELS, MARK);
  assert.ok(columns.panels >= 5, `${columns.panels} panels to compare`);
  await frame.evaluate(RECORD);
  const pictures = await presented(glass, () => scroll(glass, page));
  const recorded = await frame.evaluate(() => window.recorded);

  assert.ok(new Set(recorded.map(({ paintedTop }) => paintedTop)).size > 1, "the canvas travelled");
  assert.ok(recorded.every(({ compared }) => compared > 5), "there was something to compare in each frame");
  const measured = recorded.reduce((most, one) => (one.drift > most.drift ? one : most));
  assert.ok(measured.drift <= MOST_DRIFT, `"${measured.farthest}" is ${measured.drift} px from its picture`);

  const { width } = page.viewportSize();
  const seen = pictures.map((png) => driftIn(png, columns, width)).filter(({ judged }) => judged > 0);
  assert.ok(seen.length > 20, `only ${seen.length} pictures showed a painted panel`);
  const worst = Math.max(...seen.map(({ drift }) => drift));
  assert.ok(worst <= MOST_DRIFT, `a presented frame shows ${worst} px`);
}

const WAYS = [
  ["medicines", "a finger", byFinger, QUICK],
  ["medicines", "a script, at a fractional density", byScript, { ...QUICK, deviceScaleFactor: 2.625 }],
  ["result", "a wheel", byWheel, QUICK],
];

for (const [screen, who, scroll, options] of WAYS) {
  test(`${screen}, scrolled by ${who}: what is painted stays under its controls`, async () => {
    const check = await openCheck(browser, server, { ...options, prepare: hookModule });
    await perform(check.page, at(screen));
    await assertNoDrift(check, check.page, scroll);
    await check.close();
  });
}

/** A page with an article around a frame, served from another site than the check. */
async function serveHost(inside) {
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><style>
    body { margin: 0; font: 18px/1.6 sans-serif } iframe { display: block; width: 100%; border: 0 }</style>
    <p style="height: 500px">An article.</p><iframe src="${inside}"></iframe><p style="height: 900px">It goes on.</p>`;
  const host = http.createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(body));
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  return { address: `http://localhost:${host.address().port}/`, close: () => host.close() };
}

test("in a frame as tall as its content, on a page of another site that scrolls, it stays so too", async () => {
  const host = await serveHost(new URL("?embed", server.address));
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, ...QUICK });
  const page = await context.newPage();
  await hookModule(page);
  await page.goto(host.address);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await perform(frame, at("medicines"));
  const [height, paper] = await frame.evaluate(() => [
    document.querySelector("#selfcheck").offsetHeight,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  await page.evaluate((colour) => (document.body.style.background = colour), paper); // nothing painted, to driftIn
  await page.evaluate((px) => (document.querySelector("iframe").style.height = `${px}px`), height);
  await frame.waitForFunction((px) => Math.abs(innerHeight - px) <= 1, height);
  await page.evaluate(() => window.scrollTo(0, 520));
  await assertNoDrift({ page, context }, frame, byFinger);
  await context.close();
  host.close();
});
