// SPDX-License-Identifier: MIT
//
// embed.ts: the custom element <self-check>, for other people's pages. See docs/embedding.md.
//
//   <script src="https://check.example/embed.js" async></script>
//   <self-check lang="zh-CN"><a href="https://check.example/">…</a></self-check>
//
// A classic script: one line to paste, and it knows where it came from, so the check is found beside it. It needs of
// the host's policy only script-src for itself and frame-src for the check. What is inside the element is shown where
// this script never ran.
import { CheckFrame, dress } from "./frame";
import type { FromFrame } from "./protocol";

interface Words {
  /** By pack, the one that is meant without a name first. */
  titles: Record<string, string>;
  failed: string;
  open: string;
}

/** By language; written in by the build. */
declare const EMBED_WORDS: Record<string, Words>;

/** The frame is loaded when the reader comes this near. */
const NEAR = "600px";
/** How long a frame that works needs at most to say hello: from its beginning, and from its load event. */
const PATIENCE_MS = { begun: 30_000, loaded: 10_000 };
/** Attributes that are passed on in the frame's address. */
const PASSED_ON = ["theme", "pack", "start", "region", "sections", "accent", "accent-dark", "view"];

const OWN_ADDRESS = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

class SelfCheckElement extends HTMLElement {
  static readonly observedAttributes = ["hidden", "lang", "theme"];

  #life: AbortController | null = null;
  #frame: CheckFrame | null = null;
  #fallback: HTMLElement | null = null;

  connectedCallback(): void {
    const life = (this.#life = new AbortController());
    const { signal } = life;
    this.#show();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const place = document.createElement("div");
    dress(place, { all: "initial", display: "block", "min-height": "560px" });
    root.replaceChildren(place);
    document.addEventListener("click", (event) => this.#clicked(event), { signal });

    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#load();
      },
      { rootMargin: NEAR },
    );
    observer.observe(place);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    if (this.getAttribute("loading") === "eager") this.#load();
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#life = null;
    this.#frame = null;
    this.#fallback = null;
    this.shadowRoot?.replaceChildren();
  }

