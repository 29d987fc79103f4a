// SPDX-License-Identifier: MIT
//
// plan_rules.h: what a pack says about the reader's plan (exercise, diet, when to look again) and about
// the sheet for the doctor. Data of a Pack; plan.h makes a reader's plan of it. See docs/pack-format.md.
//
// Every expression may use %guidance and %findings, what the rules concluded.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/decimal.h"
#include "engine/expression_fields.h"
#include "engine/fhirpath/program.h"
#include "engine/json.h"

namespace selfcheck::engine {

/// Something said when its condition is true.
struct PlanItem {
    std::string id;
    fhirpath::Program when;
    std::vector<std::string> sources;  // may be empty for a precaution or a question
};

struct Move {
    PlanItem item;
    std::string figure;  // may be empty
};

struct ExerciseRules {
    fhirpath::Program allowed;
    fhirpath::Program start_minutes;  // of brisk walking a day; {} where walking is no part of the plan
    fhirpath::Program start_days;     // a week
    fhirpath::Program target_minutes;
    int target_days = 0;
    int step_minutes = 0;  // how much a week adds
    std::vector<PlanItem> precautions;
    std::vector<Move> moves;
    std::vector<std::string> sources;
};

/// What is missing to a target, in the unit of the id's end (_mg, _g).
struct Gap {
    std::string id;
    fhirpath::Program value;  // {} where it cannot be said
    Decimal least;            // a smaller one counts for nothing: the estimate is not that exact
};

struct Swap {
    PlanItem item;
    std::vector<Decimal> adds;  // by gap: what one more portion a day brings
    int most = 1;               // portions
};

struct DietRules {
    fhirpath::Program allowed;
    std::vector<Gap> gaps;
    std::vector<Swap> swaps;
    std::vector<std::string> sources;
};

struct Recheck {
    fhirpath::Program when;
    int months = 0;
    std::vector<std::string> sources;
};

struct PlanRules {
    std::vector<PlanItem> gates;
    ExerciseRules exercise;
    DietRules diet;
    std::vector<Recheck> rechecks;
};

struct SheetRules {
    std::vector<PlanItem> questions;
    std::vector<PlanItem> tests;
};

[[nodiscard]] inline const PlanItem& item_of(const PlanItem& item) { return item; }
[[nodiscard]] inline const PlanItem& item_of(const Move& move) { return move.item; }
[[nodiscard]] inline const PlanItem& item_of(const Swap& swap) { return swap.item; }

/// Calls visit(place, item) for everything said under a condition of its own, with its JSON Pointer in pack.json.
void for_each_item(const PlanRules& plan, const std::function<void(const std::string&, const PlanItem&)>& visit);
void for_each_item(const SheetRules& sheet, const std::function<void(const std::string&, const PlanItem&)>& visit);

/// Nothing when there was a problem, which then is among `problems`.
[[nodiscard]] std::optional<PlanRules> read_plan_rules(const Json& json, const std::string& at,
                                                       const ExpressionScope& scope, Problems& problems);
[[nodiscard]] SheetRules read_sheet_rules(const Json& json, const std::string& at, const ExpressionScope& scope,
                                          Problems& problems);

}  // namespace selfcheck::engine
