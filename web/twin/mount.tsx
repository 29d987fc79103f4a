// SPDX-License-Identifier: MIT
//
// mount.tsx: the twin living in a page: rendering by difference, focus, places and announcements.
//
// DOM focus is the truth. A tap is the element's own click, so a swipe or a cancelled touch answers
// nothing without a line of code here. What the canvas needs to paint (ring, press, hover) is reported
// by key; what it painted comes back as rectangles.
import { hydrate, render } from "preact";

import type { TwinWords } from "./blocks";
import type { Action, ActionKind, Screen } from "./screen";
import { StopwatchFollower } from "./stopwatch_follower";
import { Twin } from "./twin";

/** Keys, or "" for none. */
export interface Pointed {
  focused: string;
  pressed: string;
  hovered: string;
}

/** Where the canvas painted each block and control: x, y, width, height in CSS pixels from the top left
 *  of the content. */
export type Rects = Record<string, [number, number, number, number]>;

export interface Layout {
  height: number;
  rects: Rects;
}

export interface TwinOptions {
  /** The element that holds the twin and nothing else. */
  host: HTMLElement;
  /** A polite live region outside the twin, empty at load. */
  status: HTMLElement;
  /** Performs the Action and shows the Screen that follows, before it returns. */
  dispatch: (action: Action) => void;
  words: (language: string) => TwinWords;
  point?: (pointed: Pointed) => void;
  /** Brings the top of a new Screen into view; false where that is not to be had, as in a frame whose host does
   *  not listen, so that only focus can scroll the page around it. */
  toTop: () => boolean;
  /** The page scrolls by itself: false in a frame as tall as its content. */
  scrolls: boolean;
}

/** Actions after which a Screen that stayed the same has something to correct. */
const ASKS_TO_GO_ON: ActionKind[] = ["next", "start", "go"];

/** A control looks pressed when it is held this long: a tap is answered by what it does, and a finger that scrolls presses
 *  nothing. */
const PRESS_MS = 70;

export class MountedTwin {
  readonly #options: TwinOptions;
  #screen: Screen | null = null;
  #layout: Layout | null = null;
  #pointed: Pointed = { focused: "", pressed: "", hovered: "" };
  #placed = new WeakMap<HTMLElement, string>();
  #pending: Action | null = null;
  #pointerDown = false;
  #pressing = 0;
  #rendering = false;
  #announcing = 0;
  readonly #listening = new AbortController();
  readonly #stopwatch: StopwatchFollower;

