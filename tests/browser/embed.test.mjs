// SPDX-License-Identifier: MIT
//
// The check in other people's pages: <self-check>, its events, its height, and all that may not get through.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ANSWERS, launch, QUICK, screenId, serve } from "./harness.mjs";
import { checkIn, fitted, FrameReader, heard, openHost, serveHost } from "./host_page.mjs";
import { decodePng } from "./pixels.mjs";

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

const script = () => `<script src="${server.address}embed.js" async></script>`;
/** Without a style of its own, which a strict policy refuses. */
const article = (px) => `<p>An article.${"<br>".repeat(px / 18)}</p>`;

/** With a host's page open; closes all of it again. */
async function withHost(body, options, run) {
  const host = await serveHost(body, options);
  const opened = await openHost(browser, host, options);
  try {
    await run(opened);
  } finally {
    await opened.context.close();
    await host.close();
  }
}

const strict = () => `default-src 'none'; img-src data:; script-src ${server.address}embed.js; frame-src ${server.address}`;

test("two checks on a page with a strict policy are answered each by itself", async () => {
  const body = `${script()}<self-check id="one"></self-check><self-check id="two" lang="zh-CN"></self-check>`;
  await withHost(body, { policy: strict(), ...QUICK }, async ({ page, complaints }) => {
    const one = await checkIn(page, "#one");
    const two = await checkIn(page, "#two", "zh-CN");
    await one.reader.start();
    await two.reader.start();
    await one.reader.answer("age", 72);
    await two.reader.answer("age", 15);
    await one.reader.answer("sex", "female");
    await two.reader.answer("sex", "male");
    await two.reader.next();
    assert.equal(await screenId(two.frame), "result", "who is too young is told so");
    assert.equal(await screenId(one.frame), "you");
    assert.equal(await one.reader.field("age").inputValue(), "72");
    await one.reader.next();
    assert.equal(await screenId(one.frame), "emergency");

    assert.deepEqual(await heard(page, "two", "complete"), [{ guidance: "not_applicable" }]);
    assert.deepEqual(await heard(page, "one", "complete"), []);
    const [first] = await heard(page, "one", "progress");
    assert.equal(first.section, "about");
    assert.equal(first.done, 0);
    assert.ok(first.total > 3);
    assert.equal((await heard(page, "one", "ready")).length, 1);
    assert.deepEqual(complaints, []);
  });
});

test("the frame is loaded only when the reader comes near", async () => {
  await withHost(`${script()}${article(4000)}<self-check id="check"></self-check>`, {}, async ({ page }) => {
    await page.waitForFunction(() => customElements.get("self-check"));
    await page.waitForTimeout(500);
    assert.equal(await page.locator("#check iframe").count(), 0);
    await page.evaluate(() => window.scrollTo(0, 3200));
    await checkIn(page, "#check");
  });
});

test("in a sandbox that allows scripts and nothing else a reader gets to the result, and the height follows", async () => {
  const body = `${script()}${article(300)}<self-check id="check" sandbox="allow-scripts"></self-check>${article(900)}`;
  await withHost(body, { policy: strict(), ...QUICK }, async ({ page, complaints }) => {
    const { element, frame, reader } = await checkIn(page, "#check");
    assert.equal(await frame.evaluate(() => self.origin), "null");
    assert.equal(await frame.locator("canvas").count(), 1, "the canvas paints");
    const heights = new Set();
    const press = reader.press.bind(reader);
    reader.press = async (control) => {
      await press(control);
      const [outside, inside] = await fitted(element, frame);
      assert.equal(outside, inside, await screenId(frame));
      heights.add(inside);
    };
    await reader.complete(ANSWERS);
    assert.ok(heights.size > 10, "screens differ in height");
    const events = await heard(page, "check", "resize");
    assert.equal(events.at(-1).height, (await fitted(element, frame))[0]);
    assert.deepEqual(await heard(page, "check", "complete"), [{ guidance: "soon" }]);
    assert.deepEqual(complaints, []);
  });
});

