// SPDX-License-Identifier: MIT
//
// stopwatch_rules.h: how a number question that asks for a time lets the reader take that time.
//
//   "measure": {"stopwatch": {"count": 5, "countdown_s": 3, "least_s": 3,
//                             "unable": {"question": "rises", "code": "no"}}}
#pragma once

#include <optional>
#include <string>

#include "engine/decimal.h"
#include "engine/json.h"

namespace selfcheck::engine {

struct StopwatchRules {
    int count = 1;        // what is counted with taps; the last one stops the clock
    int countdown_s = 3;  // before the clock runs
    Decimal least;        // seconds; what is quicker came of taps by mistake
    // The answer of a choice question that says the same as not getting through; "" when there is none.
    std::string unable_question;
    std::string unable_code;
};

/// Reads the member `measure` of a question. Whether there is such an answer is for the pack to check, when all
/// questions are known.
[[nodiscard]] StopwatchRules stopwatch_from_json(const Json& measure, const std::string& at, Problems& problems);

}  // namespace selfcheck::engine
