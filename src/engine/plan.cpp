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

    /// The whole number, cut to 1 to `most`; nothing where there is none.
    std::optional<int> whole_number(const Program& program, int most) {
        const auto value = number(program);
        if (!value) return std::nullopt;
        const Decimal bounded = std::clamp(*value, Decimal::from_integer(1), Decimal::from_integer(most));
        return static_cast<int>(bounded.steps() / Decimal::kStepsPerUnit);
    }

    template <typename Items>
    void note_all_that_hold(const Items& items, std::vector<std::size_t>& indexes) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (holds(item_of(items[i]).when)) indexes.push_back(i);
        }
    }

    void exercise(const ExerciseRules& rules, ExercisePlan& plan) {
        plan.allowed = holds(rules.allowed);
        if (!plan.allowed) return;
        weeks(rules, plan.weeks);
        note_all_that_hold(rules.precautions, plan.precautions);
        note_all_that_hold(rules.moves, plan.moves);
    }

    void diet(const DietRules& rules, DietPlan& plan) {
        plan.allowed = holds(rules.allowed);
        if (!plan.allowed) return;
        for (const Gap& gap : rules.gaps) {
            const auto value = number(gap.value);
            const bool counts = value && *value > Decimal() && *value >= gap.least;
            plan.gaps.push_back(counts || !value ? value : std::optional(Decimal()));
            plan.left.push_back(plan.gaps.back().value_or(Decimal()));
        }
        for (std::size_t i = 0; i < rules.swaps.size(); ++i) {
            if (!helps(rules.swaps[i], plan.left) || !holds(rules.swaps[i].item.when)) continue;
            int times = 0;
            while (times < rules.swaps[i].most && helps(rules.swaps[i], plan.left)) {
                for (std::size_t k = 0; k < plan.left.size(); ++k) {
                    const Decimal left = subtract(plan.left[k], rules.swaps[i].adds[k]).value_or(Decimal());
                    plan.left[k] = std::max(left, Decimal());
                }
                ++times;
            }
            plan.swaps.push_back({i, times});
        }
    }

private:
    /// Minutes first, a step a week; then days, one a week.
    void weeks(const ExerciseRules& rules, std::vector<ExerciseWeek>& weeks) {
        const auto target_minutes = whole_number(rules.target_minutes, kMostMinutes);
        if (!target_minutes) return;
        const auto minutes = whole_number(rules.start_minutes, *target_minutes);
        if (!minutes) return;
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

void clear(Plan& plan) {
    plan.exercise.allowed = plan.diet.allowed = false;
    plan.exercise.weeks.clear();
    plan.exercise.precautions.clear();
    plan.exercise.moves.clear();
    plan.diet.gaps.clear();
    plan.diet.left.clear();
    plan.diet.swaps.clear();
    plan.gates.clear();
    plan.recheck.reset();
}

}  // namespace

void make_plan(const PlanRules& rules, Level guidance, const Environment& environment, Workspace& workspace,
               Plan& plan) {
    Planner planner(environment, workspace);
    clear(plan);
    planner.note_all_that_hold(rules.gates, plan.gates);
    if (guidance >= Level::urgent) return;
    planner.exercise(rules.exercise, plan.exercise);
    planner.diet(rules.diet, plan.diet);
    for (std::size_t i = 0; i < rules.rechecks.size() && !plan.recheck; ++i) {
        if (planner.holds(rules.rechecks[i].when)) plan.recheck = i;
    }
}

void make_sheet(const SheetRules& rules, const Environment& environment, Workspace& workspace, Sheet& sheet) {
    Planner planner(environment, workspace);
    sheet.questions.clear();
    sheet.tests.clear();
    planner.note_all_that_hold(rules.questions, sheet.questions);
    planner.note_all_that_hold(rules.tests, sheet.tests);
}

}  // namespace selfcheck::engine
