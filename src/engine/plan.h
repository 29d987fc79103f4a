// SPDX-License-Identifier: MIT
//
// plan.h: a reader's plan: how to walk more week by week, which moves, which foods close the gap to the
// targets, when to look again; and what to take to the doctor.
//
// Under an emergency or urgent finding nothing is allowed, whatever the pack says: first help, then plans.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/decimal.h"
#include "engine/fhirpath/evaluate.h"
#include "engine/level.h"
#include "engine/plan_rules.h"

namespace selfcheck::engine {

struct ExerciseWeek {
    int minutes = 0;  // of brisk walking a day
    int days = 0;
};

struct ExercisePlan {
    bool allowed = false;
    std::vector<ExerciseWeek> weeks;       // from the first to the one at the target; empty: no walking
    std::vector<std::size_t> precautions;  // indexes into the rules, in the pack's order
    std::vector<std::size_t> moves;        // likewise
};

struct DietPlan {
    struct Portion {
        std::size_t swap = 0;
        int times = 1;  // portions more a day
    };
    bool allowed = false;
    std::vector<std::optional<Decimal>> gaps;  // by gap; zero where there is none, nothing where it is unknown
    std::vector<Decimal> left;                 // by gap: what the swaps do not close
    std::vector<Portion> swaps;

    /// Whether something is known to be missing to the target.
    [[nodiscard]] bool is_open(std::size_t gap) const { return gaps[gap].has_value() && !gaps[gap]->is_zero(); }
};

struct Plan {
    ExercisePlan exercise;
    DietPlan diet;
    std::vector<std::size_t> gates;
    std::optional<std::size_t> recheck;
};

struct Sheet {
    std::vector<std::size_t> questions;
    std::vector<std::size_t> tests;
};

/// `environment` holds every variable, guidance and findings included. What `plan` and `sheet` held is forgotten, their
/// memory used again.
void make_plan(const PlanRules& rules, Level guidance, const fhirpath::Environment& environment,
               fhirpath::Workspace& workspace, Plan& plan);
void make_sheet(const SheetRules& rules, const fhirpath::Environment& environment, fhirpath::Workspace& workspace,
                Sheet& sheet);

}  // namespace selfcheck::engine
