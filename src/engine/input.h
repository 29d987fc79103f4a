// SPDX-License-Identifier: MIT
//
// input.h: the text that `selfcheck assess` and the headless module are given: {"answers": {…}}.
#pragma once

#include <string_view>

#include "engine/answers.h"

namespace selfcheck::engine {

/// Problems name their place: where the text is not JSON, everything answers_from_json finds, a required
/// answer missing, an unknown member.
[[nodiscard]] Result<Answers> answers_from_input(const Pack& pack, std::string_view text);

}  // namespace selfcheck::engine
