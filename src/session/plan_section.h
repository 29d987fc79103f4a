// SPDX-License-Identifier: MIT
//
// plan_section.h: the plan on the result page.
#pragma once

#include <string>

#include "session/citations.h"
#include "session/screen_context.h"

namespace selfcheck::session {

/// Exercise week by week, moves, foods, when to look again. Under an urgent or emergency finding one
/// sentence that this comes later.
void add_plan(const ScreenContext& context, Citations& citations, Screen& screen);

/// Whether the plan shows a move with the id of this card, which then need not stand twice on the page.
[[nodiscard]] bool is_move_of_plan(const ScreenContext& context, const std::string& card);

}  // namespace selfcheck::session
