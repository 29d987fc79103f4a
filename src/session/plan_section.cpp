// SPDX-License-Identifier: MIT
#include "session/plan_section.h"

#include <algorithm>

#include "engine/dates.h"

namespace selfcheck::session {
namespace {

using engine::Date;
using engine::Decimal;
using engine::DietPlan;
using engine::DietRules;
using engine::ExercisePlan;
using engine::ExerciseRules;
using engine::Level;
using engine::Plan;
using engine::PlanRules;
using engine::Wording;

constexpr int kDaysOfAWeek = 7;

class PlanWriter {
public:
    PlanWriter(const ScreenContext& context, Citations& citations, Screen& screen)
        : context_(context),
          citations_(citations),
          screen_(screen),
          today_(engine::date_from(context.state.preferences.today)) {}

    void write(const PlanRules& rules, const Plan& plan) {
        context_.add_heading(screen_, 2, {"plan", "title"}, "heading.plan");
        if (context_.assessment.guidance >= Level::urgent) {
            paragraph("plan.later", context_.ui({"plan", "later"}));
            return;
        }
        write_gates(rules, plan);
        if (plan.exercise.allowed) write_exercise(rules.exercise, plan.exercise);
        if (plan.diet.allowed) write_diet(rules.diet, plan.diet);
        if (plan.recheck) write_recheck(rules.rechecks[*plan.recheck]);
    }

private:
    void write_gates(const PlanRules& rules, const Plan& plan) {
        if (plan.gates.empty()) return;
        Callout callout{"plan.gates", Tone::routine, context_.ui({"plan", "gates"}), {}, {}};
        for (const std::size_t gate : plan.gates) {
            const std::string& id = rules.gates[gate].id;
            citations_.cite(rules.gates[gate].sources);
            callout.items.push_back(
                context_.ui({"plan", "gate"}, {{"title", context_.wording.get({"gates", id, "title"})},
                                               {"text", context_.wording.get({"gates", id, "text"})}}));
        }
        screen_.blocks.push_back(std::move(callout));
    }

    void write_exercise(const ExerciseRules& rules, const ExercisePlan& plan) {
        context_.add_heading(screen_, 3, {"plan", "exercise"}, "heading.exercise");
        citations_.cite(rules.sources);
        if (!plan.precautions.empty()) {
            Callout callout{"plan.precautions", Tone::plain, context_.ui({"plan", "precautions"}), {}, {}};
            for (const std::size_t index : plan.precautions) {
                callout.items.push_back(context_.wording.get({"precautions", rules.precautions[index].id}));
                citations_.cite(rules.precautions[index].sources);
            }
            screen_.blocks.push_back(std::move(callout));
        }
        write_weeks(plan);
        for (const std::size_t index : plan.moves) write_move(rules.moves[index]);
    }

    void write_weeks(const ExercisePlan& plan) {
        if (plan.weeks.empty()) return;
        const std::map<std::string, std::string, std::less<>> target = {
            {"minutes", std::to_string(plan.weeks.back().minutes)}, {"days", std::to_string(plan.weeks.back().days)}};
        if (plan.weeks.size() == 1) return paragraph("plan.keep", context_.ui({"plan", "keep"}, target));
        paragraph("plan.weeks_intro", context_.ui({"plan", "weeks_intro"}, target));
        List weeks{"plan.weeks", false, {}};
        for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
            const int days_from_now = static_cast<int>(i) * kDaysOfAWeek;
            weeks.items.push_back(
                context_.ui({"plan", today_ ? "week_from" : "week"},
                            {{"week", std::to_string(i + 1)},
                             {"date", today_ ? context_.date_text(engine::days_after(*today_, days_from_now)) : ""},
                             {"minutes", std::to_string(plan.weeks[i].minutes)},
                             {"days", std::to_string(plan.weeks[i].days)}}));
        }
        screen_.blocks.push_back(std::move(weeks));
    }

