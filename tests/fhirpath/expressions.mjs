// SPDX-License-Identifier: MIT
//
// expressions.mjs: random well-typed expressions over the whole subset, with random answers; the same ones for the
// same seed.
//
// An expression is written twice: `here` as FHIRPath has it, `there` for the npm package fhirpath. The two differ only
// where the package is known to answer otherwise (the table in docs/expressions.md); each difference is one function
// of `there` below, which asks the package for what FHIRPath says.

const there = {
  /** Quotients and products have eight places here and as many as it takes there. */
  eightPlaces: (text) => `(${text}).round(8)`,
  /** Integers have 32 bits here, decimals 64; there nothing overflows. */
  within: (type, text) =>
    type === "integer"
      ? `(${text}).where($this >= -2147483648 and $this <= 2147483647)`
      : `(${text}).where($this > -92233720368.0 and $this < 92233720368.0)`,
  /** A sign before {} is an error there. */
  signed: (sign, text) => `(0 ${sign} ${text})`,
  /** A literal keeps its own spelling there, until it is calculated with. */
  shortest: (text) => `(${text} + 0)`,
  /** Order matters to `~` there. */
  sorted: (text) => `${text}.sort()`,
  /** Not every single item is a true condition there. */
  condition: (text) => `(${text}) and true`,
};

export const texts = ["12", "-3", "+4", "1.5", "007", "0", "x", "", "A b", "a\tB", "1e3", "it's", "\u4e2d\u00e9"];
const codes = ["a", "b", "c"];

