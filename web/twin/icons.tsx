// SPDX-License-Identifier: MIT
//
// icons.tsx: one shape per tone, so that no meaning rests on colour alone.
//
// Shapes differ in outline (octagon, triangle, calendar, clipboard, heart), not only in what is inside, so
// that they are told apart at a glance and in greyscale. All are decoration: the word beside them says it.
import type { Tone } from "./screen";

const PATHS: Record<Tone, string> = {
  // A dot in a ring: "please note".
  plain: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1",
  muted: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1",
  accent: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1",
  // Stop sign.
  emergency:
    "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.5v5.5M12 16.4v.1",
  // Warning triangle.
  urgent: "M12 3.5 21.5 20h-19ZM12 10v4.5M12 17.2v.1",
  // Calendar with a day marked.
  soon: "M4 5.5h16V20H4ZM4 10h16M8.5 3v4M15.5 3v4M8 15h3",
  // Clipboard with a tick.
  routine: "M6 5h12v16H6ZM9.5 3h5v4h-5ZM9.2 14l2 2 3.8-4.2",
  // Heart.
  self_care:
    "M12 20.5C6.5 16.6 3 13.4 3 9.3 3 6.4 5.2 4.3 7.8 4.3c1.7 0 3.3.9 4.2 2.4.9-1.5 2.5-2.4 4.2-2.4C18.8 4.3 21 6.4 21 9.3c0 4.1-3.5 7.3-9 11.2Z",
  // Ring with an exclamation mark: look again.
  error: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5v5.5M12 16.4v.1",
};

export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <svg class="sc-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[tone]} />
    </svg>
  );
}

/** Points down when closed and up when open (turned by the style sheet). */
export function Chevron() {
  return (
    <svg class="sc-icon sc-chevron" viewBox="0 0 24 24" aria-hidden="true">
      <path d="m6 9 6 6 6-6" />
    </svg>
  );
}

/** Says that a link leaves the page. */
export function OutwardArrow() {
  return (
    <svg class="sc-icon sc-outward" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />
    </svg>
  );
}
