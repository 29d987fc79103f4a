// SPDX-License-Identifier: MIT
//
// sample_plan.h: the pack about teeth with a plan and a sheet.
#pragma once

#include <string_view>

#include "support/sample_pack.h"

namespace selfcheck::testing {

inline constexpr std::string_view kSamplePlan = R"json({
  "gates": [{"id": "smokers", "when": "%smoker = 'yes'", "sources": ["ours"]}],
  "exercise": {
    "allowed": "%findings contains 'loose_long' implies false",
    "start_minutes": "iif(%age < 80, iif(%sugar_g < 10, 30, 12), {})", "start_days": "iif(%age < 40, 5, 3)",
    "target_minutes": "iif(%age >= 70, 20, 30)", "target_days": 5, "step_minutes": 10,
    "precautions": [{"id": "slowly", "when": "%age >= 65"}],
    "moves": [{"id": "walk", "when": "true", "figure": "brisk_walk", "sources": ["ours"]}],
    "sources": ["ours"]
  },
  "diet": {
    "allowed": "true",
    "gaps": [{"id": "nuts_g", "value": "60 - %sugar_g"}, {"id": "milk_g", "value": "{}"}],
    "swaps": [
      {"id": "handful", "when": "%age < 90", "adds": {"nuts_g": 20}, "most": 2},
      {"id": "cup", "when": "true", "adds": {"milk_g": 200}, "most": 1},
      {"id": "spoon", "when": "true", "adds": {"nuts_g": 5}, "most": 9}
    ],
    "sources": ["ours"]
  },
  "recheck": [
    {"when": "%guidance = 'soon'", "months": 3, "sources": ["ours"]},
    {"when": "true", "months": 12, "sources": ["ours"]}
  ]
})json";

inline constexpr std::string_view kSampleSheet = R"json({
  "questions": [{"id": "why", "when": "%guidance != 'self_care'"}],
  "tests": [{"id": "xray", "when": "%findings contains 'gum_score'", "sources": ["textbook"]}]
})json";

inline engine::Json sample_with_plan() {
    engine::Json json = sample_json();
    json["pack"]["plan"] = engine::parse_json(kSamplePlan).value();
    json["pack"]["sheet"] = engine::parse_json(kSampleSheet).value();
    return json;
}

}  // namespace selfcheck::testing
