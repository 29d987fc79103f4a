// SPDX-License-Identifier: MIT
//
// choose.ts: which language and theme the page starts in. Pure.

/** The first of `wanted` that the page has, compared by language only ("zh-Hant-TW" is "zh"). */
export function chooseLanguage(
  wanted: readonly string[],
  available: readonly string[],
): string {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split("-")[0];
    const match =
      available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      available.find((one) => one.toLowerCase().split("-")[0] === primary);
    if (match) return match;
  }
  return available[0] ?? "zh-CN";
}

/** `theme` is auto, light or dark; anything else counts as auto. */
export function resolveTheme(
  theme: string,
  systemIsDark: boolean,
): "light" | "dark" {
  if (theme === "light" || theme === "dark") return theme;
  return systemIsDark ? "dark" : "light";
}
