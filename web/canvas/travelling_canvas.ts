// SPDX-License-Identifier: MIT
//
// travelling_canvas.ts: a canvas a few viewports tall that covers what is visible of a tall page.
//
// The document scrolls and the canvas with it, so what is painted and the HTML over it never drift
// apart. Only when its margin runs out is the canvas moved, and repainted in the same task. A canvas
// that stays put and repaints at every scroll event would trail the scrolling by a frame or two.
//
// What is visible is told by strips beside the content that one IntersectionObserver watches: in a frame
// as tall as its content no scroll event ever arrives and every other measure says "all of it".

const STRIP_HEIGHT = 200;
const MAX_DENSITY = 3;
const MAX_PIXELS = 6_000_000;
const MAX_SIDE = 4096;

export interface Size {
  width: number;
  height: number;
}

/** The part of the content that the canvas covers, in CSS pixels, and device pixels in one of them. */
export interface Extent extends Size {
  top: number;
  density: number;
}

export interface TravellingCanvasOptions {
  /** Positioned; holds the canvas; as wide as the content. Its height is set here. */
  host: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Width or density changed: a new layout is needed, then resize(). */
  onMeasures: () => void;
  /** Content or canvas changed. A canvas that was moved or resized shows something wrong until it is painted: do that
   *  before returning. */
  repaint: (extent: Extent, isWrong: boolean) => void;
  /** The reader sees another part, in CSS pixels of the content, less what is at the edges of the glass. */
  onSight: (top: number, bottom: number) => void;
}

/** How tall the canvas may be, in CSS pixels, and device pixels in one of them. */
export interface Budget {
  height: number;
  density: number;
}

/**
 * Four viewports tall at the screen's own density: most Screens fit and are painted once, longer ones seldom anew while
 * they are scrolled. Phones end a page whose canvases take too much memory, so a large one gets a smaller margin, and
 * only when that is not enough a coarser picture.
 */
export function budgetFor(
  width: number,
  viewportHeight: number,
  devicePixelRatio: number,
): Budget {
  const finest = Math.min(devicePixelRatio, MAX_DENSITY);
  const affordable = Math.min(
    MAX_SIDE / finest,
    MAX_PIXELS / (width * finest * finest),
  );
  const height = Math.min(
    Math.max(affordable, 1.25 * viewportHeight),
    4 * viewportHeight,
  );
  const density = Math.min(
    finest,
    MAX_SIDE / Math.max(width, height),
    Math.sqrt(MAX_PIXELS / (width * height)),
  );
  return { height, density };
}

/** Where the canvas belongs so that `visible` is in its middle: unchanged while its margin suffices. */
export function travelledTop(
  top: number,
  canvasHeight: number,
  contentHeight: number,
  visible: { top: number; bottom: number },
): number {
  const margin = canvasHeight / 16;
  const lowest = Math.max(0, contentHeight - canvasHeight);
  const short =
    visible.top - margin < Math.min(top, lowest) ||
    visible.bottom + margin > top + canvasHeight;
  const middle = (visible.top + visible.bottom - canvasHeight) / 2;
  return Math.min(Math.max(0, short ? middle : top), lowest);
}

export class TravellingCanvas {
  readonly #options: TravellingCanvasOptions;
  readonly #strips = document.createElement("div");
  readonly #visibleStrips = new Set<Element>();
  readonly #intersections: IntersectionObserver;
  readonly #resizes: ResizeObserver;
  readonly #listening = new AbortController();
  #ratioQuery: MediaQueryList | null = null;
  #width = 0;
  #deviceWidth = 0;
  #viewportHeight = 0;
  #contentHeight = 0;
  #top = 0;