test("a new screen is shown from its top, and only when that is out of sight", async () => {
  const body = `${script()}${article(600)}<self-check id="check"></self-check>${article(1500)}`;
  await withHost(body, QUICK, async ({ page }) => {
    const { reader, frame, element } = await checkIn(page, "#check");
    await reader.start();
    await fitted(element, frame);
    await page.evaluate(() => window.scrollTo(0, 500));
    const before = await page.evaluate(() => window.scrollY);
    await reader.answer("age", 72);
    await reader.answer("sex", "female");
    const top = () => element.evaluate((one) => one.getBoundingClientRect().top);
    await page.evaluate(() => window.scrollTo(0, 500));
    await reader.button(reader.words.question.next).evaluate((one) => one.click());
    await frame.waitForFunction(() => document.querySelector("[data-screen=emergency]"), null, { polling: 50 });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.scrollY), before, "its top was in sight, so nothing moved");
    await fitted(element, frame);
    await reader.button(reader.words.question.next).click();
    await frame.waitForFunction(() => document.querySelector("[data-screen=urgent]"), null, { polling: 50 });
    await page.waitForFunction(() => Math.abs(document.querySelector("#check").getBoundingClientRect().top) < 1);
    assert.ok(Math.abs(await top()) < 1);
    assert.ok(await frame.locator("h1").evaluate((one) => one === document.activeElement), "focus is at its title");
  });
});

test("loading a check, wherever it begins, takes neither focus nor scroll from the host", async () => {
  const body = `<input id="own" autofocus>${script()}${article(900)}<self-check id="check" start="falls" loading="eager"></self-check>`;
  await withHost(body, QUICK, async ({ page }) => {
    const frame = await (await page.waitForSelector("#check iframe")).contentFrame();
    await frame.waitForFunction(() => performance.getEntriesByName("selfcheck-loaded").length > 0, null, { polling: 50 });
    await frame.waitForSelector("[data-screen=you]", { state: "attached" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "own");
    assert.equal(await page.evaluate(() => window.scrollY), 0);
  });
});

test("the Tab key passes through the frame and out of it again, both ways", async () => {
  const body = `<input id="above">${script()}<self-check id="check" loading="eager"></self-check><input id="below">`;
  await withHost(body, QUICK, async ({ page }) => {
    const { frame } = await checkIn(page, "#check");
    const stops = await frame.locator("button:enabled, a[href], input, summary").count();
    // A frame of another process is told late that it has the focus; until then the body has it.
    const where = async () => {
      await page.waitForFunction(() => document.activeElement !== document.body, null, { polling: 20, timeout: 5000 });
      return page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    };
    const travel = async (key, to) => {
      let inside = 0;
      for (let presses = 0; presses <= stops + 3; presses += 1) {
        await page.keyboard.press(key);
        const id = await where();
        if (id === to) return inside;
        assert.equal(id, "check");
        inside += 1;
      }
      return assert.fail(`${stops} stops inside, and still no way out`);
    };
    await page.focus("#above");
    assert.ok((await travel("Tab", "below")) >= 3);
    assert.ok((await travel("Shift+Tab", "above")) >= 3);
  });
});

// ---- nothing gets through that should not -------------------------------------------------------

/** What the host's style sheets should not change: the frame's own size, and how things look inside. */
const LOOKS = () =>
  [...document.querySelectorAll("html, body, h1, p, button, li, canvas")].map((one) => {
    const { font, color, backgroundColor, margin, padding, display, letterSpacing } = getComputedStyle(one);
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.localName, font, color, backgroundColor, margin, padding, display, letterSpacing, x, y, width, height].join("|");
  });

const RESETS = {
  "a reset": "*, *::before, *::after { margin: 0; padding: 0; box-sizing: content-box; font: 10px cursive; color: red; letter-spacing: 3px; line-height: 3; text-transform: uppercase }",
  "all: unset on everything": "* { all: unset } style, script, title { display: none }",
  "rules for frames": "iframe, self-check iframe { border: 9px solid red !important; height: 40px !important; width: 40px !important; max-width: 10px !important; opacity: .5 !important; display: none !important }",
  "other displays": "self-check { display: inline; writing-mode: horizontal-tb } body { font-size: 40px; direction: rtl }",
};

