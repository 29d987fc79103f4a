// SPDX-License-Identifier: MIT
//
// left_alone.ts: on a shared computer, what a reader left behind is erased: when nobody has touched the page for some
// minutes, and when it is closed. Says so to the page once; what erasing means is not known here.

const SIGNS_OF_LIFE = [
  "pointerdown",
  "pointermove",
  "touchmove",
  "keydown",
  "input",
  "wheel",
  "scroll",
] as const;

export class LeftAlone {
  #limit = 0;
  #touched = 0;
  #timer = 0;
  #listening: AbortController | null = null;

  constructor(private readonly erase: (closing: boolean) => void) {}

  /** After every Screen: how many minutes the page may be left alone; 0: for ever. */
  follow(minutes: number): void {
    const limit = minutes * 60_000;
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.#listening?.abort();
    window.clearTimeout(this.#timer);
    if (limit > 0) this.#listen();
  }

  #listen(): void {
    const { signal } = (this.#listening = new AbortController());
    const touched = (): void => {
      this.#touched = Date.now();
    };
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, touched, { signal, capture: true, passive: true });
    }
    // A timer sleeps with the machine: whoever wakes it must not find the answers of another.
    for (const waking of ["visibilitychange", "focus"]) {
      window.addEventListener(waking, () => this.#look(), { signal, capture: true });
    }
    // The browser may keep a closed page in memory, to show it again.
    window.addEventListener("pagehide", () => this.erase(true), { signal });
    touched();
    this.#look();
  }

  #look(): void {
    window.clearTimeout(this.#timer);
    const left = this.#touched + this.#limit - Date.now();
    if (left <= 0) {
      this.#touched = Date.now();
      this.erase(false);
    }
    this.#timer = window.setTimeout(() => this.#look(), left > 0 ? left : this.#limit);
  }
}
