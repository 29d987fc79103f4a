// SPDX-License-Identifier: MIT
//
// module.ts: the page's WebAssembly module with types. The only file that knows its strings are pointers.
//
// A module holds one Session and paints on one canvas. The Session works without a canvas: dispatch()
// and the rest need no open().
import type { Action, Screen } from "../twin/screen";

/** CSS pixels from the top left of the content: [x, y, width, height] of every block and control. */
export type Rects = Record<string, [number, number, number, number]>;

export interface Layout {
  height: number;
  rects: Rects;
}

/** What the page resolved from the reader's wishes and the system's. */
export interface Appearance {
  dark: boolean;
  contrast: boolean;
  reducedMotion: boolean;
  /** The host's own, already found readable. */
  accent: AccentColours | null;
}

/** "#rrggbb" each. */
export interface AccentColours {
  accent: string;
  accent_strong: string;
  accent_soft: string;
}

/** Keys of the Screen to paint the ring, the press and the hover for; none when absent or "". */
export interface PointedKeys {
  focused?: string;
  pressed?: string;
  hovered?: string;
}

/** A place in what was read (a JSON Pointer) and what is wrong there. */
export interface Problem {
  at: string;
  message: string;
}

/** What Emscripten's factory gives; pointers are numbers. */
interface RawModule {
  _free(text: number): void;
  _sc_load(bundle: number): number;
  _sc_add_texts(language: number, texts: number): number;
  _sc_screen(): number;
  _sc_dispatch(action: number): number;
  _sc_result(): number;
  _sc_paper(name: number): number;
  _sc_save(): number;
  _sc_restore(session: number): number;
  _sc_open(): number;
  _sc_appearance(json: number): void;
  _sc_layout(width: number): number;
  _sc_viewport(top: number, width: number, height: number, dpr: number): void;
  _sc_sight(top: number, bottom: number): number;
  _sc_point(focused: number, pressed: number, hovered: number): void;
  _sc_frame(now: number): number;
  _sc_lost(): void;
  _sc_restored(): number;
  _sc_close(): void;
  UTF8ToString(text: number): string;
  stringToNewUTF8(text: string): number;
}

/** The default export of the generated selfcheck_app.mjs. */
export type AppFactory = (options: object) => Promise<unknown>;

export interface LoadOptions {
  canvas: HTMLCanvasElement;
  /** Address of the .wasm file, or its bytes. */
  wasm: string | ArrayBuffer;
}

export async function loadApp(
  factory: AppFactory,
  { canvas, wasm }: LoadOptions,
): Promise<AppModule> {
  const source =
    typeof wasm === "string"
      ? { locateFile: () => wasm }
      : { locateFile: () => "", wasmBinary: wasm };
  return new AppModule((await factory({ canvas, ...source })) as RawModule);
}

export class AppModule {
  readonly #raw: RawModule;

  constructor(raw: RawModule) {
    this.#raw = raw;
  }

  /** `bundle` is the JSON text that sc_load describes. No problems: it is loaded. */
  load(bundle: string): Problem[] {
    return problemsIn(this.#with([bundle], (text) => this.#raw._sc_load(text)));
  }

  /** Adds texts in one of the pack's languages, whole or in part, and under `interface` those of the program. */
  addTexts(language: string, texts: string): Problem[] {
    return problemsIn(
      this.#with([language, texts], (tag, text) =>
        this.#raw._sc_add_texts(tag, text),
      ),
    );
  }

  screen(): Screen {
    return JSON.parse(this.#text(this.#raw._sc_screen())) as Screen;
  }

  dispatch(action: Action): Screen {
    const screen = this.#with([JSON.stringify(action)], (text) =>
      this.#raw._sc_dispatch(text),
    );
    return JSON.parse(screen) as Screen;
  }

  /** The Result as JSON text, byte for byte what the command-line tool prints. */
  result(): string {
    return this.#text(this.#raw._sc_result());
  }

  /** What is laid out for a printer: the page for the doctor, or every question to answer with a pen. */
  paper(name: "sheet" | "form"): Screen {
    return JSON.parse(this.#with([name], (text) => this.#raw._sc_paper(text))) as Screen;
  }

  /** The Session as JSON text. */
  save(): string {
    return this.#text(this.#raw._sc_save());
  }

  /** Takes a saved Session; with problems nothing changes. */
  restore(session: string): Problem[] {
    return problemsIn(
      this.#with([session], (text) => this.#raw._sc_restore(text)),
    );
  }

  /** False when there is no WebGL. */
  open(): boolean {
    return this.#raw._sc_open() !== 0;
  }

  appearance({ dark, contrast, reducedMotion, accent }: Appearance): void {
    const json = JSON.stringify({
      dark,
      contrast,
      reduced_motion: reducedMotion,
      ...accent,
    });
    this.#pass([json], (text) => this.#raw._sc_appearance(text));
  }

  layout(width: number): Layout {
    return JSON.parse(this.#text(this.#raw._sc_layout(width))) as Layout;
  }

  viewport(top: number, width: number, height: number, dpr: number): void {
    this.#raw._sc_viewport(top, width, height, dpr);
  }

  /** What the reader sees. True when a figure there has yet to move. */
  sight(top: number, bottom: number): boolean {
    return this.#raw._sc_sight(top, bottom) !== 0;
  }

  point({ focused = "", pressed = "", hovered = "" }: PointedKeys): void {
    this.#pass([focused, pressed, hovered], (...keys) =>
      this.#raw._sc_point(...keys),
    );
  }

  /** Draws one frame. True while an animation wants another. */
  frame(now: number): boolean {
    return this.#raw._sc_frame(now) !== 0;
  }

  lost(): void {
    this.#raw._sc_lost();
  }

  /** False when the new context is of no use: there is no canvas any more. */
  restored(): boolean {
    return this.#raw._sc_restored() !== 0;
  }

  close(): void {
    this.#raw._sc_close();
  }

  #text(pointer: number): string {
    return this.#raw.UTF8ToString(pointer);
  }

  /** Calls with the texts as UTF-8 and reads the text that comes back. */
  #with<T extends string[]>(
    texts: [...T],
    call: (...pointers: { [K in keyof T]: number }) => number,
  ): string {
    let answer = "";
    this.#pass(texts, (...pointers) => {
      answer = this.#text(call(...pointers));
    });
    return answer;
  }

  #pass<T extends string[]>(
    texts: [...T],
    call: (...pointers: { [K in keyof T]: number }) => void,
  ): void {
    const pointers = texts.map((text) => this.#raw.stringToNewUTF8(text));
    call(...(pointers as { [K in keyof T]: number }));
    for (const pointer of pointers) this.#raw._free(pointer);
  }
}

function problemsIn(answer: string): Problem[] {
  if (answer === "") return [];
  return (JSON.parse(answer) as { errors: Problem[] }).errors;
}
