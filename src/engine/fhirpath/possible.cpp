// SPDX-License-Identifier: MIT
//
// An abstract interpretation: every operation is carried out on sets of values. Sets of numbers are
// intervals, sets of codes bit sets, so a combination of two parts that depend on the same variable
// loses their connection
// (`%x = 'a' or %x = 'b'` over x in {a, b} would come out as "true or false"). Trying the cases of
// a variable one by one restores it; the rejected way, refining every variable inside the branches
// of iif and the right operands of `and`, needs as much code as the evaluator and is still blind to
// sums. Only that an answer exists is carried into a branch: packs ask that most.
//
// The whole without cases comes first: no case can add to it, so it ends the search where it is
// already decided, and as soon as the cases tried make up for all of it.

#include "engine/fhirpath/possible.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>

#include "engine/fhirpath/set_semantics.h"

namespace selfcheck::engine::fhirpath {

namespace {

using detail::Node;
using detail::Op;
using detail::Truths;
using detail::truths_of;
using detail::yields_truth;

constexpr Decimal kStep = Decimal::from_steps(1);
const Possibility kNothing = Possibility::nothing();
constexpr Truths kCertainlyFalse{.no = true};
constexpr Truths kCertainlyTrue{.yes = true};

static_assert(std::is_trivially_destructible_v<Possibility>);

/// Where a set lies while it is looked at; not cleared, which would be most of the cost of a node.
class Room {
public:
    Room() noexcept {}  // NOLINT: uninitialised on purpose
    const Possibility& hold(const Possibility& set) noexcept { return *std::construct_at(&set_, set); }

private:
    union {
        Possibility set_;
    };
};

/// One combination of cases, or none.
struct Combination {
    std::span<const Outlook::Split> splits;
    std::span<const Possibility> cases;
};

class Interpreter {
public:
    Interpreter(const Program& program, std::span<const Possibility> variables, const SymbolTable& symbols,
                const Combination& combination = {})
        : nodes_(program.nodes()),
          literals_(program.literals()),
          variables_(variables),
          symbols_(symbols),
          combination_(combination) {}

    Possibility run() {
        Room room;
        return run(root(), room);
    }
    Truths truths() { return truths(root()); }

private:
    std::uint32_t root() const noexcept { return static_cast<std::uint32_t>(nodes_.size() - 1); }

    /// What a node may be: looked at where it lies, or else made in `room`.
    const Possibility& run(std::uint32_t index, Room& room) {
        const Node& node = nodes_[index];
        switch (node.op) {
            case Op::literal:
                return literals_[node.child[0]];
            case Op::variable:
                if (node.variable == answered_) return room.hold(answered(variable(node.variable)));
                return variable(node.variable);
            case Op::this_item:
                return *self_;
            case Op::where:
                return room.hold(where(node));
            case Op::iif:
                return choose(node, room);
            default:
                break;
        }
        if (yields_truth(node.op)) return room.hold(to_possibility(truths(index)));
        const Possibility& a = run(node.child[0], room);
        if (node.children == 1) return room.hold(function(node, a));
        Room more_room;
        const Possibility& b = run(node.child[1], more_room);
        return room.hold(node.op == Op::join ? detail::unite(a, b) : detail::arithmetic(node.op, a, b));
    }

    /// truths_of() what a node may be, without a Possibility where there need not be one.
    Truths truths(std::uint32_t index) {
        const Node& node = nodes_[index];
        switch (node.op) {
            case Op::logical_not:
                return detail::negation(truths(node.child[0]));
            case Op::logical_and:
            case Op::logical_or:
            case Op::logical_xor:
            case Op::implies: {
                const Truths left = truths(node.child[0]);
                if (node.op == Op::logical_and && left == kCertainlyFalse) return left;
                if (node.op == Op::logical_or && left == kCertainlyTrue) return left;
                return detail::logic(node.op, left, truths(node.child[1]));
            }
            default:
                return compare(node, index);
        }
    }

