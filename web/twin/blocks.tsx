// SPDX-License-Identifier: MIT
//
// blocks.tsx: each kind of block as HTML.
//
// One component a kind, with the element a browser already has for it: fieldset and radio, progress,
// button, link. An element that stands for a block or a control carries its key in `data-key`; that is how
// the canvas's rectangles, the focus ring and the tests find it.
//
// No style attribute anywhere (the page's policy refuses them in markup), so lengths that depend on a
// value, such as a band of a meter, are SVG attributes.
import type { ComponentChildren, JSX } from "preact";

import { FigureView } from "./figures";
import { Chevron, OutwardArrow, ToneIcon } from "./icons";
import type {
  Action,
  AnswerRow,
  Answers,
  Banner,
  Block,
  Buttons,
  Callout,
  Card,
  Choice,
  Control,
  Field,
  Finding,
  Heading,
  List,
  Meter,
  MeterBand,
  NumberBlock,
  Paragraph,
  Progress,
  Ring,
  Sheet,
  Slider,
  Sources,
  Toolbar,
} from "./screen";
import { StopwatchBlock } from "./stopwatch";

export interface TwinWords {
  /** Said after the name of a link that leaves the page. */
  opens_in_new_tab: string;
  /** First stop of the Tab key: past the toolbar. */
  skip_to_content: string;
}

/** What every block may use of the page around it. */
export interface Page {
  /** Words that no Screen has, because nothing is painted for them. */
  words: TwinWords;
  dispatch: (action: Action) => void;
  /** A document-wide id for something of this Screen. */
  id: (key: string) => string;
  /** Level for the title of a block at this place, one below the heading before it. */
  level: number;
}

type Of<B> = { block: B; page: Page };

function Title(props: {
  level: number;
  id?: string;
  children: ComponentChildren;
}) {
  const Tag = `h${Math.min(props.level, 6)}` as "h2";
  return (
    <Tag class="sc-block-title" {...(props.id ? { id: props.id } : {})}>
      {props.children}
    </Tag>
  );
}

/** Ids for aria-describedby: those whose text is not empty. */
function described(...parts: [id: string, text: string][]) {
  const ids = parts.filter(([, text]) => text !== "").map(([id]) => id);
  return ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {};
}

function languageOf(action: Action) {
  return action.kind === "set_language" ? { lang: action.value } : {};
}

/** What a Screen may link to: a call, or a page. Never a script. */
const SAFE_LINK = /^(tel:[0-9+ -]+|https:\/\/.+)$/;

