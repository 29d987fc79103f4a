// SPDX-License-Identifier: MIT
//
// host_options.ts: what the page's address asks for, which a host writes, as Actions.
//
// An id that the pack does not have is said on the console, with those that it has, and left out: a reader should not
// go without the check because a host mistyped.
import type { Action, ActionKind } from "../twin/screen";

/** The ids in a pack. */
export interface PackIds {
  sections: string[];
  screens: { id: string; section: string }[];
  questions: { id: string }[];
  cards: { id: string }[];
  regions: { id: string }[];
}

const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id);
const action = (kind: ActionKind, value: string): Action => ({ kind, id: "", value });

/** Those of the wanted that are known. */
function known(what: string, wanted: string, ids: string[]): string[] {
  const names = wanted.split(/[\s,]+/).filter((name) => name !== "");
  const strange = names.filter((name) => !ids.includes(name));
  for (const name of strange) {
    console.warn(`self-check: ${what}: there is no "${name.slice(0, 100)}"; there are: ${ids.join(", ")}`);
  }
  return names.filter((name) => ids.includes(name));
}

/** The pack that the address asks for, or `usual`. */
export function askedPack(query: URLSearchParams, packs: string[], usual: string): string {
  const [pack] = known("pack", query.get("pack") ?? "", packs);
  return pack ?? usual;
}

/** `hasRegion`: the reader has chosen one, which counts for more than the host's. */
export function hostActions(query: URLSearchParams, pack: PackIds, hasRegion: boolean): Action[] {
  const actions: Action[] = [];
  const theme = query.get("theme");
  if (theme) {
    const [value] = known("theme", theme, ["auto", "light", "dark"]);
    if (value) actions.push(action("set_theme", value));
  }
  const [region] = known("region", query.get("region") ?? "", idsOf(pack.regions));
  if (region && !hasRegion) actions.push(action("set_region", region));
  const sections = known("sections", query.get("sections") ?? "", pack.sections);
  if (sections.length > 0) actions.push(action("set_sections", sections.join(" ")));
  return actions;
}

/** Where to begin: a question, a screen or a section. */
export function startTarget(query: URLSearchParams, pack: PackIds): Action[] {
  const everywhere = [...pack.sections, ...idsOf(pack.screens), ...idsOf(pack.questions)];
  const [target] = known("start", query.get("start") ?? "", everywhere);
  return target ? [action("open", target)] : [];
}

export function knownCards(cards: string, pack: PackIds): string {
  return known("data-card", cards, idsOf(pack.cards)).join(" ");
}
