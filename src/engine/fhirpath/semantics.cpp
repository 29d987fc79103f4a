// SPDX-License-Identifier: MIT
#include "engine/fhirpath/semantics.h"

#include <algorithm>
#include <string_view>

namespace selfcheck::engine::fhirpath::detail {

Value arithmetic(Op op, const Item& a, const Item& b) noexcept {
    const Type type = a.type() == Type::integer && b.type() == Type::integer ? Type::integer : Type::decimal;
    const Decimal x = a.as_number();
    const Decimal y = b.as_number();
    switch (op) {
        case Op::multiply:
            return to_value(multiply(x, y), type);
        case Op::divide:
            return to_value(divide(x, y), Type::decimal);
        case Op::div:
            return to_value(divide_whole(x, y), Type::integer);
        case Op::mod:
            return to_value(remainder(x, y), type);
        case Op::add:
            return to_value(add(x, y), type);
        default:
            return to_value(subtract(x, y), type);
    }
}

Value rounding(Op op, const Item& a, int decimals) noexcept {
    const Decimal x = a.as_number();
    switch (op) {
        case Op::negate:
            return to_value(negate(x), a.type());
        case Op::abs:
            return to_value(abs(x), a.type());
        case Op::round:
            return to_value(round(x, decimals), Type::decimal);
        case Op::floor:
            return to_value(floor(x), Type::integer);
        case Op::ceiling:
            return to_value(ceiling(x), Type::integer);
        default:
            return to_value(truncate(x), Type::integer);
    }
}

bool equivalent(const Item& a, const Item& b, const SymbolTable& symbols) noexcept {
    if (is_number(a.type()) && is_number(b.type())) {
        const Decimal x = a.as_number();
        const Decimal y = b.as_number();
        if (a.type() == Type::integer && b.type() == Type::integer) return x == y;
        const int decimals = std::min(x.precision(), y.precision());
        return round(x, decimals) == round(y, decimals);
    }
    if (a.type() == Type::code && b.type() == Type::code && !a.is_number_text() && !b.is_number_text()) {
        return symbols.folded(a.as_code()) == symbols.folded(b.as_code());
    }
    return equal(a, b, symbols);
}

namespace {

bool reads_as_integer(std::string_view text) noexcept {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Value number_in(const Item& code, Type type, const SymbolTable& symbols) noexcept {
    if (code.is_number_text()) {
        if (type == Type::integer && !code.as_number().is_whole()) return {};
        return to_value(code.as_number(), type);
    }
    const std::string_view text = symbols.text(code.as_code());
    if (type == Type::integer && !reads_as_integer(text)) return {};
    return to_value(Decimal::parse(text), type);
}

}  // namespace

Value convert(Op op, const Item& a, const SymbolTable& symbols) noexcept {
    if (op == Op::to_string) {
        if (a.type() == Type::code) return a;
        if (is_number(a.type())) return Item::number_text(a.as_number());
        return Item::code(a.as_boolean() ? kTrueText : kFalseText);
    }
    const Type wanted = op == Op::to_integer ? Type::integer : Type::decimal;
    switch (a.type()) {
        case Type::code:
            return number_in(a, wanted, symbols);
        case Type::boolean:
            return to_value(Decimal::from_integer(a.as_boolean() ? 1 : 0), wanted);
        case Type::integer:
            return to_value(a.as_number(), wanted);
        default:
            return wanted == Type::decimal ? Value(a) : Value();
    }
}

}  // namespace selfcheck::engine::fhirpath::detail
