// SPDX-License-Identifier: MIT
//
// parts.ts: where the parts of the check come from: from beside the page, or, when the page is the standalone
// file, from within it. There a text is a data block and the module has been started as a classic script, because
// a page opened from a folder may neither fetch a file nor import one.
import type { AppFactory } from "../canvas/module";

interface AppScript {
  default: AppFactory;
}

declare global {
  interface Window {
    /** Set by the script of the module inside the standalone file. */
    selfcheckApp?: AppScript;
  }
}

const LONGEST_TEXT = 8 * 1024 * 1024;

/** A text by the name that the build gave it. */
export async function textPart(name: string): Promise<string> {
  const text = held(name) ?? (await fetchText(name));
  if (text.length > LONGEST_TEXT) throw new Error(`${name}: too large`);
  return text;
}

/** The WebAssembly: its bytes when the page holds them, else its address, so that it compiles while it arrives. */
export function wasmPart(name: string): string | ArrayBuffer {
  const base64 = held(name);
  return base64 === null ? at(name) : bytesOf(base64);
}

export async function appPart(name: string): Promise<AppFactory> {
  const script =
    window.selfcheckApp ?? ((await import(at(name))) as AppScript);
  return script.default;
}

export function at(name: string): string {
  return new URL(name, document.baseURI).href;
}

function held(name: string): string | null {
  return document.getElementById(`part:${name}`)?.textContent ?? null;
}

function bytesOf(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

async function fetchText(name: string): Promise<string> {
  const response = await fetch(at(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}
