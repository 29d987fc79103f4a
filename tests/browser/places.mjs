// SPDX-License-Identifier: MIT
//
// places.mjs: every kind of Screen that a reader can come to, and the Actions that lead there from the welcome
// page. Worked out with the core without a page, from the pack alone.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { ANSWERS, pack, texts, words } from "./harness.mjs";
import { loadCore } from "../../dist/core/selfcheck-core.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => JSON.parse(fs.readFileSync(path.join(root, "content", name), "utf8"));
const golden = read("bone-muscle/golden.json").cases;
const bundle = { pack, sources: read("bone-muscle/sources.json"), texts, interface: words };

export const action = (kind, id = "", value = "") => ({ kind, id, value });
const questionOf = (id) => pack.questions.find((question) => question.id === id);

/** The Actions that give one answer. */
function answering(id, value) {
  const { type } = questionOf(id);
  if (type === "choice") return [action("answer", id, value)];
  if (type === "multi") return value.map((code) => action("toggle", id, code));
  return [action("type", id, `0:${value}`), action("commit", id)];
}

/** What has to be answered before any screen can be gone to, comes first. */
export function answersAsActions(answers) {
  const ids = pack.questions.map(({ id }) => id).filter((id) => id in answers);
  return ids.flatMap((id) => answering(id, answers[id]));
}

/** Answers that between them lead to every question: a full set, one of a younger reader, then the golden cases. */
const CANDIDATES = [
  ANSWERS,
  {
    ...ANSWERS,
    age: 34,
    menopause: undefined,
    pregnancy: "no",
    periods_absent_12_months: "yes",
    dxa: "never",
    heel_scan: "low",
    weight_change: undefined,
    weight_6_months_ago_kg: 55,
    conditions: ["eating_disorder"],
    fainting: "no",
  },
  ...golden.map(({ answers }) => answers),
].map((answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));

const asks = (screen) => screen.blocks.filter(({ kind }) => kind === "choice" || kind === "number").length;

/** Guidance levels from most to least urgent, as the interface and the pack name them. */
const [first] = pack.languages;
const LEVELS = [...new Set([words[first].levels, texts[first].outcomes].flatMap(Object.keys))];

/**
 * [{ id, actions, screen }]: "welcome", each screen of the pack with as many of its questions as one reader can
 * be asked, "alert.LEVEL", "result.LEVEL", and "result.open" with every card open. `screen` is where the
 * Actions lead, in `language`.
 */
export async function places(language) {
  const core = await loadCore();
  const loaded = core.load(bundle);
  const go = (actions) => {
    const session = core.session(loaded, { lang: language });
    let screen = session.screen();
    for (const one of actions) screen = session.dispatch(one);
    const guidance = screen.id === "result" ? session.result().guidance : "";
    session.close();
    return { actions, screen, guidance };
  };
  const found = [{ id: "welcome", ...go([action("restart")]) }];
  const add = (id, place) => found.push({ id, ...place });

  for (const { id, questions } of pack.screens) {
    let best = null;
    for (const answers of CANDIDATES) {
      const place = go([...answersAsActions(answers), action("go", "", id)]);
      if (place.screen.id !== id) continue;
      if (!best || asks(place.screen) > asks(best.screen)) best = place;
      if (asks(best.screen) === questions.length) break;
    }
    if (best) add(id, best);
  }

  // Something to correct, or missing: the first screen without answers, and each first number out of range.
  add("missing", go([action("start"), action("next")]));
  const number = pack.questions.find(({ type, min, required }) => type !== "choice" && min !== undefined && !required);
  const wrong = [...answersAsActions(ANSWERS), action("type", number.id, "0:1"), action("commit", number.id)];
  add("wrong", go([...wrong, action("go", "", number.id)]));

  for (const level of LEVELS) {
    const cases = golden.filter(({ answers, expect }) => expect.guidance === level && Object.keys(answers).length > 1);
    const richest = cases.sort((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length)[0];
    if (!richest) continue;
    const result = go([...answersAsActions(richest.answers), action("go", "", "result")]);
    if (result.screen.id === "result") add(`result.${level}`, result);
    const sign = pack.rules.find((rule) => rule.level === level && / contains '/.test(rule.when));
    const [, question, code] = sign?.when.match(/^%(\w+) contains '(\w+)'$/) ?? [];
    if (!question) continue;
    const { id } = pack.screens.find(({ questions }) => questions.includes(question));
    const chosen = { ...ANSWERS, [question]: [code] };
    const there = [...answersAsActions(chosen), action("go", "", id)];
    add(`chosen.${level}`, go(there));
    const alert = go([...there, action("next")]);
    if (alert.screen.id === "alert") add(`alert.${level}`, alert);
  }

  // All that a rich result can open: its cards, and the page for the doctor.
  const rich = [...answersAsActions(ANSWERS), action("go", "", "result")];
  const cards = go(rich).screen.blocks.filter(({ kind, open }) => kind === "card" && !open);
  add("result.closed", go(rich));
  add("result.open", go([...rich, ...cards.map(({ toggle }) => toggle.action)]));
  core.unload(loaded);
  return found;
}
