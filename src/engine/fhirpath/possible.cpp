// SPDX-License-Identifier: MIT
//
// An abstract interpretation: every operation is carried out on sets of values. Sets of numbers are
// intervals, sets of codes bit sets, so a combination of two parts that depend on the same variable
// loses their connection
// (`%x = 'a' or %x = 'b'` over x in {a, b} would come out as "true or false"). Trying the cases of
// a variable one by one restores it; the rejected way, refining a variable inside the branches of
// iif and the right operands of `and`, needs as much code as the evaluator and is still blind to
// sums.

#include "engine/fhirpath/possible.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "engine/fhirpath/semantics.h"

namespace selfcheck::engine::fhirpath {

namespace {

using detail::kHighestInteger;
using detail::kLowestInteger;
using detail::Node;
using detail::Op;
using detail::Truth;
using engine::detail::divide_to_nearest;
using engine::detail::Wide;

constexpr Decimal kStep = Decimal::from_steps(1);

Interval hull(const Interval& a, const Interval& b) noexcept {
    return {std::min(a.min, b.min), std::max(a.max, b.max)};
}

bool is_point(const Interval& a) noexcept { return a.min == a.max; }

/// The whole numbers within; the interval itself if there is none.
Interval whole_numbers(const Interval& a) noexcept {
    const Decimal low = ceiling(a.min).value_or(a.min);
    const Decimal high = floor(a.max).value_or(a.max);
    return low <= high ? Interval{low, high} : a;
}

// ---- booleans

/// Which of false, true and {} a part may be.
struct Truths {
    bool no = false;
    bool yes = false;
    bool unknown = false;

    bool has(Truth truth) const noexcept {
        return truth == Truth::no ? no : truth == Truth::yes ? yes : unknown;
    }
    void insert(Truth truth) noexcept {
        (truth == Truth::no ? no : truth == Truth::yes ? yes : unknown) = true;
    }
};

constexpr Truth kTruths[] = {Truth::no, Truth::yes, Truth::unknown};

Truths truths_of(const Possibility& a) noexcept {
    Truths truths;
    truths.unknown = a.min_count == 0 || a.max_count > 1;
    truths.no = a.type == Type::boolean && a.may_be_false();
    truths.yes = a.max_count > 0 && (a.type != Type::boolean || a.holds_true);
    return truths;
}

Possibility boolean(const Truths& truths) noexcept {
    Possibility result;
    result.type = Type::boolean;
    result.min_count = truths.unknown ? 0 : 1;
    result.max_count = truths.no || truths.yes ? 1 : 0;
    result.holds_true = truths.yes;
    result.holds_false = truths.no;
    return result;
}

// ---- numbers

/// A single number within `range`, in steps, which may lie outside what a Decimal holds: then it
/// may be {}.
Possibility number(Type type, Wide low, Wide high, bool may_be_empty) noexcept {
    const Wide lowest = type == Type::integer ? kLowestInteger.steps() : Decimal::lowest().steps();
    const Wide highest =
        type == Type::integer ? kHighestInteger.steps() : Decimal::highest().steps();
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

WideInterval around(std::initializer_list<Wide> corners) noexcept {
    return {std::min(corners), std::max(corners)};
}

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
    const auto size = [](Decimal x) -> Wide {
        return x.steps() < 0 ? -Wide{x.steps()} : Wide{x.steps()};
    };
    const Wide most = std::max(size(b.min), size(b.max)) - 1;
    return {a.min.steps() < 0 ? -std::min(size(a.min), most) : 0,
            a.max.steps() > 0 ? std::min(size(a.max), most) : 0};
}

Possibility division(Op op, Type type, const Possibility& a, const Possibility& b,
                     bool may_be_empty) noexcept {
    bool any = false;
    WideInterval result;
    const auto include = [&](Decimal low, Decimal high) {
        if (low > high) return;
        const Interval divisor{low, high};
        const WideInterval part =
            op == Op::mod ? remainders(a.range, divisor) : quotients(op, a.range, divisor);
        result = any ? WideInterval{std::min(result.min, part.min), std::max(result.max, part.max)}
                     : part;
        any = true;
    };
    const Interval& divisor = b.range;
    include(divisor.min, std::min(divisor.max, Decimal::from_steps(-1)));
    include(std::max(divisor.min, kStep), divisor.max);
    const bool by_zero = divisor.min <= Decimal() && divisor.max >= Decimal();
    if (!any) return Possibility::nothing();
    return number(type, result.min, result.max, may_be_empty || by_zero);
}

Possibility arithmetic(Op op, const Possibility& a, const Possibility& b) noexcept {
    if (!a.numbers() || !b.numbers()) return Possibility::nothing();
    const bool may_be_empty = a.may_be_empty() || b.may_be_empty();
    const Type type =
        a.type == Type::integer && b.type == Type::integer ? Type::integer : Type::decimal;
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
            const auto one = [](Wide x, Wide y) {
                return divide_to_nearest<Wide>(x * y, Decimal::kStepsPerUnit);
            };
            const WideInterval result = around(
                {one(a_min, b_min), one(a_min, b_max), one(a_max, b_min), one(a_max, b_max)});
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
    return number(op == Op::round ? Type::decimal : Type::integer,
                  new_low.value_or(Decimal::lowest()).steps(),
                  new_high.value_or(Decimal::highest()).steps(),
                  a.may_be_empty() || !new_low || !new_high);
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

// ---- items

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
        CodeSet common = a.may;
        common &= b.may;
        const bool other = a.may.has_other() || b.may.has_other();
        truths.yes = other || !common.empty();
        truths.no = other || a.may.size() != 1 || a.may != b.may;
    } else {
        truths.no = true;
    }
    return truths;
}

/// The same for `~`.
Truths equivalence(const Possibility& a, const Possibility& b,
                   const SymbolTable& symbols) noexcept {
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
        for (std::size_t slot = 0; slot < CodeSet::kOther; ++slot) {
            if (codes.test(slot)) folded.insert(symbols.folded(static_cast<SymbolId>(slot)));
        }
        if (codes.has_other()) folded.insert_other();
        return folded;
    };
    Possibility x = a;
    Possibility y = b;
    x.may = fold(a.may);
    y.may = fold(b.may);
    return equality(x, y);
}

