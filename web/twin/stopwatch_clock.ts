// SPDX-License-Identifier: MIT
//
// stopwatch_clock.ts: what the clock of a stopwatch says, as the canvas paints it.
import type { Stopwatch } from "./screen";

/** A frame may carry a time from just before the touch that it follows. */
const FRAME_MS = 50;

/** "3", "2", "1", then "0.0" and on. `now` is the page's monotonic milliseconds. */
export function clockReading({ starts, ends }: Stopwatch, now: number): string {
  const left = starts - now;
  if (left > 0) return String(Math.max(1, Math.ceil((left - FRAME_MS) / 1000)));
  return (Math.round((Math.min(now, ends) - starts) / 100) / 10).toFixed(1);
}
