// SPDX-License-Identifier: MIT
//
// explain.h: how the result for one set of answers comes about, as text for a reviewer at a
// terminal.
#pragma once

#include <iosfwd>
#include <string_view>

#include "engine/answers.h"
#include "engine/bundle.h"

namespace selfcheck::cli {

/// Guidance; findings with their conditions, what those read and which answers decided; what is
/// undetermined; scores; what one other answer would change; cards. `language` adds titles, ""
/// none.
void write_explanation(const engine::Bundle& bundle, const engine::Answers& answers, std::string_view language,
                       std::ostream& out);

}  // namespace selfcheck::cli
