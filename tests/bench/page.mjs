#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// page.mjs: the check beside a plain HTML form with the same questions: from a tap to the next frame, and frames
// dropped while scrolling and while an answer's change is animated.
//
//   node tests/bench/page.mjs [TAPS [SCREEN]]     30 taps on each, on the screen "medicines", unless told
//
// Both are open in one browser on a phone of 360x740 at one pixel a CSS pixel, painted without a graphics card, and
// take turns, so that what else the machine does falls on both. A tap is a touch dispatched by the browser's own
// input system; scrolling is its own wheel gesture.
//
// Times are those of the Event Timing API, read from a trace, where they are not rounded to 8 ms: from the moment
// the browser got the pointerdown to the moment the first frame after the click that belongs to it was presented,
// which is the one that shows the answer. The finger is lifted at once: a form shows nothing while it is down. The
// time is the sum of four parts: until the click's handlers begin, the handlers, preparing the frame up to its
// commit, and raster, composition and presentation. (Medians of parts need not add up to the median of the sum.)
//
// Frames are those that the compositor reports for each: a frame counts as dropped when it was wanted and a change on
// the glass was missed by it; "late" are those presented in time without the main thread's newest change.
import { pack, launch, openCheck, serve, texts, words, ANSWERS } from "../browser/harness.mjs";
import { hookModule, perform } from "../browser/module_hook.mjs";
import { answersAsActions } from "../browser/places.mjs";
import { plainForm } from "./plain_form.mjs";

const taps = Number(process.argv[2] ?? 30);
const screen = pack.screens.find(({ id }) => id === (process.argv[3] ?? "medicines"));
const language = pack.languages[0];
const SCROLLS = 4;
const AFTER_TAP_MS = 300; // longer than any animation of an answer

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// ---- the two pages ------------------------------------------------------------------------------

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, language };