  /** Language and theme can change at any time; everything else is read when the frame is loaded. */
  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === "hidden") this.#show();
    else if (name === "lang") this.#frame?.tell({ type: "language", value: this.#language() });
    else this.#frame?.tell({ type: "theme", value: value ?? "auto" });
  }

  /** Takes the reader to a question, screen or section of the check. */
  open(target: string): void {
    if (!this.#life) return;
    this.#load();
    this.#frame?.tell({ type: "open", target }); // and the frame takes the focus, to the title of what it opens
    this.#bringIntoView();
  }

  #show(): void {
    dress(this, { display: this.hasAttribute("hidden") ? "none" : "block" });
  }

  #load(): void {
    const place = this.shadowRoot?.firstElementChild;
    if (this.#frame || !this.#life || !(place instanceof HTMLElement)) return;
    const { signal } = this.#life;
    const address = this.#address();
    if (!address) return;
    const frame = (this.#frame = new CheckFrame({
      address,
      title: this.getAttribute("aria-label") ?? this.#title(),
      sandbox: this.getAttribute("sandbox"),
      cards: this.#links().map(({ dataset }) => dataset["card"]).join(" "),
      onMessage: (message) => this.#heard(message),
      signal,
    }));
    place.replaceChildren(frame.element);
    dress(place, { "min-height": "0" });

    let waiting = 0;
    const waits = (patience: number): void => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        if (frame.connected || this.#fallback) return;
        dress(frame.element, { display: "none" });
        this.#fail(place, address);
      }, patience);
    };
    waits(PATIENCE_MS.begun);
    frame.element.addEventListener("load", () => waits(PATIENCE_MS.loaded), { signal });
    signal.addEventListener("abort", () => window.clearTimeout(waiting), { once: true });
  }

  /** Where the check is, with what the attributes ask for. */
  #address(): URL | null {
    let address: URL;
    try {
      address = new URL(this.getAttribute("src") ?? new URL("./", OWN_ADDRESS).href, document.baseURI);
    } catch {
      address = new URL("about:blank");
    }
    if (!/^(https?|file):$/.test(address.protocol)) {
      console.error("<self-check> does not know where the check is: give it the address in src=\"https://…\"");
      return null;
    }
    const { searchParams } = address;
    searchParams.set("embed", "1");
    const language = this.#language();
    if (language) searchParams.set("lang", language);
    for (const name of PASSED_ON) {
      const value = this.getAttribute(name);
      if (value) searchParams.set(name, value);
    }
    return address;
  }

  /** Its own, or that of what is around it. */
  #language(): string {
    return this.closest<HTMLElement>("[lang]")?.lang ?? "";
  }

  #title(): string {
    const { titles } = this.#words();
    return titles[this.getAttribute("pack") ?? ""] ?? Object.values(titles)[0]!;
  }

  #words(): Words {
    const primary = this.#language().split("-")[0];
    const known = Object.entries(EMBED_WORDS);
    const [, words] = known.find(([language]) => language.split("-")[0] === primary) ?? known[0]!;
    return words;
  }

  /** Pages of the host that belong to an education card. */
  #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>("a[data-card]")];
  }

  #heard(message: FromFrame): void {
    const { type, ...detail } = message;
    switch (type) {
      case "top":
        return this.#bringIntoView();
      case "read":
        // The host's own link does what a click on it does; no address ever comes from the frame.
        return this.#links().find(({ dataset }) => dataset["card"] === (detail as { card: string }).card)?.click();
      case "ready":
        this.#fallback?.remove();
        this.#fallback = null;
        if (this.#frame) dress(this.#frame.element, { display: "block" });
        break;
      case "height":
      case "progress":
      case "complete":
        break;
    }
    const name = type === "height" ? "selfcheck-resize" : `selfcheck-${type}`;
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  /** Only when its top is out of sight; what is fixed over the page is respected by the host's scroll-margin-top. */
  #bringIntoView(): void {
    const { top } = this.getBoundingClientRect();
    const above = parseFloat(getComputedStyle(this).scrollMarginTop) || 0;
    if (top < above - 1 || top > 0.75 * window.innerHeight) this.scrollIntoView({ block: "start" });
  }

  /** <a href="#check" data-selfcheck-start="falls"> anywhere in the page opens that question in <self-check id="check">. */
  #clicked(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event
      .composedPath()
      .find((one): one is HTMLElement => one instanceof HTMLElement && one.matches("[data-selfcheck-start]"));
    const target = link?.dataset["selfcheckStart"];
    if (link && target && this.#isMeantBy(link)) this.open(target);
  }

  /** By its address, or without one the first check in the page. */
  #isMeantBy(link: HTMLElement): boolean {
    const named = link.getAttribute("href")?.match(/^#(.+)$/);
    if (!named) return document.querySelector("self-check") === this;
    return this.id !== "" && new URL(`#${this.id}`, document.baseURI).hash === (link as HTMLAnchorElement).hash;
  }

  /** The frame stayed silent: a link instead, in words. */
  #fail(place: HTMLElement, address: URL): void {
    const words = this.#words();
    const box = (this.#fallback = document.createElement("div"));
    dress(box, { font: "18px/1.6 system-ui, sans-serif", padding: "16px", color: "CanvasText", background: "Canvas" });
    const said = document.createElement("p");
    said.textContent = words.failed;
    const link = document.createElement("a");
    link.textContent = words.open;
    link.target = "_blank";
    link.rel = "noopener";
    const page = new URL(address);
    page.searchParams.delete("embed");
    page.hash = "";
    link.href = page.href;
    box.append(said, link);
    place.prepend(box);
  }
}

if (!customElements.get("self-check")) customElements.define("self-check", SelfCheckElement);
