// SPDX-License-Identifier: MIT
//
// main.ts: starts the page and joins its parts.
//
// Order of events: the first Screen is in the page as HTML; the twin takes it over and the reader can
// answer; content and core arrive and perform what was answered meanwhile; the canvas opens under the
// twin, or, where it cannot or should not, the twin goes on as the visible interface.
import { CanvasView } from "../canvas/canvas_view";
import { loadApp, type AppModule, type Layout } from "../canvas/module";
import { MountedTwin } from "../twin/mount";
import type { Action, ActionKind, Screen } from "../twin/screen";
import type { FromHost } from "../embed/protocol";
import { HostAccent } from "./accent";
import { onWishesChange, systemWishes } from "./appearance";
import { chooseLanguage, resolveTheme } from "./choose";
import { mustWait, pretend } from "./early";
import { Host } from "./host";
import { askedPack, hostActions, knownCards, type PackIds, startTarget } from "./host_options";
import { appPart, textPart, wasmPart } from "./parts";
import { printPaper, printScreen } from "./print";
import { resultFileName, saveFile } from "./save";
import { readStartData, type StartData, stillLoading, type Words } from "./start";
import { Visits } from "./visits";
import { Kept } from "./kept";
import { LeftAlone } from "./left_alone";
import { eraseAllKept, keepForOffline } from "./offline";

class SelfCheckPage {
  readonly #data: StartData = readStartData();
  readonly #query = new URLSearchParams(location.search);
  readonly #pack = askedPack(this.#query, Object.keys(this.#data.packs), this.#data.pack);
  /** The page holds the first Screens, signs and manifest of this pack. */
  readonly #isOwnPack = this.#pack === this.#data.pack;
  readonly #texts: StartData["texts"][string] = this.#data.texts[this.#pack] ?? {};
  readonly #firstScreens = this.#isOwnPack ? this.#data.screens : stillLoading(this.#data.words);
  readonly #language = document.documentElement.lang;
  readonly #page = element("selfcheck");
  readonly #twin: MountedTwin;
  readonly #visits: Visits | null;
  /** The page around this one. */
  readonly #host: Host | null;
  readonly #accent = new HostAccent(this.#query);
  #cards = "";
  #ids: PackIds | null = null;
  readonly #closing = new AbortController();

