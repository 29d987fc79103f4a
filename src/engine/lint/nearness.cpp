// SPDX-License-Identifier: MIT
#include "engine/lint/nearness.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "engine/fhirpath/evaluate_node.h"

namespace selfcheck::engine {

using fhirpath::Program;
using fhirpath::Value;
using fhirpath::VariableIndex;
using fhirpath::detail::Node;
using fhirpath::detail::Op;

namespace {

std::uint32_t root(const Program& program) { return static_cast<std::uint32_t>(program.nodes().size() - 1); }

/// Calls visit(node) for each operand of a chain of one operator, so that `a and b and c` has
/// three.
template <typename Visit>
void for_each_operand(const Program& program, std::uint32_t index, Op op, Visit&& visit) {
    const Node& node = program.nodes()[index];
    if (node.op != op) return visit(index);
    for_each_operand(program, node.child[0], op, visit);
    for_each_operand(program, node.child[1], op, visit);
}

}  // namespace

std::int64_t Nearness::of(Decimal a, Decimal b) {
    const auto apart = subtract(a, b);
    if (!apart) return 0;
    return kThere / 2 / (1 + std::abs(apart->steps() / (Decimal::kStepsPerUnit / 10)));
}

std::int64_t Nearness::to_truth(const Program& program) const { return to(program, root(program), true); }

std::int64_t Nearness::to_value(const Program& program) const { return to_value(program, root(program)); }

std::int64_t Nearness::to_value(const Program& program, NodeIndex index) const {
    if (!value_of(program, index).empty()) return kThere;
    const Node& node = program.nodes()[index];
    if (node.op == Op::variable) return to_variable(node.variable);
    if (node.op == Op::iif) {
        const auto branch = [&](bool taken, NodeIndex value) {
            return (to(program, node.child[0], taken) + to_value(program, value)) / 2;
        };
        const std::int64_t near = branch(true, node.child[1]);
        return node.children < 3 ? near : std::max(near, branch(false, node.child[2]));
    }
    std::int64_t sum = 0;
    for (std::uint8_t i = 0; i < node.children; ++i) sum += to_value(program, node.child[i]);
    return node.children == 0 ? 0 : sum / node.children / 2;
}

std::int64_t Nearness::to(const Program& program, NodeIndex index, bool wanted) const {
    const Node& node = program.nodes()[index];
    const auto child = [&](int i, bool want) { return to(program, node.child[i], want); };
    switch (node.op) {
        case Op::logical_not:
            return child(0, !wanted);
        case Op::logical_and:
        case Op::logical_or: {
            const bool all = (node.op == Op::logical_and) == wanted;
            std::int64_t sum = 0;
            std::int64_t nearest = 0;
            std::int64_t count = 0;
            for_each_operand(program, index, node.op, [&](NodeIndex operand) {
                const std::int64_t near = to(program, operand, wanted);
                sum += near;
                nearest = std::max(nearest, near);
                ++count;
            });
            return all ? sum / count : nearest;
        }
        case Op::implies:
            return wanted ? std::max(child(0, false), child(1, true)) : (child(0, true) + child(1, false)) / 2;
        case Op::iif: {
            const std::int64_t near = (child(0, true) + child(1, wanted)) / 2;
            return node.children < 3 ? near : std::max(near, (child(0, false) + child(2, wanted)) / 2);
        }
        case Op::variable:
            if (node.variable >= pack_.questions.size() && node.variable < pack_.guidance_variable()) {
                const Program& derived = pack_.derived[node.variable - pack_.questions.size()].value;
                return to(derived, root(derived), wanted);
            }
            return leaf(program, index, wanted);
        case Op::contains: {
            const Node& list = program.nodes()[node.child[0]];
            const Node& item = program.nodes()[node.child[1]];
            if (list.op != Op::variable || list.variable != pack_.findings_variable() || item.op != Op::literal ||
                item.literal().empty()) {
                return leaf(program, index, wanted);
            }
            const auto& rules = pack_.rule_symbols;
            const auto rule = std::find(rules.begin(), rules.end(), item.literal().front().as_code());
            if (rule == rules.end()) return 0;
            const Program& when = pack_.rules[static_cast<std::size_t>(rule - rules.begin())].when;
            return to(when, root(when), wanted);
        }
        default:
            return leaf(program, index, wanted);
    }
}

/// Half the way is that what it reads has values, the other half that they are close.
std::int64_t Nearness::leaf(const Program& program, NodeIndex index, bool wanted) const {
    const Value value = value_of(program, index);
    if (wanted ? value.is_true() : value.is_false()) return kThere;
    const Node& node = program.nodes()[index];
    if (node.op == Op::variable) return to_variable(node.variable) / 2;
    std::int64_t answered = kThere;
    for (std::uint8_t i = 0; i < node.children; ++i) {
        answered = std::min(answered, to_value(program, node.child[i]));
    }
    if (node.children != 2) return answered / 2;
    const auto left = value_of(program, node.child[0]).number();
    const auto right = value_of(program, node.child[1]).number();
    // Never all the way, which only a true comparison is.
    return answered / 2 + (left && right ? of(*left, *right) - 1 : 0);
}

std::int64_t Nearness::to_variable(VariableIndex variable) const {
    if (variable >= pack_.guidance_variable()) return kThere;
    if (!assessment_.variables[variable].value.empty()) return kThere;
    if (variable >= pack_.questions.size()) {
        return to_value(pack_.derived[variable - pack_.questions.size()].value);
    }
    const auto& when = pack_.questions[variable].when;
    return assessment_.asked[variable] || !when ? kThere / 2 : to_truth(*when) / 2;
}

Value Nearness::value_of(const Program& program, NodeIndex node) const {
    const auto nodes = std::span(program.nodes()).first(node + 1);
    return fhirpath::detail::evaluate_node(nodes, {assessment_.variables, &pack_.symbols}, workspace_).value;
}

}  // namespace selfcheck::engine
