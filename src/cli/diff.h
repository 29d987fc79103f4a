// SPDX-License-Identifier: MIT
//
// diff.h: `selfcheck diff`: two versions of a pack compared, as text for a reviewer.
#pragma once

#include <iosfwd>
#include <vector>

#include "engine/pack_diff.h"

namespace selfcheck::cli {

/// What was added (+), removed (-) and changed (~), part by part, old and new value on lines of
/// their own.
void write_differences(const std::vector<engine::Difference>& differences, std::ostream& out);

/// How many sampled sets go from which level to which, the rules that account for it, and examples.
void write_results(const engine::ResultComparison& comparison, std::ostream& out);

}  // namespace selfcheck::cli