function PushButton(props: {
  control: Control;
  page: Page;
  class: string;
  /** Whether the button is one of several of which one is pressed. */
  switch?: boolean;
  children?: ComponentChildren;
}) {
  const { control, page } = props;
  if (control.href && SAFE_LINK.test(control.href)) {
    return (
      <a class={props.class} data-key={control.key} href={control.href}>
        {control.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      class={props.class}
      data-key={control.key}
      disabled={control.disabled}
      {...languageOf(control.action)}
      {...(props.switch ? { "aria-pressed": control.selected } : {})}
      onClick={() => page.dispatch(control.action)}
    >
      {control.label}
      {props.children}
    </button>
  );
}

function ErrorText({ id, text }: { id: string; text: string }) {
  if (text === "") return null;
  return (
    <p class="sc-error" id={id}>
      <ToneIcon tone="error" />
      <span>{text}</span>
    </p>
  );
}

function SourceNumbers(props: { label: string; numbers: number[] }) {
  if (props.numbers.length === 0) return null;
  return (
    <p class="sc-source-numbers">
      {props.label} {props.numbers.map((number) => `[${number}]`).join(" ")}
    </p>
  );
}

function HeadingBlock({ block, page }: Of<Heading>) {
  const Tag = `h${block.level}` as "h1";
  return (
    <Tag
      class={`sc-heading sc-level-${block.level}`}
      id={page.id(block.key)}
      data-key={block.key}
      {...(block.level === 1 ? { tabIndex: -1 } : {})}
    >
      {block.text}
    </Tag>
  );
}

function ParagraphBlock({ block }: Of<Paragraph>) {
  return (
    <p class={`sc-paragraph sc-tone-${block.tone}`} data-key={block.key}>
      {block.text}
    </p>
  );
}

function ListBlock({ block }: Of<List>) {
  const Tag = block.ordered ? "ol" : "ul";
  return (
    <Tag class="sc-list" data-key={block.key}>
      {block.items.map((item) => (
        <li>{item}</li>
      ))}
    </Tag>
  );
}

function ProgressBlock({ block, page }: Of<Progress>) {
  const label = page.id(`${block.key}/label`);
  return (
    <div class="sc-progress" data-key={block.key}>
      <p id={label}>{block.label}</p>
      <progress
        value={block.done}
        max={block.total}
        aria-labelledby={label}
        aria-valuetext={block.label}
      />
    </div>
  );
}

/** Where one control of a group is the current one, the others are said to be not pressed. */
function ToolbarBlock({ block, page }: Of<Toolbar>) {
  return (
    <div class="sc-toolbar" data-key={block.key}>
      {block.groups.map(({ label, controls }) => (
        <div class="sc-segments" role="group" aria-label={label}>
          {controls.map((control) => (
            <PushButton
              key={control.key}
              control={control}
              page={page}
              class="sc-segment"
              switch={controls.some(({ selected }) => selected)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A field that leaves of the options below it those it finds. */
function Finder(props: { field: Field; found: string; page: Page }) {
  const { field, found, page } = props;
  const count = page.id(`${field.key}/found`);
  return (
    <div class="sc-finder">
      <label for={page.id(field.key)} class="sc-field-label">
        {field.label}
      </label>
      <input
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellcheck={false}
        class="sc-input"
        id={page.id(field.key)}
        data-key={field.key}
        value={field.text}
        maxLength={field.max_length}
        {...described([count, found])}
        onInput={(event) =>
          page.dispatch({ ...field.action, value: event.currentTarget.value })
        }
      />
      {found && (
        <p class="sc-found" id={count}>
          {found}
        </p>
      )}
    </div>
  );
}

/** The circle or box of an option: painted by the style sheet around the real, transparent input. */
function ChoiceBlock({ block, page }: Of<Choice>) {
  const help = page.id(`${block.key}/help`);
  const error = page.id(`${block.key}/error`);
  const type = block.multiple ? "checkbox" : "radio";
  return (
    <fieldset
      class="sc-question"
      data-key={block.key}
      {...(block.error ? { "data-invalid": "" } : {})}
      {...described([help, block.help], [error, block.error])}
    >
      <legend>{block.legend}</legend>
      {block.help && (
        <p class="sc-help" id={help}>
          {block.help}
        </p>
      )}
      {block.figures.map((figure) => (
        <FigureView key={figure.key} figure={figure} />
      ))}
      <ErrorText id={error} text={block.error} />
      {block.find.map((field) => (
        <Finder key={field.key} field={field} found={block.found} page={page} />
      ))}
      <div class="sc-options">
        {block.options.map(({ control, hint, warning = "", tone = "plain" }) => {
          const hintId = page.id(`${control.key}/hint`);
          const warningId = page.id(`${control.key}/warning`);
          return (
            <label
              key={control.key}
              class={`sc-option sc-option-${type}`}
              data-key={control.key}
            >
              <input
                type={type}
                name={page.id(block.key)}
                checked={control.selected}
                disabled={control.disabled}
                aria-labelledby={page.id(`${control.key}/label`)}
                {...described([hintId, hint], [warningId, warning])}
                onChange={() => page.dispatch(control.action)}
              />
              <span class="sc-mark" aria-hidden="true" />
              <span class="sc-option-text">
                <span
                  class="sc-option-label"
                  id={page.id(`${control.key}/label`)}
                >
                  {control.label}
                </span>
                {hint && (
                  <span class="sc-hint" id={hintId}>
                    {hint}
                  </span>
                )}
                {warning && (
                  <span class={`sc-warning sc-tone-${tone}`} id={warningId}>
                    {warning}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** "+1", said with what it is added to. */
function StepButton(props: { control: Control; label: string; page: Page }) {
  return (
    <PushButton
      control={props.control}
      page={props.page}
      class="sc-button sc-step"
    >
      <span class="sc-said"> {props.label}</span>
    </PushButton>
  );
}

function NumberQuestion({ block, page }: Of<NumberBlock>) {
  const help = page.id(`${block.key}/help`);
  const understood = page.id(`${block.key}/understood`);
  const error = page.id(`${block.key}/error`);

  const type = (index: number, action: Action, text: string) =>
    page.dispatch({ ...action, kind: "type", value: `${index}:${text}` });

  return (
    <fieldset
      class="sc-question sc-number"
      data-key={block.key}
      {...(block.error ? { "data-invalid": "" } : {})}
    >
      <legend>{block.legend}</legend>
      {block.help && (
        <p class="sc-help" id={help}>
          {block.help}
        </p>
      )}
      {block.figures.map((figure) => (
        <FigureView key={figure.key} figure={figure} />
      ))}
      {block.units.length > 0 && (
        <div class="sc-segments" role="group" aria-label={block.units_label}>
          {block.units.map((unit) => (
            <PushButton
              key={unit.key}
              control={unit}
              page={page}
              class="sc-segment"
              switch
            />
          ))}
        </div>
      )}
      <div class="sc-fields">
        {block.fields.map((field, index) => (
          <div class="sc-field" key={field.key}>
            <label for={page.id(field.key)} class="sc-field-label">
              {field.label}
            </label>
            <span class="sc-field-row">
              {block.steps.slice(0, 1).map((step) => (
                <StepButton control={step} label={field.label} page={page} />
              ))}
              <input
                type="text"
                inputMode="decimal"
                enterKeyHint="next"
                autoComplete="off"
                spellcheck={false}
                class="sc-input"
                id={page.id(field.key)}
                data-key={field.key}
                value={field.text}
                maxLength={field.max_length}
                {...(block.error ? { "aria-invalid": true } : {})}
                {...described(
                  [page.id(`${field.key}/unit`), field.unit],
                  [help, block.help],
                  [understood, block.understood],
                  [error, block.error],
                )}
                onInput={(event) =>
                  type(index, field.action, event.currentTarget.value)
                }
                onChange={() =>
                  page.dispatch({ ...field.action, kind: "commit", value: "" })
                }
              />
              {block.steps.slice(1).map((step) => (
                <StepButton control={step} label={field.label} page={page} />
              ))}
              {field.unit && (
                <span class="sc-unit" id={page.id(`${field.key}/unit`)}>
                  {field.unit}
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
      {block.understood && (
        <p class="sc-understood" id={understood}>
          {block.understood}
        </p>
      )}
      <ErrorText id={error} text={block.error} />
      {block.skip.map((skip) => (
        <PushButton
          key={skip.key}
          control={skip}
          page={page}
          class="sc-button sc-skip"
          switch
        />
      ))}
    </fieldset>
  );
}

function CalloutBlock({ block, page }: Of<Callout>) {
  const title = page.id(`${block.key}/title`);
  return (
    <section
      class={`sc-callout sc-tone-${block.tone}`}
      data-key={block.key}
      {...(block.title ? { "aria-labelledby": title } : {})}
    >
      <ToneIcon tone={block.tone} />
      <div class="sc-callout-body">
        {block.title && (
          <Title level={page.level} id={title}>
            {block.title}
          </Title>
        )}
        {block.texts.map((text) => (
          <p>{text}</p>
        ))}
        {block.items.length > 0 && (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function BannerBlock({ block, page }: Of<Banner>) {
  const word = page.id(`${block.key}/word`);
  return (
    <section
      class={`sc-banner sc-tone-${block.tone}`}
      data-key={block.key}
      aria-labelledby={word}
    >
      <ToneIcon tone={block.tone} />
      <div>
        <Title level={page.level} id={word}>
          {block.word}
        </Title>
        <p>{block.text}</p>
      </div>
    </section>
  );
}

function AnswerRows({ rows, page }: { rows: AnswerRow[]; page: Page }) {
  return (
    <>
      {rows.map((row) => (
        <li key={row.key} data-key={row.key}>
          <span class="sc-row-text">
            <span class="sc-row-question">{row.question}</span>{" "}
            <span class={row.answered ? "sc-row-answer" : "sc-row-open"}>
              {row.answer}
            </span>
          </span>
          {row.change.map((change) => (
            <PushButton
              key={change.key}
              control={change}
              page={page}
              class="sc-change"
            >
              <span class="sc-said"> {row.question}</span>
            </PushButton>
          ))}
        </li>
      ))}
    </>
  );
}

function AnswersBlock({ block, page }: Of<Answers>) {
  return (
    <ul class="sc-answers sc-rows" data-key={block.key}>
      <AnswerRows rows={block.rows} page={page} />
    </ul>
  );
}

function FindingBlock({ block, page }: Of<Finding>) {
  const title = page.id(`${block.key}/title`);
  return (
    <section
      class={`sc-finding sc-tone-${block.tone}`}
      data-key={block.key}
      aria-labelledby={title}
    >
      <p class="sc-finding-level">
        <ToneIcon tone={block.tone} />
        {block.level}
      </p>
      <Title level={page.level} id={title}>
        {block.title}
      </Title>
      {block.text && <p>{block.text}</p>}
      {block.action && <p class="sc-finding-action">{block.action}</p>}
      {block.because.length > 0 && (
        <div class="sc-because">
          <p class="sc-because-label" id={page.id(`${block.key}/because`)}>
            {block.because_label}
          </p>
          <ul class="sc-rows" aria-labelledby={page.id(`${block.key}/because`)}>
            <AnswerRows rows={block.because} page={page} />
          </ul>
          {block.more.map((more) => (
            <PushButton key={more.key} control={more} page={page} class="sc-button sc-quiet" />
          ))}
        </div>
      )}
      <SourceNumbers label={block.sources_label} numbers={block.sources} />
    </section>
  );
}

const bandClass = ({ tone, pale }: MeterBand, also = "") =>
  `${also} sc-tone-${tone} ${pale ? "sc-pale" : ""}`.trim();

function MeterBlock({ block, page }: Of<Meter>) {
  const title = page.id(`${block.key}/title`);
  const width = 1000;
  const at = (value: number) =>
    Math.round(
      (width * (Math.min(Math.max(value, block.min), block.max) - block.min)) /
        (block.max - block.min || 1),
    );
  return (
    <section class="sc-meter" data-key={block.key} aria-labelledby={title}>
      <Title level={page.level} id={title}>
        {block.title}
      </Title>
      <p class="sc-meter-value">{block.value_text}</p>
      <svg
        class="sc-scale"
        viewBox={`0 0 ${width} 20`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {block.bands.map((band, index) => (
          <rect
            class={bandClass(band, "sc-band")}
            x={at(band.from) + (index > 0 ? 3 : 0)}
            y="4"
            width={Math.max(
              at(band.to) - at(band.from) - (index > 0 ? 3 : 0),
              1,
            )}
            height="12"
          />
        ))}
        <rect
          class="sc-needle"
          x={Math.min(Math.max(at(block.value) - 10, 0), width - 20)}
          y="0"
          width="20"
          height="20"
        />
      </svg>
      <ul class="sc-bands">
        {block.bands.map((band, index) => (
          <li
            class={bandClass(band)}
            {...(index === block.current ? { "aria-current": "true" } : {})}
          >
            {band.label}
          </li>
        ))}
      </ul>
      {block.text && <p>{block.text}</p>}
    </section>
  );
}

/** Its number is said with its name: "-2.5, osteoporosis range". */
function SliderView({ slider, page }: { slider: Slider; page: Page }) {
  const { key, action } = slider;
  return (
    <div class="sc-slider">
      <label for={page.id(key)} class="sc-field-label">
        {slider.label}
      </label>
      <input
        type="range"
        id={page.id(key)}
        data-key={key}
        min={slider.min}
        max={slider.max}
        step={slider.step}
        value={slider.value}
        aria-valuetext={slider.value_text}
        onInput={(event) =>
          page.dispatch({ ...action, value: event.currentTarget.value })
        }
      />
      <output for={page.id(key)} aria-live="off">
        {slider.value_text}
      </output>
    </div>
  );
}

function RingView({ ring }: { ring: Ring }) {
  return (
    <>
      <p>{ring.legend}</p>
      {ring.caption && <p>{ring.caption}</p>}
      {ring.ways_out && <p>{ring.ways_out}</p>}
      {ring.broken.length > 0 && (
        <ul>
          {ring.broken.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function CardBlock({ block, page }: Of<Card>) {
  const body = page.id(`${block.key}/body`);
  const title = page.id(`${block.key}/title`);
  const Tag = `h${Math.min(page.level, 6)}` as "h3";
  return (
    <section
      class="sc-card"
      data-key={block.key}
      aria-labelledby={title}
      {...(block.open ? { "data-open": "" } : {})}
    >
      <Tag class="sc-card-heading">
        <button
          type="button"
          id={title}
          data-key={block.toggle.key}
          aria-expanded={block.open}
          {...(block.open ? { "aria-controls": body } : {})}
          onClick={() => page.dispatch(block.toggle.action)}
        >
          <span>{block.toggle.label}</span>
          <Chevron />
        </button>
      </Tag>
      {block.summary && <p class="sc-summary">{block.summary}</p>}
      {block.open && (
        <div class="sc-card-body" id={body}>
          {block.figures.map((figure) => (
            <FigureView key={figure.key} figure={figure}>
              {figure.slider?.map((slider) => (
                <SliderView key={slider.key} slider={slider} page={page} />
              ))}
              {figure.ring?.map((ring) => (
                <RingView ring={ring} />
              ))}
            </FigureView>
          ))}
          {block.body.map((text) => (
            <p>{text}</p>
          ))}
          <SourceNumbers label={block.sources_label} numbers={block.sources} />
          {block.covers && <p class="sc-covers">{block.covers}</p>}
          {block.more.map((more) => (
            <PushButton
              key={more.key}
              control={more}
              page={page}
              class="sc-button sc-secondary"
            >
              <span class="sc-said"> {block.toggle.label}</span>
            </PushButton>
          ))}
        </div>
      )}
    </section>
  );
}

function SourcesBlock({ block, page }: Of<Sources>) {
  return (
    <ol class="sc-sources" data-key={block.key}>
      {block.entries.map((entry) => (
        <li key={entry.key} value={entry.number}>
          <span class="sc-source-number" aria-hidden="true">
            {entry.number}
          </span>
          {SAFE_LINK.test(entry.url) ? (
            <a
              href={entry.url}
              target="_blank"
              rel="noopener noreferrer"
              data-key={entry.key}
            >
              {entry.text}
              <OutwardArrow />
              <span class="sc-said">({page.words.opens_in_new_tab})</span>
            </a>
          ) : (
            <span data-key={entry.key}>{entry.text}</span>
          )}
          {entry.note && <span class="sc-note">{entry.note}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Each language by itself; on paper they stand side by side. */
function SheetBlock({ block, page }: Of<Sheet>) {
  const Part = `h${Math.min(page.level + 1, 6)}` as "h4";
  return (
    <div class="sc-sheet" data-key={block.key}>
      {block.pages.map(({ language, title, note, parts }) => (
        <section class="sc-sheet-page" lang={language} key={language}>
          <Title level={page.level}>{title}</Title>
          <p class="sc-note">{note}</p>
          {parts.map((part) => (
            <>
              <Part class="sc-sheet-part">{part.title}</Part>
              <ul>
                {part.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            </>
          ))}
        </section>
      ))}
    </div>
  );
}

function ButtonsBlock({ block, page }: Of<Buttons>) {
  return (
    <div class="sc-buttons" data-key={block.key}>
      {block.buttons.map(({ control, role }) => (
        <PushButton
          key={control.key}
          control={control}
          page={page}
          class={`sc-button sc-${role}`}
        />
      ))}
    </div>
  );
}

export function BlockView({ block, page }: Of<Block>): JSX.Element {
  switch (block.kind) {
    case "heading":
      return <HeadingBlock block={block} page={page} />;
    case "paragraph":
      return <ParagraphBlock block={block} page={page} />;
    case "list":
      return <ListBlock block={block} page={page} />;
    case "progress":
      return <ProgressBlock block={block} page={page} />;
    case "toolbar":
      return <ToolbarBlock block={block} page={page} />;
    case "choice":
      return <ChoiceBlock block={block} page={page} />;
    case "number":
      return <NumberQuestion block={block} page={page} />;
    case "callout":
      return <CalloutBlock block={block} page={page} />;
    case "banner":
      return <BannerBlock block={block} page={page} />;
    case "answers":
      return <AnswersBlock block={block} page={page} />;
    case "finding":
      return <FindingBlock block={block} page={page} />;
    case "meter":
      return <MeterBlock block={block} page={page} />;
    case "figure":
      return <FigureView figure={block} />;
    case "card":
      return <CardBlock block={block} page={page} />;
    case "sources":
      return <SourcesBlock block={block} page={page} />;
    case "sheet":
      return <SheetBlock block={block} page={page} />;
    case "buttons":
      return <ButtonsBlock block={block} page={page} />;
    case "stopwatch":
      return <StopwatchBlock block={block} page={page} />;
  }
}
