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
    for (std::size_t i = 0; i < pack.questions.size(); ++i)
        domains_.push_back(Possibility::any_of(pack.variables[i], false));
    is_blank_.resize(pack.variables.size());
}

void Assessor::remember_blanks() {
    is_possibility_known_.assign(is_possibility_known_.size(), false);
    evaluate_variables(Answers(pack_));
    std::vector<BlankVariable> variables(pack_.variables.size());
    for (const auto variable : pack_.evaluation_order) {
        look_ahead(variable);
        const bool asked = variable < pack_.questions.size() && assessment_.asked[variable];
        variables[variable] = {assessment_.variables[variable], possibilities_[variable], asked};
    }
    const Environment environment{assessment_.variables, &pack_.symbols};
    for (const Rule& rule : pack_.rules) {
        blank_rules_.push_back(
            {evaluate(rule.when, environment, workspace_), outlook_.may_be_true(rule.when, possibilities_)});
    }
    blank_variables_ = std::move(variables);
}

bool Assessor::is_blank(const fhirpath::Program& program) const {
    const auto& variables = program.variables();
    return std::all_of(variables.begin(), variables.end(), [&](auto variable) { return is_blank_[variable]; });
}

const Assessment& Assessor::assess(const Answers& answers) {
    // A single assessment, which is all that most Assessors make, would not repay it.
    if (was_used_ && blank_variables_.empty()) remember_blanks();
    was_used_ = true;
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
        if (variable < pack_.questions.size()) {
            evaluate_question(answers, variable);
            continue;
        }
        const auto& program = pack_.derived[variable - pack_.questions.size()].value;
        // The items of a longer value lie in the workspace, which is cleared.
        is_blank_[variable] =
            !blank_variables_.empty() && is_blank(program) && blank_variables_[variable].traced.value.size() < 2;
        assessment_.variables[variable] =
            is_blank_[variable] ? blank_variables_[variable].traced : evaluate(program, environment, workspace_);
    }
}

void Assessor::evaluate_question(const Answers& answers, fhirpath::VariableIndex question) {
    const auto& when = pack_.questions[question].when;
    Traced& traced = assessment_.variables[question];
    is_blank_[question] = !blank_variables_.empty() && !answers.answered(question) && (!when || is_blank(*when));
    if (is_blank_[question]) {
        traced = blank_variables_[question].traced;
        assessment_.asked[question] = blank_variables_[question].asked;
        return;
    }
    const Environment environment{assessment_.variables, &pack_.symbols};
    const Traced condition = when ? evaluate(*when, environment, workspace_) : Traced{Item::boolean(true), {}, {}};
    assessment_.asked[question] = condition.is_true();
    if (!condition.is_true()) {
        traced = {Value(), {}, condition.missing};
    } else if (answers.answered(question)) {
        // What is still missing may turn out to make the question one that is not asked.
        traced = {answers.value(question), SourceSet::of(question), condition.missing};
    } else {
        traced = {Value(), {}, SourceSet::of(question)};
    }
}

void Assessor::evaluate_rules() {
    const Environment environment{assessment_.variables, &pack_.symbols};
    for (const std::size_t i : rules_by_urgency_) {
        const Rule& rule = pack_.rules[i];
        const bool blank = is_blank(rule.when);
        const Traced fired = blank ? blank_rules_[i].fired : evaluate(rule.when, environment, workspace_);
        if (fired.is_true()) {
            assessment_.findings.push_back({i, fired.used});
            assessment_.guidance = std::max(assessment_.guidance, rule.level);
        } else if (fired.is_undetermined()) {
            if (!blank) look_ahead(rule.when);
            if (blank ? blank_rules_[i].may_fire : outlook_.may_be_true(rule.when, possibilities_)) {
                assessment_.undetermined.push_back({i, fired.missing});
            }
        }
    }
}

void Assessor::look_ahead(const fhirpath::Program& program) {
    for (const auto variable : program.variables()) look_ahead(variable);
}

/// What a variable may still become: its value where that is settled, its domain where an answer is missing
/// (or nothing, for another answer may come alone), and what its expression makes of those where it is derived.
void Assessor::look_ahead(fhirpath::VariableIndex variable) {
    if (is_possibility_known_[variable]) return;
    is_possibility_known_[variable] = true;
    const Traced& traced = assessment_.variables[variable];
    Possibility& possibility = possibilities_[variable];
    if (is_blank_[variable]) {
        possibility = blank_variables_[variable].possibility;
    } else if (traced.is_solid()) {
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
