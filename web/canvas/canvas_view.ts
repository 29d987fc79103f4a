// SPDX-License-Identifier: MIT
//
// canvas_view.ts: the Screen painted on a canvas: what boot opens, shows Screens with and closes.
//
//   const view = CanvasView.open({ host, canvas, app, onGone });  // null: no WebGL
//   twin.place(view.show(app.dispatch(action)));
import type { Screen } from "../twin/screen";
import { FrameScheduler } from "./frame_scheduler";
import type { Appearance, AppModule, Layout, PointedKeys } from "./module";
import { TravellingCanvas } from "./travelling_canvas";

/** A lost GL context usually comes back at once, or never. */
const PATIENCE_MS = 2000;

export interface CanvasViewOptions {
  /** Positioned; holds the canvas and whatever lies over it. Its width is the content's; its height
   *  is set to the content's. */
  host: HTMLElement;
  /** The canvas the module was loaded with. */
  canvas: HTMLCanvasElement;
  app: AppModule;
  /** The canvas will not paint again. The view is closed. */
  onGone: () => void;
}

export class CanvasView {
  readonly #options: CanvasViewOptions;
  readonly #scheduler: FrameScheduler;
  readonly #canvas: TravellingCanvas;
  readonly #listening = new AbortController();
  #tellLayout: (layout: Layout) => void = () => {};
  #shown: string | null = null;
  #lost = false;
  #waiting = 0;

  static open(options: CanvasViewOptions): CanvasView | null {
    return options.app.open() ? new CanvasView(options) : null;
  }

  private constructor(options: CanvasViewOptions) {
    this.#options = options;
    const { host, canvas, app } = options;
    this.#scheduler = new FrameScheduler((now) =>
      this.#lost ? false : app.frame(now),
    );
    this.#canvas = new TravellingCanvas({
      host,
      canvas,
      onMeasures: () => {
        if (this.#shown !== null) this.#tellLayout(this.#layOut(false));
      },
      repaint: ({ top, width, height, density }, isWrong) => {
        app.viewport(top, width, height, density);
        if (isWrong) this.#scheduler.drawNow();
        else this.#wake();
      },
      onSight: (top, bottom) => {
        if (app.sight(top, bottom)) this.#wake();
      },
    });

    const { signal } = this.#listening;
    canvas.addEventListener("webglcontextlost", (event) => this.#loses(event), {
      signal,
    });
    canvas.addEventListener("webglcontextrestored", () => this.#regains(), {
      signal,
    });
    const wake = () => this.#wake();
    document.addEventListener("visibilitychange", wake, { signal });
    window.addEventListener("pageshow", wake, { signal });
  }

  /**
   * Lays out the module's Screen, which is painted by the time that the browser shows the page next. A Screen with
   * another id is shown from its top. Gives the places for the twin.
   */
  show(screen: Screen): Layout {
    const arrived = this.#shown !== screen.id;
    this.#shown = screen.id;
    return this.#layOut(arrived);
  }

  appearance(appearance: Appearance): void {
    this.#options.app.appearance(appearance);
    this.#wake();
  }

  point(keys: PointedKeys): void {
    this.#options.app.point(keys);
    this.#wake();
  }

  /** Called with the new places when the width, or the reader's zoom, has changed. */
  onLayout(callback: (layout: Layout) => void): void {
    this.#tellLayout = callback;
  }

  /** Frames drawn so far. */
  get frames(): number {
    return this.#scheduler.frames;
  }

  /** Gives everything back. Another view may be opened on the same canvas. */
  close(): void {
    window.clearTimeout(this.#waiting);
    this.#listening.abort();
    this.#scheduler.stop();
    this.#canvas.close();
    this.#options.app.close();
  }

  #wake(): void {
    if (!this.#lost) this.#scheduler.wake();
  }

  #layOut(fromTop: boolean): Layout {
    const { app } = this.#options;
    // Text is as wide as its glyphs on whole device pixels, so the layout depends on the density.
    app.viewport(0, this.#canvas.width, 0, this.#canvas.density);
    const layout = app.layout(this.#canvas.width);
    this.#canvas.resize(layout.height, fromTop);
    return layout;
  }

  #loses(event: Event): void {
    event.preventDefault(); // or it would never be restored
    this.#lost = true;
    this.#scheduler.stop();
    this.#options.app.lost();
    this.#waiting = window.setTimeout(() => this.#givesUp(), PATIENCE_MS);
  }

  #givesUp(): void {
    this.close();
    this.#options.onGone();
  }

  #regains(): void {
    window.clearTimeout(this.#waiting);
    if (!this.#options.app.restored()) {
      this.#givesUp();
      return;
    }
    this.#lost = false;
    this.#scheduler.drawNow();
  }
}