  constructor(options: TravellingCanvasOptions) {
    this.#options = options;
    const { host, canvas } = options;
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.cssText =
      "position:absolute;top:0;left:0;display:block;pointer-events:none";
    this.#strips.setAttribute("aria-hidden", "true");
    this.#strips.style.cssText =
      "position:absolute;top:0;left:0;width:1px;height:100%;overflow:hidden;pointer-events:none;z-index:-1";
    host.append(this.#strips);

    this.#width = host.getBoundingClientRect().width;
    this.#deviceWidth = Math.round(this.#width * window.devicePixelRatio);
    this.#viewportHeight = viewportHeight();
    this.#intersections = new IntersectionObserver((entries) =>
      this.#sawStrips(entries),
    );
    this.#resizes = new ResizeObserver((entries) => {
      const entry = entries[entries.length - 1];
      if (entry) this.#resized(entry);
    });
    observeWithDevicePixels(this.#resizes, host);
    this.#watchRatio();
    window.addEventListener("resize", () => this.#windowResized(), {
      signal: this.#listening.signal,
    });
  }

  /** Width of the content, CSS pixels. */
  get width(): number {
    return this.#width;
  }

  /** Device pixels in a CSS pixel: the same for short and long Screens, so that glyphs are drawn once. */
  get density(): number {
    return this.#budget().density;
  }

  /** The content is this tall now, and to be painted. */
  resize(contentHeight: number, fromTop: boolean): void {
    this.#contentHeight = contentHeight;
    this.#options.host.style.height = `${contentHeight}px`;
    this.#makeStrips();
    this.#cover(fromTop ? 0 : this.#top);
  }

  close(): void {
    this.#listening.abort();
    this.#ratioQuery = null;
    this.#intersections.disconnect();
    this.#resizes.disconnect();
    this.#strips.remove();
    this.#options.host.style.height = "";
  }

  #budget(): Budget {
    return budgetFor(this.#width, this.#viewportHeight, devicePixelRatio);
  }

  #canvasHeight(): number {
    return Math.ceil(Math.min(this.#contentHeight, this.#budget().height));
  }

  /** Gives the canvas its place and size, and has it painted. */
  #cover(wantedTop: number): void {
    const { canvas, repaint } = this.#options;
    const ratio = window.devicePixelRatio;
    const height = this.#canvasHeight();
    const density = this.density;
    const pixelWidth = Math.max(
      1,
      density === ratio ? this.#deviceWidth : Math.round(this.#width * density),
    );
    const pixelHeight = Math.max(1, Math.round(height * density));
    const lowest = Math.max(0, this.#contentHeight - height);
    const before = this.#top;
    // On whole device pixels, or the browser would blur the picture.
    this.#top =
      Math.floor(Math.min(Math.max(0, wantedTop), lowest) * ratio) / ratio;

    const resized =
      canvas.width !== pixelWidth || canvas.height !== pixelHeight;
    if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
    if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
    canvas.style.top = `${this.#top}px`;
    canvas.style.width = `${this.#width}px`;
    canvas.style.height = `${height}px`;
    const extent = {
      top: this.#top,
      width: pixelWidth / density,
      height: pixelHeight / density,
      density,
    };
    repaint(extent, resized || this.#top !== before);
  }

  #makeStrips(): void {
    const wanted = Math.ceil(this.#contentHeight / STRIP_HEIGHT);
    while (this.#strips.childElementCount > wanted) {
      const last = this.#strips.lastElementChild as HTMLElement;
      this.#intersections.unobserve(last);
      this.#visibleStrips.delete(last);
      last.remove();
    }
    while (this.#strips.childElementCount < wanted) {
      const strip = document.createElement("div");
      strip.style.height = `${STRIP_HEIGHT}px`;
      strip.dataset["top"] = String(
        this.#strips.childElementCount * STRIP_HEIGHT,
      );
      this.#strips.append(strip);
      this.#intersections.observe(strip);
    }
  }

  #sawStrips(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visibleStrips.add(target);
      else this.#visibleStrips.delete(target);
    }
    if (this.#visibleStrips.size === 0) return;
    const tops = [...this.#visibleStrips].map((strip) =>
      Number((strip as HTMLElement).dataset["top"]),
    );
    const visible = {
      top: Math.min(...tops),
      bottom: Math.max(...tops) + STRIP_HEIGHT,
    };
    const top = travelledTop(
      this.#top,
      this.#canvasHeight(),
      this.#contentHeight,
      visible,
    );
    if (Math.abs(top - this.#top) >= 1) this.#cover(top);
    this.#tellSight(visible);
  }

  /** The outermost strips may be hardly in sight, except at the ends of the content. */
  #tellSight({ top, bottom }: { top: number; bottom: number }): void {
    const edge = Math.min(STRIP_HEIGHT, (bottom - top) / 4);
    this.#options.onSight(
      top > 0 ? top + edge : top,
      bottom < this.#contentHeight ? bottom - edge : bottom,
    );
  }

  #resized(entry: ResizeObserverEntry): void {
    const width = entry.contentRect.width;
    const deviceWidth = deviceWidthOf(entry);
    if (width === this.#width && deviceWidth === this.#deviceWidth) return;
    this.#width = width;
    this.#deviceWidth = deviceWidth;
    this.#options.onMeasures();
  }

  /** A phone's address bar comes and goes with the scrolling: only a real change of height counts. */
  #windowResized(): void {
    const height = viewportHeight();
    const change = height / this.#viewportHeight;
    if (change > 0.8 && change < 1.05) return;
    this.#viewportHeight = height;
    this.#options.onMeasures();
  }

  /** The query matches one ratio only, so it is made anew after each change. */
  #watchRatio(): void {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    this.#ratioQuery = query;
    query.addEventListener(
      "change",
      () => {
        if (this.#ratioQuery !== query) return;
        this.#watchRatio();
        this.#deviceWidth = Math.round(this.#width * window.devicePixelRatio);
        this.#options.onMeasures();
      },
      { once: true, signal: this.#listening.signal },
    );
  }
}

/** In a frame as tall as its content innerHeight says nothing; no viewport is taller than the screen. */
function viewportHeight(): number {
  return Math.min(window.innerHeight, window.screen.height || Infinity);
}

function observeWithDevicePixels(
  observer: ResizeObserver,
  element: HTMLElement,
): void {
  try {
    observer.observe(element, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(element); // Safari knows only CSS pixels
  }
}

/** The device-pixel box is exact, but follows the real screen where a ratio is only emulated. */
function deviceWidthOf(entry: ResizeObserverEntry): number {
  const expected = entry.contentRect.width * window.devicePixelRatio;
  const told = entry.devicePixelContentBoxSize?.[0]?.inlineSize;
  return told !== undefined && Math.abs(told - expected) <= 1
    ? told
    : Math.round(expected);
}
