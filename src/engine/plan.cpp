// SPDX-License-Identifier: MIT
#include "engine/plan.h"

#include <algorithm>

namespace selfcheck::engine {
namespace {

using fhirpath::Environment;
using fhirpath::Program;
using fhirpath::Workspace;

constexpr int kMostMinutes = 600;  // a day, so that a wrong pack cannot plan for ever

/// Evaluates a plan's expressions over one reader's answers.
class Planner {
public:
    Planner(const Environment& environment, Workspace& workspace) : environment_(environment), workspace_(workspace) {}

    bool holds(const Program& program) { return fhirpath::evaluate(program, environment_, workspace_).is_true(); }

    std::optional<Decimal> number(const Program& program) {
        return fhirpath::evaluate(program, environment_, workspace_).value.number();
    }

    /// The whole number, within the bounds; nothing where there is none.
    std::optional<int> whole_number(const Program& program, int most) {
        const auto value = number(program);
        if (!value) return std::nullopt;
        const auto whole = static_cast<int>(value->steps() / Decimal::kStepsPerUnit);
        return std::clamp(whole, 1, most);
    }

    template <typename Items, typename ItemOf>
    std::vector<std::size_t> all_that_hold(const Items& items, ItemOf&& item_of) {
        std::vector<std::size_t> indexes;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (holds(item_of(items[i]).when)) indexes.push_back(i);
        }
        return indexes;
    }
    std::vector<std::size_t> all_that_hold(const std::vector<PlanItem>& items) {
        return all_that_hold(items, [](const PlanItem& item) -> const PlanItem& { return item; });
    }

    ExercisePlan exercise(const ExerciseRules& rules) {
        ExercisePlan plan;
        plan.allowed = holds(rules.allowed);
        if (!plan.allowed) return plan;
        plan.weeks = weeks(rules);
        plan.precautions = all_that_hold(rules.precautions);
        plan.moves = all_that_hold(rules.moves, [](const Move& move) -> const PlanItem& { return move.item; });
        return plan;
    }

    DietPlan diet(const DietRules& rules) {
        DietPlan plan;
        plan.allowed = holds(rules.allowed);
        if (!plan.allowed) return plan;
        std::vector<Decimal> open;
        for (const Gap& gap : rules.gaps) {
            const auto value = number(gap.value);
            plan.gaps.push_back(value ? std::optional(std::max(*value, Decimal())) : std::nullopt);
            open.push_back(plan.gaps.back().value_or(Decimal()));
        }
        for (std::size_t i = 0; i < rules.swaps.size(); ++i) {
            if (!helps(rules.swaps[i], open) || !holds(rules.swaps[i].item.when)) continue;
            int times = 0;
            while (times < rules.swaps[i].most && helps(rules.swaps[i], open)) {
                for (std::size_t k = 0; k < open.size(); ++k) {
                    open[k] = subtract(open[k], rules.swaps[i].adds[k]).value_or(Decimal());
                }
                ++times;
            }
            plan.swaps.push_back({i, times});
        }
        return plan;
    }

private:
    /// Minutes first, a step a week; then days, one a week.
    std::vector<ExerciseWeek> weeks(const ExerciseRules& rules) {
        std::vector<ExerciseWeek> weeks;
        const auto target_minutes = whole_number(rules.target_minutes, kMostMinutes);
        if (!target_minutes) return weeks;
        const auto minutes = whole_number(rules.start_minutes, *target_minutes);
        if (!minutes) return weeks;
        ExerciseWeek week{*minutes, whole_number(rules.start_days, rules.target_days).value_or(1)};
        weeks.push_back(week);
        while (week.minutes < *target_minutes || week.days < rules.target_days) {
            if (week.minutes < *target_minutes) {
                week.minutes = std::min(week.minutes + rules.step_minutes, *target_minutes);
            } else {
                ++week.days;
            }
            weeks.push_back(week);
        }
        return weeks;
    }

    /// A portion brings some of what is still missing.
    static bool helps(const Swap& swap, const std::vector<Decimal>& open) {
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i] > Decimal() && swap.adds[i] > Decimal()) return true;
        }
        return false;
    }

    const Environment& environment_;
    Workspace& workspace_;
};

}  // namespace

Plan make_plan(const PlanRules& rules, Level guidance, const Environment& environment, Workspace& workspace) {
    Planner planner(environment, workspace);
    Plan plan;
    plan.gates = planner.all_that_hold(rules.gates);
    if (guidance >= Level::urgent) return plan;
    plan.exercise = planner.exercise(rules.exercise);
    plan.diet = planner.diet(rules.diet);
    for (std::size_t i = 0; i < rules.rechecks.size() && !plan.recheck; ++i) {
        if (planner.holds(rules.rechecks[i].when)) plan.recheck = i;
    }
    return plan;
}

Sheet make_sheet(const SheetRules& rules, const Environment& environment, Workspace& workspace) {
    Planner planner(environment, workspace);
    return {planner.all_that_hold(rules.questions), planner.all_that_hold(rules.tests)};
}

}  // namespace selfcheck::engine
