// SPDX-License-Identifier: MIT
//
// early.ts: answering before the core has arrived.
//
// The first Screens are in the page. Until the core can say what follows an Action, this says it for the
// few whose outcome is plain (start, choose, type, change language), and keeps all of them in order. The
// core then performs them as if they happened now; its Screen replaces the guess, so a guess can be
// incomplete but never becomes an answer.
import type { Action, ActionKind, Screen } from "../twin/screen";
import type { FirstScreens } from "./start";

const FORESEEN: ActionKind[] = [
  "start",
  "answer",
  "toggle",
  "type",
  "unit",
  "commit",
  "skip",
  "back",
  "restart",
  "set_language",
  "set_text_size",
  "set_theme",
];

/** What is on show after `actions`, as far as it can be known without the core. */
export function pretend(
  screens: Record<string, FirstScreens>,
  language: string,
  actions: readonly Action[],
): Screen {
  let position: keyof FirstScreens = "welcome";
  for (const { kind, value } of actions) {
    if (kind === "set_language" && screens[value]) language = value;
    if (kind === "start" && value !== "other") position = "first";
    if (kind === "back" || kind === "restart") position = "welcome";
  }
  const known = screens[language] ?? Object.values(screens)[0];
  if (!known) throw new Error("no first Screen in the page");
  return actions.reduce(apply, structuredCopy(known[position]));
}

/** True when the outcome of this Action is for the core to say. */
export function mustWait(action: Action): boolean {
  return !FORESEEN.includes(action.kind) || action.value === "other";
}

function apply(screen: Screen, action: Action): Screen {
  const { kind, id, value } = action;
  if (kind === "set_theme") screen.theme = value;
  if (kind === "set_text_size") screen.text_percent = Number(value);
  for (const block of screen.blocks) {
    if (block.kind === "toolbar" && kind.startsWith("set_")) {
      for (const control of block.groups.flatMap((group) => group.controls)) {
        if (control.action.kind === kind) {
          control.selected = control.action.value === value;
        }
      }
    }
    if (block.kind === "choice") {
      for (const { control } of block.options) {
        if (control.action.id !== id) continue;
        const hit = control.action.kind === kind && control.action.value === value;
        if (kind === "toggle") {
          if (hit) control.selected = !control.selected;
        } else if (kind === "answer" || kind === "skip") {
          control.selected = hit;
        }
      }
    }
    if (block.kind === "number" && kind === "type") {
      const colon = value.indexOf(":");
      const field = block.fields[Number(value.slice(0, colon))];
      if (field && field.action.id === id) field.text = value.slice(colon + 1);
    }
  }
  return screen;
}

function structuredCopy(screen: Screen): Screen {
  return JSON.parse(JSON.stringify(screen)) as Screen;
}
