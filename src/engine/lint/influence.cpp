// SPDX-License-Identifier: MIT
#include <cstdint>
#include <set>

#include "engine/fhirpath/evaluate.h"
#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

using fhirpath::Item;
using fhirpath::Value;

constexpr int kNumbersOfASet = 6;

/// Everything a reader could notice of a result, as numbers that compare: guidance, findings, what
/// is undetermined, scores, cards, plan, sheet, which questions are asked, notes on answers to other questions.
class ResultReader {
public:
    explicit ResultReader(const Pack& pack) : pack_(pack) {}

    const std::vector<std::int64_t>& read(const Assessment& assessment, std::size_t changed_question) {
        seen_.clear();
        workspace_.clear();
        seen_.push_back(static_cast<std::int64_t>(assessment.guidance));
        for (const auto& finding : assessment.findings) note(finding.rule);
        end();
        for (const auto& undetermined : assessment.undetermined) note(undetermined.rule);
        end();
        for (const auto& score : assessment.scores) {
            note(score.score);
            for (const Value& field : assessment.fields_of(score)) note(field);
            if (!score.range) continue;
            seen_.push_back(score.range->min.steps());
            seen_.push_back(score.range->max.steps());
        }
        end();
        note_all(assessment.cards);
        note_all(assessment.sheet.questions);
        note_all(assessment.sheet.tests);
        if (assessment.plan) note_plan(*assessment.plan);
        const fhirpath::Environment environment{assessment.variables, &pack_.symbols};
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (!assessment.asked[i]) continue;
            note(i);
            // What a question says about its own answer alone is no influence.
            if (i == changed_question) continue;
            for (const auto& plausible : pack_.questions[i].plausible) {
                seen_.push_back(fhirpath::evaluate(plausible.when, environment, workspace_).is_true() ? 1 : 0);
            }
        }
        return seen_;
    }

private:
    void note(std::size_t index) { seen_.push_back(static_cast<std::int64_t>(index)); }
    void end() { seen_.push_back(-1); }
    void note_all(const std::vector<std::size_t>& indexes) {
        for (const std::size_t index : indexes) note(index);
        end();
    }
    void note_plan(const Plan& plan) {
        note_all(plan.gates);
        note_all(plan.exercise.moves);
        note_all(plan.exercise.precautions);
        for (const auto& week : plan.exercise.weeks) seen_.push_back(week.minutes * 8 + week.days);
        end();
        for (const auto& gap : plan.diet.gaps) seen_.push_back(gap ? gap->steps() : 0);
        for (const auto& portion : plan.diet.swaps) note(portion.swap);
        end();
    }
    void note(const Value& value) {
        for (const Item& item : value.items()) {
            const bool number = fhirpath::is_number(item.type()) || item.is_number_text();
            seen_.push_back(number                                ? item.as_number().steps()
                            : item.type() == fhirpath::Type::code ? static_cast<std::int64_t>(item.as_code())
                                                                  : static_cast<std::int64_t>(item.as_boolean()));
        }
        end();
    }

    const Pack& pack_;
    fhirpath::Workspace workspace_;
    std::vector<std::int64_t> seen_;
};

class InfluenceChecker {
public:
    InfluenceChecker(const Context& context, AnswerSearch& search)
        : context_(context), pack_(context.pack), search_(search), reader_(pack_) {}

    void run() {
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            const Question& question = pack_.questions[i];
            const std::string at = pointer("/questions", i);
            if (!matters(i, [&](Answers& answers) { return answers_to(i, answers); })) {
                context_.add("pack.json", at,
                             "no answers were found in which another answer to \"" + question.id +
                                 "\" changes the result; let a rule, score or card depend on it, "
                                 "or take it out");
            } else if (question.type == QuestionType::multi) {
                check_options(i);
            }
        }
        check_derived();
    }

private:
    using Variants = std::vector<Answers>;

    /// Whether two of the variants of some answers give different results.
    template <typename MakeVariants>
    bool matters(std::size_t question, MakeVariants&& make_variants) {
        for (const auto& found : search_.found()) {
            if (!found.asked[question]) continue;
            Answers answers = found.answers;
            const Variants variants = make_variants(answers);
            std::vector<std::int64_t> first;
            for (std::size_t i = 0; i < variants.size(); ++i) {
                const auto& result = reader_.read(search_.assess(variants[i]), question);
                if (i == 0) first = result;
                if (result != first) return true;
            }
        }
        return false;
    }

    Variants answers_to(std::size_t index, Answers& answers) {
        const Question& question = pack_.questions[index];
        Variants variants;
        if (question.is_number()) {
            for (int i = 0; i < kNumbersOfASet; ++i) {
                search_.sampler().answer(answers, index);
                variants.push_back(answers);
            }
            return variants;
        }
        for (const SymbolId code : question.codes) {
            answers.clear(index);
            if (question.type == QuestionType::choice) {
                answers.choose(index, code);
            } else {
                answers.toggle(pack_, index, code);
            }
            variants.push_back(answers);
        }
        return variants;
    }

    /// Each code must be able to change something beside what else is chosen, or beside none. The
    /// codes of a choice need no look of their own: where two answers differ, a third differs from
    /// one of them.
    void check_options(std::size_t index) {
        const Question& question = pack_.questions[index];
        const auto none = question.option_index(kNone);
        for (std::size_t i = 0; i < question.codes.size(); ++i) {
            if (none == i) continue;
            const SymbolId code = question.codes[i];
            const bool useful = matters(index, [&](Answers& answers) {
                if (answers.has_code(index, code)) answers.toggle(pack_, index, code);
                if (!answers.answered(index) && none) answers.toggle(pack_, index, question.codes[*none]);
                Answers with = answers;
                with.toggle(pack_, index, code);
                return Variants{answers, with};
            });
            if (useful) continue;
            context_.add("pack.json", pointer(pointer(pointer("/questions", index), "options"), i),
                         "no answers were found in which choosing \"" + question.options[i] +
                             "\" changes the result; let something depend on it, or take it out");
        }
    }

    void check_derived() {
        std::set<fhirpath::VariableIndex> read;
        pack_.for_each_program([&](const fhirpath::Program& program) {
            read.insert(program.variables().begin(), program.variables().end());
        });
        for (const auto& [language, texts] : context_.bundle.texts) {
            for (const Text& text : texts_of(texts.json())) {
                for (const std::string& name : names_in(text.words)) {
                    if (const auto variable = pack_.variables.find(name)) read.insert(*variable);
                }
            }
        }
        for (std::size_t i = 0; i < pack_.derived.size(); ++i) {
            if (read.contains(pack_.derived_variable(i))) continue;
            context_.add("pack.json", pointer("/derived", i), "nothing reads it; take it out");
        }
    }

    const Context& context_;
    const Pack& pack_;
    AnswerSearch& search_;
    ResultReader reader_;
};

}  // namespace

void check_influence(const Context& context, AnswerSearch& search) { InfluenceChecker(context, search).run(); }

}  // namespace selfcheck::engine::lint_checks
