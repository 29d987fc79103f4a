// SPDX-License-Identifier: MIT
//
// start.ts: what the build wrote into the page for the boot script.
import type { TwinWords } from "../twin/blocks";
import type { Screen } from "../twin/screen";

export interface FirstScreens {
  /** The page the reader lands on. */
  welcome: Screen;
  /** What follows when "start" is pressed. */
  first: Screen;
}

/** Words that may be needed before, or instead of, the core. */
export interface Words extends TwinWords {
  loading: string;
  trouble_loading: string;
  trouble_old_browser: string;
  trouble_saving: string;
  reload: string;
}

export interface StartData {
  /** Names of parts; see parts.ts. */
  app: string;
  wasm: string;
  /** The service worker; not in the standalone file, which is kept by whoever has it. */
  worker?: string;
  packs: Record<string, string>;
  /** By pack and language: what is needed to ask, and what the result tells besides. */
  texts: Record<string, Record<string, { ask: string; tell: string }>>;
  screens: Record<string, FirstScreens>;
  words: Record<string, Words>;
}

export function readStartData(): StartData {
  const holder = document.getElementById("selfcheck-start");
  return JSON.parse(holder?.textContent ?? "") as StartData;
}
