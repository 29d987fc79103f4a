// SPDX-License-Identifier: MIT
//
// lint.h: finds in a pack what a reviewer should not have to look for. Reading a Bundle has already
// checked structure, expressions and citations; lint checks that the parts belong together.
//
// * every text there is in every language, no text that nothing uses, no text left untranslated
// * every {name} in a text is a question, a derived value or emergency_number, the same in each language
// * no question that can never be asked, no rule that can never fire, no card that can never show
// * no question that neither a condition, a score, a rule nor a card reads
// * no source that nothing cites
// * every rule is in a golden case that fires it and in one that does not; every case gives what it says
#pragma once

#include <vector>

#include "engine/bundle.h"
#include "engine/golden.h"
#include "engine/result.h"

namespace selfcheck::engine {

[[nodiscard]] Problems lint(const Bundle& bundle, const std::vector<GoldenCase>& golden);

}  // namespace selfcheck::engine
