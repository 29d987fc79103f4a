// SPDX-License-Identifier: MIT
#include <optional>

#include "engine/fhirpath/possible.h"
#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

using fhirpath::Possibility;
using fhirpath::Program;

/// Gathers all that should be able to happen, and says of each what does not.
///
/// possible() proves some of it impossible without a single answer, but takes parts of a condition
/// for independent that are not; so what it lets pass is searched for.
class ReachabilityChecker {
public:
    ReachabilityChecker(const Context& context, AnswerSearch& search)
        : context_(context), pack_(context.pack), search_(search) {}

    void run() {
        prepare_possibilities();
        add_questions();
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            add({{&pack_.rules[i].when}}, pointer(pointer("/rules", i), "when"), "fire this rule");
        }
        for (std::size_t i = 0; i < pack_.cards.size(); ++i) {
            add({{&pack_.cards[i].when}}, pointer(pointer("/cards", i), "when"), "show this card");
        }
        for (std::size_t i = 0; i < pack_.scores.size(); ++i) add_score(pack_.scores[i], pointer("/scores", i));

        const auto add_item = [&](const std::string& at, const PlanItem& item) {
            add({{&item.when}}, pointer(at, "when"), "bring this up");
        };
        for_each_item(pack_.sheet, add_item);
        if (pack_.plan) add_plan(*pack_.plan, add_item);

        const auto reached = search_.reach(goals_);
        for (std::size_t i = 0; i < goals_.size(); ++i) {
            if (reached[i]) continue;
            context_.add("pack.json", places_[i].at,
                         "no answers were found that " + places_[i].what +
                             "; mend what contradicts itself here or in what it reads, or take it out");
        }
    }

private:
    struct Place {
        std::string at;
        std::string what;
    };

    void prepare_possibilities() {
        anything_.resize(pack_.variables.size());
        for (const auto variable : pack_.evaluation_order) {
            if (variable >= pack_.questions.size()) {
                const auto& derived = pack_.derived[variable - pack_.questions.size()];
                anything_[variable] = possible(derived.value, anything_, pack_.symbols);
            } else {
                anything_[variable] = Possibility::any_of(pack_.variables[variable], false);
            }
        }
        for (const auto variable : {pack_.guidance_variable(), pack_.findings_variable()}) {
            anything_[variable] = Possibility::any_of(pack_.variables[variable], false);
        }
    }

    void add(Goal goal, std::string at, std::string what) {
        for (const Program* condition : goal.conditions) {
            if (possible(*condition, anything_, pack_.symbols).may_be_true()) continue;
            context_.add("pack.json", at,
                         "can never be true, so that no answers " + what + "; correct it or take it out");
            return;
        }
        goals_.push_back(std::move(goal));
        places_.push_back({std::move(at), std::move(what)});
    }

    void add_questions() {
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            const Question& question = pack_.questions[i];
            if (question.when) add({{&*question.when}}, question.when_at, "have this question asked");
            for (std::size_t k = 0; k < question.plausible.size(); ++k) {
                Goal goal{{&question.plausible[k].when}};
                if (question.when) goal.conditions.push_back(&*question.when);
                const std::string at = pointer(pointer(pointer("/questions", i), "plausible"), k);
                add(std::move(goal), pointer(at, "when"), "bring up this note");
            }
        }
    }

    template <typename AddItem>
    void add_plan(const PlanRules& plan, AddItem&& add_item) {
        for_each_item(plan, add_item);
        for (std::size_t i = 0; i < plan.diet.gaps.size(); ++i) {
            const Gap& gap = plan.diet.gaps[i];
            add({{}, &gap.value, Decimal(), std::nullopt}, pointer(pointer("/plan/diet/gaps", i), "value"),
                "leave such a gap");
        }
        for (std::size_t i = 0; i < plan.rechecks.size(); ++i) {
            add({{&plan.rechecks[i].when}}, pointer(pointer("/plan/recheck", i), "when"), "lead to this recheck");
        }
    }

    void add_score(const Score& score, const std::string& at) {
        std::vector<const Program*> conditions;
        if (score.when) conditions.push_back(&*score.when);
        for (const Score::Field& field : score.fields) {
            const std::string field_at =
                field.name.empty() ? pointer(at, "value") : pointer(pointer(at, "fields"), field.name);
            add({conditions, &field.value}, field_at, "give this a value");
        }
        if (!score.meter || score.fields.empty()) return;
        const Program& drawn = score.meter->value ? *score.meter->value : score.fields.front().value;
        std::optional<Decimal> above;
        for (std::size_t i = 0; i < score.meter->bands.size(); ++i) {
            const Decimal to = score.meter->bands[i].end();
            const bool last = i + 1 == score.meter->bands.size();
            add({conditions, &drawn, above, last ? std::nullopt : std::optional(to)},
                pointer(pointer(pointer(at, "meter"), "bands"), i), "fall into this band");
            above = to;
        }
    }

    const Context& context_;
    const Pack& pack_;
    AnswerSearch& search_;
    std::vector<Possibility> anything_;
    std::vector<Goal> goals_;
    std::vector<Place> places_;
};

}  // namespace

void check_reachability(const Context& context, AnswerSearch& search) { ReachabilityChecker(context, search).run(); }

}  // namespace selfcheck::engine::lint_checks
