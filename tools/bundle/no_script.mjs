// SPDX-License-Identifier: MIT
//
// no_script.mjs: the page for readers without scripts or WebAssembly: what is missing, the signs that cannot wait with
// the numbers to call, and what everybody may know, all from the pack.
import { voiced } from "../voiced.mjs";
import { escapeHtml } from "./html.mjs";

/** Cards whose condition asks for no answer: they are for everybody. */
const isForEverybody = ({ when }) => (when.match(/%\w+/g) ?? []).every((name) => name === "%guidance");

/** The question whose options are signs that ask for emergency help. */
function signsQuestion({ questions, rules }) {
  const warns = ({ id }) => rules.some(({ level, when }) => level === "emergency" && when.includes(`%${id} contains`));
  return questions.find((question) => question.type === "multi" && warns(question));
}

function signs(pack, texts, words) {
  const { emergency } =
    pack.regions.find(({ default_for: list }) => list?.includes(texts.language)) ?? pack.regions[0];
  const items = Object.entries(texts.questions[signsQuestion(pack).id].options)
    .filter(([code]) => code !== "none")
    .map(([, { label, hint }]) => `<li>${escapeHtml(label)}${hint ? `<br /><small>${escapeHtml(hint)}</small>` : ""}</li>`);
  const numbers = pack.regions.map(({ id, emergency: number }) => `<li>${escapeHtml(texts.regions[id])} <a href="tel:${number}">${number}</a></li>`);
  return `<p><strong>${escapeHtml(words.no_script_signs.replaceAll("{emergency_number}", emergency))}</strong></p>
<ul>${items.join("")}</ul>
<p>${escapeHtml(words.no_script_numbers)}</p>
<ul>${numbers.join("")}</ul>`;
}

function education(pack, texts, words) {
  const cards = pack.cards.filter(isForEverybody).map(({ id }) => {
    const { title, summary, body } = texts.cards[id];
    const paragraphs = [summary, ...body].map((text) => `<p>${escapeHtml(text)}</p>`);
    return `<details><summary>${escapeHtml(title)}</summary>${paragraphs.join("")}</details>`;
  });
  return `<h2>${escapeHtml(words.no_script_education)}</h2>${cards.join("")}<p>${escapeHtml(texts.pack.limits)}</p>`;
}

/** For each language of the pack a part, of which the style sheet shows that of the document. */
export function noScript({ pack, texts }, pageTexts) {
  return pack.languages
    .map((language) => {
      const words = voiced(pageTexts[language]);
      const own = voiced(texts[language]);
      return `<div class="sc-static" lang="${language}">
<div class="sc-static-part sc-needs-script"><h2>${escapeHtml(words.no_script_title)}</h2><p>${escapeHtml(words.no_script_text)}</p></div>
<div class="sc-static-part sc-static-signs">${signs(pack, own, words)}</div>
<div class="sc-static-part">${education(pack, own, words)}</div></div>`;
    })
    .join("\n");
}
