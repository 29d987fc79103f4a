// SPDX-License-Identifier: MIT
//
// visits.ts: the browser's back button goes back one Screen.
//
// One history entry a Screen, in the top-level page only: inside a frame every entry would join the host's
// history, and the reader would need many presses to leave the article. Entries hold a depth and nothing
// else, so no answer ever reaches the history.
import type { ActionKind } from "../twin/screen";

/** Back to the first Screen, and nothing to go back to. */
const ERASES: ActionKind[] = ["restart", "erase"];

interface Entry {
  selfcheckDepth: number;
}

export class Visits {
  #depth = 0;
  #ownTravel = 0;

  /** `goBack` performs the back action; it is told by a press of the browser's button. */
  constructor(
    private readonly goBack: () => void,
    private readonly goForward: () => void,
    signal: AbortSignal,
  ) {
    history.replaceState({ selfcheckDepth: 0 } satisfies Entry, "");
    window.addEventListener("popstate", (event) => this.#popped(event), {
      signal,
    });
  }

  /** The Screen changed because of an Action from the page itself. */
  arrived(by: ActionKind): void {
    if (by === "back" && this.#depth > 0) {
      this.#depth -= 1;
      this.#travel(-1);
    } else if (ERASES.includes(by) && this.#depth > 0) {
      const depth = this.#depth;
      this.#depth = 0;
      this.#travel(-depth);
    } else if (by !== "back" && !ERASES.includes(by)) {
      this.#depth += 1;
      history.pushState({ selfcheckDepth: this.#depth } satisfies Entry, "");
    }
  }

  #travel(by: number): void {
    this.#ownTravel += 1;
    history.go(by);
  }

  #popped(event: PopStateEvent): void {
    if (this.#ownTravel > 0) {
      this.#ownTravel -= 1;
      return;
    }
    const entry = event.state as Partial<Entry> | null;
    const to = entry?.selfcheckDepth ?? 0;
    const steps = to - this.#depth;
    this.#depth = to;
    for (let step = 0; step > steps; step -= 1) this.goBack();
    for (let step = 0; step < steps; step += 1) this.goForward();
  }
}
