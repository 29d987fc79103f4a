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
import type { ActionKind, Screen } from "../twin/screen";
import createModule, { type CoreModule } from "./selfcheck_core_wasm.mjs";

export type * from "../twin/screen";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * A pack with its texts by language, such as content/bone-muscle.json. `interface` (the words of the program itself)
 * is needed for sessions only.
 */
export interface Bundle {
  pack: Json;
  sources: Json;
  texts: Record<string, Json>;
  interface?: Record<string, Json>;
}

/** How soon to do what, from the most urgent; `not_applicable`: the pack is not made for this reader. */
export type Level = "emergency" | "urgent" | "soon" | "routine" | "self_care" | "not_applicable";

/** A rule of the pack that fired. */
export interface RuleFinding {
  id: string;
  level: Level;
  /** Ids of the questions whose answers decided it. */
  because: string[];
  /** Ids of the pack's sources. */
  sources: string[];
  /** With `lang` only. */
  title?: string;
  text?: string;
  action?: string;
}

/** A rule that could not be judged. */
export interface Undetermined {
  id: string;
  /** The level it could reach. */
  level: Level;
  /** Unanswered questions. */
  missing: string[];
}

/** Ids are those of the pack's plan. */
export interface Plan {
  exercise: {
    /** False under urgent or emergency guidance; then there are no weeks and no moves. */
    allowed: boolean;
    start_minutes?: number;
    start_days?: number;
    weeks: { week: number; minutes: number; days: number }[];
    moves: string[];
    precautions: string[];
  };
  diet: {
    allowed: boolean;
    /** What is missing a day to the target, where anything is. */
    gaps: Record<string, number>;
    swaps: { id: string; times: number }[];
  };
  /** What a doctor should be asked about before the plan is followed. */
  gates: string[];
  recheck_months?: number;
}

/** What `selfcheck assess` prints for the same answers, byte for byte once it is JSON text again. */
export interface Result {
  pack: { id: string; version: string };
  /** With `lang` only. */
  language?: string;
  /** The most urgent level of any finding. */
  guidance: Level;
  /** The most urgent first. */
  findings: RuleFinding[];
  undetermined: Undetermined[];
  /** By the id of the score: its value, or its fields (docs/pack-format.md). */
  scores: Record<string, Json>;
  /** Ids of education cards for answers like these. */
  education: string[];
  /** Where the pack has a plan. */
  plan?: Plan;
  /** The page for the doctor: ids of the pack's questions and tests. */
  sheet: { questions: string[]; tests: string[] };
  /** Facts of the pack's source article that the cards carry. */
  covers: string[];
}

/** By the id of the question: the code of a choice, the codes of a multi, a number in the question's own unit. */
export type AnswerSet = Record<string, string | number | string[]>;

/** What a reader did; `id` and `value` may be left out where the kind needs none (ARCHITECTURE.md, src/session/action.h). */
export interface ReaderAction {
  kind: ActionKind;
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

/** One reader's way through a pack: what is on show, and what the reader does. */
export interface Session {
  screen(): Screen;
  /** Performs the action and gives the Screen that follows. One that makes no sense here changes nothing. */
  dispatch(action: ReaderAction): Screen;
  /** The result of the answers so far. */
  result(): Result;
  /** Everything needed to go on later with Core.restore. */
  save(): Json;
  /** Gives its memory back; the session must not be used any more. */
  close(): void;
}

export interface Core {
  /** Throws SelfcheckError when something in the bundle is wrong. */
  load(bundle: Bundle): Pack;
  /** Gives its memory back; close its sessions first. */
  unload(pack: Pack): void;
  /** Throws SelfcheckError naming every answer that is wrong. */
  assess(pack: Pack, answers: AnswerSet, options?: AssessOptions): Result;
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

/** A text of a pack as one sees it who answers for themselves, or for another: texts hold alternations "{you|they}". What
 *  the core returns has been through this. */
export function voiced(text: string, voice: "self" | "other" = "self"): string {
  return text.replace(/\{([^{}|]*)\|([^{}]*)\}/g, (_, self: string, other: string) => (voice === "self" ? self : other));
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

  assess(pack: Pack, answers: AnswerSet, { lang = "", voice = "self" }: AssessOptions = {}): Result {
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