    Truths compare(const Node& node, std::uint32_t index) {
        Room room;
        if (!yields_truth(node.op)) return truths_of(run(index, room));
        const Possibility& a = run(node.child[0], room);
        if (node.op == Op::exists) return {.no = a.may_be_empty(), .yes = a.max_count > 0};
        if (node.op == Op::is_empty) return {.no = a.max_count > 0, .yes = a.may_be_empty()};
        Room more_room;
        const Possibility& b = run(node.child[1], more_room);
        switch (node.op) {
            case Op::in:
                return detail::contains(b, a);
            case Op::contains:
                return detail::contains(a, b);
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal:
                return detail::ordered(node.op, a, b);
            default:
                return detail::compared(node.op, a, b, symbols_);
        }
    }

    const Possibility& variable(VariableIndex index) const noexcept {
        for (const Outlook::Split& split : combination_.splits) {
            if (split.variable == index) return combination_.cases[split.first + split.current];
        }
        return variables_[index];
    }

    const Possibility& choose(const Node& node, Room& room) {
        const Truths condition = truths(node.child[0]);
        const bool may_fail = condition.no || condition.unknown;
        if (!condition.yes) return may_fail ? otherwise(node, room) : kNothing;
        const Possibility& then = run_then(node, room);
        if (!may_fail) return then;
        Room more_room;
        return room.hold(join(then, otherwise(node, more_room)));
    }

    /// `iif(%x.exists(), %x …` is how a pack leaves out what is not answered: there %x is not {}.
    const Possibility& run_then(const Node& node, Room& room) {
        const Node& condition = nodes_[node.child[0]];
        const std::optional<VariableIndex> outer = answered_;
        if (condition.op == Op::exists && nodes_[condition.child[0]].op == Op::variable) {
            answered_ = nodes_[condition.child[0]].variable;
        }
        const Possibility& then = run(node.child[1], room);
        answered_ = outer;
        return then;
    }

    static Possibility answered(Possibility set) noexcept {
        set.min_count = std::max(set.min_count, 1U);
        return set;
    }

    const Possibility& otherwise(const Node& node, Room& room) {
        return node.children == 3 ? run(node.child[2], room) : kNothing;
    }

    Truths criterion(const Node& node, const Possibility& item) {
        const Possibility* const outer = self_;
        self_ = &item;
        const Truths kept = truths(node.child[1]);
        self_ = outer;
        return kept;
    }

    Possibility where(const Node& node) {
        Room room;
        Possibility input = run(node.child[0], room);
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
        item.must = {};
        input.may.for_each_symbol([&](SymbolId id) {
            item.may = {};
            item.may.insert(id);
            const Truths kept = criterion(node, item);
            if (!kept.yes) return;
            result.may.insert(id);
            if (!kept.no && !kept.unknown && input.must.contains(id)) result.must.insert(id);
        });
        if (input.may.has_other()) {
            item.may = {};
            item.may.insert_other();
            if (criterion(node, item).yes) result.may.insert_other();
        }
        if (result.may.empty()) return Possibility::nothing();
        // With `other` in the set an item stands for many texts.
        result.max_count = input.max_count;
        if (!result.may.has_other()) {
            result.max_count = std::min(result.max_count, static_cast<std::uint32_t>(result.may.size()));
        }
        result.min_count = static_cast<std::uint32_t>(result.must.size());
        return result;
    }

    Possibility function(const Node& node, const Possibility& a) const noexcept {
        switch (node.op) {
            case Op::count:
                return detail::count(a);
            case Op::sum:
                return detail::sum(a);
            case Op::min:
            case Op::max:
            case Op::first:
                return detail::one_of(a);
            case Op::distinct:
                return detail::distinct(a);
            case Op::to_string:
            case Op::to_integer:
            case Op::to_decimal:
                return detail::convert(node.op, a, symbols_);
            default:
                return detail::rounding(node.op, a, static_cast<int>(node.child[1]));
        }
    }

