// SPDX-License-Identifier: MIT
//
// figures.tsx: pictures as HTML. A picture without a drawing here is its description, framed: nobody
// misses what it shows.
import type { ComponentChildren, JSX } from "preact";

import type { Figure } from "./screen";

/** A bone with a muscle along it. Outlines first, then fills, so that the parts become one shape. */
function BoneAndMuscle() {
  const knobs: [x: number, y: number][] = [
    [58, 46],
    [58, 74],
    [262, 46],
    [262, 74],
  ];
  const bone = (look: string) => (
    <g class={look}>
      <rect x="56" y="48" width="208" height="24" />
      {knobs.map(([x, y]) => (
        <circle cx={x} cy={y} r="17" />
      ))}
    </g>
  );
  return (
    <g transform="rotate(-4 160 75)">
      {bone("sc-bone-line")}
      {bone("sc-bone")}
      <path
        class="sc-muscle"
        d="M62 92C100 78 118 76 160 76S220 78 258 92C220 122 196 130 160 130S100 122 62 92Z"
      />
      <path
        class="sc-fibres"
        d="M86 94C116 88 136 87 160 87S204 88 234 94M92 102C122 104 138 104 160 104S198 104 228 102M108 112C128 118 142 119 160 119S192 118 212 112"
      />
    </g>
  );
}

const DRAWINGS: Record<string, () => JSX.Element> = {
  bone_and_muscle: BoneAndMuscle,
};

/** `children` is what the figure can be changed by. */
export function FigureView(props: {
  figure: Figure;
  children?: ComponentChildren;
}) {
  const { figure, children } = props;
  const Drawing = DRAWINGS[figure.name];
  if (!Drawing) {
    return (
      <figure class="sc-figure" data-key={figure.key}>
        <figcaption>{figure.alt}</figcaption>
        {children}
      </figure>
    );
  }
  return (
    <figure class="sc-figure sc-drawn" data-key={figure.key}>
      <svg viewBox="0 0 320 150" role="img" aria-label={figure.alt}>
        <Drawing />
      </svg>
      {children}
    </figure>
  );
}
