// SPDX-License-Identifier: MIT
//
// screen_builder.h: a State as the Screen the reader sees.
#pragma once

#include "engine/bundle.h"
#include "session/screen.h"
#include "session/session.h"

namespace selfcheck::session {

[[nodiscard]] Screen build_screen(const engine::Bundle& bundle, const State& state, bool can_undo);

/// The sheet rests on the answers; the form is blank.
[[nodiscard]] Screen build_paper(const engine::Bundle& bundle, const State& state, Paper paper);

}  // namespace selfcheck::session
