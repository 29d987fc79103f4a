// SPDX-License-Identifier: MIT
//
// host.ts: the page that the check is embedded in, as the check sees it: untrusted, and told nothing but how tall the
// check is, how far along its reader is, and in the end the level of guidance. ../embed/protocol.ts has the words.
import {
  CONNECT,
  type Connect,
  type FromFrame,
  type FromHost,
  FROM_HOST,
  understood,
} from "../embed/protocol";

export interface HostOptions {
  /** What holds all that is shown: its height is that of the frame. */
  content: HTMLElement;
  /** An element that follows this protocol is around the frame, and has something to read about these cards. */
  onConnect: (cards: string) => void;
  onMessage: (message: FromHost) => void;
  signal: AbortSignal;
}

export class Host {
  readonly #options: HostOptions;
  #port: MessagePort | null = null;
  /** The last of each type, for a host that connects later. */
  readonly #unsent = new Map<string, FromFrame>();
  #height = 0;

  constructor(options: HostOptions) {
    this.#options = options;
    const { content, signal } = options;
    window.addEventListener("message", (event) => this.#heard(event), { signal });
    const observer = new ResizeObserver(() => this.#tellHeight());
    observer.observe(content);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    const nonce = location.hash.slice(1);
    // To whoever the parent is: nobody learns more from it than that the check is here.
    window.parent.postMessage({ type: "selfcheck-hello", nonce }, "*");
  }

  tell(message: FromFrame): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#unsent.set(message.type, message);
  }

  /** Asks the host to show the frame's top; false where there is nobody to ask. */
  toTop(): boolean {
    this.#port?.postMessage({ type: "top" } satisfies FromFrame);
    return this.#port !== null;
  }

  /** Rounded up, and only when it differs, so that the answer to a height is never another height. */
  #tellHeight(): void {
    const height = Math.ceil(this.#options.content.getBoundingClientRect().height);
    if (height === this.#height || height === 0) return;
    this.#height = height;
    this.tell({ type: "height", height });
    if (!this.#port) window.parent.postMessage({ type: "selfcheck-height", height }, "*");
  }

  #heard({ source, data, ports }: MessageEvent): void {
    if (source !== window.parent || this.#port) return;
    const connect = understood<Connect>(data, CONNECT);
    const [port] = ports;
    if (!connect || !port || ports.length !== 1) return;
    this.#port = port;
    port.onmessage = (event) => {
      const message = understood<FromHost>(event.data, FROM_HOST);
      if (message) this.#options.onMessage(message);
    };
    for (const message of this.#unsent.values()) port.postMessage(message);
    this.#unsent.clear();
    this.#options.onConnect(connect.cards);
  }
}
