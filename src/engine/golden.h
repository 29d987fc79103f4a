// SPDX-License-Identifier: MIT
//
// golden.h: answer sets with the result they must give, as a clinician writes them. See docs/pack-format.md.
#pragma once

#include <string>
#include <vector>

#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/json.h"

namespace selfcheck::engine {

struct GoldenCase {
    std::string name;
    Json input;  // {"answers": {…}}, as for assess
    Json expect;
};

/// Problems are placed in golden.json.
[[nodiscard]] Result<std::vector<GoldenCase>> golden_from_json(const Json& json);

/// Every difference between what the case expects and what the pack gives.
[[nodiscard]] Problems check_golden(const Bundle& bundle, const std::vector<GoldenCase>& cases);

}  // namespace selfcheck::engine
