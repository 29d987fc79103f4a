// SPDX-License-Identifier: MIT
//
// selfcheck-core.ts: the assessment core without an interface, for browsers and Node 20 or later.
//
//   import { loadCore } from "./selfcheck-core.js";
//   const core = await loadCore();
//   const pack = core.load(bundle);                     // {pack, sources, texts, interface?}
//   const result = core.assess(pack, { age: 68, sex: "female" }, { lang: "en" });
//
// Everything is computed where it runs: no request after the module and its WebAssembly are loaded.
import createModule, { type CoreModule } from "./selfcheck_core_wasm.mjs";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A pack with its texts, as dist/content/<pack>/ holds them. `interface` is needed for sessions only. */
export interface Bundle {
  pack: Json;
  sources: Json;
  texts: Record<string, Json>;
  interface?: Record<string, Json>;
}

export type Level = "emergency" | "urgent" | "soon" | "routine" | "self_care" | "not_applicable";

export interface Finding {
  id: string;
  level: Level;
  /** Questions whose answers decided it. */
  because: string[];
  sources: string[];
  /** With `lang` only. */
  title?: string;
  text?: string;
  action?: string;
}

export interface Undetermined {
  id: string;
  /** The level it could reach. */
  level: Level;
  /** Unanswered questions. */
  missing: string[];
}

export interface Result {
  pack: { id: string; version: string };
  language?: string;
  guidance: Level;
  findings: Finding[];
  undetermined: Undetermined[];
  scores: Record<string, Json>;
  education: string[];
  covers: string[];
}

export type Answers = Record<string, string | number | string[]>;

export interface Action {
  kind: string;
  id?: string;
  value?: string;
}

export interface Problem {
  /** pack.json, en.json …; only for packs. */
  file?: string;
  /** JSON Pointer, or line and column. */
  at: string;
  message: string;
}

/** What was wrong with an input, every place of it. */
export class SelfcheckError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((one) => [one.file, one.at, one.message].filter(Boolean).join(" ")).join("\n"));
    this.name = "SelfcheckError";
  }
}

/** A loaded pack. */
export interface Pack {
  readonly handle: number;
}

/** One reader's way through a pack. A Screen is described in src/session/screen.h. */
export interface Session {
  screen(): Json;
  dispatch(action: Action): Json;
  result(): Result;
  /** Everything needed to go on later with Core.restore. */
  save(): Json;
  close(): void;
}

export interface Core {
  /** Throws SelfcheckError when something in the bundle is wrong. */
  load(bundle: Bundle): Pack;
  unload(pack: Pack): void;
  /** Throws SelfcheckError naming every answer that is wrong. */
  assess(pack: Pack, answers: Answers, options?: AssessOptions): Result;
  /** A fresh session on its welcome Screen, in `lang` or the pack's first language. */
  session(pack: Pack, options?: { lang?: string }): Session;
  /** A session from what Session.save gave; throws SelfcheckError when it is not one. */
  restore(pack: Pack, saved: Json): Session;
}

export interface AssessOptions {
  /** Adds the texts in this language. */
  lang?: string;
  /** Whom the texts speak of: the reader (unless told), or another person the reader answers for. */
  voice?: "self" | "other";
}

export interface LoadOptions {
  /** Where selfcheck_core_wasm.wasm is, when it is not beside this file. */
  wasmUrl?: string;
}

export async function loadCore(options: LoadOptions = {}): Promise<Core> {
  const { wasmUrl } = options;
  const module = await createModule(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return new WasmCore(module);
}

type Arg = string | number;
type Export = (...args: number[]) => number;

class WasmCore implements Core {
  constructor(private readonly module: CoreModule) {}

  load(bundle: Bundle): Pack {
    return { handle: this.ask<{ pack: number }>("core_load", JSON.stringify(bundle)).pack };
  }

  unload(pack: Pack): void {
    this.call("core_unload", pack.handle);
  }

  assess(pack: Pack, answers: Answers, { lang = "", voice = "self" }: AssessOptions = {}): Result {
    return this.ask("core_assess", pack.handle, JSON.stringify({ answers }), lang, Number(voice === "other"));
  }

  session(pack: Pack, options: { lang?: string } = {}): Session {
    return this.open(this.ask<{ session: number }>("core_session", pack.handle, options.lang ?? "").session);
  }

  restore(pack: Pack, saved: Json): Session {
    const { session } = this.ask<{ session: number }>("core_session_restore", pack.handle, JSON.stringify(saved));
    return this.open(session);
  }

  private open(handle: number): Session {
    return {
      screen: () => this.ask("core_session_screen", handle),
      dispatch: (action) => this.ask("core_session_dispatch", handle, JSON.stringify(action)),
      result: () => this.ask("core_session_result", handle),
      save: () => this.ask("core_session_save", handle),
      close: () => void this.call("core_session_close", handle),
    };
  }

  /** Calls an export that answers with JSON. */
  private ask<T>(name: string, ...args: Arg[]): T {
    const answer = JSON.parse(this.module.UTF8ToString(this.call(name, ...args))) as T | { errors: Problem[] };
    if (typeof answer === "object" && answer !== null && "errors" in answer) throw new SelfcheckError(answer.errors);
    return answer as T;
  }

  private call(name: string, ...args: Arg[]): number {
    const owned: number[] = [];
    const raw = args.map((arg) => {
      if (typeof arg === "number") return arg;
      const pointer = this.module.stringToNewUTF8(arg);
      owned.push(pointer);
      return pointer;
    });
    try {
      return (this.module as unknown as Record<string, Export>)[`_${name}`]!(...raw);
    } finally {
      for (const pointer of owned) this.module._free(pointer);
    }
  }
}
