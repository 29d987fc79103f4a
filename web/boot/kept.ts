// SPDX-License-Identifier: MIT
//
// kept.ts: the Session in this browser's own storage, for a reader who agreed to it and nobody else.
//
// Without consent nothing is written, and what there was is removed. Storage may be missing or refuse (a
// sandboxed frame, a full disk, a private window): then nothing is offered, or the answers live on in
// memory alone.

const LONGEST = 256 * 1024;

export class Kept {
  readonly #key: string;
  readonly available: boolean;
  #written: string | null = null;

  constructor(pack: string) {
    this.#key = `selfcheck:${pack}`;
    this.available = pack !== "" && canStore(this.#key);
  }

  /** The Session of the last visit, or null. Not to be trusted: anyone at this device can write it. */
  read(): string | null {
    const text = this.available ? localStorage.getItem(this.#key) : null;
    this.#written = text;
    return text !== null && text.length <= LONGEST ? text : null;
  }

  /** After every Screen: keeps what `save` gives, or with `agreed` false sees to it that nothing is kept. */
  follow(agreed: boolean, save: () => string): void {
    if (!this.available) return;
    const text = agreed ? save() : null;
    if (text === this.#written) return;
    try {
      if (text === null) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, text);
      this.#written = text;
    } catch (error) {
      console.warn("the answers could not be kept:", error);
    }
  }
}

/** Reading is enough to tell: a frame without storage throws. Nothing is written before consent. */
function canStore(key: string): boolean {
  try {
    localStorage.getItem(key);
    return true;
  } catch {
    return false;
  }
}