/// Whether one item of `a` may be in the collection `all`, neither being {}.
Truths membership(const Possibility& item, const Possibility& all) noexcept {
    Truths truths;
    if (all.max_count > 0) truths.yes = equality(item, all).yes;
    truths.no = true;
    if (both_strings(item, all)) {
        CodeSet certain = item.may;
        certain &= all.must;
        truths.no = certain != item.may || item.may.has_other();
    } else if (all.min_count > 0 && all.max_count > 0) {
        // Every item of `all` is the same single value, and so is `item`.
        truths.no = equality(item, all).no;
    }
    return truths;
}

// ---- programs

/// A variable tried case by case.
struct Split {
    VariableIndex variable = 0;
    std::vector<Possibility> cases;
    std::size_t current = 0;
};

class Interpreter {
  public:
    Interpreter(const Program& program, std::span<const Possibility> variables,
                const SymbolTable& symbols, const std::vector<Split>& splits)
        : nodes_(program.nodes()), variables_(variables), symbols_(symbols), splits_(splits) {}

    Possibility run() { return run(static_cast<std::uint32_t>(nodes_.size() - 1)); }

  private:
    Possibility run(std::uint32_t index) {
        const Node& node = nodes_[index];
        switch (node.op) {
            case Op::literal:
                return Possibility::exactly(node.literal);
            case Op::variable:
                return variable(node.variable);
            case Op::this_item:
                return *self_;
            case Op::where:
                return where(node);
            case Op::iif:
                return choose(node);
            default:
                break;
        }
        const Possibility a = run(node.child[0]);
        if (node.children == 1) return function(node, a);
        return operation(node.op, a, run(node.child[1]));
    }

    const Possibility& variable(VariableIndex index) const noexcept {
        for (const Split& split : splits_) {
            if (split.variable == index) return split.cases[split.current];
        }
        return variables_[index];
    }

    Possibility choose(const Node& node) {
        const Truths condition = truths_of(run(node.child[0]));
        std::optional<Possibility> result;
        if (condition.yes) result = run(node.child[1]);
        if (condition.no || condition.unknown) {
            const Possibility otherwise =
                node.children == 3 ? run(node.child[2]) : Possibility::nothing();
            result = result ? join(*result, otherwise) : otherwise;
        }
        return result.value_or(Possibility::nothing());
    }

