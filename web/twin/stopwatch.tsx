// SPDX-License-Identifier: MIT
//
// stopwatch.tsx: the stopwatch as HTML. What moves (the clock, sounds, focus) is in stopwatch_follower.ts.
import type { Page } from "./blocks";
import type { Action, Control, Stopwatch } from "./screen";
import { clockReading } from "./stopwatch_clock";

/** An Action that carries the time it was done at, where it asks for one. */
export function timed(action: Action, at: number): Action {
  if (!action.value.endsWith("@")) return action;
  return { ...action, value: `${action.value}${at.toFixed(1)}` };
}

function PlainButton(props: { control: Control; page: Page; class: string }) {
  const { control, page } = props;
  return (
    <button
      type="button"
      class={props.class}
      data-key={control.key}
      onClick={() => page.dispatch(timed(control.action, performance.now()))}
    >
      {control.label}
    </button>
  );
}

function Confirm({ control, page }: { control: Control; page: Page }) {
  const label = page.id(`${control.key}/label`);
  return (
    <label class="sc-option sc-option-checkbox" data-key={control.key}>
      <input
        type="checkbox"
        checked={control.selected}
        aria-labelledby={label}
        onChange={() => page.dispatch(control.action)}
      />
      <span class="sc-mark" aria-hidden="true" />
      <span class="sc-option-text">
        <span class="sc-option-label" id={label}>
          {control.label}
        </span>
      </span>
    </label>
  );
}

/** When the finger came down that is on the area, what waits for its click, and when that last was in vain. */
const touch = { began: NaN, waiting: 0, late: -Infinity };

/** A click follows its touch at once, or not at all where the finger moved too far for one. */
const CLICK_WAIT_MS = 60;
const LATEST_CLICK_MS = 600;

/**
 * Takes every touch, also of a hand that trembles, as of the moment it began. Not before its click has gone by:
 * the last one puts buttons in this place.
 */
function tapHandlers(control: Control, page: Page) {
  const tap = (at: number) => page.dispatch(timed(control.action, at));
  const take = (): number => {
    const { began } = touch;
    touch.began = NaN;
    window.clearTimeout(touch.waiting);
    return began;
  };
  return {
    onPointerDown: () => (touch.began = performance.now()),
    onPointerUp: (event: PointerEvent) => {
      if (event.pointerType !== "touch" || Number.isNaN(touch.began)) return;
      touch.waiting = window.setTimeout(() => {
        touch.late = performance.now();
        tap(take());
      }, CLICK_WAIT_MS);
    },
    onPointerCancel: () => void take(),
    onClick: () => {
      const began = take();
      const now = performance.now();
      if (!Number.isNaN(began)) tap(began);
      else if (now - touch.late > LATEST_CLICK_MS) tap(now);
    },
  };
}

/** Only the label is the button's name: the rest changes, and is announced when it does. */
function TapArea(props: { block: Stopwatch; control: Control; page: Page }) {
  const { block, control, page } = props;
  return (
    <button
      type="button"
      class={`sc-tap ${block.phase === "running" ? "sc-tap-running" : ""}`}
      data-key={control.key}
      {...tapHandlers(control, page)}
    >
      <span class="sc-tap-label">{control.label}</span>
      <span class="sc-clock" aria-hidden="true">
        {clockReading(block, block.phase === "running" ? block.starts : 0)}
      </span>
      <span class="sc-tap-count" aria-hidden="true">
        <span class="sc-tap-marks">{block.marks}</span>
        {block.count_text}
      </span>
    </button>
  );
}

export function StopwatchBlock({
  block,
  page,
}: {
  block: Stopwatch;
  page: Page;
}) {
  const Title = `h${Math.min(page.level, 6)}` as "h2";
  const title = page.id(`${block.key}/title`);
  const entered = page.id(`${block.key}/texts`);
  return (
    <section
      class={`sc-stopwatch sc-stopwatch-${block.phase}`}
      data-key={block.key}
      {...(block.title ? { "aria-labelledby": title } : {})}
    >
      {block.title && (
        <Title class="sc-block-title" id={title} tabIndex={-1}>
          {block.title}
        </Title>
      )}
      {block.steps.length > 0 && (
        <ol class="sc-list">
          {block.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      )}
      {block.texts.length > 0 && (
        <div id={entered}>
          {block.texts.map((text) => (
            <p>{text}</p>
          ))}
        </div>
      )}
      {block.confirm.map((control) => (
        <Confirm key={control.key} control={control} page={page} />
      ))}
      {block.tap.map((control) => (
        <TapArea key={control.key} block={block} control={control} page={page} />
      ))}
      <div class="sc-buttons">
        {block.buttons.map(({ control, role }) => (
          <PlainButton
            key={control.key}
            control={control}
            page={page}
            class={`sc-button sc-${role}`}
          />
        ))}
      </div>
    </section>
  );
}
