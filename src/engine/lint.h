// SPDX-License-Identifier: MIT
//
// lint.h: finds in a pack what a reviewer should not have to look for. Reading a Bundle has already
// checked structure, expressions and citations; lint checks that the parts belong together. Each
// problem names its file and place and says what to do. What is checked stands in lint/checks.h, a
// file a concern.
//
//   for (const Problem& problem : lint(bundle, golden)) print(problem.to_string());
#pragma once

#include <vector>

#include "engine/bundle.h"
#include "engine/golden.h"
#include "engine/result.h"

namespace selfcheck::engine {

/// Deterministic: the same pack gives the same problems in the same order.
[[nodiscard]] Problems lint(const Bundle& bundle, const std::vector<GoldenCase>& golden);

}  // namespace selfcheck::engine