  constructor(options: TwinOptions) {
    this.#options = options;
    this.#stopwatch = new StopwatchFollower({
      host: options.host,
      dispatch: (action) => this.#act(action),
      announce: (text) => this.announce(text),
    });
    this.#listen();
  }

  /** Takes over markup that was written at build time for this Screen. */
  hydrate(screen: Screen): void {
    this.#screen = screen;
    hydrate(this.#twin(screen), this.#options.host);
  }

  /** Shows the Screen that followed `after`, over the canvas or (without a layout) by itself. Focus moves to
   *  the title of a new Screen, or to the first thing to correct, and stays where it is otherwise: without an
   *  Action of the reader's nothing has a right to it. */
  show(screen: Screen, after: ActionKind | null, layout: Layout | null): void {
    const before = this.#screen;
    this.#screen = screen;
    this.#layout = layout;
    this.#rendering = true;
    render(this.#twin(screen), this.#options.host);
    this.#rendering = false;
    this.#place();
    if (after && before && before.id !== screen.id) this.#arrive();
    else if (after && ASKS_TO_GO_ON.includes(after)) this.#focusFirstError();
    if (screen.announce !== before?.announce) this.announce(screen.announce);
    this.#stopwatch.follow(screen, layout === null);
    if (!this.#pointerDown) this.#flush();
  }

  /** Lays the twin over the canvas, or with null makes it the visible interface. */
  place(layout: Layout | null): void {
    const other = (layout === null) !== (this.#layout === null);
    this.#layout = layout;
    if (other && this.#screen) {
      render(this.#twin(this.#screen), this.#options.host);
    }
    this.#place();
    this.#stopwatch.follow(this.#screen, layout === null);
  }

  get mode(): "flow" | "overlay" {
    return this.#layout ? "overlay" : "flow";
  }

  /** Said politely by screen readers; a repeated text is said again. */
  announce(text: string): void {
    window.clearTimeout(this.#announcing);
    if (text === "") return;
    const { status } = this.#options;
    // Later than a move of focus, which would otherwise interrupt it.
    this.#announcing = window.setTimeout(() => {
      status.textContent =
        status.textContent === text ? `${text}\u00a0` : text;
    }, 150);
  }

  close(): void {
    this.#listening.abort();
    this.#stopwatch.close();
    window.clearTimeout(this.#announcing);
    window.clearTimeout(this.#pressing);
    render(null, this.#options.host);
  }

  #twin(screen: Screen) {
    return (
      <Twin
        screen={screen}
        mode={this.mode}
        words={this.#options.words(screen.language)}
        dispatch={(action) => this.#act(action)}
      />
    );
  }

  /** A field is left by pressing a button with the pointer: its error must not push that button away between
   *  press and release, so the commit waits until the button's own click has been dealt with. A field that is
   *  taken away while it is typed into is left in the middle of rendering; that waits too. */
  #act(action: Action): void {
    if (action.kind === "commit" && (this.#pointerDown || this.#rendering)) {
      this.#pending = action;
      return;
    }
    this.#flush();
    this.#options.dispatch(action);
  }

  #flush(): void {
    const action = this.#pending;
    this.#pending = null;
    if (action) this.#options.dispatch(action);
  }

  #listen(): void {
    const { host } = this.#options;
    const { signal } = this.#listening;
    const on = <K extends keyof HTMLElementEventMap>(
      target: EventTarget,
      type: K,
      run: (event: HTMLElementEventMap[K]) => void,
    ) => target.addEventListener(type, run as EventListener, { signal });

    on(host, "focusin", (event) => {
      const target = event.target as HTMLElement;
      const ring = target.matches("h1") ? "" : visiblyFocusedKey(target);
      this.#report({ focused: ring });
    });
    on(host, "focusout", () => this.#report({ focused: "" }));
    on(host, "pointerdown", (event) => {
      this.#pointerDown = true;
      const pressed = controlKeyAt(event.target);
      this.#pressing = window.setTimeout(() => this.#report({ pressed }), PRESS_MS);
    });
    on(host, "pointerover", (event) => {
      if (event.pointerType === "mouse") {
        this.#report({ hovered: controlKeyAt(event.target) });
      }
    });
    on(host, "pointerleave", () => this.#report({ hovered: "" }));
    const released = () => {
      window.clearTimeout(this.#pressing);
      this.#report({ pressed: "" });
      if (!this.#pointerDown) return;
      this.#pointerDown = false;
      // After the click that belongs to this release.
      window.setTimeout(() => this.#flush(), 0);
    };
    on(window, "pointerup", released);
    on(window, "pointercancel", released);
    on(host, "keydown", (event) => {
      const target = event.target as HTMLElement;
      if (event.key === "Enter" && !event.isComposing && isTextField(target)) {
        event.preventDefault();
        this.#goOnFrom(target);
      }
    });
  }

  #report(change: Partial<Pointed>): void {
    const next = { ...this.#pointed, ...change };
    const same =
      next.focused === this.#pointed.focused &&
      next.pressed === this.#pointed.pressed &&
      next.hovered === this.#pointed.hovered;
    this.#pointed = next;
    if (!same) this.#options.point?.(next);
  }

  /** What "next" on a phone's keyboard does: on to the following question, or to the following Screen. */
  #goOnFrom(field: HTMLElement): void {
    const stops = [
      ...this.#options.host.querySelectorAll<HTMLElement>(
        ".sc-main input, .sc-main .sc-primary",
      ),
    ];
    const next = stops[stops.indexOf(field) + 1];
    if (!next) return;
    if (!next.matches("button")) return next.focus();
    // The button takes focus, so that the field is left (and committed) as by a tap.
    next.focus();
    next.click();
  }

  #arrive(): void {
    const title = this.#options.host.querySelector<HTMLElement>("h1");
    title?.focus({ preventScroll: this.#options.toTop() });
  }

  #focusFirstError(): void {
    const wrong = this.#options.host.querySelector("[data-invalid]");
    const { scrolls } = this.#options;
    wrong?.querySelector<HTMLElement>("input")?.focus({ preventScroll: scrolls });
    wrong?.scrollIntoView({ block: "nearest" });
  }

  /** Moves each element over what was painted for it. An element inside another that is placed too is
   *  moved relative to that one. Styles are written only when they change. */
  #place(): void {
    const { host } = this.#options;
    const root = host.firstElementChild as HTMLElement | null;
    if (!root) return;
    const layout = this.#layout;
    this.#write(root, layout ? `height:${layout.height}px` : "");
    for (const element of root.querySelectorAll<HTMLElement>("[data-key]")) {
      const rect = layout?.rects[element.dataset["key"] ?? ""];
      if (!rect) {
        this.#write(element, "");
        continue;
      }
      const [x, y, width, height] = rect;
      const around = placedAncestor(element, root, layout.rects);
      const left = x - (around?.[0] ?? 0);
      const top = y - (around?.[1] ?? 0);
      this.#write(
        element,
        `transform:translate(${left}px,${top}px);width:${width}px;height:${height}px`,
      );
    }
  }

  #write(element: HTMLElement, style: string): void {
    if ((this.#placed.get(element) ?? "") === style) return;
    this.#placed.set(element, style);
    element.style.cssText = style;
    element.toggleAttribute("data-placed", style !== "");
  }
}

function isTextField(element: HTMLElement): boolean {
  return element.matches("input[type=text]");
}

function visiblyFocusedKey(element: HTMLElement): string {
  if (!element.matches(":focus-visible")) return "";
  return element.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? "";
}

/** Key of the control at an event's target; a block that only says something has none. */
function controlKeyAt(target: EventTarget | null): string {
  const control = (target as Element | null)?.closest<HTMLElement>(
    "button[data-key], label[data-key], a[data-key], input[data-key]",
  );
  return control?.dataset["key"] ?? "";
}

function placedAncestor(
  element: HTMLElement,
  root: HTMLElement,
  rects: Rects,
): [number, number, number, number] | undefined {
  for (
    let around = element.parentElement;
    around && around !== root;
    around = around.parentElement
  ) {
    const rect = rects[around.dataset["key"] ?? ""];
    if (rect) return rect;
  }
  return undefined;
}
