// SPDX-License-Identifier: MIT
//
// frame_scheduler.ts: draws when asked, and nothing otherwise: no callback, no timer, no frame.

/**
 * Frames drawn for one wake. What is painted follows from the Screen, the keys and the time alone, so
 * the first frame shows it; the second lets Dear ImGui finish what it does a frame late (it gives old
 * textures back then).
 */
const FRAMES_A_WAKE = 2;

export class FrameScheduler {
  /** Frames drawn so far. */
  frames = 0;

  #left = 0;
  #request = 0;
  readonly #draw: (now: number) => boolean;

  /** `draw` answers whether an animation wants another frame. */
  constructor(draw: (now: number) => boolean) {
    this.#draw = draw;
  }

  /** Draws with the browser's next frames. */
  wake(): void {
    this.#left = FRAMES_A_WAKE;
    this.#schedule();
  }

  /** Draws in this task, because a canvas that was resized or moved is blank or wrong until then. */
  drawNow(): void {
    this.#left = FRAMES_A_WAKE;
    this.#frame(performance.now());
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#left = 0;
  }

  #frame(now: number): void {
    this.frames += 1;
    this.#left -= 1;
    const animating = this.#draw(now);
    if (animating || this.#left > 0) this.#schedule();
  }

  #schedule(): void {
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame((now) => {
      this.#request = 0;
      this.#frame(now);
    });
  }
}
