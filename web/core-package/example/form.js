// SPDX-License-Identifier: MIT
//
// form.js: a plain HTML form over the headless core, in one file: the questions that are asked of everybody, and what
// the core says to the answers. ?lang= picks the language; every word comes from the pack, which the build names.
import { loadCore, SelfcheckError, voiced } from "../core/selfcheck-core.js";

const bundle = await (await fetch("../core/content/{{pack}}.json")).json();
const asked = new URLSearchParams(location.search).get("lang");
const lang = bundle.pack.languages.includes(asked) ? asked : bundle.pack.languages[0];
const texts = bundle.texts[lang];
const words = bundle.interface[lang];
const questions = bundle.pack.questions.filter((question) => !question.when);

const core = await loadCore();
const pack = core.load(bundle);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function inputs({ id, type, options, min, max }) {
  const { options: labels, unit = "" } = texts.questions[id];
  if (type === "integer" || type === "decimal") {
    const step = type === "integer" ? 1 : 0.1;
    const field = element("input", { type: "number", name: id, min, max, step });
    return [element("label", {}, field, ` ${unit}`)];
  }
  const kind = type === "multi" ? "checkbox" : "radio";
  return options.map((code) =>
    element("label", {}, element("input", { type: kind, name: id, value: code }), ` ${voiced(labels[code].label)}`),
  );
}

/** What was filled in, as the core wants it: nothing for what was left open. */
function answersOf(form) {
  const data = new FormData(form);
  const answers = {};
  for (const { id, type } of questions) {
    const given = data.getAll(id).filter((value) => value !== "");
    if (given.length === 0) continue;
    answers[id] = type === "multi" ? given : type === "choice" ? given[0] : Number(given[0]);
  }
  return answers;
}

function shown({ guidance, findings }) {
  const { word, text } = texts.outcomes[guidance] ?? words.levels[guidance];
  const region = bundle.pack.regions.find(({ default_for }) => default_for?.includes(lang)) ?? bundle.pack.regions[0];
  return [
    element("h2", {}, voiced(word)),
    element("p", {}, voiced(text).replaceAll("{emergency_number}", region.emergency)),
    ...findings.flatMap(({ title, text, action }) => [
      element("h3", {}, title),
      element("p", {}, text),
      element("p", {}, element("strong", {}, action)),
    ]),
    element("p", {}, voiced(texts.pack.limits)),
  ];
}

document.documentElement.lang = lang;
document.title = texts.pack.title;
document.querySelector("h1").textContent = texts.pack.title;
const form = document.querySelector("form");
const output = document.querySelector("output");
form.append(
  ...questions.map((question) =>
    element("fieldset", {}, element("legend", {}, voiced(texts.questions[question.id].text)), ...inputs(question)),
  ),
  element("button", {}, voiced(words.result.title)),
);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  try {
    output.replaceChildren(...shown(core.assess(pack, answersOf(form), { lang })));
  } catch (error) {
    if (!(error instanceof SelfcheckError)) throw error;
    const lines = error.problems.map(({ at, message }) => element("p", { role: "alert" }, `${at}: ${message}`));
    output.replaceChildren(...lines);
  }
  output.scrollIntoView();
});
