// SPDX-License-Identifier: MIT
//
// module_hook.mjs: stands between the page and its WebAssembly module, for tests that need to know what the
// module was told, or need a Screen that is far away at once.
//
//   await hookModule(page);            // before the page is opened
//   await perform(page, actions);      // as if the reader had done all that with one press
//
// The page's module is served as a few lines that wrap the real one. Everything goes through the functions
// that ARCHITECTURE.md lists, so nothing here knows how the page or the core are made.

import { loaded } from "./harness.mjs";

/** The module as the page imports it. Runs in the page. */
const WRAPPER = (address) => `
import factory from ${JSON.stringify(address)};

export default async (options) => {
  const module = await factory(options);
  const hook = { module, told: null, painted: null, rects: {}, instead: [] };
  window.selfcheckHook = hook;

  // Emscripten's exports replace themselves when they are first called.
  const wrap = (name, run) => {
    let real = module[name];
    const wrapped = (...given) => run((...passed) => real(...passed), ...given);
    Object.defineProperty(module, name, { get: () => wrapped, set: (other) => (real = other) });
  };
  wrap("_sc_viewport", (real, top, width, height, density) => {
    hook.told = { top, width, height, density };
    real(top, width, height, density);
  });
  wrap("_sc_frame", (real, now) => {
    hook.painted = hook.told;
    return real(now);
  });
  wrap("_sc_layout", (real, width) => {
    const text = real(width);
    hook.rects = JSON.parse(module.UTF8ToString(text)).rects;
    return text;
  });
  wrap("_sc_dispatch", (real, action) => {
    const instead = hook.instead.splice(0);
    if (instead.length === 0) return real(action);
    let screen = 0;
    for (const one of instead) {
      const text = module.stringToNewUTF8(JSON.stringify(one));
      screen = real(text);
      module._free(text);
    }
    return screen;
  });
  return module;
};
`;

/** From the next opening of the page on. */
export function hookModule(page) {
  return page.route(/\/app-[0-9a-f]+\.mjs$/, (route) => {
    const address = new URL(`${route.request().url()}?wrapped`);
    return route.fulfill({ contentType: "text/javascript", body: WRAPPER(address.href) });
  });
}

/** Performs `actions` in the place of what one press of a button would have done. `frame`: a page or a frame. */
export async function perform(frame, actions) {
  await loaded(frame);
  await frame.evaluate((instead) => {
    window.selfcheckHook.instead = instead;
    document.querySelector(".sc-toolbar button:enabled").click();
    if (window.selfcheckHook.instead.length > 0) throw new Error("the press reached no core");
  }, actions);
}

/** The Screen on show, as the core has it. */
export function screenOnShow(frame) {
  return frame.evaluate(() => {
    const { module } = window.selfcheckHook;
    return JSON.parse(module.UTF8ToString(module._sc_screen()));
  });
}