    Truths criterion(const Node& node, const Possibility& item) {
        const Possibility* const outer = self_;
        self_ = &item;
        const Truths truths = truths_of(run(node.child[1]));
        self_ = outer;
        return truths;
    }

    Possibility where(const Node& node) {
        Possibility input = run(node.child[0]);
        if (input.max_count == 0) return input;
        Possibility item = input;
        item.min_count = item.max_count = 1;
        if (input.type != Type::code) {
            const Truths kept = criterion(node, item);
            if (!kept.yes) return Possibility::nothing();
            if (kept.no || kept.unknown) input.min_count = 0;
            return input;
        }
        // Code by code, so that where($this = 'x') keeps x alone.
        Possibility result;
        result.type = Type::code;
        for (std::size_t slot = 0; slot <= CodeSet::kOther; ++slot) {
            if (!input.may.test(slot)) continue;
            const auto id = static_cast<SymbolId>(slot);
            item.may = {};
            if (slot == CodeSet::kOther) {
                item.may.insert_other();
            } else {
                item.may.insert(id);
            }
            item.must = {};
            const Truths kept = criterion(node, item);
            if (!kept.yes) continue;
            result.may |= item.may;
            const bool surely = !kept.no && !kept.unknown && slot != CodeSet::kOther;
            if (surely && input.must.contains(id)) result.must |= item.may;
        }
        if (result.may.empty()) return Possibility::nothing();
        // With `other` in the set an item stands for many texts.
        result.max_count = input.max_count;
        if (!result.may.has_other()) {
            result.max_count =
                std::min(result.max_count, static_cast<std::uint32_t>(result.may.size()));
        }
        result.min_count = static_cast<std::uint32_t>(result.must.size());
        return result;
    }

    Possibility operation(Op op, const Possibility& a, const Possibility& b) {
        switch (op) {
            case Op::logical_and:
            case Op::logical_or:
            case Op::logical_xor:
            case Op::implies: {
                const Truths x = truths_of(a);
                const Truths y = truths_of(b);
                Truths result;
                for (const Truth left : kTruths) {
                    for (const Truth right : kTruths) {
                        if (x.has(left) && y.has(right)) {
                            result.insert(detail::logic(op, left, right));
                        }
                    }
                }
                return boolean(result);
            }
            case Op::equal:
            case Op::not_equal:
            case Op::equivalent:
            case Op::not_equivalent:
                return compare(op, a, b);
            case Op::in:
                return contains(b, a);
            case Op::contains:
                return contains(a, b);
            case Op::join:
                return unite(a, b);
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal:
                return order(op, a, b);
            default:
                return arithmetic(op, a, b);
        }
    }

    static Possibility order(Op op, const Possibility& a, const Possibility& b) noexcept {
        Truths truths;
        truths.unknown = a.may_be_empty() || b.may_be_empty();
        if (a.numbers() && b.numbers()) {
            const bool downward = op == Op::less || op == Op::less_equal;
            const Decimal best = downward ? a.range.min : a.range.max;
            const Decimal against_best = downward ? b.range.max : b.range.min;
            const Decimal worst = downward ? a.range.max : a.range.min;
            const Decimal against_worst = downward ? b.range.min : b.range.max;
            truths.yes = detail::ordered(op, best, against_best);
            truths.no = !detail::ordered(op, worst, against_worst);
        } else {
            truths.unknown = true;
        }
        return boolean(truths);
    }

    Possibility compare(Op op, const Possibility& a, const Possibility& b) const noexcept {
        const bool exact = op == Op::equal || op == Op::not_equal;
        Truths truths;
        if (a.max_count > 0 && b.max_count > 0) {
            const Truths single = exact ? equality(a, b) : equivalence(a, b, symbols_);
            const std::uint32_t fewest = std::max({a.min_count, b.min_count, 1U});
            const bool counts_meet = fewest <= std::min(a.max_count, b.max_count);
            const bool both_single = a.max_count == 1 && b.max_count == 1;
            truths.yes = single.yes && counts_meet;
            truths.no = both_single ? single.no : true;
        }
        if (exact) {
            truths.unknown = a.may_be_empty() || b.may_be_empty();
        } else {
            truths.yes |= a.may_be_empty() && b.may_be_empty();
            truths.no |=
                (a.may_be_empty() && b.max_count > 0) || (b.may_be_empty() && a.max_count > 0);
        }
        if (op == Op::not_equal || op == Op::not_equivalent) std::swap(truths.yes, truths.no);
        return boolean(truths);
    }

