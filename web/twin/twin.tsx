// SPDX-License-Identifier: MIT
//
// twin.tsx: a Screen as HTML, either alone or laid over what the canvas painted.
//
// Pure: the same Screen gives the same markup in a browser and at build time, where the first Screens are
// written into index.html. What moves (focus, places, announcements) is in mount.tsx.
import { BlockView, type Page, type TwinWords } from "./blocks";
import type { Action, Block, Heading, Screen } from "./screen";

export interface TwinProps {
  screen: Screen;
  dispatch: (action: Action) => void;
  /** The twin is the visible interface (flow), lies transparently over the canvas (overlay), or is printed (paper). */
  mode: "flow" | "overlay" | "paper";
  words: TwinWords;
}

interface Part {
  title: Heading | null;
  blocks: Block[];
}

/** Splits at headings of level 2, so that each can become a section named by its heading. */
function parts(blocks: Block[]): Part[] {
  const all: Part[] = [{ title: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) {
      all.push({ title: block, blocks: [] });
    }
    all[all.length - 1]?.blocks.push(block);
  }
  return all;
}

function Blocks({ blocks, page }: { blocks: Block[]; page: Page }) {
  let level = 1;
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === "heading") level = block.level;
        return (
          <BlockView
            key={block.key}
            block={block}
            page={{ ...page, level: level + 1 }}
          />
        );
      })}
    </>
  );
}

function focusTitle(): void {
  document.querySelector<HTMLElement>(".sc-main h1")?.focus();
}

export function Twin({ screen, dispatch, mode, words }: TwinProps) {
  const page: Page = {
    words,
    dispatch,
    // A paper is in the document beside the page that it was asked for on.
    id: (key) => `${mode === "paper" ? "paper:" : ""}${screen.language}:${key}`,
    level: 2,
  };
  // The toolbar comes before the title and is no part of what the page is about.
  const tools = screen.blocks.filter((block) => block.kind === "toolbar");
  const rest = screen.blocks.filter((block) => block.kind !== "toolbar");
  const [opening, ...sections] = parts(rest);
  const body = (
    <>
      <Blocks blocks={opening?.blocks ?? []} page={page} />
      {sections.map(({ title, blocks }) => (
        <section
          key={title?.key}
          class="sc-section"
          aria-labelledby={title ? page.id(title.key) : undefined}
        >
          <Blocks blocks={blocks} page={page} />
        </section>
      ))}
    </>
  );
  return (
    <div
      class={`sc-twin ${mode}`}
      lang={screen.language}
      data-screen={screen.id}
      data-text={screen.text_percent}
    >
      {tools.length > 0 && (
        <header class="sc-head">
          <button type="button" class="sc-skip-link" onClick={focusTitle}>
            {words.skip_to_content}
          </button>
          <Blocks blocks={tools} page={page} />
        </header>
      )}
      <main class="sc-main">
        {screen.id === "result" ? <article>{body}</article> : body}
      </main>
    </div>
  );
}