async function openSubject(browser, server, name) {
  const check = await openCheck(browser, server, { ...PHONE, prepare: hookModule });
  const { page, context } = check;
  if (name === "check") {
    await perform(page, [...answersAsActions(ANSWERS), { kind: "go", id: "", value: screen.id }]);
  } else {
    const body = plainForm(pack, screen, language, texts[language], words[language]);
    const address = new URL("plain-form.html", server.address).href;
    await page.route(address, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(address);
  }
  const options = page.locator("label");
  const places = [];
  for (const option of (await options.all()).slice(0, 5)) {
    const { x, y, width, height } = await option.boundingBox();
    if (y + height < 700) places.push({ x: x + width / 2, y: y + height / 2 });
  }
  return { name, page, places, glass: await context.newCDPSession(page), close: check.close };
}

async function tap({ glass, places }, turn) {
  const point = places[turn % places.length];
  await glass.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await glass.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await pause(AFTER_TAP_MS + 300 + 7 * (turn % 3)); // not in step with the frames
}

async function scroll({ page, glass }) {
  await page.evaluate(() => performance.mark("bench-scroll-begins"));
  for (const yDistance of [-1800, 1800]) {
    const how = { x: 180, y: 370, yDistance, speed: 1500, gestureSourceType: "mouse" };
    await glass.send("Input.synthesizeScrollGesture", how);
  }
  await page.evaluate(() => performance.mark("bench-scroll-ends"));
  await pause(300);
}

// ---- reading the trace --------------------------------------------------------------------------

function readTrace(trace, name) {
  const events = trace.filter(({ ts }) => ts > 0);
  const { pid } = events.find((event) => event.name === `bench-${name}`);
  const own = events.filter((event) => event.pid === pid);
  const marks = (mark) => own.filter((event) => event.name === mark).map(({ ts }) => ts);

  const timings = own
    .filter(({ name: what, ph, args }) => what === "EventTiming" && ph === "b" && args.data?.interactionId > 0)
    .map(({ ts, args: { data } }) => ({ ts, ...data }));
  const taps = timings
    .filter(({ type }) => type === "click")
    .map((click) => {
      const press = timings.find(({ type, interactionId }) => type === "pointerdown" && interactionId === click.interactionId);
      const presented = click.timeStamp + click.duration;
      return {
        from: press.ts,
        to: click.ts + click.duration * 1000,
        total: presented - press.timeStamp,
        waiting: click.processingStart - press.timeStamp,
        handlers: click.processingEnd - click.processingStart,
        preparing: click.commitFinishTime - click.processingEnd,
        presenting: presented - click.commitFinishTime,
      };
    });

  const frames = own
    .filter(({ name: what, ph }) => what === "PipelineReporter" && ph === "b")
    .map(({ ts, args }) => ({ ts, ...(args.frame_reporter ?? args.chrome_frame_reporter) }));
  const during = (spans) => {
    const seen = frames.filter(({ ts }) => spans.some(([from, to]) => ts >= from && ts <= to));
    const wanted = seen.filter(({ state }) => state !== "STATE_NO_UPDATE_DESIRED");
    return {
      wanted: wanted.length,
      dropped: wanted.filter((frame) => frame.state === "STATE_DROPPED" && frame.affects_smoothness).length,
      partial: wanted.filter(({ state }) => state === "STATE_PRESENTED_PARTIAL").length,
    };
  };

  const ends = marks("bench-scroll-ends");
  return {
    taps,
    scrolling: during(marks("bench-scroll-begins").map((from, index) => [from, ends[index]])),
    animating: during(taps.map(({ from, to }) => [from, to + AFTER_TAP_MS * 1000])),
  };
}

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

function table(check, form) {
  const line = (what, one, other, last = "") =>
    console.log(what.padEnd(34), one.padStart(14), other.padStart(14), last.padStart(8));
  const time = (what, of, share) => {
    const [one, other] = [check, form].map((subject) => quantile(subject.taps.map(of), share));
    line(what, `${one.toFixed(1)} ms`, `${other.toFixed(1)} ms`, (one / other).toFixed(2));
  };
  const dropped = (what, of) => {
    const [one, other] = [check, form].map(of);
    const counted = ({ wanted, dropped: lost, partial }) => `${lost}/${wanted}${partial ? ` +${partial} late` : ""}`;
    line(what, counted(one), counted(other));
  };
  line("", "check", "form", "ratio");
  time("tap to answer, p50", ({ total }) => total, 0.5);
  time("tap to answer, p95", ({ total }) => total, 0.95);
  time("  until the handlers begin, p50", ({ waiting }) => waiting, 0.5);
  time("  handlers, p50", ({ handlers }) => handlers, 0.5);
  time("  preparing the frame, p50", ({ preparing }) => preparing, 0.5);
  time("  presenting it, p50", ({ presenting }) => presenting, 0.5);
  dropped("dropped frames, scrolling", ({ scrolling }) => scrolling);
  dropped("dropped frames, after a tap", ({ animating }) => animating);
}

// ---- the run ------------------------------------------------------------------------------------

const server = await serve();
const browser = await launch();
try {
  const subjects = [];
  for (const name of ["check", "form"]) subjects.push(await openSubject(browser, server, name));
  for (let turn = 0; turn < 5; turn += 1) for (const subject of subjects) await tap(subject, turn); // warm
  await browser.startTracing(subjects[0].page, {
    categories: ["devtools.timeline", "blink.user_timing", "disabled-by-default-devtools.timeline.frame"],
  });
  for (const { page, name } of subjects) await page.evaluate((mark) => performance.mark(mark), `bench-${name}`);
  for (let turn = 0; turn < taps; turn += 1) for (const subject of subjects) await tap(subject, turn);
  for (let turn = 0; turn < SCROLLS; turn += 1) for (const subject of subjects) await scroll(subject);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const [check, form] = subjects.map(({ name }) => readTrace(traceEvents, name));
  console.log(`screen "${screen.id}", ${check.taps.length} and ${form.taps.length} taps`);
  table(check, form);
  for (const subject of subjects) await subject.close();
} finally {
  await browser.close();
  await server.close();
}
