// SPDX-License-Identifier: MIT
//
// keeping_section.h: what is kept where, and the reader's say in it.
#pragma once

#include "session/screen_context.h"

namespace selfcheck::session {

/// Whether answers are kept, and whether others use this computer too, as far as the host can see to either. Once the
/// computer is said to be shared, nothing is offered any more: only the welcome page has the way back.
void add_keeping(const ScreenContext& context, Screen& screen);

/// A line that opens to say exactly what is kept where.
void add_privacy(const ScreenContext& context, Screen& screen);

/// That the check opens without a network, once the host has said so. Last, so that nothing moves when it comes.
void add_offline(const ScreenContext& context, Screen& screen);

/// After the host erased the answers because nobody had touched the page for long.
void add_left_alone(const ScreenContext& context, Screen& screen);

}  // namespace selfcheck::session
