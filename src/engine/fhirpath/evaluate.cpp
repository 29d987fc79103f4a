// SPDX-License-Identifier: MIT
#include "engine/fhirpath/evaluate.h"

#include <algorithm>

#include "engine/fhirpath/evaluate_node.h"
#include "engine/fhirpath/semantics.h"

namespace selfcheck::engine::fhirpath {

std::span<Item> Workspace::allocate(std::size_t count) {
    constexpr std::size_t kChunkItems = 512;
    while (here_.chunk < chunks_.size() && chunks_[here_.chunk].size - here_.used < count) {
        here_ = {here_.chunk + 1, 0};
    }
    if (here_.chunk == chunks_.size()) {
        const std::size_t size = std::max(count, kChunkItems);
        chunks_.push_back({std::make_unique<Item[]>(size), size});
    }
    const std::span<Item> room(chunks_[here_.chunk].items.get() + here_.used, count);
    here_.used += count;
    return room;
}

Traced* Workspace::scratch(std::size_t count) {
    if (!scratch_) scratch_ = std::make_unique<Traced[]>(count);
    return scratch_.get();
}

namespace detail {

namespace {

/// Nothing that is still missing can make it other than {}.
bool is_solidly_empty(const Traced& a) noexcept { return a.value.empty() && a.missing.empty(); }

/// Walks the tree of nodes. Each function leaves its result in `out`; a level of nesting takes at
/// most one further Traced, from `scratch`, and answers are looked at where they lie. Clearing and
/// copying them would be most of the cost of a node.
class Evaluator {
  public:
    Evaluator(std::span<const Node> nodes, const Environment& environment, Workspace& workspace)
        : nodes_(nodes),
          environment_(environment),
          workspace_(workspace),
          scratch_(workspace.scratch(kDeepestNesting)) {}

    void run(std::uint32_t index, Traced& out) {
        const Node& node = nodes_[index];
        if (node.op == Op::variable) {
            out = environment_.variables[node.variable];
        } else {
            compute(node, out);
        }
    }

  private:
    void compute(const Node& node, Traced& out) {
        switch (node.op) {
            case Op::literal:
                out = {node.literal(), {}, {}};
                return;
            case Op::this_item:
                out = {*self_, {}, {}};
                return;
            case Op::logical_and:
            case Op::logical_or:
            case Op::implies:
                decide(node, out);
                return;
            case Op::where:
                where(node, out);
                return;
            case Op::iif:
                choose(node, out);
                return;
            case Op::equivalent:
            case Op::not_equivalent:
            case Op::join: {
                run(node.child[0], out);
                const auto borrowed = operand(node.child[1]);
                const Traced& right = *borrowed;
                out.used |= right.used;
                out.missing |= right.missing;
                if (node.op == Op::join) {
                    out.value = distinct(out.value, right.value);
                } else {
                    const bool alike = all_equivalent(out.value, right.value);
                    out.value = Item::boolean(alike == (node.op == Op::equivalent));
                }
                return;
            }
            case Op::in:
                membership(node.child[0], node.child[1], out);
                return;
            case Op::contains:
                membership(node.child[1], node.child[0], out);
                return;
            default:
                break;
        }
        run(node.child[0], out);
        if (node.children == 1) {
            out.value = function(node, out.value);
            return;
        }
        if (is_solidly_empty(out)) return;
        const Node& last = nodes_[node.child[1]];
        if (last.op == Op::literal && !last.literal().empty()) {
            if (node.op == Op::add && is_zero(out.value)) out.used = {};
            operate(node.op, out.value, last.literal());
            return;
        }
        const auto right = operand(node.child[1]);
        if (is_solidly_empty(*right)) {
            out = *right;
            return;
        }
        // A zero addend decides nothing: a score names the items that gave it points.
        const bool add = node.op == Op::add;
        if (add && is_zero(out.value)) out.used = {};
        if (!add || !is_zero(right->value)) out.used |= right->used;
        out.missing |= right->missing;
        operate(node.op, out.value, right->value);
    }

    /// A right operand, until the next one is asked for at this level.
    class Borrowed {
      public:
        Borrowed(Evaluator& evaluator, std::uint32_t index) : evaluator_(evaluator) {
            const Node& node = evaluator.nodes_[index];
            if (node.op == Op::variable) {
                at_ = &evaluator.environment_.variables[node.variable];
            } else {
                Traced& room = *evaluator.scratch_++;
                evaluator.compute(node, room);
                at_ = &room;
                own_ = 1;
            }
        }
        ~Borrowed() { evaluator_.scratch_ -= own_; }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        const Traced& operator*() const noexcept { return *at_; }
        const Traced* operator->() const noexcept { return at_; }

