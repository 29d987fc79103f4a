// SPDX-License-Identifier: MIT
//
// cards_section.h: what is worth knowing, as cards that open, with pictures that speak of this reader where they can.
#pragma once

#include "session/citations.h"
#include "session/screen_context.h"

namespace selfcheck::session {

/// The cards whose condition holds, but for those that the plan shows as its moves.
void add_cards(const ScreenContext& context, Citations& citations, Screen& screen);

}  // namespace selfcheck::session
