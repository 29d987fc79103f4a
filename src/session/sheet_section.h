// SPDX-License-Identifier: MIT
//
// sheet_section.h: one page to take to a doctor: what was found, the numbers, questions to ask, tests that may be
// ordered, every answer with the medicines among them.
#pragma once

#include "session/citations.h"
#include "session/screen_context.h"

namespace selfcheck::session {

/// Folded until the reader opens it; then with the doctor's language to choose and a button to print it.
void add_sheet(const ScreenContext& context, Citations& citations, Screen& screen);

/// The page itself, in the reader's language and, where one is chosen, in the doctor's.
[[nodiscard]] Sheet sheet_block(const ScreenContext& context);

}  // namespace selfcheck::session
