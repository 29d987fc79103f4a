// SPDX-License-Identifier: MIT
//
// first.ts: the few lines that run before the first paint.
//
// The page carries the first Screen in every language; this picks one and the theme, so that nothing
// flickers. It also remembers what is pressed until main.ts has arrived. A classic script in the head,
// because a module would run after the paint.
import { chooseLanguage, resolveTheme } from "./choose";

declare global {
  interface Window {
    /** Keys of the controls pressed before main.ts took over. */
    selfcheckPressed?: string[];
  }
}

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const available = (root.dataset["languages"] ?? root.lang).split(" ");
const asked = query.get("lang");

root.lang = chooseLanguage(
  asked ? [asked, ...navigator.languages] : navigator.languages,
  available,
);
// The first language's manifest is named in the page; an installed page keeps the name it was installed under.
const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
if (manifest && root.lang !== available[0]) {
  manifest.href = `manifest.${root.lang}.webmanifest`;
}
// What stands in the page is of the first pack, and so is its name on a home screen. Of another, main.ts shows all.
const packs = (root.dataset["packs"] ?? "").split(" ");
if (packs.indexOf(query.get("pack") ?? "") > 0) {
  root.setAttribute("data-other-pack", "");
  manifest?.remove();
  document.title = "";
}
root.dataset["theme"] = resolveTheme(
  query.get("theme") ?? "auto",
  matchMedia("(prefers-color-scheme: dark)").matches,
);
root.toggleAttribute(
  "data-contrast",
  matchMedia("(prefers-contrast: more)").matches,
);

const pressed: string[] = (window.selfcheckPressed = []);
document.addEventListener("click", (event) => {
  if (window.selfcheckPressed !== pressed) return;
  const control = (event.target as Element).closest<HTMLElement>(
    "button[data-key]",
  );
  if (control?.dataset["key"]) pressed.push(control.dataset["key"]);
});
