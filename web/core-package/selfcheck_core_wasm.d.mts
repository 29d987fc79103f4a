// SPDX-License-Identifier: MIT
//
// What Emscripten makes of src/wasm/core_entry.cpp, as far as selfcheck-core.ts uses it.
export interface CoreModule {
  UTF8ToString(pointer: number): string;
  stringToNewUTF8(text: string): number;
  _free(pointer: number): void;
}

export default function createModule(options?: { locateFile?: () => string }): Promise<CoreModule>;
