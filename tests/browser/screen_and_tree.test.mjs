// SPDX-License-Identifier: MIT
//
// What the canvas shows and what assistive technology is told are the same: for every Screen of the pack, the texts,
// the controls and their states.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AccessibilityTree } from "./accessibility_tree.mjs";
import { launch, openCheck, pack, QUICK, serve, words } from "./harness.mjs";
import { hookModule, perform, screenOnShow } from "./module_hook.mjs";
import { places } from "./places.mjs";

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const joined = (...texts) => texts.filter(Boolean).join(" ");

const buttonOf = ({ label, disabled, href }, more = {}) =>
  href ? { role: "link", name: label } : { role: "button", name: label, ...(disabled ? { disabled: true } : {}), ...more };

const switches = (controls) => {
  const one = controls.some(({ selected }) => selected);
  return controls.map((control) => buttonOf(control, one ? { pressed: control.selected } : {}));
};

const field = ({ label, text }, invalid) => ({ role: "textbox", name: label, value: text, ...(invalid ? { invalid: true } : {}) });

const changes = (rows) => rows.flatMap(({ change, question }) => change.map(({ label }) => ({ role: "button", name: joined(label, question) })));

/** The controls that a block has, in reading order. */
const CONTROLS = {
  toolbar: ({ groups }) => groups.flatMap(({ controls }) => switches(controls)),
  choice: ({ find, options, multiple }) => [
    ...find.map((one) => field(one, false)),
    ...options.map(({ control }) => ({
      role: multiple ? "checkbox" : "radio",
      name: control.label,
      checked: control.selected,
      ...(control.disabled ? { disabled: true } : {}),
    })),
  ],
  number: ({ units, steps, fields, skip, error }) => [
    ...units.map((unit) => buttonOf(unit, { pressed: unit.selected })),
    ...fields.flatMap((one) => [
      ...steps.slice(0, 1).map((step) => buttonOf({ ...step, label: joined(step.label, one.label) })),
      field(one, error !== ""),
      ...steps.slice(1).map((step) => buttonOf({ ...step, label: joined(step.label, one.label) })),
    ]),
    ...skip.map((one) => buttonOf(one, { pressed: one.selected })),
  ],
  answers: ({ rows }) => changes(rows),
  finding: ({ because, more }) => [...changes(because), ...more.map((one) => buttonOf(one))],
  card: ({ toggle, open, figures }) => [
    buttonOf(toggle, { expanded: open }),
    ...figures.flatMap(({ slider = [] }) => slider.map(({ label }) => ({ role: "slider", name: label }))),
  ],
  sources: ({ entries }, { opens_in_new_tab: leaves }) =>
    entries.filter(({ url }) => url).map(({ text }) => ({ role: "link", name: `${text} (${leaves})` })),
  buttons: ({ buttons }) => buttons.map(({ control }) => buttonOf(control)),
  stopwatch: ({ buttons, confirm }) => [
    ...confirm.map(({ label, selected }) => ({ role: "checkbox", name: label, checked: selected })),
    ...buttons.map(({ control }) => buttonOf(control)),
  ],
};

/** Every text of a Screen that is shown. What is said by a control's name is compared as that. */
const SILENT = new Set(["key", "kind", "id", "value", "name", "action", "role", "tone", "url", "href", "covers_key", "phase", "language", "text_percent", "marks"]);
function textsOf(value, name = "") {
  if (typeof value === "string") return SILENT.has(name) || value === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([member, one]) => (SILENT.has(member) ? [] : textsOf(one, member)));
}

const bare = (text) => text.replace(/\s+/g, "");

/** Of what assistive technology has, only what a control of the Screen is expected to have. */
function likeExpected(actual, expected) {
  return actual.map((one, index) => {
    const wanted = expected[index];
    return wanted ? Object.fromEntries(Object.keys(wanted).map((name) => [name, one[name] ?? (typeof wanted[name] === "boolean" ? false : "")])) : one;
  });
}

for (const language of pack.languages) {
  for (const [how, query] of Object.entries({ "over the canvas": {}, "as text": { view: "text" } })) {
    test(`assistive technology is told what every Screen in ${language} shows, ${how}`, async (t) => {
      const { page, close } = await openCheck(browser, server, { language, query, ...QUICK, prepare: hookModule });
      const tree = await AccessibilityTree.of(page);
      const ownWords = words[language].page;
      for (const { id, actions } of await places(language)) {
        await t.test(id, async () => {
          await perform(page, [{ kind: "restart", id: "", value: "" }, ...actions]);
          const screen = await screenOnShow(page);
          const expected = [
            { role: "button", name: ownWords.skip_to_content },
            ...screen.blocks.flatMap((block) => CONTROLS[block.kind]?.(block, ownWords) ?? []),
          ];
          const actual = await tree.controls();
          assert.deepEqual(likeExpected(actual, expected), expected, "controls, in order, with their states");
          const heading = (await tree.nodes()).filter(({ role }) => role === "heading");
          assert.equal(heading.filter(({ level }) => level === 1).length, 1, "one title");
          const said = bare([...(await tree.words()), ...actual.map(({ name, value }) => name + value)].join(" "));
          const unsaid = screen.blocks.flatMap((block) => textsOf(block)).filter((text) => !said.includes(bare(text)));
          assert.deepEqual(unsaid, [], "every text of the Screen is told");
        });
      }
      await close();
    });
  }
}
