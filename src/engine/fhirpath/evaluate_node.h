// SPDX-License-Identifier: MIT
//
// evaluate_node.h: evaluation of nodes that are no Program yet. Internal; the compiler folds
// constants with it.
#pragma once

#include <cstdint>
#include <span>

#include "engine/fhirpath/evaluate.h"

namespace selfcheck::engine::fhirpath::detail {

/// How deep a tree of nodes may be.
inline constexpr std::uint32_t kDeepestNesting = 100;

/// The value of the last node. Requires a tree in the order of Node's contract.
Traced evaluate_node(std::span<const Node> nodes, const Environment& environment, Workspace& workspace);

}  // namespace selfcheck::engine::fhirpath::detail
