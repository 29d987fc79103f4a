// SPDX-License-Identifier: MIT
//
// question_blocks.h: one question of the pack as a block, with what was answered so far.
#pragma once

#include <cstddef>

#include "session/screen_context.h"

namespace selfcheck::session {

/// Requires a choice or multi question.
[[nodiscard]] Choice choice_block(const ScreenContext& context, std::size_t question);

/// Requires a number question.
[[nodiscard]] Number number_block(const ScreenContext& context, std::size_t question);

}  // namespace selfcheck::session