    static Possibility contains(const Possibility& all, const Possibility& item) noexcept {
        Truths truths;
        if (item.max_count > 0) truths = membership(item, all);
        truths.unknown = item.may_be_empty();
        return boolean(truths);
    }

    static Possibility unite(const Possibility& a, const Possibility& b) noexcept {
        Possibility result = join(a, b);
        result.min_count = std::max(a.min_count, b.min_count);
        result.max_count = a.max_count + b.max_count;
        result.must = a.must;
        result.must |= b.must;
        return tidy(result);
    }

    /// No item twice: bounds the count by what there is to choose from.
    static Possibility tidy(Possibility a) noexcept {
        if (a.type == Type::boolean) a.max_count = std::min(a.max_count, 2U);
        if (a.type == Type::code) {
            a.min_count = std::max(a.min_count, static_cast<std::uint32_t>(a.must.size()));
            if (!a.may.has_other()) {
                a.max_count = std::min(a.max_count, static_cast<std::uint32_t>(a.may.size()));
            }
        }
        return a;
    }

    Possibility function(const Node& node, const Possibility& a) const noexcept {
        switch (node.op) {
            case Op::logical_not: {
                Truths truths = truths_of(a);
                std::swap(truths.yes, truths.no);
                return boolean(truths);
            }
            case Op::exists:
                return boolean({.no = a.may_be_empty(), .yes = a.max_count > 0});
            case Op::is_empty:
                return boolean({.no = a.max_count > 0, .yes = a.may_be_empty()});
            case Op::count:
                return number(Type::integer, Wide{a.min_count} * Decimal::kStepsPerUnit,
                              Wide{a.max_count} * Decimal::kStepsPerUnit, false);
            case Op::sum:
                return sum(a);
            case Op::min:
            case Op::max:
            case Op::first: {
                Possibility result = a;
                result.min_count = std::min(a.min_count, 1U);
                result.max_count = std::min(a.max_count, 1U);
                if (a.max_count > 1) result.must = {};
                return result;
            }
            case Op::distinct: {
                Possibility result = a;
                result.min_count = std::min(a.min_count, 1U);
                return tidy(result);
            }
            case Op::to_string:
            case Op::to_integer:
            case Op::to_decimal:
                return convert(node.op, a);
            default:
                return rounding(node.op, a, static_cast<int>(node.child[1]));
        }
    }

