// SPDX-License-Identifier: MIT
#include "engine/fhirpath/program.h"

namespace selfcheck::engine::fhirpath {

std::optional<VariableIndex> VariableTable::add(Variable variable) {
    const VariableIndex index = variables_.size();
    if (!indexes_.emplace(variable.name, index).second) return std::nullopt;
    variables_.push_back(std::move(variable));
    return index;
}

std::optional<VariableIndex> VariableTable::find(std::string_view name) const {
    const auto found = indexes_.find(name);
    if (found == indexes_.end()) return std::nullopt;
    return found->second;
}

std::vector<Decimal> Program::numbers() const {
    std::vector<Decimal> numbers;
    for (const detail::Node& node : nodes_) {
        if (node.op != detail::Op::literal) continue;
        if (const auto number = node.literal().number()) numbers.push_back(*number);
    }
    return numbers;
}

}  // namespace selfcheck::engine::fhirpath
