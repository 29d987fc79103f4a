// SPDX-License-Identifier: MIT
//
// protocol.ts: what the element in a host's page and the check in its frame say to each other.
//
// Once, over the windows, where anybody can speak:
//
//   frame to host   {type: "selfcheck-hello", nonce}   to a parent that may not be listening
//   host to frame   {type: "selfcheck-connect", cards} with a MessagePort
//
// The host takes a hello only from the window of its own frame, from the origin it put there, with the nonce that it
// wrote into the fragment of the frame's address: a sandboxed frame's origin is "null", which says nothing, but only
// the document that the element loaded knows the nonce. The frame takes a connection only from its parent, and only
// one. From then on both speak over the port, which nobody else has and which ends with either document, so no
// message after the first needs an origin.
//
// A frame without an element around it says its height over the window: {type: "selfcheck-height", height}.
//
// Nothing here carries an answer. What is not exactly of one of these shapes is ignored.

const LONGEST_NAME = 100;
const LONGEST_LIST = 4000;
const MOST = 1_000_000;

type Test = (value: unknown) => boolean;
type Shapes = Record<string, Record<string, Test>>;

const name: Test = (value) => typeof value === "string" && value.length <= LONGEST_NAME;
const names: Test = (value) => typeof value === "string" && value.length <= LONGEST_LIST;
const count: Test = (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST;

export const HELLO: Shapes = { "selfcheck-hello": { nonce: name } };
export const CONNECT: Shapes = { "selfcheck-connect": { cards: names } };

export const FROM_FRAME: Shapes = {
  ready: {},
  height: { height: count },
  progress: { section: name, done: count, total: count },
  complete: { guidance: name },
  /** A new Screen begins at the frame's top. */
  top: {},
  /** The reader wants to read more where the host said, about this card. */
  read: { card: name },
};

export const FROM_HOST: Shapes = {
  /** A question, screen or section. */
  open: { target: name },
  language: { value: name },
  theme: { value: name },
};

export interface Hello {
  nonce: string;
}

export interface Connect {
  /** Ids of the cards that the host has something to read about, with spaces between. */
  cards: string;
}

export type FromFrame =
  | { type: "ready" }
  | { type: "height"; height: number }
  | { type: "progress"; section: string; done: number; total: number }
  | { type: "complete"; guidance: string }
  | { type: "top" }
  | { type: "read"; card: string };

export type FromHost =
  | { type: "open"; target: string }
  | { type: "language"; value: string }
  | { type: "theme"; value: string };

/** `data` when it is exactly of one of the shapes, else null. */
export function understood<T>(data: unknown, shapes: Shapes): T | null {
  if (typeof data !== "object" || data === null) return null;
  const { type, ...rest } = data as Record<string, unknown>;
  if (typeof type !== "string" || !Object.keys(shapes).includes(type)) return null;
  const shape = shapes[type] ?? {};
  const given = Object.keys(rest);
  const fits =
    given.length === Object.keys(shape).length &&
    given.every((key) => Object.keys(shape).includes(key) && shape[key]?.(rest[key]));
  return fits ? (data as T) : null;
}
