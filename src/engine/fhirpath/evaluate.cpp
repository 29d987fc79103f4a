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

Truth truth_of_flag(bool flag) noexcept { return flag ? Truth::yes : Truth::no; }

void set_trace(Traced& out, const Traced& from) noexcept {
    out.used = from.used;
    out.missing = from.missing;
}

void join_trace(Traced& out, const Traced& other) noexcept {
    out.used |= other.used;
    out.missing |= other.missing;
}

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
        if (yields_truth(node.op)) {
            out.value = to_value(truth(node, out));
            return;
        }
        switch (node.op) {
            case Op::literal:
                out = {node.literal(), {}, {}};
                return;
            case Op::this_item:
                out = {*self_, {}, {}};
                return;
            case Op::where:
                where(node, out);
                return;
            case Op::iif:
                choose(node, out);
                return;
            case Op::join: {
                run(node.child[0], out);
                const Borrowed right(*this, node.child[1]);
                join_trace(out, *right);
                out.value = distinct(out.value, right->value);
                return;
            }
            default:
                break;
        }
        if (node.children == 1) {
            run(node.child[0], out);
            out.value = function(node, out.value);
        } else {
            calculate(node, out);
        }
    }

    /// A node as a condition, which most nodes are: their truth need not become a Value to be passed
    /// on. Of `out` only the trace is good afterwards.
    Truth truth(std::uint32_t index, Traced& out) { return truth(nodes_[index], out); }
    Truth truth(const Node& node, Traced& out) {
        switch (node.op) {
            case Op::logical_and:
            case Op::logical_or:
            case Op::implies:
                return decide(node, out);
            case Op::logical_not:
                return negation(truth(node.child[0], out));
            case Op::exists:
                return truth_of_flag(!look(node.child[0], out).empty());
            case Op::is_empty:
                return truth_of_flag(look(node.child[0], out).empty());
            case Op::in:
                return membership(node.child[0], node.child[1], out);
            case Op::contains:
                return membership(node.child[1], node.child[0], out);
            default:
                return yields_truth(node.op) ? compare(node, out) : truth_of(look(node, out));
        }
    }

    /// The value where it lies: among the answers, or else in `out`, which has the trace.
    const Value& look(std::uint32_t index, Traced& out) { return look(nodes_[index], out); }
    const Value& look(const Node& node, Traced& out) {
        if (node.op == Op::variable) {
            const Traced& answer = environment_.variables[node.variable];
            set_trace(out, answer);
            return answer.value;
        }
        compute(node, out);
        return out.value;
    }

    /// Room for one more operand.
    class Room {
    public:
        explicit Room(Evaluator& evaluator) : evaluator_(evaluator), at_(*evaluator.scratch_++) {}
        ~Room() { --evaluator_.scratch_; }
        Room(const Room&) = delete;
        Room& operator=(const Room&) = delete;
        Traced& operator*() const noexcept { return at_; }
        Traced* operator->() const noexcept { return &at_; }

    private:
        Evaluator& evaluator_;
        Traced& at_;
    };

    /// A right operand, where it lies or in a room of its own.
    class Borrowed {
    public:
        Borrowed(Evaluator& evaluator, std::uint32_t index) : room_(evaluator), at_(&*room_) {
            const Node& node = evaluator.nodes_[index];
            if (node.op == Op::variable) {
                at_ = &evaluator.environment_.variables[node.variable];
            } else {
                evaluator.compute(node, *room_);
            }
        }
        const Traced& operator*() const noexcept { return *at_; }
        const Traced* operator->() const noexcept { return at_; }

    private:
        Room room_;
        const Traced* at_;
    };

    static bool is_zero(const Value& value) noexcept {
        const auto number = value.number();
        return number && number->is_zero();
    }

    /// and, or, implies. One operand may settle the result alone: false for `and`, true for `or`;
    /// `a implies b` is `a.not() or b`. If that operand is solid, it is the only reason (for `or`,
    /// all operands that are true are reasons). If nothing settles it solidly, everything missing
    /// matters.
    Truth decide(const Node& node, Traced& out) {
        const bool is_and = node.op == Op::logical_and;
        const Truth settling = is_and ? Truth::no : Truth::yes;
        Truth left = truth(node.child[0], out);
        if (node.op == Op::implies) left = negation(left);
        const bool left_settles = left == settling;
        const bool left_solid = left_settles && out.is_solid();
        if (left_solid && is_and) return Truth::no;

        const Room room(*this);
        const Truth right = truth(node.child[1], *room);
        const bool right_settles = right == settling;
        const bool right_solid = right_settles && room->is_solid();
        if (is_and && right_solid) {
            set_trace(out, *room);
            return Truth::no;
        }
        if (!left_settles && right_settles) {
            out.used = room->used;
        } else if (left_settles == right_settles) {
            out.used |= room->used;
        }
        if (left_solid || right_solid) {
            out.missing = {};
        } else {
            out.missing |= room->missing;
        }
        return logic(is_and ? Op::logical_and : Op::logical_or, left, right);
    }

    /// 6.4.1, 6.4.2: {} is in nothing that can be said, and nothing is in {}.
    Truth membership(std::uint32_t item, std::uint32_t collection, Traced& out) {
        const Node& wanted = nodes_[item];
        if (wanted.op == Op::literal && !wanted.literal().empty()) {
            return truth_of_flag(holds(look(collection, out).items(), wanted.item));
        }
        const Value& one = look(item, out);
        if (one.empty() && out.missing.empty()) return Truth::unknown;
        const Borrowed all(*this, collection);
        join_trace(out, *all);
        if (one.size() != 1) return Truth::unknown;
        return truth_of_flag(holds(all->value.items(), one.front()));
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
            const Room criterion(*this);
            if (truth(node.child[1], *criterion) == Truth::yes) kept[count++] = item;
            join_trace(out, *criterion);
        }
        self_ = outer;
        out.value = Value::of(kept.first(count));
    }

    void choose(const Node& node, Traced& out) {
        const Room condition(*this);
        if (truth(node.child[0], *condition) == Truth::yes) {
            run(node.child[1], out);
        } else if (node.children == 3) {
            run(node.child[2], out);
        } else {
            out = {};
        }
        join_trace(out, *condition);
    }

    /// = != < <= > >= ~ !~ and xor.
    Truth compare(const Node& node, Traced& out) {
        const Value& left = look(node.child[0], out);
        const bool is_equivalence = node.op == Op::equivalent || node.op == Op::not_equivalent;
        if (!is_equivalence && left.empty() && out.missing.empty()) return Truth::unknown;
        const Node& last = nodes_[node.child[1]];
        if (last.op == Op::literal && !is_equivalence && !last.literal().empty()) {
            return compared(node.op, left, last.literal());
        }
        const Borrowed right(*this, node.child[1]);
        if (!is_equivalence && is_solidly_empty(*right)) {
            set_trace(out, *right);
            return Truth::unknown;
        }
        join_trace(out, *right);
        if (!is_equivalence) return compared(node.op, left, right->value);
        return truth_of_flag(all_equivalent(left, right->value) == (node.op == Op::equivalent));
    }

    Truth compared(Op op, const Value& a, const Value& b) const noexcept {
        if (a.empty() || b.empty()) return Truth::unknown;
        if (op == Op::equal || op == Op::not_equal) return truth_of_flag(all_equal(a, b) == (op == Op::equal));
        if (op == Op::logical_xor) return logic(op, truth_of(a), truth_of(b));
        const auto left = a.number();
        const auto right = b.number();
        return left && right ? truth_of_flag(ordered(op, *left, *right)) : Truth::unknown;
    }

    /// + - * / div mod.
    void calculate(const Node& node, Traced& out) {
        run(node.child[0], out);
        if (is_solidly_empty(out)) return;
        const Borrowed right(*this, node.child[1]);
        if (is_solidly_empty(*right)) {
            out = *right;
            return;
        }
        // A zero addend decides nothing: a score names the items that gave it points.
        const bool add = node.op == Op::add;
        if (add && is_zero(out.value)) out.used = {};
        if (!add || !is_zero(right->value)) out.used |= right->used;
        out.missing |= right->missing;
        const bool both = out.value.number() && right->value.number();
        out.value = both ? arithmetic(node.op, out.value.front(), right->value.front()) : Value();
    }

    Value function(const Node& node, const Value& input) {
        switch (node.op) {
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
            total = &item == &input.front() ? Value(item) : arithmetic(Op::add, total.front(), item);
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
            const auto partner =
                std::find_if(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(left),
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

Traced evaluate_node(std::span<const Node> nodes, const Environment& environment, Workspace& workspace) {
    const Workspace::Mark mark = workspace.mark();
    Traced result;
    Evaluator(nodes, environment, workspace).run(static_cast<std::uint32_t>(nodes.size() - 1), result);
    if (result.value.size() < 2) workspace.rewind(mark);
    return result;
}

}  // namespace detail

Traced evaluate(const Program& program, const Environment& environment, Workspace& workspace) {
    return detail::evaluate_node(program.nodes(), environment, workspace);
}

}  // namespace selfcheck::engine::fhirpath
