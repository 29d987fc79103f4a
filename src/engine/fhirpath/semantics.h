// SPDX-License-Identifier: MIT
//
// semantics.h: FHIRPath's rules for single items. Internal; shared by evaluate and possible, so
// that the two cannot disagree. Sections are those of HL7 FHIRPath N1.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "engine/decimal.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"
#include "engine/fhirpath/value.h"

namespace selfcheck::engine::fhirpath::detail {

inline constexpr Decimal kLowestInteger = Decimal::from_integer(std::numeric_limits<std::int32_t>::min());
inline constexpr Decimal kHighestInteger = Decimal::from_integer(std::numeric_limits<std::int32_t>::max());

/// 6.5: a boolean or {}.
enum class Truth : std::uint8_t { no, yes, unknown };

constexpr Truth negation(Truth a) noexcept {
    if (a == Truth::unknown) return a;
    return a == Truth::yes ? Truth::no : Truth::yes;
}

/// 6.5.1 to 6.5.5. Requires one of the four operators.
constexpr Truth logic(Op op, Truth a, Truth b) noexcept {
    switch (op) {
        case Op::logical_and:
            if (a == Truth::no || b == Truth::no) return Truth::no;
            return a == Truth::yes ? b : a;
        case Op::logical_or:
            if (a == Truth::yes || b == Truth::yes) return Truth::yes;
            return a == Truth::no ? b : a;
        case Op::implies:
            return logic(Op::logical_or, negation(a), b);
        default:
            if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
            return a == b ? Truth::no : Truth::yes;
    }
}

/// 5.1.1 (singleton evaluation): a single item that is no boolean counts as true.
constexpr Truth truth_of(const Value& value) noexcept {
    if (value.size() != 1) return Truth::unknown;
    const Item& item = value.front();
    return item.type() == Type::boolean && !item.as_boolean() ? Truth::no : Truth::yes;
}

constexpr Value to_value(Truth truth) noexcept {
    if (truth == Truth::unknown) return {};
    return Item::boolean(truth == Truth::yes);
}

/// A number of the type given; {} when it is none or an integer leaves 32 bits (6.6: overflow is
/// empty).
constexpr Value to_value(std::optional<Decimal> number, Type type) noexcept {
    if (!number) return {};
    if (type == Type::decimal) return Item::decimal(*number);
    if (*number < kLowestInteger || *number > kHighestInteger) return {};
    return Item::integer(static_cast<std::int32_t>(number->steps() / Decimal::kStepsPerUnit));
}

/// 6.6: + - * / div mod of two numbers. Two integers give an integer, except with `/`; div always
/// gives one.
Value arithmetic(Op op, const Item& a, const Item& b) noexcept;

/// 6.6, 5.7: negate and the functions abs, ceiling, floor, round and truncate of a number.
Value rounding(Op op, const Item& a, int decimals) noexcept;

/// 6.2: < <= > >= of two numbers.
constexpr bool ordered(Op op, Decimal a, Decimal b) noexcept {
    switch (op) {
        case Op::less:
            return a < b;
        case Op::less_equal:
            return a <= b;
        case Op::greater:
            return a > b;
        default:
            return a >= b;
    }
}

/// 6.1.1, for items.
inline bool equal(const Item& a, const Item& b, const SymbolTable& symbols) noexcept {
    if (is_number(a.type()) && is_number(b.type())) return a.as_number() == b.as_number();
    if (a.type() != b.type()) return false;
    if (a.is_number_text() == b.is_number_text()) return a == b;
    const Item& number_text = a.is_number_text() ? a : b;
    const Item& symbol = a.is_number_text() ? b : a;
    return symbols.number(symbol.as_code()) == number_text.as_number();
}

/// 6.1.2, for items: numbers to the lesser precision, strings without case.
bool equivalent(const Item& a, const Item& b, const SymbolTable& symbols) noexcept;

/// 5.5: toString, toInteger, toDecimal of an item; {} where there is nothing to convert to.
Value convert(Op op, const Item& a, const SymbolTable& symbols) noexcept;

}  // namespace selfcheck::engine::fhirpath::detail
