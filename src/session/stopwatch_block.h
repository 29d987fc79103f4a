// SPDX-License-Identifier: MIT
//
// stopwatch_block.h: the stopwatch of a number question in the words of its phase.
#pragma once

#include <cstddef>

#include "session/screen_context.h"

namespace selfcheck::session {

/// Requires a question with a stopwatch.
void add_stopwatch(const ScreenContext& context, std::size_t question, Screen& screen);

/// One of the Screen's stopwatches is in its countdown or runs.
[[nodiscard]] bool is_counting(const Screen& screen);

}  // namespace selfcheck::session