const TALL = 700;

/** How many pixels of two pictures are not the same. */
function differing(one, other) {
  let count = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const [a, b] = [one.at(x, y), other.at(x, y)];
      if (a[0] !== b[0] || a[1] !== b[1] || a[2] !== b[2]) count += 1;
    }
  }
  return count;
}

/** A picture of one colour, that of the first pixel. */
const blank = (picture) => ({ at: () => picture.at(0, 0) });

test("a host's style sheets change nothing in the check", async (t) => {
  const body = `<div id="room">${script()}<self-check id="check"></self-check></div>`;
  const frame = "<style>html, body, #room { display: block !important; margin: 0 !important; padding: 0 !important }</style>";
  const look = async (css) => {
    let seen;
    await withHost(body, { head: `${css ? `<style>${css}</style>` : ""}${frame}`, ...QUICK }, async ({ page }) => {
      const check = await checkIn(page, "#check");
      const [height] = await fitted(check.element, check.frame);
      const { width, x, y } = await check.element.boundingBox();
      await page.waitForTimeout(200);
      const picture = decodePng(await page.screenshot({ clip: { x, y, width, height: Math.min(height, TALL) } }));
      seen = { size: { width, height, x, y }, inside: await check.frame.evaluate(LOOKS), picture };
    });
    return seen;
  };
  const plain = await look("");
  assert.ok(plain.inside.length > 10 && plain.size.height > 300);
  assert.ok(differing(plain.picture, blank(plain.picture)) > 1000, "something is painted");
  for (const [name, css] of Object.entries(RESETS)) {
    await t.test(name, async () => {
      const { size, inside, picture } = await look(css);
      assert.deepEqual(size, plain.size);
      assert.deepEqual(inside, plain.inside);
      assert.equal(differing(picture, plain.picture), 0, "pixels differ");
    });
  }
});

/** In every window: the ports that come in, and the channels that are made. */
const KEEP_PORTS = () => {
  window.ports = [];
  addEventListener("message", ({ ports }) => window.ports.push(...ports), true);
  const Channel = window.MessageChannel;
  window.channels = [];
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      window.channels.push(this);
    }
  };
};

const HUGE = "x".repeat(2_000_000);

test("hostile messages to the check are ignored", async () => {
  const host = await serveHost(
    `${script()}<self-check id="check"></self-check><iframe name="other" src="${server.address}licenses.txt"></iframe>`,
  );
  const { page, context, complaints } = await openHost(browser, host, { ...QUICK, prepare: (one) => one.addInitScript(KEEP_PORTS) });
  const { frame, reader } = await checkIn(page, "#check");
  await reader.start();
  await reader.answer("age", 72);
  const state = () => frame.evaluate(() => [document.querySelector(".sc-twin").outerHTML, document.querySelector("input").value, location.href]);
  const before = await state();

  const wrong = [
    null, 1, "open", [], {}, HUGE, { type: "open", target: "falls" }, { type: "selfcheck-connect" },
    { type: "selfcheck-connect", cards: 1 }, { type: "selfcheck-connect", cards: HUGE },
    { type: "selfcheck-connect", cards: "", more: 1 }, { kind: "answer", id: "sex", value: "female" },
    { type: "__proto__" }, { type: "constructor", cards: "" },
  ];
  await page.evaluate((messages) => {
    const { contentWindow } = document.querySelector("#check").shadowRoot.querySelector("iframe");
    for (const message of messages) contentWindow.postMessage(message, "*");
    // A second connection, from the right window and of the right shape: the first one stays.
    const second = new MessageChannel();
    contentWindow.postMessage({ type: "selfcheck-connect", cards: "circle_of_loss" }, "*", [second.port2]);
    second.port1.postMessage({ type: "open", target: "falls" });
  }, wrong);
  // Over the connection itself.
  await page.evaluate((huge) => {
    const [{ port1 }] = window.channels;
    const shapes = [
      null, "open", { type: "open" }, { type: "open", target: huge }, { type: "open", target: 5 }, { type: "open", target: "nowhere" },
      { type: "open", target: "sitting", and: 1 }, { type: "theme", value: huge }, { type: "theme", value: {} },
      { type: "theme", value: "<b>" }, { type: "answer", id: "sex", value: "female" }, { type: "read", card: "circle_of_loss" },
      { type: "toString" },
    ];
    for (const shape of shapes) port1.postMessage(shape);
  }, HUGE);
  // From a window that is not the parent.
  const other = page.frame({ name: "other" });
  await other.evaluate(() => {
    for (let i = 0; i < parent.frames.length; i += 1) {
      const { port1, port2 } = new MessageChannel();
      parent.frames[i].postMessage({ type: "selfcheck-connect", cards: "" }, "*", [port2]);
      port1.postMessage({ type: "open", target: "falls" });
    }
  });
  await page.waitForTimeout(400);
  assert.deepEqual(await state(), before);
  await reader.answer("sex", "female");
  await reader.next();
  assert.equal(await screenId(frame), "emergency", "and the check goes on");
  assert.deepEqual(complaints, []);
  await context.close();
  await host.close();
});

