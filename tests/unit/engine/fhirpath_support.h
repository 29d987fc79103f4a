// SPDX-License-Identifier: MIT
//
// fhirpath_support.h: a small world of variables for the tests of the expression language, and a
// generator of well-typed expressions over it.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fhirpath/evaluate.h"
#include "engine/fhirpath/possible.h"
#include "engine/fhirpath/program.h"

namespace selfcheck::engine::fhirpath {

inline std::string shown(const Value& value, const SymbolTable& symbols) {
    std::string text = "{";
    for (const Item& item : value.items()) {
        if (text.size() > 1) text += ", ";
        switch (item.type()) {
            case Type::boolean:
                text += item.as_boolean() ? "true" : "false";
                break;
            case Type::code:
                text += '\'';
                text +=
                    item.is_number_text() ? item.as_number().to_string() : std::string(symbols.text(item.as_code()));
                text += '\'';
                break;
            case Type::decimal:
                text += item.as_number().to_string();
                if (item.as_number().is_whole()) text += ".0";
                break;
            default:
                text += item.as_number().to_string();
        }
    }
    return text + "}";
}

/// Variables: %x, %y choices of a, b, c; %m a multi of them; %n an integer 0 to 3; %d a decimal -1
/// to 1 (tried in halves); %t, %u booleans. Variable i is source i.
class World {
public:
    static constexpr std::size_t kVariables = 7;

    World() {
        const std::vector<SymbolId> codes = {symbols.intern("a"), symbols.intern("b"), symbols.intern("c")};
        const Decimal one = Decimal::from_integer(1);
        add({.name = "x", .type = Type::code, .codes = codes});
        add({.name = "y", .type = Type::code, .codes = codes});
        add({.name = "m", .type = Type::code, .multi = true, .codes = codes});
        add({.name = "n", .type = Type::integer, .min = Decimal(), .max = Decimal::from_integer(3)});
        add({.name = "d", .type = Type::decimal, .min = *negate(one), .max = one});
        add({.name = "t", .type = Type::boolean});
        add({.name = "u", .type = Type::boolean});
        for (const SymbolId a : codes) domains[0].push_back({Item::code(a)});
        domains[1] = domains[0];
        for (unsigned bits = 1; bits < 8; ++bits) {
            std::vector<Item> some;
            for (unsigned i = 0; i < 3; ++i) {
                if (bits >> i & 1) some.push_back(Item::code(codes[i]));
            }
            domains[2].push_back(some);
        }
        for (int i = 0; i < 4; ++i) domains[3].push_back({Item::integer(i)});
        for (int i = -2; i < 3; ++i) {
            domains[4].push_back({Item::decimal(Decimal::from_steps(i * Decimal::kStepsPerUnit / 2))});
        }
        for (const std::size_t i : {5U, 6U}) {
            domains[i] = {{Item::boolean(false)}, {Item::boolean(true)}};
        }
        clear();
    }

    void clear() {
        for (std::size_t i = 0; i < kVariables; ++i) leave_out(i);
    }
    void leave_out(std::size_t i) { answers[i] = {{}, {}, SourceSet::of(i)}; }
    void not_asked(std::size_t i) { answers[i] = {}; }
    void answer(std::size_t i, std::size_t choice) {
        answers[i] = {Value::of(domains[i][choice]), SourceSet::of(i), {}};
    }
    void answer(std::string_view name, std::size_t choice) { answer(*variables.find(name), choice); }
    /// Each variable answered, left out or not asked, by chance.
    void shuffle(std::mt19937& random) {
        for (std::size_t i = 0; i < kVariables; ++i) {
            const auto which = random() % 5;
            if (which == 0) {
                not_asked(i);
            } else if (which < 3) {
                leave_out(i);
            } else {
                answer(i, random() % domains[i].size());
            }
        }
    }

    Traced evaluate(const Program& program) { return fhirpath::evaluate(program, {answers, &symbols}, workspace); }
    /// Compiles and evaluates; the error's text where there is one.
    std::string result(std::string_view text) {
        const Compiled program = compile(text, variables, symbols);
        if (!program) return std::to_string(program.error().offset) + ": " + program.error().message;
        return shown(evaluate(*program).value, symbols);
    }
    Traced traced(std::string_view text) {
        const Compiled program = compile(text, variables, symbols);
        EXPECT_TRUE(program) << text << ": " << (program ? "" : program.error().message);
        return program ? evaluate(*program) : Traced();
    }
    /// "xm" for %x and %m.
    std::string names(const SourceSet& sources) const {
        std::string text;
        sources.for_each([&](std::size_t i) { text += variables[i].name; });
        return text;
    }

