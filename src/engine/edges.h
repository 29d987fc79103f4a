// SPDX-License-Identifier: MIT
//
// edges.h: the numbers at which a pack's conclusions can change, for samples and what-if.
#pragma once

#include <vector>

#include "engine/decimal.h"
#include "engine/pack.h"

namespace selfcheck::engine {

/// What a number is typed in: whole ones or tenths.
[[nodiscard]] Decimal step_of(const Question& question);

/// For each question that is a number: the ends of its range, and of every number an expression
/// compares it with directly that number and its neighbours a step below and above; rising, each
/// once. Empty for the other questions.
[[nodiscard]] std::vector<std::vector<Decimal>> number_edges(const Pack& pack);

}  // namespace selfcheck::engine