test("hostile messages to the host are ignored", async () => {
  const host = await serveHost(
    `${script()}<self-check id="check"><a data-card="circle_of_loss" href="#circle">More</a></self-check>
     <iframe name="other" src="${server.address}licenses.txt"></iframe>`,
  );
  const { page, context } = await openHost(browser, host, { ...QUICK, prepare: (one) => one.addInitScript(KEEP_PORTS) });
  const { element, frame } = await checkIn(page, "#check");
  await fitted(element, frame);
  const state = async () => [
    await element.evaluate((one) => one.style.height),
    await page.evaluate(() => [JSON.stringify(window.heard), location.href, window.channels.length]),
  ];
  const before = await state();
  const nonce = await frame.evaluate(() => location.hash.slice(1));
  assert.match(nonce, /^[0-9a-f]{32}$/);

  // The right words from the wrong windows.
  const hello = { type: "selfcheck-hello", nonce };
  await page.frame({ name: "other" }).evaluate((message) => parent.postMessage(message, "*"), hello);
  await page.evaluate((message) => window.postMessage(message, "*"), hello);
  // The right window with wrong words.
  await frame.evaluate((huge) => {
    for (const wrong of ["", "0".repeat(32), huge, 5, null]) parent.postMessage({ type: "selfcheck-hello", nonce: wrong }, "*");
    parent.postMessage({ type: "height", height: 90 }, "*");
    parent.postMessage({ type: "selfcheck-height", height: 90 }, "*");
    const [port] = window.ports;
    const shapes = [
      null, huge, { type: "height" }, { type: "height", height: "90" }, { type: "height", height: -1 },
      { type: "height", height: 1.5 }, { type: "height", height: NaN }, { type: "height", height: 1e9 },
      { type: "height", height: 90, more: 1 }, { type: "complete", guidance: huge }, { type: "complete", guidance: "soon", age: 72 },
      { type: "progress", section: "about", done: "1", total: 2 }, { type: "read", card: "another" },
      { type: "read", card: "circle_of_loss", href: "https://example.org/" }, { type: "read", href: "javascript:alert(1)" },
      { type: "open", target: "falls" }, { type: "constructor" },
    ];
    for (const shape of shapes) port.postMessage(shape);
  }, HUGE);
  await page.waitForTimeout(400);
  assert.deepEqual(await state(), before);

  // Another site's document in the frame, which even knows the nonce.
  const stranger = await serveHost("A stranger");
  await element.evaluate((one, address) => (one.src = address), stranger.address);
  let there;
  while (!there) {
    await page.waitForTimeout(50);
    there = page.frames().find((one) => one.url() === stranger.address);
  }
  await there.evaluate((message) => parent.postMessage(message, "*"), hello);
  await page.waitForTimeout(400);
  assert.deepEqual(await state(), before);
  await stranger.close();
  await context.close();
  await host.close();
});