    /// Case by case where there are cases.
    Possibility convert(Op op, const Possibility& a) const noexcept {
        if (a.max_count == 0) return Possibility::nothing();
        std::optional<Possibility> result;
        const auto include = [&](const Possibility& part) {
            result = result ? join(*result, part) : part;
        };
        const auto include_item = [&](const Item& item) {
            include(Possibility::exactly(detail::convert(op, item, symbols_)));
        };
        if (a.type == Type::boolean) {
            if (a.holds_false) include_item(Item::boolean(false));
            if (a.holds_true) include_item(Item::boolean(true));
        } else if (a.type == Type::code && op != Op::to_string) {
            for (std::size_t slot = 0; slot < CodeSet::kOther; ++slot) {
                if (a.may.test(slot)) include_item(Item::code(static_cast<SymbolId>(slot)));
            }
            if (a.may.has_other()) {
                const bool whole = op == Op::to_integer;
                include(number(whole ? Type::integer : Type::decimal, Decimal::lowest().steps(),
                               Decimal::highest().steps(), true));
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

    std::span<const Node> nodes_;
    std::span<const Possibility> variables_;
    const SymbolTable& symbols_;
    const std::vector<Split>& splits_;
    const Possibility* self_ = nullptr;
};

// ---- cases

/// Cuts a number's range at the thresholds it is compared with, so that each comparison is decided
/// within a case.
void cut(const Program& program, VariableIndex variable, const Possibility& a,
         std::vector<Possibility>& cases) {
    std::vector<Decimal> cuts;
    for (const Threshold& threshold : program.thresholds()) {
        if (threshold.variable == variable) cuts.push_back(threshold.value);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    Possibility piece = a;
    piece.min_count = 1;
    const auto include = [&](Decimal low, Decimal high) {
        if (low > high) return;
        piece.range = {low, high};
        if (a.type == Type::integer) {
            piece.range = whole_numbers(piece.range);
            if (ceiling(low).value_or(low) > floor(high).value_or(high)) return;
        }
        cases.push_back(piece);
    };
    std::optional<Decimal> from = a.range.min;
    for (const Decimal at : cuts) {
        if (!from || at < *from || at > a.range.max) continue;
        if (const auto below = subtract(at, kStep)) include(*from, *below);
        include(at, at);
        from = add(at, kStep);
    }
    if (from) include(*from, a.range.max);
}

std::vector<Possibility> cases_of(const Program& program, VariableIndex variable,
                                  const Possibility& a) {
    std::vector<Possibility> cases;
    if (a.may_be_empty()) {
        Possibility none = Possibility::nothing();
        none.type = a.type;
        cases.push_back(none);
    }
    if (a.max_count == 0) return cases;
    Possibility some = a;
    some.min_count = std::max(a.min_count, 1U);
    if (a.max_count > 1) {
        cases.push_back(some);
    } else if (a.type == Type::boolean) {
        for (const bool value : {false, true}) {
            if (value ? a.holds_true : a.holds_false) {
                cases.push_back(Possibility::exactly(Item::boolean(value)));
            }
        }
    } else if (a.type == Type::code) {
        for (std::size_t slot = 0; slot < CodeSet::kOther; ++slot) {
            if (!a.may.test(slot)) continue;
            cases.push_back(Possibility::exactly(Item::code(static_cast<SymbolId>(slot))));
        }
        if (a.may.has_other()) {
            some.may = {};
            some.may.insert_other();
            some.must = {};
            cases.push_back(some);
        }
    } else {
        cut(program, variable, some, cases);
    }
    return cases;
}

/// The variables worth trying case by case: those used more than once, since a single use has no
/// other to be connected with; fewest cases first, as long as the combinations stay few.
std::vector<Split> splits_of(const Program& program, std::span<const Possibility> variables) {
    constexpr std::size_t kMostCombinations = 256;
    std::vector<Split> splits;
    for (const VariableIndex variable : program.repeated_variables()) {
        std::vector<Possibility> cases = cases_of(program, variable, variables[variable]);
        if (cases.size() > 1) splits.push_back({variable, std::move(cases), 0});
    }
    std::stable_sort(splits.begin(), splits.end(), [](const Split& a, const Split& b) {
        return a.cases.size() < b.cases.size();
    });
    std::size_t combinations = 1;
    std::size_t kept = 0;
    while (kept < splits.size() && combinations * splits[kept].cases.size() <= kMostCombinations) {
        combinations *= splits[kept++].cases.size();
    }
    splits.resize(kept);
    return splits;
}

/// Steps to the next combination; false after the last.
bool advance(std::vector<Split>& splits) noexcept {
    for (Split& split : splits) {
        if (++split.current < split.cases.size()) return true;
        split.current = 0;
    }
    return false;
}

}  // namespace

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
                    if (CodeSet::slot(item.as_code()) != CodeSet::kOther) {
                        result.must.insert(item.as_code());
                    }
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
            result.range = {std::max(variable.min, kLowestInteger),
                            std::min(variable.max, kHighestInteger)};
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
                if (item.is_number_text() ? !possibility.may.has_other()
                                          : !possibility.may.contains(item.as_code())) {
                    return false;
                }
                if (!item.is_number_text()) found.insert(item.as_code());
                break;
            default:
                if (!is_number(possibility.type)) return false;
                if (possibility.type == Type::integer && item.type() != Type::integer) return false;
                if (item.as_number() < possibility.range.min ||
                    item.as_number() > possibility.range.max) {
                    return false;
                }
        }
    }
    found &= possibility.must;
    return found == possibility.must;
}

Possibility possible(const Program& program, std::span<const Possibility> variables,
                     const SymbolTable& symbols) {
    std::vector<Split> splits = splits_of(program, variables);
    Interpreter interpreter(program, variables, symbols, splits);
    Possibility result = interpreter.run();
    while (advance(splits)) result = join(result, interpreter.run());
    return result;
}

}  // namespace selfcheck::engine::fhirpath
