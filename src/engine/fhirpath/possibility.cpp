// SPDX-License-Identifier: MIT
#include "engine/fhirpath/possibility.h"

#include <algorithm>

#include "engine/fhirpath/program.h"
#include "engine/fhirpath/semantics.h"

namespace selfcheck::engine::fhirpath {

using detail::kHighestInteger;
using detail::kLowestInteger;

Possibility Possibility::exactly(const Value& value) {
    Possibility result;
    result.min_count = result.max_count = static_cast<std::uint32_t>(value.size());
    bool first = true;
    for (const Item& item : value.items()) {
        switch (item.type()) {
            case Type::boolean:
                (item.as_boolean() ? result.holds_true : result.holds_false) = true;
                break;
            case Type::code:
                if (item.is_number_text()) {
                    result.may.insert_other();
                } else {
                    result.may.insert(item.as_code());
                    if (CodeSet::has_room_for(item.as_code())) result.must.insert(item.as_code());
                }
                break;
            default: {
                const Interval point{item.as_number(), item.as_number()};
                result.range = first ? point : hull(result.range, point);
                break;
            }
        }
        const bool mixed = !first && result.type == Type::decimal && is_number(item.type());
        result.type = mixed ? Type::decimal : item.type();
        first = false;
    }
    return result;
}

Possibility Possibility::any_of(const Variable& variable, bool assume_answered) {
    Possibility result;
    result.type = variable.type;
    result.min_count = result.max_count = 1;
    switch (variable.type) {
        case Type::boolean:
            result.holds_true = result.holds_false = true;
            break;
        case Type::code:
            for (const SymbolId code : variable.codes) result.may.insert(code);
            if (variable.multi) {
                result.max_count = static_cast<std::uint32_t>(variable.codes.size());
            }
            if (variable.codes.empty()) return nothing();
            if (variable.codes.size() == 1) result.must = result.may;
            break;
        case Type::integer:
            result.range = {std::max(variable.min, kLowestInteger), std::min(variable.max, kHighestInteger)};
            result.range = whole_numbers(result.range);
            break;
        case Type::decimal:
            result.range = {variable.min, variable.max};
            break;
        case Type::empty:
            return nothing();
    }
    return assume_answered ? result : result.or_empty();
}

Possibility Possibility::or_empty() const {
    Possibility result = *this;
    result.min_count = 0;
    result.must = {};
    return result;
}

Possibility join(const Possibility& a, const Possibility& b) {
    Possibility result;
    if (a.max_count == 0 || b.max_count == 0) {
        result = (a.max_count == 0 ? b : a).or_empty();
        if (result.type == Type::empty) result.type = a.type == Type::empty ? b.type : a.type;
        return result;
    }
    result.type = a.type == b.type ? a.type : Type::decimal;
    result.min_count = std::min(a.min_count, b.min_count);
    result.max_count = std::max(a.max_count, b.max_count);
    result.holds_true = a.holds_true || b.holds_true;
    result.holds_false = a.holds_false || b.holds_false;
    result.range = hull(a.range, b.range);
    result.may = a.may;
    result.may |= b.may;
    result.must = a.must;
    result.must &= b.must;
    return result;
}

bool admits(const Possibility& possibility, const Value& value) {
    if (value.size() < possibility.min_count || value.size() > possibility.max_count) return false;
    CodeSet found;
    for (const Item& item : value.items()) {
        switch (item.type()) {
            case Type::boolean:
                if (possibility.type != Type::boolean) return false;
                if (!(item.as_boolean() ? possibility.holds_true : possibility.holds_false)) {
                    return false;
                }
                break;
            case Type::code:
                if (possibility.type != Type::code) return false;
                if (item.is_number_text() ? !possibility.may.has_other() : !possibility.may.contains(item.as_code())) {
                    return false;
                }
                if (!item.is_number_text()) found.insert(item.as_code());
                break;
            default:
                if (!is_number(possibility.type)) return false;
                if (possibility.type == Type::integer && item.type() != Type::integer) return false;
                if (item.as_number() < possibility.range.min || item.as_number() > possibility.range.max) {
                    return false;
                }
        }
    }
    found &= possibility.must;
    return found == possibility.must;
}

}  // namespace selfcheck::engine::fhirpath
