// SPDX-License-Identifier: MIT
#include "engine/stopwatch_rules.h"

#include "engine/json_fields.h"

namespace selfcheck::engine {
namespace {

constexpr int kMostTaps = 30;
constexpr int kLongestCountdown = 10;

int whole_number(Fields& fields, const char* name, int most) {
    const Decimal number = fields.number(name);
    if (number.is_whole() && number >= Decimal::from_integer(1) && number <= Decimal::from_integer(most)) {
        return static_cast<int>(number.steps() / Decimal::kStepsPerUnit);
    }
    if (fields.find(name) != nullptr) fields.problem(name, "expected a whole number from 1 to " + std::to_string(most));
    return 1;
}

}  // namespace

StopwatchRules stopwatch_from_json(const Json& measure, const std::string& at, Problems& problems) {
    StopwatchRules rules;
    Fields ways(measure, at, problems);
    const Json* json = ways.find("stopwatch");
    if (json == nullptr) {
        if (measure.is_object()) ways.problem("stopwatch", "is missing");
        return rules;
    }
    ways.reject_others();

    Fields fields(*json, ways.at("stopwatch"), problems);
    rules.count = whole_number(fields, "count", kMostTaps);
    rules.countdown_s = whole_number(fields, "countdown_s", kLongestCountdown);
    if (fields.find("least_s") != nullptr) rules.least = fields.number("least_s");
    if (const Json* unable = fields.find("unable")) {
        Fields answer(*unable, fields.at("unable"), problems);
        rules.unable_question = answer.text("question");
        rules.unable_code = answer.text("code");
        answer.reject_others();
    }
    fields.reject_others();
    return rules;
}

}  // namespace selfcheck::engine
