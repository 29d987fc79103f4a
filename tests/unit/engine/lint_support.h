// SPDX-License-Identifier: MIT
//
// lint_support.h: what lint says of the sample pack and its golden cases after one change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/lint.h"
#include "support/sample_pack.h"

namespace selfcheck::engine {

using Messages = std::vector<std::string>;

inline Json sample_golden_json() {
    return parse_json(R"({"cases": [
      {"name": "everything", "answers": {"age": 40, "signs": ["swollen_throat", "fever", "loose"], "loose_since": 15, "smoker": "yes", "bleeding": "often", "sugar_g": 50.5},
       "expect": {"guidance": "emergency", "findings": ["swollen_throat", "fever", "gum_score", "loose_long", "sugar"], "education": ["sugar_card"], "scores": {"gum": {"value": 4}}}},
      {"name": "nothing", "answers": {"age": 40, "signs": ["none"], "smoker": "no", "bleeding": "often", "sugar_g": 50.4},
       "expect": {"guidance": "self_care", "absent": ["swollen_throat", "fever", "gum_score", "loose_long", "sugar"], "education": ["brushing"]}},
      {"name": "loose for two weeks", "answers": {"age": 40, "signs": ["loose"], "loose_since": 14}, "expect": {"absent": ["loose_long"]}}
    ]})")
        .value();
}

/// As `selfcheck lint` prints them.
inline Messages lint_after(const std::function<void(Json& bundle, Json& golden)>& change) {
    Json json = testing::sample_json();
    Json golden = sample_golden_json();
    change(json, golden);
    const auto bundle = Bundle::from_json(json);
    const auto cases = golden_from_json(golden);
    Problems problems = bundle.problems();
    if (!cases.ok()) problems = cases.problems();
    if (problems.empty()) problems = lint(bundle.value(), cases.value());
    Messages messages;
    for (const Problem& problem : problems) messages.push_back(problem.to_string());
    return messages;
}

inline Messages lint_after_bundle(const std::function<void(Json& bundle)>& change) {
    return lint_after([&](Json& bundle, Json&) { change(bundle); });
}

}  // namespace selfcheck::engine