    std::span<const Node> nodes_;
    std::span<const Possibility> literals_;
    std::span<const Possibility> variables_;
    const SymbolTable& symbols_;
    Combination combination_;
    const Possibility* self_ = nullptr;
    std::optional<VariableIndex> answered_;  // the variable that is not {} here
};

}  // namespace

/// The variables worth trying case by case: those used more than once, since a single use has no
/// other to be connected with; fewest cases first, as long as the combinations stay few.
void Outlook::split(const Program& program, std::span<const Possibility> variables) {
    constexpr std::size_t kMostCombinations = 256;
    splits_.clear();
    cases_.clear();
    for (const VariableIndex variable : program.repeated_variables()) {
        const std::size_t first = cases_.size();
        add_cases(program, variable, variables[variable]);
        const std::size_t count = cases_.size() - first;
        if (count > 1) splits_.push_back({variable, first, count, 0});
    }
    std::sort(splits_.begin(), splits_.end(), [](const Split& a, const Split& b) {
        return a.count != b.count ? a.count < b.count : a.variable < b.variable;
    });
    std::size_t combinations = 1;
    std::size_t kept = 0;
    while (kept < splits_.size() && combinations * splits_[kept].count <= kMostCombinations) {
        combinations *= splits_[kept++].count;
    }
    splits_.resize(kept);
}

void Outlook::add_cases(const Program& program, VariableIndex variable, const Possibility& a) {
    if (a.may_be_empty()) cases_.emplace_back().type = a.type;
    if (a.max_count == 0) return;
    Possibility some = a;
    some.min_count = std::max(a.min_count, 1U);
    if (a.max_count > 1) {
        cases_.push_back(some);
    } else if (a.type == Type::boolean) {
        if (a.holds_false) cases_.push_back(Possibility::exactly(Item::boolean(false)));
        if (a.holds_true) cases_.push_back(Possibility::exactly(Item::boolean(true)));
    } else if (a.type == Type::code) {
        a.may.for_each_symbol([&](SymbolId id) { cases_.push_back(Possibility::exactly(Item::code(id))); });
        if (a.may.has_other()) {
            some.may = {};
            some.may.insert_other();
            some.must = {};
            cases_.push_back(some);
        }
    } else {
        add_number_cases(program, variable, some);
    }
}

/// Cuts a number's range at the thresholds it is compared with, so that each comparison is decided
/// within a case.
void Outlook::add_number_cases(const Program& program, VariableIndex variable, const Possibility& a) {
    cuts_.clear();
    for (const Threshold& threshold : program.thresholds()) {
        if (threshold.variable == variable) cuts_.push_back(threshold.value);
    }
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    const auto include = [&](Decimal low, Decimal high) {
        if (low > high) return;
        Interval range{low, high};
        if (a.type == Type::integer) {
            if (ceiling(low).value_or(low) > floor(high).value_or(high)) return;
            range = whole_numbers(range);
        }
        cases_.push_back(a);
        cases_.back().range = range;
    };
    std::optional<Decimal> from = a.range.min;
    for (const Decimal at : cuts_) {
        if (!from || at < *from || at > a.range.max) continue;
        if (const auto below = subtract(at, kStep)) include(*from, *below);
        include(at, at);
        from = add(at, kStep);
    }
    if (from) include(*from, a.range.max);
}

/// Steps to the next combination; false after the last.
bool Outlook::advance() noexcept {
    for (Split& split : splits_) {
        if (++split.current < split.count) return true;
        split.current = 0;
    }
    return false;
}

Possibility Outlook::possible(const Program& program, std::span<const Possibility> variables) {
    const Possibility whole = Interpreter(program, variables, symbols_).run();
    split(program, variables);
    if (splits_.empty()) return whole;
    Interpreter interpreter(program, variables, symbols_, {splits_, cases_});
    // Cases go from nothing and little to much: most often the two ends make up for all of it.
    for (Split& split : splits_) split.current = split.count - 1;
    Possibility result = interpreter.run();
    if (result == whole) return whole;
    for (Split& split : splits_) split.current = 0;
    result = join(result, interpreter.run());
    while (result != whole && advance()) result = join(result, interpreter.run());
    return result;
}

bool Outlook::may_be_true(const Program& program, std::span<const Possibility> variables) {
    if (!Interpreter(program, variables, symbols_).truths().yes) return false;
    split(program, variables);
    if (splits_.empty()) return true;
    Interpreter interpreter(program, variables, symbols_, {splits_, cases_});
    do {
        if (interpreter.truths().yes) return true;
    } while (advance());
    return false;
}

Possibility possible(const Program& program, std::span<const Possibility> variables, const SymbolTable& symbols) {
    return Outlook(symbols).possible(program, variables);
}

}  // namespace selfcheck::engine::fhirpath
