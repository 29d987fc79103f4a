// SPDX-License-Identifier: MIT
#include "engine/fhirpath/set_semantics.h"

#include <algorithm>
#include <initializer_list>

namespace selfcheck::engine::fhirpath::detail {

namespace {

using engine::detail::divide_to_nearest;
using engine::detail::Wide;

constexpr Decimal kStep = Decimal::from_steps(1);

bool is_point(const Interval& a) noexcept { return a.min == a.max; }

/// A single number from `low` to `high`, in steps, which may lie outside what a Decimal holds: then it
/// may be {}.
Possibility number(Type type, Wide low, Wide high, bool may_be_empty) noexcept {
    const Wide lowest = type == Type::integer ? kLowestInteger.steps() : Decimal::lowest().steps();
    const Wide highest = type == Type::integer ? kHighestInteger.steps() : Decimal::highest().steps();
    Possibility result;
    result.type = type;
    if (high < lowest || low > highest) return result;
    // Where the type says decimal, two integers may still meet, and their result is bounded like an
    // integer.
    const bool may_overflow = low < kLowestInteger.steps() || high > kHighestInteger.steps();
    result.min_count = may_be_empty || may_overflow ? 0 : 1;
    result.max_count = 1;
    result.range = {Decimal::from_steps(static_cast<std::int64_t>(std::max(low, lowest))),
                    Decimal::from_steps(static_cast<std::int64_t>(std::min(high, highest)))};
    return result;
}

struct WideInterval {
    Wide min = 0;
    Wide max = 0;
};

WideInterval around(std::initializer_list<Wide> corners) noexcept { return {std::min(corners), std::max(corners)}; }

/// The quotients of `a` by a divisor range without zero.
WideInterval quotients(Op op, const Interval& a, const Interval& b) noexcept {
    const auto one = [op](Decimal x, Decimal y) -> Wide {
        if (op == Op::div) return Wide{x.steps()} / y.steps() * Decimal::kStepsPerUnit;
        return divide_to_nearest<Wide>(Wide{x.steps()} * Decimal::kStepsPerUnit, y.steps());
    };
    return around({one(a.min, b.min), one(a.min, b.max), one(a.max, b.min), one(a.max, b.max)});
}

/// `a` mod b: smaller than the divisor, not larger than the dividend, with the dividend's sign.
WideInterval remainders(const Interval& a, const Interval& b) noexcept {
    if (is_point(a) && is_point(b)) {
        const Wide rest = Wide{a.min.steps()} % b.min.steps();
        return {rest, rest};
    }
    const auto size = [](Decimal x) -> Wide { return x.steps() < 0 ? -Wide{x.steps()} : Wide{x.steps()}; };
    const Wide most = std::max(size(b.min), size(b.max)) - 1;
    return {a.min.steps() < 0 ? -std::min(size(a.min), most) : 0, a.max.steps() > 0 ? std::min(size(a.max), most) : 0};
}

Possibility division(Op op, Type type, const Possibility& a, const Possibility& b, bool may_be_empty) noexcept {
    bool any = false;
    WideInterval result;
    const auto include = [&](Decimal low, Decimal high) {
        if (low > high) return;
        const Interval divisor{low, high};
        const WideInterval part = op == Op::mod ? remainders(a.range, divisor) : quotients(op, a.range, divisor);
        result = any ? WideInterval{std::min(result.min, part.min), std::max(result.max, part.max)} : part;
        any = true;
    };
    const Interval& divisor = b.range;
    include(divisor.min, std::min(divisor.max, Decimal::from_steps(-1)));
    include(std::max(divisor.min, kStep), divisor.max);
    const bool by_zero = divisor.min <= Decimal() && divisor.max >= Decimal();
    if (!any) return Possibility::nothing();
    return number(type, result.min, result.max, may_be_empty || by_zero);
}

bool both_strings(const Possibility& a, const Possibility& b) noexcept {
    return a.type == Type::code && b.type == Type::code;
}

/// For two single items: whether `=` may hold, and whether it may fail.
Truths equality(const Possibility& a, const Possibility& b) noexcept {
    Truths truths;
    if (is_number(a.type) && is_number(b.type)) {
        truths.yes = a.range.min <= b.range.max && b.range.min <= a.range.max;
        truths.no = !is_point(a.range) || a.range != b.range;
    } else if (a.type == Type::boolean && b.type == Type::boolean) {
        truths.yes = (a.holds_true && b.holds_true) || (a.holds_false && b.holds_false);
        truths.no = (a.holds_true && b.holds_false) || (a.holds_false && b.holds_true);
    } else if (both_strings(a, b)) {
        const bool other = a.may.has_other() || b.may.has_other();
        truths.yes = other || a.may.meets(b.may);
        truths.no = other || a.may != b.may || a.may.size() != 1;
    } else {
        truths.no = true;
    }
    return truths;
}

/// The same for `~`.
Truths equivalence(const Possibility& a, const Possibility& b, const SymbolTable& symbols) noexcept {
    if (is_number(a.type) && is_number(b.type)) {
        Truths truths = equality(a, b);
        // Rounding to whole numbers joins what is at most 1 apart.
        const Wide unit = Decimal::kStepsPerUnit;
        truths.yes = Wide{a.range.min.steps()} - unit <= b.range.max.steps() &&
                     Wide{b.range.min.steps()} - unit <= a.range.max.steps();
        return truths;
    }
    if (!both_strings(a, b)) return equality(a, b);
    const auto fold = [&symbols](const CodeSet& codes) {
        CodeSet folded;
        codes.for_each_symbol([&](SymbolId id) { folded.insert(symbols.folded(id)); });
        if (codes.has_other()) folded.insert_other();
        return folded;
    };
    Possibility x = a;
    Possibility y = b;
    x.may = fold(a.may);
    y.may = fold(b.may);
    return equality(x, y);
}

/// No item twice: bounds the count by what there is to choose from.
Possibility tidy(Possibility a) noexcept {
    if (a.type == Type::boolean) a.max_count = std::min(a.max_count, 2U);
    if (a.type == Type::code) {
        a.min_count = std::max(a.min_count, static_cast<std::uint32_t>(a.must.size()));
        if (!a.may.has_other()) {
            a.max_count = std::min(a.max_count, static_cast<std::uint32_t>(a.may.size()));
        }
    }
    return a;
}

Truths conjunction(const Truths& a, const Truths& b) noexcept {
    return {.no = (a.no && b.any()) || (b.no && a.any()),
            .yes = a.yes && b.yes,
            .unknown = (a.unknown && (b.yes || b.unknown)) || (b.unknown && a.yes)};
}

}  // namespace

Possibility to_possibility(const Truths& truths) noexcept {
    Possibility result;
    result.type = Type::boolean;
    result.min_count = truths.unknown ? 0 : 1;
    result.max_count = truths.no || truths.yes ? 1 : 0;
    result.holds_true = truths.yes;
    result.holds_false = truths.no;
    return result;
}

Truths logic(Op op, const Truths& a, const Truths& b) noexcept {
    switch (op) {
        case Op::logical_and:
            return conjunction(a, b);
        case Op::logical_or:
            return negation(conjunction(negation(a), negation(b)));
        case Op::implies:
            return negation(conjunction(a, negation(b)));
        default:
            return {.no = (a.no && b.no) || (a.yes && b.yes),
                    .yes = (a.no && b.yes) || (a.yes && b.no),
                    .unknown = (a.unknown && b.any()) || (b.unknown && a.any())};
    }
}

Truths ordered(Op op, const Possibility& a, const Possibility& b) noexcept {
    if (!a.numbers() || !b.numbers()) return {.unknown = true};
    const bool downward = op == Op::less || op == Op::less_equal;
    const Decimal best = downward ? a.range.min : a.range.max;
    const Decimal against_best = downward ? b.range.max : b.range.min;
    const Decimal worst = downward ? a.range.max : a.range.min;
    const Decimal against_worst = downward ? b.range.min : b.range.max;
    return {.no = !ordered(op, worst, against_worst),
            .yes = ordered(op, best, against_best),
            .unknown = a.may_be_empty() || b.may_be_empty()};
}

Truths compared(Op op, const Possibility& a, const Possibility& b, const SymbolTable& symbols) noexcept {
    const bool exact = op == Op::equal || op == Op::not_equal;
    Truths truths;
    if (a.max_count > 0 && b.max_count > 0) {
        const Truths single = exact ? equality(a, b) : equivalence(a, b, symbols);
        const std::uint32_t fewest = std::max({a.min_count, b.min_count, 1U});
        const bool counts_meet = fewest <= std::min(a.max_count, b.max_count);
        const bool both_single = a.max_count == 1 && b.max_count == 1;
        truths.yes = single.yes && counts_meet;
        truths.no = both_single ? single.no : true;
    }
    if (exact) {
        truths.unknown = a.may_be_empty() || b.may_be_empty();
    } else {
        truths.yes = truths.yes || (a.may_be_empty() && b.may_be_empty());
        truths.no = truths.no || (a.may_be_empty() && b.max_count > 0) || (b.may_be_empty() && a.max_count > 0);
    }
    return op == Op::not_equal || op == Op::not_equivalent ? negation(truths) : truths;
}

Truths contains(const Possibility& all, const Possibility& item) noexcept {
    Truths truths{.unknown = item.may_be_empty()};
    if (item.max_count == 0) return truths;
    truths.yes = all.max_count > 0 && equality(item, all).yes;
    truths.no = true;
    if (both_strings(item, all)) {
        truths.no = item.may.has_other() || !item.may.is_within(all.must);
    } else if (all.min_count > 0 && all.max_count > 0) {
        // Every item of `all` is the same single value, and so is `item`.
        truths.no = equality(item, all).no;
    }
    return truths;
}

Possibility arithmetic(Op op, const Possibility& a, const Possibility& b) noexcept {
    if (!a.numbers() || !b.numbers()) return Possibility::nothing();
    const bool may_be_empty = a.may_be_empty() || b.may_be_empty();
    const Type type = a.type == Type::integer && b.type == Type::integer ? Type::integer : Type::decimal;
    const Wide a_min = a.range.min.steps();
    const Wide a_max = a.range.max.steps();
    const Wide b_min = b.range.min.steps();
    const Wide b_max = b.range.max.steps();
    switch (op) {
        case Op::add:
            return number(type, a_min + b_min, a_max + b_max, may_be_empty);
        case Op::subtract:
            return number(type, a_min - b_max, a_max - b_min, may_be_empty);
        case Op::multiply: {
            const auto one = [](Wide x, Wide y) { return divide_to_nearest<Wide>(x * y, Decimal::kStepsPerUnit); };
            const WideInterval result =
                around({one(a_min, b_min), one(a_min, b_max), one(a_max, b_min), one(a_max, b_max)});
            return number(type, result.min, result.max, may_be_empty);
        }
        case Op::divide:
            return division(op, Type::decimal, a, b, may_be_empty);
        case Op::div:
            return division(op, Type::integer, a, b, may_be_empty);
        default:
            return division(op, type, a, b, may_be_empty);
    }
}

Possibility rounding(Op op, const Possibility& a, int decimals) noexcept {
    if (!a.numbers()) return Possibility::nothing();
    const Wide low = a.range.min.steps();
    const Wide high = a.range.max.steps();
    if (op == Op::negate) return number(a.type, -high, -low, a.may_be_empty());
    if (op == Op::abs) {
        const Wide largest = std::max(-low, high);
        const Wide smallest = low > 0 ? low : high < 0 ? -high : 0;
        return number(a.type, smallest, largest, a.may_be_empty());
    }
    // All others keep the order, so the ends suffice; an end that overflows is cut there.
    const auto one = [op, decimals](Decimal x) -> std::optional<Decimal> {
        switch (op) {
            case Op::round:
                return round(x, decimals);
            case Op::floor:
                return floor(x);
            case Op::ceiling:
                return ceiling(x);
            default:
                return truncate(x);
        }
    };
    const auto new_low = one(a.range.min);
    const auto new_high = one(a.range.max);
    return number(op == Op::round ? Type::decimal : Type::integer, new_low.value_or(Decimal::lowest()).steps(),
                  new_high.value_or(Decimal::highest()).steps(), a.may_be_empty() || !new_low || !new_high);
}

Possibility count(const Possibility& a) noexcept {
    return number(Type::integer, Wide{a.min_count} * Decimal::kStepsPerUnit, Wide{a.max_count} * Decimal::kStepsPerUnit,
                  false);
}

Possibility sum(const Possibility& a) noexcept {
    if (!a.numbers()) return Possibility::nothing();
    const Wide low = a.range.min.steps();
    const Wide high = a.range.max.steps();
    const Wide fewest = std::max<std::uint32_t>(a.min_count, 1);
    const Wide most = a.max_count;
    // A sum that overflows on the way is {}, even when later items would bring it back.
    const Wide reach = most * std::max(low < 0 ? -low : low, high < 0 ? -high : high);
    return number(a.type, (low < 0 ? most : fewest) * low, (high > 0 ? most : fewest) * high,
                  a.may_be_empty() || reach > kHighestInteger.steps());
}

Possibility one_of(Possibility a) noexcept {
    if (a.max_count > 1) a.must = {};
    a.min_count = std::min(a.min_count, 1U);
    a.max_count = std::min(a.max_count, 1U);
    return a;
}

Possibility distinct(Possibility a) noexcept {
    a.min_count = std::min(a.min_count, 1U);
    return tidy(a);
}

Possibility unite(const Possibility& a, const Possibility& b) noexcept {
    Possibility result = join(a, b);
    result.min_count = std::max(a.min_count, b.min_count);
    result.max_count = a.max_count + b.max_count;
    result.must = a.must;
    result.must |= b.must;
    return tidy(result);
}

// Case by case where there are cases.
Possibility convert(Op op, const Possibility& a, const SymbolTable& symbols) noexcept {
    if (a.max_count == 0) return Possibility::nothing();
    std::optional<Possibility> result;
    const auto include = [&](const Possibility& part) { result = result ? join(*result, part) : part; };
    const auto include_item = [&](const Item& item) { include(Possibility::exactly(convert(op, item, symbols))); };
    if (a.type == Type::boolean) {
        if (a.holds_false) include_item(Item::boolean(false));
        if (a.holds_true) include_item(Item::boolean(true));
    } else if (a.type == Type::code && op != Op::to_string) {
        a.may.for_each_symbol([&](SymbolId id) { include_item(Item::code(id)); });
        if (a.may.has_other()) {
            const Type type = op == Op::to_integer ? Type::integer : Type::decimal;
            include(number(type, Decimal::lowest().steps(), Decimal::highest().steps(), true));
        }
    } else {
        include(a);
        if (op == Op::to_string && is_number(a.type)) {
            result->type = Type::code;
            result->may.insert_other();
        }
        if (op == Op::to_decimal) result->type = Type::decimal;
        if (op == Op::to_integer && a.type == Type::decimal) result->min_count = 0;
    }
    if (!result) return Possibility::nothing();
    return a.may_be_empty() ? result->or_empty() : *result;
}

}  // namespace selfcheck::engine::fhirpath::detail
