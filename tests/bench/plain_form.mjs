// SPDX-License-Identifier: MIT
//
// plain_form.mjs: the questions of one screen as a page writes them that has nothing but HTML: fieldsets, radio
// buttons, checkboxes and text fields, a short style sheet, no script. What page.mjs measures the check against.

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);

/** Targets as large as the check's, and a change that takes as long as the check's. */
const STYLE = `
  body { margin: 0 auto; max-width: 480px; padding: 12px 16px 48px; font: 18px/1.5 system-ui, sans-serif; background: #faf7f2; }
  fieldset { margin: 32px 0 0; padding: 0; border: 0; }
  legend { font-weight: 700; font-size: 21px; }
  label { display: flex; gap: 12px; align-items: center; min-height: 38px; margin-top: 12px; padding: 12px 16px;
    border: 1px solid #7f8784; border-radius: 18px; background: #fff; touch-action: manipulation;
    transition: background-color 0.18s, border-color 0.18s; }
  label:active { background: #f2ede4; }
  label:has(:checked) { background: #ddeeec; border-color: #0b5b62; }
  input[type=text] { width: 100%; min-height: 48px; font: inherit; }
  button { min-height: 56px; width: 100%; margin-top: 32px; font: inherit; }
`;

function option(question, { label, hint = "" }, type) {
  const small = hint ? `<br><small>${escaped(hint)}</small>` : "";
  return `<label><input type="${type}" name="${question.id}"><span>${escaped(label)}${small}</span></label>`;
}

function fieldset(question, texts, words) {
  const { text, help = "", options = {} } = texts.questions[question.id];
  const head = `<legend>${escaped(text)}</legend>${help ? `<p>${escaped(help)}</p>` : ""}`;
  if (question.type !== "choice" && question.type !== "multi") {
    return `<fieldset>${head}<input type="text" inputmode="decimal" name="${question.id}"></fieldset>`;
  }
  const type = question.type === "multi" ? "checkbox" : "radio";
  const answers = question.options.map((code) => option(question, options[code], type));
  if (!question.required) answers.push(option(question, { label: words.question.not_sure }, type));
  return `<fieldset>${head}${answers.join("")}</fieldset>`;
}

export function plainForm(pack, screen, language, texts, words) {
  const asked = screen.questions.map((id) => pack.questions.find((question) => question.id === id));
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${screen.id}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style>
<form>${asked.map((question) => fieldset(question, texts, words)).join("")}
<button type="button">${escaped(words.question.next)}</button></form></html>`;
}
