// SPDX-License-Identifier: MIT
#include "engine/assess.h"

#include <algorithm>
#include <numeric>

namespace selfcheck::engine {

using fhirpath::Environment;
using fhirpath::evaluate;
using fhirpath::Item;
using fhirpath::Possibility;
using fhirpath::SourceSet;
using fhirpath::Traced;
using fhirpath::Value;

bool Assessment::has_fired(std::size_t rule) const {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
}

Assessor::Assessor(const Pack& pack) : pack_(pack), outlook_(pack.symbols) {
    assessment_.variables.resize(pack.variables.size());
    assessment_.asked.resize(pack.questions.size());
    possibilities_.resize(pack.variables.size());
    is_possibility_known_.resize(pack.variables.size());
    rules_by_urgency_.resize(pack.rules.size());
    std::iota(rules_by_urgency_.begin(), rules_by_urgency_.end(), std::size_t{0});
    std::stable_sort(rules_by_urgency_.begin(), rules_by_urgency_.end(),
                     [&](std::size_t a, std::size_t b) { return pack.rules[a].level > pack.rules[b].level; });
    for (std::size_t i = 0; i < pack.questions.size(); ++i) domains_.push_back(Possibility::any_of(pack.variables[i], false));
}

const Assessment& Assessor::assess(const Answers& answers) {
    workspace_.clear();
    is_possibility_known_.assign(is_possibility_known_.size(), false);
    assessment_.guidance = Level::self_care;
    assessment_.findings.clear();
    assessment_.undetermined.clear();
    assessment_.scores.clear();
    assessment_.score_fields.clear();
    assessment_.cards.clear();

    evaluate_variables(answers);
    const Environment environment{assessment_.variables, &pack_.symbols};
    if (pack_.applies && evaluate(*pack_.applies, environment, workspace_).value.is_false()) {
        assessment_.guidance = Level::not_applicable;
        assessment_.plan.reset();
        assessment_.sheet = {};
        return assessment_;
    }
    evaluate_rules();
    evaluate_scores();
    evaluate_cards();
    evaluate_plan();
    return assessment_;
}

void Assessor::evaluate_variables(const Answers& answers) {
    const Environment environment{assessment_.variables, &pack_.symbols};
    for (const auto variable : pack_.evaluation_order) {
        Traced& traced = assessment_.variables[variable];
        if (variable >= pack_.questions.size()) {
            traced = evaluate(pack_.derived[variable - pack_.questions.size()].value, environment, workspace_);
            continue;
        }
        const auto& when = pack_.questions[variable].when;
        const Traced condition = when ? evaluate(*when, environment, workspace_) : Traced{Item::boolean(true), {}, {}};
        const bool asked = condition.is_true();
        assessment_.asked[variable] = asked;
        if (!asked) {
            traced = {Value(), {}, condition.missing};
        } else if (answers.answered(variable)) {
            // What is still missing may turn out to make the question one that is not asked.
            traced = {answers.value(variable), SourceSet::of(variable), condition.missing};
        } else {
            traced = {Value(), {}, SourceSet::of(variable)};
        }
    }
}

void Assessor::evaluate_rules() {
    const Environment environment{assessment_.variables, &pack_.symbols};
    for (const std::size_t i : rules_by_urgency_) {
        const Rule& rule = pack_.rules[i];
        const Traced fired = evaluate(rule.when, environment, workspace_);
        if (fired.is_true()) {
            assessment_.findings.push_back({i, fired.used});
            assessment_.guidance = std::max(assessment_.guidance, rule.level);
        } else if (fired.is_undetermined()) {
            look_ahead(rule.when);
            if (outlook_.may_be_true(rule.when, possibilities_)) {
                assessment_.undetermined.push_back({i, fired.missing});
            }
        }
    }
}

/// What the variables of `program` may still become: their value where that is settled, their domain where
/// an answer is missing (or nothing, for another answer may come alone), and what their expression makes of
/// those where they are derived.
void Assessor::look_ahead(const fhirpath::Program& program) {
    for (const auto variable : program.variables()) {
        if (is_possibility_known_[variable]) continue;
        is_possibility_known_[variable] = true;
        const Traced& traced = assessment_.variables[variable];
        Possibility& possibility = possibilities_[variable];
        if (traced.is_solid()) {
            possibility = Possibility::exactly(traced.value);
        } else if (variable >= pack_.questions.size()) {
            const auto& derived = pack_.derived[variable - pack_.questions.size()];
            look_ahead(derived.value);
            possibility = outlook_.possible(derived.value, possibilities_);
        } else if (!traced.value.empty()) {
            possibility = Possibility::exactly(traced.value).or_empty();
        } else {
            possibility = domains_[variable];
        }
    }
}

void Assessor::evaluate_scores() {
    const Environment environment{assessment_.variables, &pack_.symbols};
    for (std::size_t i = 0; i < pack_.scores.size(); ++i) {
        const Score& score = pack_.scores[i];
        if (score.when && !evaluate(*score.when, environment, workspace_).is_true()) continue;
        ScoreValue result{i, assessment_.score_fields.size(), score.fields.size(), {}, {}};
        bool any = false;
        for (const Score::Field& field : score.fields) {
            const Value value = evaluate(field.value, environment, workspace_).value;
            assessment_.score_fields.push_back(value);
            any = any || !value.empty();
            if (field.name.empty() || field.name == "value") result.number = value.number();
        }
        if (!any) {
            assessment_.score_fields.resize(result.first_field);
            continue;
        }
        if (score.meter && score.meter->value) {
            result.number = evaluate(*score.meter->value, environment, workspace_).value.number();
        }
        if (score.range && !evaluate(*score.range, environment, workspace_).is_solid()) {
            look_ahead(*score.range);
            result.range = outlook_.possible(*score.range, possibilities_).numbers();
        }
        assessment_.scores.push_back(result);
    }
}

void Assessor::evaluate_cards() {
    fired_.clear();
    for (const Finding& finding : assessment_.findings) fired_.push_back(Item::code(pack_.rule_symbols[finding.rule]));
    const auto guidance = pack_.symbols.find(name_of(assessment_.guidance));
    assessment_.variables[pack_.guidance_variable()] = {Item::code(*guidance), {}, {}};
    assessment_.variables[pack_.findings_variable()] = {Value::of(fired_), {}, {}};

    const Environment environment{assessment_.variables, &pack_.symbols};
    for (std::size_t i = 0; i < pack_.cards.size(); ++i) {
        if (evaluate(pack_.cards[i].when, environment, workspace_).is_true()) assessment_.cards.push_back(i);
    }
}

void Assessor::evaluate_plan() {
    const Environment environment{assessment_.variables, &pack_.symbols};
    if (pack_.plan) {
        if (!assessment_.plan) assessment_.plan.emplace();
        make_plan(*pack_.plan, assessment_.guidance, environment, workspace_, *assessment_.plan);
    }
    make_sheet(pack_.sheet, environment, workspace_, assessment_.sheet);
}

}  // namespace selfcheck::engine