    void write_move(const engine::Move& move) {
        const std::string& id = move.item.id;
        Card card;
        card.key = "move." + id;
        card.open = context_.expanded(card.key);
        card.toggle = {card.key + ".toggle",
                       context_.wording.get({"moves", id, "title"}),
                       {ActionKind::expand, card.key, ""},
                       card.open,
                       false,
                       ""};
        if (card.open) {
            card.body = {context_.wording.get({"moves", id, "text"})};
            if (!move.figure.empty()) {
                card.figures.push_back({card.key + ".figure", move.figure, context_.wording.get({"moves", id, "alt"})});
            }
            card.sources_label = context_.ui({"sources", "label"});
            card.sources = citations_.cite(move.item.sources);
            card.covers = context_.covers_of(id);
        }
        screen_.blocks.push_back(std::move(card));
    }

    void write_diet(const DietRules& rules, const DietPlan& plan) {
        context_.add_heading(screen_, 3, {"plan", "diet"}, "heading.diet");
        citations_.cite(rules.sources);
        bool any_gap = false;
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < plan.gaps.size(); ++i) {
            if (!plan.gaps[i]) unknown.push_back(i);
            if (!plan.is_open(i)) continue;
            any_gap = true;
            const std::string& id = rules.gaps[i].id;
            paragraph("plan.gap." + id,
                      context_.ui({"plan", "gap"}, {{"name", gap_name(rules, i)},
                                                    {"amount", Wording::number(roughly(*plan.gaps[i]))},
                                                    {"unit", context_.wording.get({"gaps", id, "unit"})}}));
        }
        if (plan.swaps.empty() && !unknown.empty()) {
            paragraph("plan.gap_unknown", context_.wording.get({"diet", "unknown"}));
        } else {
            for (const std::size_t i : unknown) {
                paragraph("plan.gap_unknown." + rules.gaps[i].id,
                          context_.ui({"plan", "gap_unknown"}, {{"name", gap_name(rules, i)}}));
            }
        }
        if (!any_gap && unknown.empty()) paragraph("plan.no_gap", context_.wording.get({"diet", "enough"}));
        if (plan.swaps.empty()) return;
        paragraph("plan.swaps_intro", context_.ui({"plan", "swaps_intro"}));
        List swaps{"plan.swaps", false, {}};
        for (const DietPlan::Portion& portion : plan.swaps) {
            const std::string text = context_.wording.get({"swaps", rules.swaps[portion.swap].item.id});
            swaps.items.push_back(
                portion.times == 1
                    ? text
                    : context_.ui({"plan", "times"}, {{"swap", text}, {"times", std::to_string(portion.times)}}));
        }
        screen_.blocks.push_back(std::move(swaps));
    }

    std::string gap_name(const DietRules& rules, std::size_t gap) const {
        return context_.wording.get({"gaps", rules.gaps[gap].id, "title"});
    }

    /// As exact as an estimate is: 19, 520.
    static Decimal roughly(Decimal amount) {
        const int places = amount < Decimal::from_integer(100) ? 0 : -1;
        return round(amount, places).value_or(amount);
    }

    void write_recheck(const engine::Recheck& recheck) {
        context_.add_heading(screen_, 3, {"plan", "recheck"}, "heading.recheck");
        citations_.cite(recheck.sources);
        const std::string months = std::to_string(recheck.months);
        const std::string when =
            today_ ? context_.ui({"plan", "recheck_on"},
                                 {{"months", months},
                                  {"date", context_.date_text(engine::months_after(*today_, recheck.months))}})
                   : context_.ui({"plan", "recheck_in"}, {{"months", months}});
        paragraph("plan.recheck",
                  when + context_.ui({"plan", "sentence_gap"}) + context_.wording.get({"recheck", "text"}));
    }

    void paragraph(std::string key, std::string text) {
        screen_.blocks.push_back(Paragraph{std::move(key), std::move(text), Tone::plain});
    }

    const ScreenContext& context_;
    Citations& citations_;
    Screen& screen_;
    const std::optional<Date> today_;  // where the host has said which day it is
};

}  // namespace

bool is_move_of_plan(const ScreenContext& context, const std::string& card) {
    if (!context.assessment.plan) return false;
    const auto& shown = context.assessment.plan->exercise.moves;
    return std::any_of(shown.begin(), shown.end(),
                       [&](std::size_t move) { return context.pack.plan->exercise.moves[move].item.id == card; });
}

void add_plan(const ScreenContext& context, Citations& citations, Screen& screen) {
    if (context.assessment.plan)
        PlanWriter(context, citations, screen).write(*context.pack.plan, *context.assessment.plan);
}

}  // namespace selfcheck::session
