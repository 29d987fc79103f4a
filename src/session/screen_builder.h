// SPDX-License-Identifier: MIT
//
// screen_builder.h: a State as the Screen the reader sees.
#pragma once

#include "engine/bundle.h"
#include "session/screen.h"
#include "session/session.h"

namespace selfcheck::session {

[[nodiscard]] Screen build_screen(const engine::Bundle& bundle, const State& state, bool can_undo);

}  // namespace selfcheck::session
