// SPDX-License-Identifier: MIT
//
// host_page.mjs: somebody else's page, from another site than the check, with <self-check> elements in it.
import http from "node:http";

import { Reader } from "./harness.mjs";

/** Serves one page at every address. `policy`: its Content-Security-Policy. */
export async function serveHost(body, { policy, head = "", language = "en" } = {}) {
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>An article</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
  const server = http.createServer((_, response) => {
    const headers = { "content-type": "text/html; charset=utf-8" };
    response.writeHead(200, policy ? { ...headers, "content-security-policy": policy } : headers).end(html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://localhost:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every event of every element, as {id, type, detail}, in window.heard. */
const LISTEN = () => {
  window.heard = [];
  for (const name of ["ready", "progress", "complete", "resize"]) {
    document.addEventListener(`selfcheck-${name}`, ({ target, type, detail }) => {
      window.heard.push({ id: target.id, type: type.replace("selfcheck-", ""), detail });
    });
  }
};

/** Opens a host's page. `complaints`: what any of its frames, or the page, said on the console that is an error. */
export async function openHost(browser, host, { prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 740 }, locale: "en", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints = [];
  const warnings = [];
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
    if (message.type() === "warning") warnings.push(message.text());
  });
  await page.addInitScript(LISTEN);
  await prepare?.(page);
  await page.goto(host.address);
  return { page, context, complaints, warnings };
}

/** A reader who looks where things are before touching them: a frame of another process is told late that it was moved. */
export class FrameReader extends Reader {
  async press(control) {
    const { y, height } = await control.evaluate((one) => one.getBoundingClientRect().toJSON());
    const element = await this.page.frameElement();
    await element.evaluate(async (frame, middle) => {
      window.scrollTo(0, window.scrollY + frame.getBoundingClientRect().y + middle - window.innerHeight / 2);
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    }, y + height / 2);
    await control.click();
  }

  choose(control) {
    return this.press(control);
  }

  start() {
    return this.press(this.button(this.words.welcome.start));
  }

  next() {
    return this.press(this.button(this.words.question.next));
  }
}

/** The frame of an element, when its core is there, and a reader in it. */
export async function checkIn(page, selector, language = "en") {
  await page.locator(selector).evaluate((one) => one.scrollIntoView({ block: "center" }));
  const element = page.locator(`${selector} iframe`);
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForFunction(() => performance.getEntriesByName("selfcheck-loaded").length > 0, null, { polling: 50 });
  return { element, frame, reader: new FrameReader(frame, language) };
}

export const heard = (page, id, type) =>
  page.evaluate(([from, kind]) => window.heard.filter((one) => one.id === from && one.type === kind).map(({ detail }) => detail), [id, type]);

/** Until the frame is as tall as what is in it: [height of the frame, of its content]. */
export async function fitted(element, frame) {
  for (let tries = 0; ; tries += 1) {
    const outside = await element.evaluate((one) => one.getBoundingClientRect().height);
    const [inside, window] = await frame.evaluate(() => [document.body.getBoundingClientRect().height, innerHeight]);
    if (tries > 40 || (Math.abs(outside - Math.ceil(inside)) < 0.01 && window === outside)) return [outside, Math.ceil(inside)];
    await frame.waitForTimeout(50);
  }
}