      private:
        Evaluator& evaluator_;
        const Traced* at_ = nullptr;
        std::ptrdiff_t own_ = 0;
    };
    Borrowed operand(std::uint32_t index) { return Borrowed(*this, index); }

    static bool is_zero(const Value& value) noexcept {
        const auto number = value.number();
        return number && number->is_zero();
    }

    /// and, or, implies. One operand may settle the result alone: false for `and`, true for `or`;
    /// `a implies b` is `a.not() or b`. If that operand is solid, it is the only reason (for `or`,
    /// all operands that are true are reasons). If nothing settles it solidly, everything missing
    /// matters.
    void decide(const Node& node, Traced& out) {
        run(node.child[0], out);
        const bool is_and = node.op == Op::logical_and;
        const Truth settling = is_and ? Truth::no : Truth::yes;
        Truth left_truth = truth_of(out.value);
        if (node.op == Op::implies) left_truth = negation(left_truth);
        const bool left_settles = left_truth == settling;
        const bool left_solid = left_settles && out.is_solid();
        if (left_solid && is_and) {
            out.value = to_value(Truth::no);
            return;
        }
        const auto borrowed = operand(node.child[1]);
        const Traced& right = *borrowed;
        const Truth right_truth = truth_of(right.value);
        const bool right_settles = right_truth == settling;
        const bool right_solid = right_settles && right.is_solid();
        if (is_and && right_solid) {
            out = right;
            out.value = to_value(Truth::no);
            return;
        }
        out.value =
            to_value(logic(is_and ? Op::logical_and : Op::logical_or, left_truth, right_truth));
        if (!left_settles && right_settles) {
            out.used = right.used;
        } else if (left_settles == right_settles) {
            out.used |= right.used;
        }
        if (left_solid || right_solid) {
            out.missing = {};
        } else {
            out.missing |= right.missing;
        }
    }

    /// 6.4.1, 6.4.2: {} is in nothing that can be said, and nothing is in {}.
    void membership(std::uint32_t item, std::uint32_t collection, Traced& out) {
        const Node& wanted = nodes_[item];
        if (wanted.op == Op::literal && !wanted.literal().empty()) {
            const auto borrowed = operand(collection);
            out.used = borrowed->used;
            out.missing = borrowed->missing;
            out.value = Item::boolean(holds(borrowed->value.items(), wanted.literal().front()));
            return;
        }
        run(item, out);
        if (is_solidly_empty(out)) return;
        const auto borrowed = operand(collection);
        const Traced& all = *borrowed;
        out.used |= all.used;
        out.missing |= all.missing;
        if (out.value.size() != 1) {
            out.value = {};
            return;
        }
        out.value = Item::boolean(holds(all.value.items(), out.value.front()));
    }

    /// 5.2.1. The items themselves carry no trace, the collection does.
    void where(const Node& node, Traced& out) {
        run(node.child[0], out);
        const Value input = out.value;
        if (input.empty()) return;
        const std::span<Item> kept = workspace_.allocate(input.size());
        std::size_t count = 0;
        const Item* const outer = self_;
        for (const Item& item : input.items()) {
            self_ = &item;
            const auto borrowed = operand(node.child[1]);
            const Traced& criterion = *borrowed;
            out.used |= criterion.used;
            out.missing |= criterion.missing;
            if (truth_of(criterion.value) == Truth::yes) kept[count++] = item;
        }
        self_ = outer;
        out.value = Value::of(kept.first(count));
    }

    void choose(const Node& node, Traced& out) {
        const auto borrowed = operand(node.child[0]);
        const Traced& condition = *borrowed;
        if (truth_of(condition.value) == Truth::yes) {
            run(node.child[1], out);
        } else if (node.children == 3) {
            run(node.child[2], out);
        } else {
            out = {};
        }
        out.used |= condition.used;
        out.missing |= condition.missing;
    }

    /// Two operands, each needed; the result replaces the left one.
    void operate(Op op, Value& a, const Value& b) {
        if (a.empty() || b.empty()) {
            a = {};
        } else if (op == Op::equal || op == Op::not_equal) {
            a = Item::boolean(all_equal(a, b) == (op == Op::equal));
        } else if (op == Op::logical_xor) {
            a = to_value(logic(op, truth_of(a), truth_of(b)));
        } else if (!a.number() || !b.number()) {
            a = {};
        } else if (op >= Op::less && op <= Op::greater_equal) {
            a = Item::boolean(ordered(op, *a.number(), *b.number()));
        } else {
            a = arithmetic(op, a.front(), b.front());
        }
    }

