// SPDX-License-Identifier: MIT
//
// stopwatch_follower.ts: what a stopwatch needs of the world: time that passes, sounds, focus, words said.
//
// It follows the Screens as they are shown. While a stopwatch counts it says when the countdown is over and
// when a try has taken too long; as soon as none counts, no timer and no frame is left.
import type { Action, Screen, Stopwatch } from "./screen";
import { Signals } from "./signals";
import { timed } from "./stopwatch";
import { clockReading } from "./stopwatch_clock";

export interface FollowerOptions {
  host: HTMLElement;
  dispatch: (action: Action) => void;
  announce: (text: string) => void;
}

export class StopwatchFollower {
  readonly #options: FollowerOptions;
  readonly #signals = new Signals();
  #shown: Stopwatch | null = null;
  #timers: number[] = [];
  #request = 0;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** After a Screen was rendered and placed. `visible`: the twin is what the reader sees. */
  follow(screen: Screen | null, visible: boolean): void {
    const before = this.#shown;
    const block = stopwatchOf(screen, before);
    this.#shown = block;
    const same = before !== null && block?.key === before.key;
    const began = same && block.phase !== before.phase;
    if (same) this.#signal(before, block);
    if (block?.phase !== before?.phase || block?.starts !== before?.starts) this.#plan(block);
    if (began) this.#bringIntoSight(block);
    else if (before && !block && document.activeElement === document.body) this.#focusTitle();

    cancelAnimationFrame(this.#request);
    if (block && counts(block) && visible) this.#tick();
  }

  close(): void {
    this.follow(null, false);
  }

  /** What is due at its time, not by what the reader does. */
  #plan(block: Stopwatch | null): void {
    for (const timer of this.#timers) window.clearTimeout(timer);
    this.#timers = [];
    if (!block || !counts(block)) {
      this.#signals.close();
      return;
    }
    const now = performance.now();
    if (block.phase === "running") {
      this.#at(block.ends + 1, () => this.#say(block, "stop@"));
      return;
    }
    if (block.sound) this.#signals.open();
    for (let left = Math.round((block.starts - now) / 1000); left > 0; left -= 1) {
      this.#at(block.starts - left * 1000, () => {
        this.#signals.give("ready", block.sound);
        this.#options.announce(String(left));
      });
    }
    this.#at(block.starts, () => this.#say(block, "go@"));
  }

  #at(time: number, run: () => void): void {
    this.#timers.push(window.setTimeout(run, Math.max(0, time - performance.now())));
  }

  /** A timer may be early by less than the millisecond that the time is given in. */
  #say(block: Stopwatch, value: string): void {
    const action = block.tap[0]?.action;
    const due = value === "go@" ? block.starts : block.ends + 1;
    if (action) this.#options.dispatch(timed({ ...action, value }, Math.max(performance.now(), due)));
  }

  #signal(before: Stopwatch, block: Stopwatch): void {
    if (block.phase === "done" && before.phase === "running") {
      this.#signals.give("end", block.sound);
    } else if (block.phase === "running" && block.count > before.count) {
      this.#signals.give("tap", block.sound);
    } else if (block.phase === "running" && before.phase === "countdown") {
      this.#signals.give("go", block.sound);
    }
  }

  /** What was operated is gone: on to what took its place. When the clock begins to run, all stays and may only
   *  have grown: what to tap says more then. */
  #bringIntoSight(block: Stopwatch): void {
    const around = this.#options.host.querySelector(`[data-key="${CSS.escape(block.key)}"]`);
    if (block.phase !== "running") {
      around?.querySelector<HTMLElement>(block.title ? "[tabindex]" : "button")?.focus();
    }
    around?.scrollIntoView({ block: block.phase === "countdown" ? "center" : "nearest" });
  }

  #focusTitle(): void {
    this.#options.host.querySelector<HTMLElement>("h1")?.focus();
  }

  #tick(): void {
    const block = this.#shown;
    const digits = this.#options.host.querySelector(".sc-clock")?.firstChild;
    if (!block || !(digits instanceof Text)) return;
    const reading = clockReading(block, performance.now());
    if (digits.data !== reading) digits.data = reading;
    this.#request = requestAnimationFrame(() => this.#tick());
  }
}

function counts({ phase }: Stopwatch): boolean {
  return phase === "countdown" || phase === "running";
}

/** The one that counts, or else the one that was followed. */
function stopwatchOf(screen: Screen | null, before: Stopwatch | null): Stopwatch | null {
  const all = (screen?.blocks ?? []).filter((block): block is Stopwatch => block.kind === "stopwatch");
  return all.find(counts) ?? all.find(({ key }) => key === before?.key) ?? all[0] ?? null;
}