  readonly #canvas = document.createElement("canvas");
  #app: AppModule | null = null;
  /** Languages whose texts the core has, at least those to ask with. */
  readonly #spoken = new Set<string>();
  /** The core has what only the result and the paper say, too. */
  #tells = false;
  #view: CanvasView | null = null;
  #screen: Screen;
  /** Performed by the reader before the core was there, in order. */
  #early: Action[] = [];
  #kept = new Kept("");
  readonly #leftAlone = new LeftAlone((closing) =>
    // A page that is being left goes nowhere in its history.
    this.#perform({ kind: "erase", id: "", value: "left_alone" }, !closing),
  );
  #progress = "";
  #appearance = "";

  constructor() {
    const embedded = this.#query.has("embed") || window.top !== window;
    document.documentElement.toggleAttribute("data-embedded", embedded);

    this.#screen = pretend(this.#firstScreens, this.#language, []);
    this.#twin = new MountedTwin({
      host: takeOverFirstTree(this.#page, this.#isOwnPack ? this.#language : ""),
      status: element("selfcheck-status"),
      dispatch: (action) => this.#perform(action),
      words: (language) => this.#words(language),
      point: (pointed) => this.#view?.point(pointed),
      toTop: () => this.#toTop(),
      scrolls: !embedded,
    });
    if (this.#isOwnPack) this.#twin.hydrate(this.#screen);
    else this.#twin.show(this.#screen, null, null);
    this.#visits = embedded
      ? null
      : new Visits(
          () => this.#perform(plain("back"), false),
          () => this.#perform(plain("next"), false),
          this.#closing.signal,
        );
    this.#host =
      window.parent === window
        ? null
        : new Host({
            content: document.body,
            onConnect: (cards) => this.#hostConnected(cards),
            onMessage: (message) => this.#hostSays(message),
            signal: this.#closing.signal,
          });
    onWishesChange(() => this.#wishesChanged(), this.#closing.signal);
    this.#dress();
  }

  async start(): Promise<void> {
    if (typeof WebAssembly !== "object") {
      this.#trouble("trouble_old_browser");
      return;
    }
    this.#takePressed();
    if (this.#isOwnPack) this.#tellReady();

    try {
      // A pack need not speak all languages of the page.
      const language = chooseLanguage([this.#language], Object.keys(this.#texts));
      const [bundle, texts, app] = await Promise.all([
        textPart(this.#data.packs[this.#pack] ?? ""),
        textPart(this.#texts[language]?.ask ?? ""),
        this.#loadApp(),
      ]);
      this.#kept = new Kept(this.#pack);
      this.#begin(app, bundle, texts, language);
      if (!this.#isOwnPack) this.#tellReady();
    } catch (error) {
      console.error(error);
      this.#trouble((await mayCompile()) ? "trouble_loading" : "trouble_refused");
      return;
    }
    this.#openCanvas();
    performance.mark("selfcheck-painted");
    await this.#loadTheRest();
  }

  /** The first question can be answered. */
  #tellReady(): void {
    tell("selfcheck-ready");
    this.#host?.tell({ type: "ready" });
  }

  /** What the result tells, and the other languages, are not needed to begin; they come right behind. */
  async #loadTheRest(): Promise<void> {
    const [first = ""] = this.#spoken;
    const own = this.#texts[first];
    if (own && (await this.#addTexts(first, own.tell))) {
      this.#tells = true;
      // A result that was resumed has its words only now.
      if (this.#app && this.#screen.id === "result") this.#show(this.#app.screen(), null);
    }
    for (const [language, { ask, tell }] of Object.entries(this.#texts)) {
      if (language === first) continue;
      const added = await this.#addTexts(language, ask, tell);
      if (added) this.#spoken.add(language);
    }
    const late = this.#early;
    this.#early = [];
    this.#page.removeAttribute("aria-busy");
    for (const action of late) {
      if (!this.#isTooEarly(action)) this.#perform(action);
    }
    await this.#keepForOffline();
    performance.mark("selfcheck-loaded");
  }

  /** Only for a page of its own: in a frame, the host's readers came for something else. */
  async #keepForOffline(): Promise<void> {
    const { worker } = this.#data;
    const framed = document.documentElement.hasAttribute("data-embedded");
    if (!worker || framed || !("serviceWorker" in navigator)) return;
    if (await keepForOffline(worker)) this.#tellOffline("yes");
  }

  #tellOffline(value: "yes" | "no"): void {
    this.#perform({ kind: "set_offline", id: "", value }, false);
  }

  async #addTexts(language: string, ...paths: string[]): Promise<boolean> {
    try {
      for (const path of paths) {
        const problems = this.#app?.addTexts(language, await textPart(path));
        if (problems?.length) throw new Error(JSON.stringify(problems));
      }
      return true;
    } catch (error) {
      console.error(error);
      this.#trouble("trouble_loading");
      return false;
    }
  }

  async #loadApp(): Promise<AppModule> {
    this.#canvas.className = "sc-canvas";
    return loadApp(await appPart(this.#data.app), {
      canvas: this.#canvas,
      wasm: wasmPart(this.#data.wasm),
    });
  }

  /** The core takes over: what the address asks for first, then what the reader did meanwhile. */
  #begin(app: AppModule, bundle: string, texts: string, language: string): void {
    const content = JSON.parse(bundle) as Bundle;
    const problems = app.load(
      JSON.stringify({ ...content, texts: { [language]: {} }, language }),
    );
    problems.push(...app.addTexts(language, texts));
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    this.#spoken.add(language);
    this.#ids = content.pack;

    const asked: Action[] = [
      ...this.#takeKept(app),
      { kind: "set_date", id: "", value: today() },
      ...hostActions(this.#query, content.pack, hasRegion(app)),
      { kind: "set_cards", id: "", value: knownCards(this.#cards, content.pack) },
      ...(this.#query.get("view") === "text" ? [{ kind: "set_text_view" as const, id: "", value: "on" }] : []),
      ...startTarget(this.#query, content.pack),
      { kind: "set_shared", id: "", value: "no" },
    ];
    const early = this.#early;
    const all = [...asked, ...early];
    this.#early = all.filter((action) => this.#isTooEarly(action));
    for (const action of all) {
      if (!this.#isTooEarly(action)) app.dispatch(action);
    }
    this.#app = app;
    const last = early[early.length - 1]?.kind ?? null;
    this.#page.removeAttribute("aria-busy");
    this.#show(app.screen(), last);
  }

  /** What this browser kept for a reader who agreed, and what the core has to know about keeping. */
  #takeKept(app: AppModule): Action[] {
    if (!this.#kept.available) return [];
    const session = this.#kept.read();
    if (session === null) return [{ kind: "set_keep", id: "", value: "no" }];
    const problems = app.restore(session);
    if (problems.length > 0) {
      console.warn("what was kept is of no use:", problems);
      return [{ kind: "set_keep", id: "", value: "no" }];
    }
    const { preferences } = JSON.parse(session) as Partial<KeptSession>;
    return [
      { kind: "set_keep", id: "", value: "yes" },
      plain("come_back"),
      { kind: "set_language", id: "", value: preferences?.language ?? "" },
    ];
  }

  #perform(action: Action, intoHistory = true): void {
    const before = this.#screen.id;
    let next: Screen;
    if (this.#app) {
      if (this.#isTooEarly(action)) {
        this.#early.push(action);
        this.#waits();
        return;
      }
      if (action.kind === "save_result") {
        this.#save();
        return;
      }
      if (action.kind === "print") {
        this.#print(action.value);
        return;
      }
      if (action.kind === "read") {
        this.#host?.tell({ type: "read", card: action.id });
        return;
      }
      next = this.#app.dispatch(action);
      if (action.kind === "erase" && action.value === "") void this.#eraseAll();
    } else {
      this.#early.push(action);
      if (mustWait(action)) this.#waits();
      next = pretend(this.#firstScreens, this.#language, this.#early);
    }
    this.#show(next, action.kind);
    if (intoHistory && next.id !== before) this.#visits?.arrived(action.kind);
  }

  async #eraseAll(): Promise<void> {
    await eraseAllKept();
    this.#tellOffline("no");
  }

  #show(screen: Screen, after: ActionKind | null): void {
    const arrived = screen.id !== this.#screen.id;
    const otherView = screen.text_view !== this.#screen.text_view;
    this.#screen = screen;
    this.#dress();
    if (otherView && this.#app) this.#followWishes();
    this.#twin.show(screen, after, this.#paint(screen));
    if (this.#app) this.#kept.follow(screen.keep, () => this.#app?.save() ?? "");
    this.#leftAlone.follow(screen.shared_minutes);
    this.#tellProgress(screen, arrived);
  }

  /** The top of this page, or where a host shows the frame in full, of the frame in the host's page. */
  #toTop(): boolean {
    if (this.#host) return this.#host.toTop();
    window.scrollTo(0, 0);
    return true;
  }

  /** An element around the frame gives it the height it asks for, so nothing is ever scrolled in here. */
  #hostConnected(cards: string): void {
    document.documentElement.dataset["embedded"] = "fitted";
    this.#cards = cards;
    if (!this.#app || !this.#ids) return;
    const value = knownCards(cards, this.#ids);
    this.#show(this.#app.dispatch({ kind: "set_cards", id: "", value }), null);
  }

  #hostSays(message: FromHost): void {
    switch (message.type) {
      case "open":
        return this.#perform({ kind: "open", id: "", value: message.target });
      case "theme":
        return this.#perform({ kind: "set_theme", id: "", value: message.value });
      case "language": {
        const value = chooseLanguage([message.value], Object.keys(this.#texts));
        return this.#perform({ kind: "set_language", id: "", value });
      }
    }
  }

  /** Says what is still on its way: the texts of that language, or those that only paper and result have. */
  #isTooEarly({ kind, value }: Action): boolean {
    if (kind === "print") return !this.#tells;
    return (
      kind === "set_language" &&
      value in this.#texts &&
      !this.#spoken.has(value)
    );
  }

  /** What was pressed can only be answered by the core, which is still on its way. */
  #waits(): void {
    this.#page.setAttribute("aria-busy", "true");
    this.#twin.announce(this.#words(this.#screen.language).loading);
  }

  /** Language, title and colours of the document follow the Screen. */
  #dress(): void {
    const root = document.documentElement;
    const theme = resolveTheme(this.#theme(), systemWishes().dark);
    root.lang = this.#screen.language;
    root.dataset["theme"] = theme;
    document.title = this.#screen.title;
    const colour = getComputedStyle(root).backgroundColor;
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute("content", colour);
    const { reducedMotion, ...wishes } = systemWishes();
    const contrast = wishes.contrast || this.#screen.contrast;
    root.toggleAttribute("data-contrast", contrast);
    const accent = this.#accent.dress(root, theme, contrast);
    const appearance = { dark: theme === "dark", contrast, reducedMotion, accent };
    const said = JSON.stringify(appearance);
    if (said !== this.#appearance) this.#view?.appearance(appearance);
    this.#appearance = this.#view ? said : "";
  }

  /** The address can ask for a theme before the core can; afterwards the Screen says it. */
  #theme(): string {
    return this.#app
      ? this.#screen.theme
      : (this.#query.get("theme") ?? this.#screen.theme);
  }

  #wishesChanged(): void {
    this.#dress();
    this.#followWishes();
  }

  /** The canvas, or the twin alone. */
  #followWishes(): void {
    if (!this.#wantsText()) this.#openCanvas();
    else if (this.#view) {
      this.#view.close();
      this.#textOnly();
    }
  }

  #wantsText(): boolean {
    const { forcedColours, hugeText } = systemWishes();
    return this.#screen.text_view || forcedColours || hugeText;
  }

  #openCanvas(): void {
    if (!this.#app || this.#view || this.#wantsText()) return;
    this.#page.prepend(this.#canvas);
    this.#view = CanvasView.open({
      host: this.#page,
      canvas: this.#canvas,
      app: this.#app,
      onGone: () => this.#textOnly(),
    });
    if (!this.#view) {
      this.#canvas.remove();
      return;
    }
    this.#view.onLayout((layout) => this.#twin.place(layout));
    this.#dress();
    this.#twin.place(this.#paint(this.#screen));
  }

  /** Where everything was painted. A canvas that fails is given up: the twin alone is the interface. */
  #paint(screen: Screen): Layout | null {
    if (!this.#view) return null;
    try {
      return this.#view.show(screen);
    } catch (error) {
      console.error(error);
      this.#view.close();
      this.#textOnly();
      return null;
    }
  }

  /** The twin becomes the visible interface, with the same Screen and nothing lost. */
  #textOnly(): void {
    this.#view = null;
    this.#appearance = "";
    this.#canvas.remove();
    this.#twin.place(null);
  }

  #tellProgress(screen: Screen, arrived: boolean): void {
    for (const block of screen.blocks) {
      if (block.kind !== "progress") continue;
      const { done, total } = block;
      const detail = { section: screen.section, done, total };
      const said = JSON.stringify(detail);
      if (said !== this.#progress) {
        tell("selfcheck-progress", detail);
        this.#host?.tell({ type: "progress", ...detail });
      }
      this.#progress = said;
    }
    if (arrived && screen.id === "result" && this.#app) {
      const { guidance } = JSON.parse(this.#app.result()) as {
        guidance: string;
      };
      tell("selfcheck-complete", { guidance });
      this.#host?.tell({ type: "complete", guidance });
    }
  }

  #save(): void {
    try {
      if (this.#app) saveResult(this.#app);
    } catch (error) {
      console.error(error);
      this.#trouble("trouble_saving");
    }
  }

  #print(what: string): void {
    if (what !== "sheet" && what !== "form") return printScreen();
    if (this.#app) printPaper(this.#app.paper(what), this.#words(this.#screen.language));
  }

  /** Presses that came before this script did. */
  #takePressed(): void {
    const pressed = window.selfcheckPressed ?? [];
    delete window.selfcheckPressed;
    for (const key of pressed) {
      this.#page
        .querySelector<HTMLElement>(`button[data-key="${CSS.escape(key)}"]`)
        ?.click();
    }
  }

  #words(language: string): Words {
    const { words } = this.#data;
    const found = words[language] ?? Object.values(words)[0];
    if (!found) throw new Error("no words in the page");
    return found;
  }

  /** Says in words what went wrong, above what is on show, with the safety signs where the check ends. */
  #trouble(
    what: "trouble_loading" | "trouble_old_browser" | "trouble_refused" | "trouble_saving",
  ): void {
    const words = this.#words(this.#screen.language);
    document.querySelector(".sc-trouble")?.remove();
    this.#page.removeAttribute("aria-busy");
    const box = document.createElement("div");
    box.className = "sc-trouble";
    box.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = words[what];
    box.append(text);
    if (what === "trouble_loading") {
      const again = document.createElement("button");
      again.type = "button";
      again.className = "sc-button";
      again.textContent = words.reload;
      again.addEventListener("click", () => location.reload());
      box.append(again);
    }
    this.#page.before(box);
    if (what !== "trouble_saving" && this.#isOwnPack) {
      box.after(staticSigns(this.#screen.language));
    }
    box.scrollIntoView({ block: "nearest" });
  }
}

/** Whether the content security policy lets WebAssembly be compiled: tried with the empty module. */
async function mayCompile(): Promise<boolean> {
  try {
    await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

interface KeptSession {
  preferences: { language: string; region?: string };
}

interface Bundle {
  pack: PackIds;
}

function plain(kind: ActionKind): Action {
  return { kind, id: "", value: "" };
}

/** Today where the reader is, YYYY-MM-DD. The core has no clock. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}

/** Keeps the first Screen's tree in the chosen language and drops the others; without a language it drops all. */
function takeOverFirstTree(page: HTMLElement, language: string): HTMLElement {
  let chosen: HTMLElement | null = language === "" ? page.appendChild(document.createElement("div")) : null;
  for (const tree of page.querySelectorAll<HTMLElement>(".sc-first")) {
    if (tree.lang === language) chosen = tree;
    else tree.remove();
  }
  if (!chosen) throw new Error(`no first Screen in ${language}`);
  // From here on the Screen says the language, and the style sheet must not hide the tree by it.
  chosen.className = "sc-tree";
  chosen.removeAttribute("lang");
  return chosen;
}

/** The signs that are not for waiting, which the page holds for readers without scripts. */
function staticSigns(language: string): DocumentFragment {
  const holder = document.createElement("template");
  holder.innerHTML =
    document.querySelector("noscript.sc-signs")?.textContent ?? "";
  for (const part of holder.content.querySelectorAll<HTMLElement>("[lang]")) {
    if (part.lang !== language) part.remove();
  }
  for (const part of holder.content.querySelectorAll(".sc-needs-script")) {
    part.remove();
  }
  return holder.content;
}

/** The reader has said before where they are. */
function hasRegion(app: AppModule): boolean {
  const { preferences } = JSON.parse(app.save()) as KeptSession;
  return preferences.region !== undefined;
}

function saveResult(app: AppModule): void {
  saveFile(resultFileName(new Date()), app.result());
}

function tell(name: string, detail: object | null = null): void {
  performance.mark(name);
  window.dispatchEvent(new CustomEvent(name, { detail }));
}

void new SelfCheckPage().start();
