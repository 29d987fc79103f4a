// SPDX-License-Identifier: MIT
#include "engine/lint/search.h"

#include <algorithm>

#include "engine/fhirpath/evaluate.h"

namespace selfcheck::engine {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr int kSamples = 200;
constexpr std::size_t kStarts = 3;
constexpr int kStepsOfAStart = 1500;
constexpr std::size_t kMostChanges = 3;  // at once, to get over where no single one comes nearer

}  // namespace

AnswerSearch::AnswerSearch(const Pack& pack, std::vector<Answers> seeds)
    : pack_(pack), assessor_(pack), sampler_(pack, kSeed) {
    for (Answers& answers : seeds) add(std::move(answers));
    for (int i = 0; i < kSamples; ++i) add(sampler_.next());
}

void AnswerSearch::add(Answers answers) {
    const Assessment& assessment = assessor_.assess(answers);
    assessment_ = &assessment;
    if (!nearness_) nearness_.emplace(pack_, assessment);
    if (assessment.guidance == Level::not_applicable) return;
    found_.push_back({std::move(answers), assessment.asked});
}

std::vector<bool> AnswerSearch::reach(const std::vector<Goal>& goals) {
    std::vector<bool> is_reached(goals.size(), false);
    const auto note = [&] {
        for (std::size_t i = 0; i < goals.size(); ++i) {
            if (!is_reached[i]) is_reached[i] = reached(goals[i]);
        }
    };
    for (const Found& one : found_) {
        assessment_ = &assessor_.assess(one.answers);
        note();
    }
    for (std::size_t i = 0; i < goals.size(); ++i) {
        if (!is_reached[i] && climb(goals[i])) note();
    }
    return is_reached;
}

bool AnswerSearch::reached(const Goal& goal) {
    if (assessment_->guidance == Level::not_applicable) return false;
    workspace_.clear();
    const fhirpath::Environment environment{assessment_->variables, &pack_.symbols};
    for (const fhirpath::Program* condition : goal.conditions) {
        if (!fhirpath::evaluate(*condition, environment, workspace_).is_true()) return false;
    }
    if (goal.value == nullptr) return true;
    const fhirpath::Value value = fhirpath::evaluate(*goal.value, environment, workspace_).value;
    if (value.empty()) return false;
    const auto number = value.number();
    if (goal.above && (!number || *number <= *goal.above)) return false;
    return !goal.at_most || (number && *number <= *goal.at_most);
}

std::int64_t AnswerSearch::nearness(const Goal& goal) {
    std::int64_t sum = pack_.applies ? nearness_->to_truth(*pack_.applies) : 0;
    for (const fhirpath::Program* condition : goal.conditions) sum += nearness_->to_truth(*condition);
    if (goal.value == nullptr) return sum;
    sum += nearness_->to_value(*goal.value);
    const fhirpath::Environment environment{assessment_->variables, &pack_.symbols};
    const auto number = fhirpath::evaluate(*goal.value, environment, workspace_).value.number();
    if (!number) return sum;
    if (goal.above && *number <= *goal.above) return sum + Nearness::of(*number, *goal.above);
    if (goal.at_most && *number > *goal.at_most) return sum + Nearness::of(*number, *goal.at_most);
    return sum + Nearness::kThere;
}

bool AnswerSearch::climb(const Goal& goal) {
    const auto questions = questions_behind(goal);
    if (questions.empty()) return false;
    std::vector<std::pair<std::int64_t, std::size_t>> starts;  // nearest first, the earliest of equals
    for (std::size_t i = 0; i < found_.size(); ++i) {
        assessment_ = &assessor_.assess(found_[i].answers);
        starts.emplace_back(-nearness(goal), i);
    }
    std::sort(starts.begin(), starts.end());
    for (std::size_t i = 0; i < std::min(kStarts, starts.size()); ++i) {
        Answers here = found_[starts[i].second].answers;
        std::int64_t near = -starts[i].first;
        for (int step = 0; step < kStepsOfAStart; ++step) {
            Answers next = here;
            for (std::size_t count = 1 + sampler_.below(kMostChanges); count > 0; --count) change(next, questions);
            assessment_ = &assessor_.assess(next);
            if (reached(goal)) {
                found_.push_back({std::move(next), assessment_->asked});
                return true;
            }
            const std::int64_t next_near = nearness(goal);
            if (next_near < near) continue;
            near = next_near;
            here = std::move(next);
        }
    }
    return false;
}

void AnswerSearch::change(Answers& answers, const std::vector<std::size_t>& questions) {
    constexpr std::size_t kOneInSo = 4;
    const std::size_t question = questions[sampler_.below(questions.size())];
    if (!pack_.questions[question].required && sampler_.below(kOneInSo) == 0) {
        answers.clear(question);
    } else if (sampler_.below(2) == 0 || !nudge(answers, question)) {
        sampler_.answer(answers, question);
    }
}

bool AnswerSearch::nudge(Answers& answers, std::size_t question) {
    constexpr std::size_t kDistances = 9;  // 1 to 256 steps
    const auto number = answers.value(question).number();
    if (!number || !pack_.questions[question].is_number()) return false;
    const bool whole = pack_.questions[question].type == QuestionType::integer;
    const std::int64_t step = whole ? Decimal::kStepsPerUnit : Decimal::kStepsPerUnit / 10;
    const std::int64_t distance = step << sampler_.below(kDistances);
    const Decimal next = Decimal::from_steps(number->steps() + (sampler_.below(2) == 0 ? distance : -distance));
    if (check_number(pack_.questions[question], next) != NumberFault::none) return false;
    answers.enter(pack_, question, next);
    return true;
}

std::vector<std::size_t> AnswerSearch::questions_behind(const Goal& goal) const {
    std::set<std::size_t> variables;
    for (const fhirpath::Program* condition : goal.conditions) note_questions(*condition, variables);
    if (goal.value != nullptr) note_questions(*goal.value, variables);
    std::vector<std::size_t> questions;
    for (const std::size_t variable : variables) {
        if (variable < pack_.questions.size()) questions.push_back(variable);
    }
    return questions;
}

/// Through derived values, conditions of questions and, for guidance and findings, all rules.
void AnswerSearch::note_questions(const fhirpath::Program& program, std::set<std::size_t>& variables) const {
    for (const auto variable : program.variables()) {
        if (!variables.insert(variable).second) continue;
        if (variable >= pack_.guidance_variable()) {
            for (const Rule& rule : pack_.rules) note_questions(rule.when, variables);
        } else if (variable >= pack_.questions.size()) {
            note_questions(pack_.derived[variable - pack_.questions.size()].value, variables);
        } else if (const auto& when = pack_.questions[variable].when) {
            note_questions(*when, variables);
        }
    }
}

}  // namespace selfcheck::engine
