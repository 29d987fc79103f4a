// SPDX-License-Identifier: MIT
//
// pack_diff.h: what a reviewer has to look at between two versions of a pack: what was written
// differently, and which answers now get another result.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/json.h"
#include "engine/level.h"
#include "engine/pack.h"

namespace selfcheck::engine {

/// One question, rule, text, golden case ... that is only in one of the packs or is not the same in
/// both.
struct Difference {
    enum class Kind { added, removed, changed };
    /// What differs of it: every member of what was added or removed; of a text the one member "".
    struct Member {
        std::string name;
        std::optional<std::string> before;  // nothing: not there
        std::optional<std::string> after;
    };
    std::string part;  // "pack", "questions", "rules", "plan", "texts zh-CN", "golden cases" ...
    std::string id;    // of a text its JSON Pointer, of a plan the way to it; "" where it is the
                       // part's order that differs
    Kind kind = Kind::changed;
    std::vector<Member> members;
};

/// Each part in turn, in it what the new pack has in its order, then what was removed. Both are
/// {"pack", "sources", "texts", "golden"} of packs that could be read.
[[nodiscard]] std::vector<Difference> compare_packs(const Json& before, const Json& after);

/// A rule at its level, as a reason why results differ.
struct Reason {
    std::string rule;
    Level level = Level::routine;
    bool appears = false;  // fires only in the new pack; else only in the old one
    friend auto operator<=>(const Reason&, const Reason&) = default;
};

/// Sets of answers that go from one level to another (or stay, but with other findings).
struct Transition {
    Level before = Level::self_care;
    Level after = Level::self_care;
    std::size_t count = 0;
    std::vector<Json> examples;             // the first three different ones, {"answers": {…}}
    std::map<Reason, std::size_t> reasons;  // in how many; when levels differ only rules above the lower one
};

struct ResultComparison {
    std::size_t compared = 0;
    std::size_t not_comparable = 0;       // sets without an answer that one of the packs requires
    std::size_t answers_left_out = 0;     // answers that only one of the packs understands
    std::vector<Transition> transitions;  // by level before, then after
};

/// Compares the results of `samples` sets of answers: first the `starts` (objects of answers, such
/// as those of golden cases, which lie at thresholds), then sets drawn in turn from what each pack
/// allows, half of them freely and half by drawing up to three answers of a start anew. An answer
/// that one of the packs does not understand (no such question, option or number) is left out for
/// both.
[[nodiscard]] ResultComparison compare_results(const Pack& before, const Pack& after, const std::vector<Json>& starts,
                                               std::size_t samples, std::uint64_t seed);

}  // namespace selfcheck::engine
