// SPDX-License-Identifier: MIT
//
// checks.mjs: what must be true of every Screen, however it came to be on show.
import fs from "node:fs";
import { createRequire } from "node:module";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe-core. Over the canvas the twin's own text is transparent, so contrast cannot be measured there:
 * the colours that are painted are measured natively, and those of the text view here.
 */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const overlay = document.querySelector(".sc-twin.overlay") !== null;
    const { violations: found } = await window.axe.run(document, {
      rules: overlay ? { "color-contrast": { enabled: false } } : {},
    });
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }));
  });
}

/** Where each control of the HTML is, where the canvas's layout put it, and how large it is. */
const places = () =>
  [...document.querySelectorAll("button[data-key], label[data-key], input[data-key]")].map((element) => {
    const box = element.getBoundingClientRect();
    const root = document.querySelector(".sc-twin").getBoundingClientRect();
    const meant = { x: root.x, y: root.y };
    for (let one = element; one; one = one.parentElement) {
      if (!one.hasAttribute("data-placed") || one.classList.contains("sc-twin")) continue;
      const { e, f } = new DOMMatrix(getComputedStyle(one).transform);
      meant.x += e;
      meant.y += f;
    }
    return {
      key: element.dataset.key,
      placed: element.hasAttribute("data-placed"),
      off: Math.max(Math.abs(box.x - meant.x), Math.abs(box.y - meant.y)),
      least: Math.min(box.width, box.height),
    };
  });

/** The controls that are not exactly where they are painted, or too small for a thumb. */
export async function misplaced(page) {
  return (await page.evaluate(places)).filter(({ placed, off, least }) => !placed || off > 0.5 || least < 47.5);
}
