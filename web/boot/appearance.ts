// SPDX-License-Identifier: MIT
//
// appearance.ts: what the reader's system asks for, and when that changes.

export interface SystemWishes {
  dark: boolean;
  contrast: boolean;
  reducedMotion: boolean;
  /** The system paints with its own few colours; a canvas cannot follow, so there is none. */
  forcedColours: boolean;
  /** The browser's text is set to at least twice the usual size: text that flows serves better. */
  hugeText: boolean;
}

const QUERIES = {
  dark: "(prefers-color-scheme: dark)",
  contrast: "(prefers-contrast: more)",
  reducedMotion: "(prefers-reduced-motion: reduce)",
  forcedColours: "(forced-colors: active)",
} as const;

export function systemWishes(): SystemWishes {
  const says = (query: string) => matchMedia(query).matches;
  const rootSize = parseFloat(
    getComputedStyle(document.documentElement).fontSize,
  );
  return {
    dark: says(QUERIES.dark),
    contrast: says(QUERIES.contrast),
    reducedMotion: says(QUERIES.reducedMotion),
    forcedColours: says(QUERIES.forcedColours),
    hugeText: rootSize >= 32,
  };
}

export function onWishesChange(run: () => void, signal: AbortSignal): void {
  for (const query of Object.values(QUERIES)) {
    matchMedia(query).addEventListener("change", run, { signal });
  }
}
