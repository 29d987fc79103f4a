// SPDX-License-Identifier: MIT
//
// accent.ts: a colour of the host's own in the place of the accent, if it can be read.
//
// The accent is text (links, chosen answers) as well as area, so it needs 4.5:1 against everything it is read on. The
// colours that belong to it, for what is pressed and for what lies behind a chosen answer, are worked out from it.
import type { AccentColours } from "../canvas/module";

type Colour = [red: number, green: number, blue: number];

/** WCAG 1.4.3, and our own aim for what is read at length. */
const TEXT = 4.5;
const BODY = 7;
/** What the accent is read on: custom properties --sc-colour-NAME. */
const BEHIND = ["page", "surface", "sunken"];
const STRONG_SHARE = 0.28;
const SOFT_SHARES = [0.16, 0.12, 0.08, 0.05, 0];

const PROPERTIES: Record<keyof AccentColours, string> = {
  accent: "--sc-colour-accent",
  accent_strong: "--sc-colour-accent-strong",
  accent_soft: "--sc-colour-accent-soft",
};

export class HostAccent {
  readonly #wanted: Record<"light" | "dark", string>;
  readonly #warned = new Set<string>();

  constructor(query: URLSearchParams) {
    const light = query.get("accent") ?? "";
    this.#wanted = { light, dark: query.get("accent-dark") ?? light };
  }

  /** Sets the custom properties for the theme that is on, or takes them away. High contrast has colours of its own. */
  dress(root: HTMLElement, theme: "light" | "dark", contrast: boolean): AccentColours | null {
    for (const property of Object.values(PROPERTIES)) root.style.removeProperty(property);
    const wanted = this.#wanted[theme];
    if (wanted === "" || contrast) return null;
    const styles = getComputedStyle(root);
    const found = accentFor(wanted, (role) => styles.getPropertyValue(`--sc-colour-${role}`).trim());
    if (typeof found === "string") {
      if (!this.#warned.has(found)) console.warn(`self-check: ${found} (${theme} theme); the usual accent is used`);
      this.#warned.add(found);
      return null;
    }
    for (const [name, property] of Object.entries(PROPERTIES)) {
      root.style.setProperty(property, found[name as keyof AccentColours]);
    }
    return found;
  }
}

/** The colours, or why not. `theme` gives the colour of a role. */
export function accentFor(wanted: string, theme: (role: string) => string): AccentColours | string {
  const accent = colourOf(wanted);
  if (!accent) return `accent "${wanted.slice(0, 40)}" is no colour of the form #rrggbb`;
  const role = (name: string): Colour => colourOf(theme(name)) ?? [0, 0, 0];
  for (const name of BEHIND) {
    const ratio = contrast(accent, role(name));
    if (ratio < TEXT) {
      const numbers = `${ratio.toFixed(2)}:1 against the ${name} colour ${theme(name)}, ${TEXT}:1 is needed`;
      return `accent ${wanted} is refused: its contrast is ${numbers}`;
    }
  }
  const surface = role("surface");
  const soft = SOFT_SHARES.map((share) => mix(surface, accent, share)).find(
    (colour) =>
      contrast(accent, colour) >= TEXT && contrast(role("muted"), colour) >= TEXT && contrast(role("text"), colour) >= BODY,
  );
  return {
    accent: hexOf(accent),
    accent_strong: hexOf(mix(accent, role("text"), STRONG_SHARE)),
    accent_soft: hexOf(soft ?? surface),
  };
}

/** #rgb or #rrggbb. */
export function colourOf(text: string): Colour | null {
  const short = text.match(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i);
  const parts = short
    ? short.slice(1).map((digit) => digit + digit)
    : text.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i)?.slice(1);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => parseInt(part, 16));
  return [red, green, blue];
}

function hexOf(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** `share` of `b` in `a`. */
function mix(a: Colour, b: Colour, share: number): Colour {
  const part = (one: number, other: number): number => Math.round(one + (other - one) * share);
  return [part(a[0], b[0]), part(a[1], b[1]), part(a[2], b[2])];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Colour, b: Colour): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
