// SPDX-License-Identifier: MIT
//
// print.tsx: what the reader holds in hand: the Screen on show, or a paper of its own (the page for the doctor, the
// questions to answer with a pen).
//
// A paper is laid out beside the page, out of sight, and is all that a printer gets. The style sheet says how; only how
// small the type must be for one page is worked out here.
import { render } from "preact";

import type { TwinWords } from "../twin/blocks";
import type { Screen } from "../twin/screen";
import { Twin } from "../twin/twin";

/** Height within the margins of Letter, the lower of the two common sizes, with some to spare for a printer's rounding. */
const PAGE_HEIGHT_MM = 254;

/** Type of the page for the doctor, in points. */
const LARGEST = 11;
const SMALLEST = 5.5;
const STEP = 0.25;

/** Prints the Screen on show. */
export function printScreen(): void {
  putAway();
  window.print();
}

/** Prints `paper` and nothing else. */
export function printPaper(paper: Screen, words: TwinWords): void {
  putAway();
  const holder = document.createElement("div");
  holder.className = "sc-paper";
  holder.inert = true;
  document.body.append(holder);
  render(<Twin screen={paper} mode="paper" words={words} dispatch={() => undefined} />, holder);
  fitOnePage(holder);
  document.documentElement.toggleAttribute("data-paper", true);
  window.addEventListener("afterprint", putAway, { once: true });
  window.print();
}

/** A browser that prints later than it returns takes its copy first; nothing is left for the next printing. */
function putAway(): void {
  window.removeEventListener("afterprint", putAway);
  document.documentElement.toggleAttribute("data-paper", false);
  document.querySelector(".sc-paper")?.remove();
}

function fitOnePage(holder: HTMLElement): void {
  const sheet = holder.querySelector<HTMLElement>(".sc-sheet");
  if (!sheet) return;
  const room = (PAGE_HEIGHT_MM * 96) / 25.4;
  for (let points = LARGEST; points >= SMALLEST; points -= STEP) {
    sheet.style.setProperty("--sc-sheet-type", `${points}pt`);
    if (sheet.offsetHeight <= room) return;
  }
}