/** xorshift32 */
export function randomFrom(seed) {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

export function quoted(text) {
  return `'${text.replace(/[\\']/g, "\\$&").replace(/\t/g, "\\t").replace(/\u00e9/g, "\\u00e9")}'`;
}

/** As FHIRPath writes a decimal. */
const decimalText = (value) => (Number.isInteger(value) ? value.toFixed(1) : value.toFixed(8).replace(/0+$/, ""));

/** A value as an expression without variables. */
export function written({ type, value }) {
  if (value.length === 0) return "{}";
  const items = value.map((item) => {
    if (type === "code") return quoted(item);
    const text = type === "decimal" ? decimalText(item) : String(item);
    return text.startsWith("-") ? `(${text})` : text;
  });
  return items.length === 1 ? items[0] : `(${items.join(" | ")})`;
}

export class Generator {
  constructor(seed) {
    this.below = randomFrom(seed);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Answers for the variables below, a quarter of them missing. */
  variables() {
    const maybe = (make) => (this.below(4) === 0 ? [] : [make()].flat());
    const some = () => codes.filter(() => this.below(2) === 1);
    const eighths = () => (this.below(401) - 200) / 8;
    const steps = () => Number(`${this.below(41) - 20}.${String(this.below(1e8)).padStart(8, "0")}`);
    return {
      t: { type: "boolean", value: maybe(() => this.below(2) === 1) },
      u: { type: "boolean", value: maybe(() => this.below(2) === 1) },
      n: { type: "integer", value: maybe(() => this.below(9) - 3) },
      k: { type: "integer", value: maybe(() => this.below(200001) - 100000) },
      d: { type: "decimal", value: maybe(eighths) },
      e: { type: "decimal", value: maybe(steps) },
      x: { type: "code", codes, value: maybe(() => this.pick(codes)) },
      y: { type: "code", codes, value: maybe(() => this.pick(codes)) },
      m: { type: "code", codes, multi: true, value: maybe(some) },
      w: { type: "code", codes, multi: true, value: maybe(some) },
      s: { type: "code", codes: texts, value: maybe(() => this.pick(texts)) },
    };
  }

  any(depth) {
    const kinds = ["boolean", "boolean", "boolean", "integer", "decimal", "code", "text", "codes", "numbers", "flat"];
    return this[this.pick(kinds)](depth);
  }

  // ---- building

  /** Both texts from one template: a tagged template over parts {here, there}. */
  make(strings, ...parts) {
    const join = (side) => strings.reduce((text, piece, i) => text + part(parts[i - 1], side) + piece);
    const part = (value, side) => (typeof value === "string" ? value : value[side]);
    return { here: join("here"), there: join("there") };
  }

  same(text) {
    return { here: text, there: text };
  }

  with(change, a) {
    return { here: a.here, there: change(a.there) };
  }

  variable(name) {
    const forms = [`%${name}`, `%${name}`, `%${name}`, `%\`${name}\``, `%'${name}'`];
    return this.same(this.pick(forms));
  }

  space() {
    return this.pick([" ", " ", " ", " ", "\n", " /* and */ ", " // so\n"]);
  }

  // ---- single values

  boolean(depth) {
    if (depth <= 0) {
      return this.pick([
        () => this.variable("t"),
        () => this.variable("u"),
        () => this.same(this.pick(["true", "false", "{}"])),
      ])();
    }
    const d = depth - 1;
    return this.pick([
      () => this.logic(d),
      () => this.logic(d),
      () => this.make`${this.truthy(d)}.not()`,
      () => this.make`(${this.number(d)} ${this.pick(["<", "<=", ">", ">="])} ${this.number(d)})`,
      () => this.make`(${this.number(d)} ${this.pick(["=", "!=", "~", "!~"])}${this.space()}${this.number(d)})`,
      () => this.make`(${this.small()} ${this.pick(["<", "<=", ">", ">=", "=", "!="])} ${this.small()})`,
      () => this.make`(${this.boolean(d)} ${this.pick(["=", "!=", "~", "!~"])} ${this.boolean(d)})`,
      () => this.make`(${this.text(d)} ${this.pick(["=", "!=", "~", "!~"])} ${this.text(d)})`,
      () => this.make`(${this.code(d)} ${this.pick(["=", "!=", "~", "!~"])} ${this.code(d)})`,
      () => this.make`(${this.codes(d)} ${this.pick(["=", "!="])} ${this.codes(d)})`,
      () => this.make`(${this.numbers(d)} ${this.pick(["=", "!="])} ${this.numbers(d)})`,
      () => this.equivalence(d),
      () => this.membership(d),
      () => this.membership(d),
      () => this.make`${this.collection(d)}.${this.pick(["exists()", "empty()"])}`,
      () => this.make`${this.codes(d)}.exists(${this.aboutCode(d)})`,
      () => this.make`${this.numbers(d)}.exists(${this.aboutNumber(d)})`,
      () => this.choice(d, "boolean"),
      () => this.make`(${this.boolean(d)} | ${this.boolean(d)}).first()`,
      () => this.make`(${this.boolean(d)}.toString() = ${this.pick(["'true'", "'false'"])})`,
    ])();
  }

  /** Numbers that are often alike, as at a threshold. */
  small() {
    return this.pick([() => this.variable("n"), () => this.same(this.pick(["1", "2", "2.0", "(%n + 1)", "(-1)"]))])();
  }

  logic(d) {
    return this.make`(${this.truthy(d)} ${this.pick(["and", "or", "xor", "implies"])}${this.space()}${this.truthy(d)})`;
  }

  /** What counts as a boolean: a boolean, sometimes another single value. */
  truthy(d) {
    return this.below(8) === 0 ? this.pick([() => this.number(d), () => this.code(d)])() : this.boolean(d);
  }

  condition(d) {
    if (this.below(8) > 0) return this.boolean(d);
    return this.with(there.condition, this.pick([() => this.number(d), () => this.code(d)])());
  }

  equivalence(d) {
    const kind = this.pick(["codes", "integers"]);
    const [a, b] = [this[kind](d), this[kind](d)].map((side) => this.with(there.sorted, side));
    return this.make`(${a} ${this.pick(["~", "!~"])} ${b})`;
  }

  membership(d) {
    const [item, collection] = this.pick([
      () => [this.code(d), this.codes(d)],
      () => [this.number(d), this.numbers(d)],
      () => [this.text(d), this.make`(${this.text(d)} | ${this.text(d)})`],
    ])();
    return this.below(2) === 0
      ? this.make`(${item} in ${collection})`
      : this.make`(${collection} contains ${item})`;
  }

  choice(d, kind) {
    return this.below(4) === 0
      ? this.make`iif(${this.condition(d)}, ${this[kind](d)})`
      : this.make`iif(${this.condition(d)}, ${this[kind](d)}, ${this[kind](d)})`;
  }

  /** A choice that can be each of the variable's codes, so that any of them may be compared with it. */
  choiceOrVariable(d, a, name) {
    return this.pick([
      () => this.make`iif(${this.condition(d)}, ${a}, ${this.variable(name)})`,
      () => this.make`iif(${this.condition(d)}, ${this.variable(name)}, ${a})`,
      () => this.make`iif(${this.condition(d)}, ${this.variable(name)})`,
    ])();
  }

  number(depth) {
    return this.below(2) === 0 ? this.integer(depth) : this.decimal(depth);
  }

  integer(depth) {
    if (depth <= 0) {
      return this.pick([
        () => this.variable(this.pick(["n", "n", "k"])),
        () => this.same(this.pick(["0", "1", "2", "3", "10", "(-1)", "(-7)", "46341", "{}"])),
      ])();
    }
    const d = depth - 1;
    const within = (made) => this.with((text) => there.within("integer", text), made);
    return this.pick([
      () => within(this.make`(${this.integer(d)} ${this.pick(["+", "-", "*"])} ${this.integer(d)})`),
      () => within(this.make`(${this.integer(d)} ${this.pick(["div", "mod"])} ${this.integer(d)})`),
      () => within(this.make`(${this.decimal(d)} div ${this.number(d)})`),
      () => this.signed("-", this.integer(d)),
      () => within(this.make`${this.number(d)}.${this.pick(["floor()", "ceiling()", "truncate()"])}`),
      () => within(this.make`${this.integer(d)}.abs()`),
      () => this.make`${this.collection(d)}.count()`,
      () => within(this.make`${this.integers(d)}.sum()`),
      () => this.make`${this.integers(d)}.${this.pick(["min()", "max()", "first()"])}`,
      () => this.make`${this.pick([() => this.boolean(d), () => this.text(d), () => this.integer(d)])()}.toInteger()`,
      () => this.choice(d, "integer"),
    ])();
  }

  signed(sign, a) {
    return { here: `(${sign}${a.here})`, there: there.signed(sign, a.there) };
  }

  decimal(depth) {
    if (depth <= 0) {
      return this.pick([
        () => this.variable(this.pick(["d", "d", "e"])),
        () => this.same(this.pick(["0.5", "2.5", "1.25", "0.1", "0.75", "(-1.5)", "2.0", "0.00000001", "{}"])),
      ])();
    }
    const d = depth - 1;
    const within = (made) => this.with((text) => there.within("decimal", text), made);
    const eightPlaces = (made) => within(this.with(there.eightPlaces, made));
    return this.pick([
      () => within(this.make`(${this.decimal(d)} ${this.pick(["+", "-", "mod"])} ${this.number(d)})`),
      () => within(this.make`(${this.integer(d)} ${this.pick(["+", "-", "mod"])} ${this.decimal(d)})`),
      () => eightPlaces(this.make`(${this.number(d)} / ${this.number(d)})`),
      () => eightPlaces(this.make`(${this.number(d)} * ${this.decimal(d)})`),
      () => this.signed("-", this.decimal(d)),
      () => this.signed("+", this.decimal(d)),
      () => within(this.make`${this.number(d)}.round(${this.pick(["", "0", "1", "2", "5", "8"])})`),
      () => this.make`${this.decimal(d)}.abs()`,
      () => within(this.make`(0.5 | ${this.numbers(d)}).sum()`),
      () => this.make`${this.numbers(d)}.${this.pick(["min()", "max()", "first()"])}.toDecimal()`,
      () => this.make`${this.pick([() => this.boolean(d), () => this.text(d), () => this.number(d)])()}.toDecimal()`,
      () => this.choice(d, "decimal"),
    ])();
  }

  /** A choice's code. */
  code(depth) {
    if (depth <= 0) {
      return this.pick([
        () => this.variable(this.pick(["x", "y"])),
        () => this.same(this.pick(["'a'", "'b'", "'c'", "{}"])),
      ])();
    }
    const d = depth - 1;
    return this.pick([
      () => this.code(0),
      () => this.choiceOrVariable(d, this.code(d), "x"),
      () => this.make`${this.codes(d)}.first()`,
      () => this.make`${this.code(d)}.toString()`,
    ])();
  }

  /** A text in which a number may be. */
  text(depth) {
    if (depth <= 0) return this.below(2) === 0 ? this.variable("s") : this.same(quoted(this.pick(texts)));
    const d = depth - 1;
    return this.pick([
      () => this.text(0),
      () => this.choiceOrVariable(d, this.text(d), "s"),
      () => this.make`(${this.number(d)} + 0).toString()`,
      () => this.make`${this.with(there.shortest, this.same(this.pick(["2.0", "(-0.50)", "1.2500", "7"])))}.toString()`,
    ])();
  }

  // ---- collections

  collection(d) {
    return this[this.pick(["codes", "codes", "numbers", "integers", "boolean", "text"])](d);
  }

  codes(depth) {
    if (depth <= 0) {
      return this.pick([
        () => this.variable(this.pick(["m", "m", "w", "x"])),
        () => this.same(this.pick(["('a' | 'b' | 'c')", "('c' | 'a' | 'b')", "{}"])),
      ])();
    }
    const d = depth - 1;
    return this.pick([
      () => this.make`(${this.codes(d)} | ${this.codes(d)})`,
      () => this.make`${this.codes(d)}.where(${this.aboutCode(d)})`,
      () => this.make`${this.codes(d)}.distinct()`,
      () => this.choiceOrVariable(d, this.codes(d), "m"),
      () => this.codes(0),
    ])();
  }

  aboutCode(d) {
    return this.pick([
      () => this.make`$this ${this.pick(["=", "!=", "~"])} ${this.code(d)}`,
      () => this.make`$this in ${this.codes(d)}`,
      () => this.make`${this.codes(d)}.exists($this = ${this.code(0)}) and $this != ${this.code(0)}`,
      () => this.condition(d),
    ])();
  }

  integers(depth) {
    if (depth <= 0) return this.pick([() => this.integer(0), () => this.same("(3 | 1 | 2)")])();
    const d = depth - 1;
    return this.pick([
      () => this.make`(${this.integer(d)} | ${this.integer(d)} | ${this.integer(0)})`,
      () => this.make`(${this.integers(d)} | ${this.integer(d)})`,
      () => this.make`${this.integers(d)}.where(${this.aboutNumber(d)})`,
      () => this.make`${this.integers(d)}.distinct()`,
      () => this.choice(d, "integers"),
    ])();
  }

  numbers(depth) {
    if (depth <= 0) return this.pick([() => this.integers(0), () => this.same("(0.5 | 2 | 2.0)")])();
    const d = depth - 1;
    return this.pick([
      () => this.make`(${this.number(d)} | ${this.number(d)})`,
      () => this.make`(${this.numbers(d)} | ${this.number(d)})`,
      () => this.make`${this.numbers(d)}.where(${this.aboutNumber(d)})`,
      () => this.choice(d, "numbers"),
      () => this.integers(d),
    ])();
  }

  aboutNumber(d) {
    return this.pick([
      () => this.make`$this ${this.pick(["<", "<=", ">", ">=", "=", "!="])} ${this.number(d)}`,
      () => this.make`($this - ${this.decimal(0)}).abs() > 1`,
      () => this.condition(d),
    ])();
  }

  // ---- precedence

  /** A chain without brackets over operators that both sides calculate alike, so that the binding alone decides. */
  flat() {
    const small = () => this.pick(["%n", "%n", "1", "2", "3", "-%n", "-2", "7"]).replace("-%n", "(0 - %n)");
    const sum = () => this.chain(small, ["+", "-", "*", "div", "mod"], 1 + this.below(3));
    const single = () => `${this.below(3) === 0 ? "-" : ""}${this.pick(["1", "2", "3"])}`;
    const relation = () =>
      this.pick([
        () => `${sum()} ${this.pick(["<", "<=", ">", ">="])} ${sum()}`,
        () => `${sum()} ${this.pick(["<", ">"])} ${sum()} ${this.pick(["=", "!=", "~", "!~"])} %t`,
        () => `%u = ${sum()} ${this.pick(["<=", ">="])} ${sum()}`,
        () => `${sum()} in ${sum()} | ${single()} | %n`,
        () => `${sum()} | ${single()} contains ${sum()}`,
        () => "%m | %x contains %y",
        () => this.pick(["%t", "%u"]),
      ])();
    return this.same(this.chain(relation, ["and", "or", "xor", "implies"], 1 + this.below(4)));
  }

  chain(operand, operators, length) {
    let text = operand();
    for (let i = 1; i < length; i++) text += ` ${this.pick(operators)} ${operand()}`;
    return text;
  }
}
