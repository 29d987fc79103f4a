// SPDX-License-Identifier: MIT
//
// card_figures.h: what a card says about its figure beyond the name: numbers to try on it, or where the reader stands
// in the circle that it shows. Data of a Pack; see docs/pack-format.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/decimal.h"
#include "engine/json.h"
#include "engine/result.h"

namespace selfcheck::engine {

class Pack;

/// Numbers of a score that a reader can try on a card's figure: it is worn at `min` and whole at `max`.
struct Explore {
    std::size_t score = 0;  // index into Pack::scores; it has a meter
    Decimal min;            // both ends included, within the meter's
    Decimal max;
};

/// A step of a circle that feeds itself, each leading to the next and the last to the first.
struct RingStep {
    std::string id;
    std::vector<std::size_t> enters;  // rules that, when found, say that the reader's circle begins here
    std::vector<std::size_t> moves;   // of the plan: what keeps this step from leading to the next
    std::vector<std::size_t> gaps;    // of the plan's diet, likewise, once they are closed
};

/// Nothing where a problem was added, which names its place below `at`.
[[nodiscard]] std::optional<Explore> read_explore(const Json& json, const std::string& at, const Pack& pack,
                                                  Problems& problems);
/// Needs the rules and the plan of the pack.
[[nodiscard]] std::vector<RingStep> read_ring(const Json& json, const std::string& at, const Pack& pack,
                                              Problems& problems);

}  // namespace selfcheck::engine
