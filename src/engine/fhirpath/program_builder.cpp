// SPDX-License-Identifier: MIT
#include "engine/fhirpath/program_builder.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/fhirpath/evaluate_node.h"

namespace selfcheck::engine::fhirpath::detail {

namespace {

Op mirrored(Op op) noexcept {
    switch (op) {
        case Op::less:
            return Op::greater;
        case Op::less_equal:
            return Op::greater_equal;
        case Op::greater:
            return Op::less;
        case Op::greater_equal:
            return Op::less_equal;
        default:
            return op;
    }
}

}  // namespace

bool ProgramBuilder::emit(Node node, std::initializer_list<const Operand*> children,
                          const Operand& result, Operand& out) {
    std::uint32_t depth = 1;
    bool all_literal = children.size() > 0;
    bool constant = children.size() > 0 || result.constant;
    for (const Operand* child : children) {
        node.child[node.children++] = static_cast<NodeIndex>(child->node);
        depth = std::max(depth, child->depth + 1);
        constant = constant && child->constant;
        all_literal = all_literal && nodes_[child->node].op == Op::literal;
    }
    node.offset = static_cast<std::uint16_t>(result.offset);
    if (depth > kDeepestNesting) {
        return refuse(error_, result.offset, "the expression is nested too deeply");
    }
    Operand made = result;
    made.depth = depth;
    made.constant = constant;
    nodes_.push_back(node);
    if (all_literal) fold(children.size());
    made.node = static_cast<std::uint32_t>(nodes_.size() - 1);
    out = std::move(made);
    return true;
}

void ProgramBuilder::fold(std::size_t children) {
    std::array<Node, 4> part;
    const std::size_t first = nodes_.size() - 1 - children;
    std::copy(nodes_.begin() + static_cast<std::ptrdiff_t>(first), nodes_.end(), part.begin());
    Node& root = part[children];
    for (std::size_t i = 0; i < children; ++i) root.child[i] = static_cast<NodeIndex>(i);
    Workspace workspace;
    const Value value = evaluate_node(std::span<const Node>(part.data(), children + 1),
                                      {.variables = {}, .symbols = &symbols_}, workspace)
                            .value;
    if (value.size() > 1) return;
    const std::uint16_t offset = nodes_[first].offset;
    const Item item = value.empty() ? Item() : value.front();
    nodes_.resize(first);
    nodes_.push_back({.op = Op::literal, .offset = offset, .item = item});
}

Program ProgramBuilder::finish(std::string_view text, StaticType type) {
    Program program;
    program.text_ = text;
    program.nodes_ = std::move(nodes_);
    for (Node& node : program.nodes_) {
        if (node.op != Op::literal) continue;
        node.child[0] = static_cast<NodeIndex>(program.literals_.size());
        program.literals_.push_back(Possibility::exactly(node.literal()));
    }
    program.type_ = std::move(type);
    describe(program);
    return program;
}

void ProgramBuilder::describe(Program& program) {
    const std::vector<Node>& nodes = program.nodes_;
    for (const Node& node : nodes) {
        if (node.op == Op::variable) program.variables_.push_back(node.variable);
        if (node.op < Op::less || node.op > Op::not_equivalent) continue;
        const Node& left = nodes[node.child[0]];
        const Node& right = nodes[node.child[1]];
        if (left.op == Op::variable && right.literal().number()) {
            program.thresholds_.push_back({left.variable, node.op, *right.literal().number()});
        } else if (right.op == Op::variable && left.literal().number()) {
            program.thresholds_.push_back(
                {right.variable, mirrored(node.op), *left.literal().number()});
        }
    }
    std::vector<VariableIndex>& variables = program.variables_;
    std::vector<VariableIndex>& repeated = program.repeated_;
    // A criterion is evaluated for each item, so all it reads is used repeatedly.
    for (const Node& node : nodes) {
        if (node.op != Op::where) continue;
        for (std::uint32_t i = node.child[0] + 1; i <= node.child[1]; ++i) {
            if (nodes[i].op == Op::variable) repeated.push_back(nodes[i].variable);
        }
    }
    std::sort(variables.begin(), variables.end());
    for (std::size_t i = 1; i < variables.size(); ++i) {
        if (variables[i] == variables[i - 1]) repeated.push_back(variables[i]);
    }
    std::sort(repeated.begin(), repeated.end());
    variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
    repeated.erase(std::unique(repeated.begin(), repeated.end()), repeated.end());
}

}  // namespace selfcheck::engine::fhirpath::detail
