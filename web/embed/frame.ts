// SPDX-License-Identifier: MIT
//
// frame.ts: one frame with the check in it: made, connected to, sized, taken away.
import { type FromFrame, type FromHost, FROM_FRAME, HELLO, type Hello, understood } from "./protocol";

/** Until the frame has said how tall it is, and at most. */
const FIRST_HEIGHT = 560;
const MOST_HEIGHT = 60_000;

export interface FrameOptions {
  address: URL;
  title: string;
  /** As of an iframe; null for none. */
  sandbox: string | null;
  /** Ids of cards, with spaces between. */
  cards: string;
  onMessage: (message: FromFrame) => void;
  signal: AbortSignal;
}

/** The host's style sheets do not reach into a shadow tree; set one by one, styles need no leave of its policy either. */
export function dress(element: HTMLElement, styles: Record<string, string>): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, "important");
  }
}

export class CheckFrame {
  readonly element = document.createElement("iframe");
  readonly #options: FrameOptions;
  readonly #nonce = newNonce();
  #port: MessagePort | null = null;
  #waiting: FromHost[] = [];

  constructor(options: FrameOptions) {
    this.#options = options;
    const { element } = this;
    const { address, title, sandbox, signal } = options;
    dress(element, { all: "initial", display: "block", width: "100%", border: "0", "color-scheme": "auto" });
    this.#resize(FIRST_HEIGHT);
    element.title = title;
    element.referrerPolicy = "no-referrer"; // which article it is read in is not for the check's server to know
    if (sandbox !== null) element.setAttribute("sandbox", sandbox);
    address.hash = this.#nonce;
    element.src = address.href;
    window.addEventListener("message", (event) => this.#heard(event), { signal });
    signal.addEventListener("abort", () => this.#port?.close(), { once: true });
  }

  get connected(): boolean {
    return this.#port !== null;
  }

  /** Kept until the frame is there. */
  tell(message: FromHost): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(message);
  }

  #heard({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.element.contentWindow) return;
    if (!this.#origins().includes(origin)) return;
    if (understood<Hello>(data, HELLO)?.nonce === this.#nonce) this.#connect(source as Window, origin);
  }

  /** "null" where a sandbox takes the frame's origin away: its own, or one around this page, which is seen only in that
   *  this page has none either (as it has none when it is a file). */
  #origins(): string[] {
    const { address, sandbox } = this.#options;
    if (sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox)) return ["null"];
    return self.origin === "null" ? [address.origin, "null"] : [address.origin];
  }

  /** Again when the frame was loaded again. */
  #connect(window: Window, origin: string): void {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => {
      const message = understood<FromFrame>(data, FROM_FRAME);
      if (message?.type === "height") this.#resize(message.height);
      if (message) this.#options.onMessage(message);
    };
    // An origin that is "null" cannot be named; the window is known, and what is sent is no secret.
    const to = origin === "null" ? "*" : origin;
    window.postMessage({ type: "selfcheck-connect", cards: this.#options.cards }, to, [port2]);
    for (const message of this.#waiting.splice(0)) port1.postMessage(message);
  }

  #resize(height: number): void {
    dress(this.element, { height: `${Math.min(height, MOST_HEIGHT)}px` });
  }
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
