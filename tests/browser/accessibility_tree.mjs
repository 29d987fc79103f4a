// SPDX-License-Identifier: MIT
//
// accessibility_tree.mjs: the page as assistive technology has it: roles, names and states, no HTML and no coordinates.
//
//   const tree = await AccessibilityTree.of(page);
//   await tree.controls();      // [{ role, name, … }] in reading order
//   await tree.press("button", "Next");

/** States that a reader is told, by the name the browser gives them. */
const STATES = ["checked", "pressed", "expanded", "disabled", "invalid", "level"];
const OPERATED = new Set(["button", "radio", "checkbox", "textbox", "slider", "link"]);
const NAMED = new Set(["StaticText", "image", "img", "figure", "group", "region", "progressbar"]);
const PLAIN = { true: true, false: false };

export class AccessibilityTree {
  static async of(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Accessibility.enable");
    await session.send("DOM.enable");
    return new AccessibilityTree(session);
  }

  #session;

  constructor(session) {
    this.#session = session;
  }

  /** Every node that is exposed, in reading order. */
  async nodes() {
    const { nodes } = await this.#session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const found = [];
    const visit = (node) => {
      if (!node) return;
      if (!node.ignored) found.push(describe(node));
      for (const child of node.childIds ?? []) visit(byId.get(child));
    };
    visit(nodes[0]);
    return found;
  }

  /** What can be operated. */
  async controls() {
    return (await this.nodes()).filter(({ role }) => OPERATED.has(role));
  }

  /** All words that are read out, in order: those of texts, and the names of pictures, groups and the like. */
  async words() {
    const spoken = (await this.nodes()).filter(({ role }) => NAMED.has(role));
    return spoken.map(({ name }) => name).filter((name) => name.trim() !== "");
  }

  /** Does what a screen reader's "activate" does. Fails when there is not exactly one such control. */
  async press(role, name, within) {
    await this.#call(await this.#one(role, name, within), "function () { this.click(); }");
  }

  /** Types into a field as a keyboard does, and leaves it. */
  async type(node, text) {
    await this.#session.send("DOM.focus", { backendNodeId: node.element });
    await this.#call(node, "function () { this.select(); }");
    await this.#session.send("Input.insertText", { text });
    await this.#call(node, "function () { this.blur(); }");
  }

  /** The nodes inside the group (fieldset) of this name. */
  async group(name) {
    const { nodes } = await this.#session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const top = nodes.find((node) => !node.ignored && node.role?.value === "group" && node.name?.value === name);
    if (!top) return null;
    const found = [];
    const visit = (node) => {
      if (!node) return;
      if (!node.ignored) found.push(describe(node));
      for (const child of node.childIds ?? []) visit(byId.get(child));
    };
    visit(top);
    return found;
  }

  async #one(role, name, within) {
    const among = within ?? (await this.nodes());
    const found = among.filter((node) => node.role === role && node.name === name);
    if (found.length !== 1) throw new Error(`${found.length} of ${role} "${name}"`);
    return found[0];
  }

  async #call({ element }, functionDeclaration) {
    const { object } = await this.#session.send("DOM.resolveNode", { backendNodeId: element });
    await this.#session.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration });
    await this.#session.send("Runtime.releaseObject", { objectId: object.objectId });
  }
}

function describe(node) {
  const states = {};
  for (const { name, value } of node.properties ?? []) {
    if (STATES.includes(name)) states[name] = PLAIN[value.value] ?? value.value;
  }
  return {
    role: node.role?.value ?? "",
    name: node.name?.value ?? "",
    value: node.value?.value ?? "",
    element: node.backendDOMNodeId,
    ...states,
  };
}