    SymbolTable symbols;
    VariableTable variables;
    Workspace workspace;
    std::vector<Traced> answers = std::vector<Traced>(kVariables);
    std::vector<std::vector<Item>> domains[kVariables];

private:
    void add(Variable variable) { ASSERT_TRUE(variables.add(std::move(variable))); }
};

/// Random expressions that compile, mostly. The same seed gives the same ones.
class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    std::string any(int depth) {
        switch (below(6)) {
            case 0:
                return number(depth);
            case 1:
                return string(depth);
            case 2:
                return codes(depth);
            default:
                return boolean(depth);
        }
    }

    std::string boolean(int depth) {
        if (depth == 0) return one_of({"%t", "%u", "%t", "%u", "true", "false", "{}"});
        --depth;
        switch (below(12)) {
            case 0:
            case 1:
            case 2:
            case 3:
                return "(" + boolean(depth) + one_of({" and ", " or ", " xor ", " implies "}) + boolean(depth) + ")";
            case 4:
            case 5:
                return "(" + number(depth) + one_of({" < ", " <= ", " > ", " >= ", " = ", " != ", " ~ "}) +
                       number(depth) + ")";
            case 6:
                return "(" + string(depth) + one_of({" = ", " != ", " ~ ", " !~ "}) + string(depth) + ")";
            case 7:
                return "(" + codes(depth) + " contains " + string(depth) + ")";
            case 8:
                return "(" + string(depth) + " in " + codes(depth) + ")";
            case 9:
                return codes(depth) + one_of({".exists()", ".empty()", ".exists($this = %x)"});
            case 10:
                return "(" + codes(depth) + one_of({" = ", " ~ "}) + codes(depth) + ")";
            default:
                return boolean(depth) + ".not()";
        }
    }

    std::string number(int depth) {
        if (depth == 0) {
            return one_of({"%n", "%d", "%n", "%d", "0", "1", "2", "0.5", "(-1)", "{}"});
        }
        --depth;
        switch (below(9)) {
            case 0:
            case 1:
            case 2:
                return "(" + number(depth) + one_of({" + ", " - ", " * ", " / ", " div ", " mod "}) + number(depth) +
                       ")";
            case 3:
                return number(depth) + one_of({".abs()", ".floor()", ".ceiling()", ".truncate()", ".round()",
                                               ".round(1)", ".toDecimal()"});
            case 4:
                return "iif(" + boolean(depth) + ", " + number(depth) + ", " + number(depth) + ")";
            case 5:
                return "iif(" + boolean(depth) + ", " + number(depth) + ")";
            case 6:
                return codes(depth) + ".count()";
            case 7:
                return "(" + number(depth) + " | " + number(depth) + ")" +
                       one_of({".sum()", ".min()", ".max()", ".first()", ".where($this > 0).sum()", ".count()"});
            default:
                return boolean(depth) + ".toInteger()";
        }
    }

    std::string string(int depth) {
        if (depth == 0) return one_of({"%x", "%y", "'a'", "'b'", "{}"});
        --depth;
        switch (below(3)) {
            case 0:
                return "iif(" + boolean(depth) + ", " + string(depth) + ", " + string(depth) + ")";
            case 1:
                return codes(depth) + ".first()";
            default:
                return string(0);
        }
    }

    std::string codes(int depth) {
        if (depth == 0) return one_of({"%m", "%m", "%x", "('a' | 'c')", "{}"});
        --depth;
        switch (below(5)) {
            case 0:
                return "(" + codes(depth) + " | " + codes(depth) + ")";
            case 1:
                return codes(depth) + one_of({".where($this = 'a')", ".where($this != %x)", ".where($this in %m)",
                                              ".where(%t)", ".distinct()"});
            case 2:
                return "iif(" + boolean(depth) + ", " + codes(depth) + ", " + codes(depth) + ")";
            default:
                return codes(0);
        }
    }

private:
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }
    std::string one_of(std::initializer_list<const char*> texts) {
        return texts.begin()[below(static_cast<std::uint32_t>(texts.size()))];
    }

    std::mt19937 random_;
};

}  // namespace selfcheck::engine::fhirpath