test("nobody but the element is told anything but the height, and no message ever holds an answer", async () => {
  const recorded = () => {
    window.said = [];
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message, ...more) {
      window.said.push(message);
      return post.call(this, message, ...more);
    };
    addEventListener("message", ({ data }) => window.said.push(data));
  };
  const body = `${script()}<self-check id="check" loading="eager"></self-check><iframe id="plain" src="${server.address}?embed=1&lang=en"></iframe>`;
  await withHost(body, { ...QUICK, prepare: (page) => page.addInitScript(recorded) }, async ({ page }) => {
    const inElement = await checkIn(page, "#check");
    const plain = await (await page.$("#plain")).contentFrame();
    await plain.waitForFunction(() => performance.getEntriesByName("selfcheck-loaded").length > 0, null, { polling: 50 });
    for (const reader of [inElement.reader, new FrameReader(plain, "en")]) {
      await reader.start();
      await reader.answer("age", 15);
      await reader.answer("sex", "female");
      await reader.next();
    }
    await page.waitForTimeout(300);
    const byWindow = await page.evaluate(() => window.said);
    assert.deepEqual([...new Set(byWindow.map(({ type }) => type))].sort(), ["selfcheck-height", "selfcheck-hello"]);
    const byPort = await inElement.frame.evaluate(() => window.said.filter(({ type }) => type !== "selfcheck-connect"));
    assert.ok(byPort.length > 4);
    const allowed = { ready: [], height: ["height"], progress: ["section", "done", "total"], complete: ["guidance"], top: [] };
    for (const { type, ...detail } of byPort) assert.deepEqual(Object.keys(detail), allowed[type], type);
  });
});

test("adding and removing the element fifty times leaves nothing behind", async () => {
  await withHost(`${script()}<div id="room"></div>`, QUICK, async ({ page, context }) => {
    const glass = await context.newCDPSession(page);
    await glass.send("Performance.enable");
    const once = () =>
      page.evaluate(async () => {
        const check = document.createElement("self-check");
        check.setAttribute("loading", "eager");
        const ready = new Promise((resolve) => check.addEventListener("selfcheck-ready", resolve, { once: true }));
        document.querySelector("#room").append(check);
        await ready;
        check.remove();
      });
    const measure = async () => {
      await page.evaluate(() => (window.heard.length = 0));
      for (let i = 0; i < 3; i += 1) await glass.send("HeapProfiler.collectGarbage");
      const { metrics } = await glass.send("Performance.getMetrics");
      const value = (name) => metrics.find((one) => one.name === name).value;
      return Object.fromEntries(["Frames", "Documents", "JSEventListeners", "Nodes", "JSHeapUsedSize"].map((name) => [name, value(name)]));
    };
    await page.waitForFunction(() => customElements.get("self-check"));
    for (let i = 0; i < 5; i += 1) await once();
    const before = await measure();
    for (let i = 0; i < 50; i += 1) await once();
    const now = await measure();
    assert.equal(page.frames().length, 1);
    for (const name of ["Frames", "Documents", "JSEventListeners"]) {
      assert.ok(now[name] <= before[name], `${name}: ${before[name]} before, ${now[name]} after`);
    }
    assert.ok(now.Nodes <= before.Nodes + 20, `nodes: ${before.Nodes} before, ${now.Nodes} after`);
    const grown = now.JSHeapUsedSize - before.JSHeapUsedSize;
    assert.ok(grown < 250_000, `${grown} bytes more`);
  });
});

test("where the check cannot be loaded there is a link in words", async () => {
  const body = `<script src="${server.address}embed.js" async></script><self-check id="check" loading="eager" lang="en"></self-check>`;
  const prepare = async (page) => {
    await page.clock.install();
    await page.route(/\?embed=1/, (route) => route.abort());
  };
  await withHost(body, { prepare }, async ({ page }) => {
    await page.waitForSelector("#check iframe");
    await page.clock.fastForward(11_000);
    const link = page.getByRole("link", { name: "Open it on a page of its own" });
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), `${server.address}?lang=en`);
  });
});
