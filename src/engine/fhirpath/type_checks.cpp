// SPDX-License-Identifier: MIT
#include "engine/fhirpath/type_checks.h"

#include <algorithm>
#include <string>
#include <vector>

namespace selfcheck::engine::fhirpath::detail {

namespace {

enum class Kind { empty, boolean, number, string };

Kind kind_of(const StaticType& type) noexcept {
    if (type.type == Type::empty) return Kind::empty;
    if (type.type == Type::boolean) return Kind::boolean;
    return is_number(type.type) ? Kind::number : Kind::string;
}

std::string_view name_of(Kind kind) noexcept {
    switch (kind) {
        case Kind::empty:
            return "{}";
        case Kind::boolean:
            return "a boolean";
        case Kind::number:
            return "a number";
        default:
            return "a string";
    }
}

void add_code(std::vector<SymbolId>& codes, SymbolId code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

Type number_type(Op op, const StaticType& left, const StaticType& right) noexcept {
    if (op == Op::div) return Type::integer;
    const bool whole = left.type != Type::decimal && right.type != Type::decimal;
    return whole && op != Op::divide ? Type::integer : Type::decimal;
}

StaticType both(const StaticType& a, const StaticType& b) {
    StaticType result = a.type == Type::empty ? b : a;
    if (is_number(a.type) && is_number(b.type) && a.type != b.type) result.type = Type::decimal;
    result.many = a.many || b.many;
    result.any_text = a.any_text || b.any_text;
    for (const SymbolId code : b.codes) add_code(result.codes, code);
    return result;
}

}  // namespace

bool TypeChecks::binary(std::string_view word, Op op, std::size_t offset, const Operand& left, const Operand& right,
                        Operand& result) {
    result.type.type = Type::boolean;
    switch (op) {
        case Op::logical_and:
        case Op::logical_or:
        case Op::logical_xor:
        case Op::implies:
            if (!need_single(word, left) || !need_single(word, right)) return false;
            break;
        case Op::equal:
        case Op::not_equal:
        case Op::equivalent:
        case Op::not_equivalent:
            if (!comparable(word, offset, left, right)) return false;
            break;
        case Op::in:
            if (!need_single(word, left) || !comparable(word, offset, left, right)) return false;
            break;
        case Op::contains:
            if (!need_single(word, right) || !comparable(word, offset, left, right)) {
                return false;
            }
            break;
        case Op::join:
            if (!same_kind(word, offset, left, right)) return false;
            result.type = both(left.type, right.type);
            result.type.many =
                (left.type.type != Type::empty && right.type.type != Type::empty) || left.type.many || right.type.many;
            result.written = left.written;
            result.written.insert(result.written.end(), right.written.begin(), right.written.end());
            break;
        default:
            for (const Operand* operand : {&left, &right}) {
                if (!need_number(word, *operand) || !need_single(word, *operand)) return false;
            }
            if (op < Op::less) result.type.type = number_type(op, left.type, right.type);
            break;
    }
    return true;
}

bool TypeChecks::method(std::string_view name, Op op, const Operand& input, Operand& result) {
    StaticType& type = result.type;
    switch (op) {
        case Op::exists:
        case Op::is_empty:
            type.type = Type::boolean;
            return true;
        case Op::count:
            type.type = Type::integer;
            return true;
        case Op::first:
        case Op::distinct:
            type = input.type;
            if (op == Op::first) type.many = false;
            return true;
        case Op::sum:
        case Op::min:
        case Op::max:
            type.type = input.type.type;
            return need_number(name, input);
        default:
            break;
    }
    if (!need_single(name, input)) return false;
    switch (op) {
        case Op::logical_not:
            type.type = Type::boolean;
            return true;
        case Op::to_string:
            type.type = Type::code;
            type.any_text = is_number(input.type.type) || input.type.any_text;
            type.codes = input.type.codes;
            if (input.type.type == Type::boolean) type.codes = {kFalseText, kTrueText};
            return true;
        case Op::to_integer:
            type.type = Type::integer;
            if (input.type.type != Type::decimal) return true;
            return fail(input.offset,
                        "'toInteger' of a decimal is always empty; truncate(), round() or "
                        "floor() make it whole");
        case Op::to_decimal:
            type.type = Type::decimal;
            return true;
        default:
            break;
    }
    if (!need_number(name, input)) return false;
    const bool keeps = op == Op::abs;
    type.type = keeps ? input.type.type : Type::integer;
    if (op == Op::round) type.type = Type::decimal;
    return true;
}

bool TypeChecks::branches(std::size_t offset, const Operand& then, const Operand& otherwise, Operand& result) {
    if (!same_kind("iif", offset, then, otherwise)) return false;
    result.type = both(then.type, otherwise.type);
    return true;
}

bool TypeChecks::need_single(std::string_view word, const Operand& operand) {
    if (!operand.type.many) return true;
    return fail(operand.offset, in_quotes(word) + " needs a single value and this may be several");
}

bool TypeChecks::need_number(std::string_view word, const Operand& operand) {
    const Kind kind = kind_of(operand.type);
    if (kind == Kind::number || kind == Kind::empty) return true;
    return fail(operand.offset, in_quotes(word) + " needs a number and this is " + std::string(name_of(kind)));
}

bool TypeChecks::same_kind(std::string_view word, std::size_t offset, const Operand& left, const Operand& right) {
    const Kind a = kind_of(left.type);
    const Kind b = kind_of(right.type);
    if (a == b || a == Kind::empty || b == Kind::empty) return true;
    return fail(offset, in_quotes(word) + " has " + std::string(name_of(a)) + " and " + std::string(name_of(b)) +
                            ", which never match");
}

bool TypeChecks::comparable(std::string_view word, std::size_t offset, const Operand& left, const Operand& right) {
    return same_kind(word, offset, left, right) && known_codes(left, right) && known_codes(right, left);
}

bool TypeChecks::known_codes(const Operand& written, const Operand& other) {
    if (other.constant || kind_of(other.type) != Kind::string || other.type.any_text) {
        return true;
    }
    const std::vector<SymbolId>& codes = other.type.codes;
    for (const auto& [code, offset] : written.written) {
        const SymbolId folded = symbols_.folded(code);
        const auto same = [&](SymbolId id) { return symbols_.folded(id) == folded; };
        if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
        const auto near = std::find_if(codes.begin(), codes.end(), same);
        std::string message = in_quotes(symbols_.text(code)) + " is not a code of ";
        message += other.variable.empty() ? "what it is compared with" : "%" + other.variable;
        if (near != codes.end()) {
            message += "; perhaps " + in_quotes(symbols_.text(*near));
        } else {
            message += ", which has ";
            constexpr std::size_t kShown = 8;
            for (std::size_t i = 0; i < std::min(codes.size(), kShown); ++i) {
                if (i > 0) message += ", ";
                message += in_quotes(symbols_.text(codes[i]));
            }
            if (codes.empty()) message += "none";
            if (codes.size() > kShown) message += " and others";
        }
        return fail(offset, std::move(message));
    }
    return true;
}

}  // namespace selfcheck::engine::fhirpath::detail
