// SPDX-License-Identifier: MIT
//
// screen.ts: the Screen and the Action of src/session, as JSON.
//
// Written for a web engineer. Member names and enum words are those of screen.h and action.h, so that
// a Screen is used here exactly as the core printed it; what a block means is said there, once.

export type Tone =
  | "plain"
  | "muted"
  | "accent"
  | "emergency"
  | "urgent"
  | "soon"
  | "routine"
  | "self_care"
  | "error";

export type ActionKind =
  | "start"
  | "answer"
  | "toggle"
  | "type"
  | "unit"
  | "commit"
  | "step"
  | "find"
  | "skip"
  | "stopwatch"
  | "next"
  | "back"
  | "go"
  | "open"
  | "acknowledge"
  | "expand"
  | "explore"
  | "set_language"
  | "set_text_size"
  | "set_theme"
  | "set_date"
  | "set_region"
  | "set_sections"
  | "set_cards"
  | "set_contrast"
  | "set_text_view"
  | "set_sheet_language"
  | "set_voice"
  | "set_keep"
  | "set_shared"
  | "set_offline"
  | "undo"
  | "come_back"
  | "resume"
  | "restart"
  | "erase"
  | "save_result"
  | "print"
  | "read";

export interface Action {
  kind: ActionKind;
  id: string;
  value: string;
}

export interface Control {
  key: string;
  label: string;
  action: Action;
  selected: boolean;
  disabled: boolean;
  /** A link ("tel:120") instead of an Action. Left out when there is none. */
  href?: string;
}

export interface Heading {
  kind: "heading";
  key: string;
  level: number;
  text: string;
}

export interface Paragraph {
  kind: "paragraph";
  key: string;
  text: string;
  tone: Tone;
}

export interface List {
  kind: "list";
  key: string;
  ordered: boolean;
  items: string[];
}

export interface Progress {
  kind: "progress";
  key: string;
  done: number;
  total: number;
  label: string;
}

export interface Toolbar {
  kind: "toolbar";
  key: string;
  groups: { label: string; controls: Control[] }[];
}

export interface ChoiceOption {
  control: Control;
  hint: string;
  /** Only of a chosen sign that cannot wait. */
  warning?: string;
  tone?: Tone;
}

export interface Choice {
  kind: "choice";
  key: string;
  legend: string;
  help: string;
  figures: Figure[];
  multiple: boolean;
  options: ChoiceOption[];
  error: string;
  find: Field[];
  found: string;
}

export interface Field {
  key: string;
  label: string;
  unit: string;
  text: string;
  max_length: number;
  action: Action;
}

export interface NumberBlock {
  kind: "number";
  key: string;
  legend: string;
  help: string;
  figures: Figure[];
  units: Control[];
  units_label: string;
  fields: Field[];
  steps: Control[];
  understood: string;
  error: string;
  skip: Control[];
}

export interface Callout {
  kind: "callout";
  key: string;
  tone: Tone;
  title: string;
  texts: string[];
  items: string[];
}

export interface Banner {
  kind: "banner";
  key: string;
  tone: Tone;
  word: string;
  text: string;
}

export interface AnswerRow {
  key: string;
  question: string;
  answer: string;
  answered: boolean;
  change: Control[];
}

export interface Answers {
  kind: "answers";
  key: string;
  rows: AnswerRow[];
}

export interface Finding {
  kind: "finding";
  key: string;
  tone: Tone;
  level: string;
  title: string;
  text: string;
  action: string;
  because_label: string;
  because: AnswerRow[];
  more: Control[];
  sources_label: string;
  sources: number[];
}

export interface MeterBand {
  from: number;
  to: number;
  label: string;
  tone: Tone;
  /** In a paler shade of the tone: the nearest band before it with this tone has the full one. */
  pale: boolean;
}

export interface Meter {
  kind: "meter";
  key: string;
  title: string;
  value_text: string;
  value: number;
  min: number;
  max: number;
  bands: MeterBand[];
  /** Index of the band the value is in; -1: of none. */
  current: number;
  text: string;
}

export interface Slider {
  key: string;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  value_text: string;
  phase: number;
  action: Action;
}

/** Where the reader comes into the circle that a figure shows, and where the plan breaks it. */
export interface Ring {
  legend: string;
  enters: number;
  caption: string;
  ways_out: string;
  broken: { after: number; text: string }[];
}

/** A figure stands by itself as a block, or without `kind` inside a question or a card. */
export interface Figure {
  kind?: "figure";
  key: string;
  name: string;
  alt: string;
  slider?: Slider[];
  ring?: Ring[];
}

export interface Card {
  kind: "card";
  key: string;
  toggle: Control;
  summary: string;
  open: boolean;
  body: string[];
  figures: Figure[];
  sources_label: string;
  sources: number[];
  covers: string;
  more: Control[];
}

export interface SourceEntry {
  number: number;
  key: string;
  text: string;
  url: string;
  note: string;
}

export interface Sources {
  kind: "sources";
  key: string;
  entries: SourceEntry[];
}

export interface SheetPage {
  language: string;
  title: string;
  note: string;
  parts: { title: string; items: string[] }[];
}

export interface Sheet {
  kind: "sheet";
  key: string;
  pages: SheetPage[];
}

export interface Buttons {
  kind: "buttons";
  key: string;
  buttons: { control: Control; role: "primary" | "secondary" | "quiet" }[];
}

export interface Stopwatch {
  kind: "stopwatch";
  key: string;
  phase: "closed" | "ready" | "countdown" | "running" | "done";
  title: string;
  steps: string[];
  texts: string[];
  confirm: Control[];
  tap: Control[];
  starts: number;
  ends: number;
  count: number;
  count_text: string;
  marks: string;
  sound: boolean;
  buttons: Buttons["buttons"];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Progress
  | Toolbar
  | Choice
  | NumberBlock
  | Callout
  | Banner
  | Answers
  | Finding
  | Meter
  | (Figure & { kind: "figure" })
  | Card
  | Sources
  | Sheet
  | Buttons
  | Stopwatch;

export interface Screen {
  id: string;
  language: string;
  title: string;
  section: string;
  text_percent: number;
  theme: string;
  contrast: boolean;
  text_view: boolean;
  keep: boolean;
  shared_minutes: number;
  blocks: Block[];
  announce: string;
}