    Value function(const Node& node, const Value& input) {
        switch (node.op) {
            case Op::logical_not:
                return to_value(negation(truth_of(input)));
            case Op::exists:
                return Item::boolean(!input.empty());
            case Op::is_empty:
                return Item::boolean(input.empty());
            case Op::count:
                return Item::integer(static_cast<std::int32_t>(input.size()));
            case Op::first:
                return input.empty() ? Value() : Value(input.front());
            case Op::distinct:
                return distinct(input, {});
            case Op::sum:
                return sum(input);
            case Op::min:
            case Op::max:
                return extreme(node.op, input);
            default:
                break;
        }
        if (input.size() != 1) return {};
        const Item& item = input.front();
        if (node.op == Op::to_string || node.op == Op::to_integer || node.op == Op::to_decimal) {
            return convert(node.op, item, *environment_.symbols);
        }
        if (!is_number(item.type())) return {};
        return rounding(node.op, item, static_cast<int>(node.child[1]));
    }

    static Value sum(const Value& input) noexcept {
        Value total;
        for (const Item& item : input.items()) {
            total =
                &item == &input.front() ? Value(item) : arithmetic(Op::add, total.front(), item);
            if (total.empty()) return {};
        }
        return total;
    }

    static Value extreme(Op op, const Value& input) noexcept {
        const Item* best = nullptr;
        const Op better = op == Op::min ? Op::less : Op::greater;
        for (const Item& item : input.items()) {
            if (!best || ordered(better, item.as_number(), best->as_number())) best = &item;
        }
        return best ? Value(*best) : Value();
    }

    bool holds(std::span<const Item> items, const Item& wanted) const noexcept {
        return std::any_of(items.begin(), items.end(), [&](const Item& item) {
            return item == wanted || equal(item, wanted, *environment_.symbols);
        });
    }

    /// 6.3.1: both, each item once, in order of first appearance.
    Value distinct(const Value& a, const Value& b) {
        if (b.empty() && a.size() < 2) return a;
        if (a.empty() && b.size() < 2) return b;
        const std::span<Item> kept = workspace_.allocate(a.size() + b.size());
        std::size_t count = 0;
        for (const Value* part : {&a, &b}) {
            for (const Item& item : part->items()) {
                if (!holds(kept.first(count), item)) kept[count++] = item;
            }
        }
        return Value::of(kept.first(count));
    }

    /// 6.1.1: as many items, equal in their order.
    bool all_equal(const Value& a, const Value& b) const noexcept {
        if (a.size() != b.size()) return false;
        if (a.size() == 1) return equal(a.front(), b.front(), *environment_.symbols);
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!equal(a.items()[i], b.items()[i], *environment_.symbols)) return false;
        }
        return true;
    }

    /// 6.1.2: as many items, each with a partner of its own, in any order.
    bool all_equivalent(const Value& a, const Value& b) {
        if (a.size() != b.size()) return false;
        if (a.size() == 1) return equivalent(a.front(), b.front(), *environment_.symbols);
        const std::span<Item> rest = workspace_.allocate(b.size());
        std::copy(b.items().begin(), b.items().end(), rest.begin());
        std::size_t left = rest.size();
        for (const Item& item : a.items()) {
            const auto partner = std::find_if(
                rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(left),
                [&](const Item& other) { return equivalent(item, other, *environment_.symbols); });
            if (partner == rest.begin() + static_cast<std::ptrdiff_t>(left)) return false;
            *partner = rest[--left];
        }
        return true;
    }

    std::span<const Node> nodes_;
    const Environment& environment_;
    Workspace& workspace_;
    Traced* scratch_;  // the next free one
    const Item* self_ = nullptr;
};

}  // namespace

Traced evaluate_node(std::span<const Node> nodes, const Environment& environment,
                     Workspace& workspace) {
    const Workspace::Mark mark = workspace.mark();
    Traced result;
    Evaluator(nodes, environment, workspace)
        .run(static_cast<std::uint32_t>(nodes.size() - 1), result);
    if (result.value.size() < 2) workspace.rewind(mark);
    return result;
}

}  // namespace detail

Traced evaluate(const Program& program, const Environment& environment, Workspace& workspace) {
    return detail::evaluate_node(program.nodes(), environment, workspace);
}

}  // namespace selfcheck::engine::fhirpath
