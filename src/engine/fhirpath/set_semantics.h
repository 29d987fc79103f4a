// SPDX-License-Identifier: MIT
//
// set_semantics.h: what semantics.h says of single values, said of sets of values. Internal to
// possible().
//
// Each function contains every result that some choice of members gives, whatever the connection
// between its operands; it may contain more.
#pragma once

#include "engine/fhirpath/possibility.h"
#include "engine/fhirpath/semantics.h"

namespace selfcheck::engine::fhirpath::detail {

/// Which of false, true and {} a part may be. Bits of one byte: as three of them it would be put
/// together in memory each time it is handed on.
struct Truths {
    bool no : 1 = false;
    bool yes : 1 = false;
    bool unknown : 1 = false;

    bool any() const noexcept { return no || yes || unknown; }
    friend bool operator==(const Truths&, const Truths&) noexcept = default;
};

/// What singleton evaluation makes of it.
inline Truths truths_of(const Possibility& a) noexcept {
    return {.no = a.type == Type::boolean && a.may_be_false(),
            .yes = a.max_count > 0 && (a.type != Type::boolean || a.holds_true),
            .unknown = a.min_count == 0 || a.max_count > 1};
}

Possibility to_possibility(const Truths& truths) noexcept;

constexpr Truths negation(const Truths& a) noexcept { return {.no = a.yes, .yes = a.no, .unknown = a.unknown}; }

/// and, or, xor, implies.
Truths logic(Op op, const Truths& a, const Truths& b) noexcept;

/// < <= > >=
Truths ordered(Op op, const Possibility& a, const Possibility& b) noexcept;

/// = != ~ !~
Truths compared(Op op, const Possibility& a, const Possibility& b, const SymbolTable& symbols) noexcept;

/// contains, and `in` turned around.
Truths contains(const Possibility& all, const Possibility& item) noexcept;

/// + - * / div mod
Possibility arithmetic(Op op, const Possibility& a, const Possibility& b) noexcept;

/// negate, abs, ceiling, floor, round and truncate.
Possibility rounding(Op op, const Possibility& a, int decimals) noexcept;

Possibility count(const Possibility& a) noexcept;

Possibility sum(const Possibility& a) noexcept;

/// min, max and first: one of its items.
Possibility one_of(Possibility a) noexcept;

/// Each item once.
Possibility distinct(Possibility a) noexcept;

/// The union: the items of both, each once.
Possibility unite(const Possibility& a, const Possibility& b) noexcept;

/// toString, toInteger and toDecimal.
Possibility convert(Op op, const Possibility& a, const SymbolTable& symbols) noexcept;

}  // namespace selfcheck::engine::fhirpath::detail
