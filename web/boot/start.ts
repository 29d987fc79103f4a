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
  trouble_refused: string;
  trouble_saving: string;
  reload: string;
}

export interface StartData {
  /** Names of parts; see parts.ts. */
  app: string;
  wasm: string;
  /** The service worker; not in the standalone file, which is kept by whoever has it. */
  worker?: string;
  /** The pack that the page opens with; what stands in the page before the core has come is its. */
  pack: string;
  packs: Record<string, string>;
  /** By pack and language: what is needed to ask, and what the result tells besides. */
  texts: Record<string, Record<string, { ask: string; tell: string }>>;
  screens: Record<string, FirstScreens>;
  words: Record<string, Words>;
}

/** Nothing of another pack is in the page: until its content and the core are there, Screens that say so. */
export function stillLoading(words: StartData["words"]): StartData["screens"] {
  return Object.fromEntries(
    Object.entries(words).map(([language, { loading }]) => {
      const screen: Screen = {
        id: "loading",
        language,
        title: loading,
        section: "",
        text_percent: 100,
        theme: "auto",
        contrast: false,
        text_view: false,
        keep: false,
        shared_minutes: 0,
        blocks: [{ kind: "heading", key: "loading", level: 1, text: loading }],
        announce: "",
      };
      return [language, { welcome: screen, first: screen }];
    }),
  );
}

export function readStartData(): StartData {
  const holder = document.getElementById("selfcheck-start");
  return JSON.parse(holder?.textContent ?? "") as StartData;
}
