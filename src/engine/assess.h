// SPDX-License-Identifier: MIT
//
// assess.h: what published guidance says about a set of answers.
//
// Deterministic and without side effects: the same Pack and the same Answers give the same Assessment.
//
//   Assessor assessor(pack);                                   // once; reuses its memory
//   const Assessment& found = assessor.assess(answers);        // found.guidance, found.findings ...
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/answers.h"
#include "engine/fhirpath/evaluate.h"
#include "engine/fhirpath/possible.h"
#include "engine/pack.h"
#include "engine/plan.h"

namespace selfcheck::engine {

/// A rule that fired.
struct Finding {
    std::size_t rule = 0;
    fhirpath::SourceSet because;  // the answered questions that decided it
};

/// A rule that did not fire, but could once what is missing is answered.
struct Undetermined {
    std::size_t rule = 0;
    fhirpath::SourceSet missing;  // unanswered questions
};

struct ScoreValue {
    std::size_t score = 0;
    std::size_t first_field = 0;  // see Assessment::fields_of()
    std::size_t field_count = 0;
    std::optional<Decimal> number;            // that stands for it: its meter's, its field called value, or itself
    std::optional<fhirpath::Interval> range;  // what an incomplete score may still become
};

struct Assessment {
    Level guidance = Level::self_care;
    std::vector<Finding> findings;           // most urgent first, then in the pack's order
    std::vector<Undetermined> undetermined;  // likewise
    std::vector<ScoreValue> scores;          // in the pack's order; those without any value are left out
    std::vector<std::size_t> cards;          // in the pack's order
    std::optional<Plan> plan;                // none where the pack has none or is not for this reader
    Sheet sheet;
    std::vector<fhirpath::Traced> variables;  // every question and derived value, as the rules saw it
    std::vector<bool> asked;                  // by question
    std::vector<fhirpath::Value> score_fields;

    [[nodiscard]] bool has_fired(std::size_t rule) const;

    /// By field of the score; {} where there is no value.
    [[nodiscard]] std::span<const fhirpath::Value> fields_of(const ScoreValue& score) const {
        return std::span(score_fields).subspan(score.first_field, score.field_count);
    }
};

class Assessor {
public:
    /// The Pack must outlive the Assessor.
    explicit Assessor(const Pack& pack);

    /// The result and every value in it are good until the next call, and while `answers` is unchanged.
    const Assessment& assess(const Answers& answers);

private:
    /// What becomes of a variable and of a rule while nothing they depend on is answered. Most readers
    /// leave much open, and this need not be worked out anew for each of them.
    struct BlankVariable {
        fhirpath::Traced traced;
        fhirpath::Possibility possibility;
        bool asked = false;
    };
    struct BlankRule {
        fhirpath::Traced fired;
        bool may_fire = false;
    };

    void remember_blanks();
    [[nodiscard]] bool is_blank(const fhirpath::Program& program) const;
    void evaluate_variables(const Answers& answers);
    void evaluate_question(const Answers& answers, fhirpath::VariableIndex question);
    void evaluate_rules();
    void evaluate_scores();
    void evaluate_cards();
    void evaluate_plan();
    void look_ahead(const fhirpath::Program& program);
    void look_ahead(fhirpath::VariableIndex variable);

    const Pack& pack_;
    fhirpath::Workspace workspace_;
    fhirpath::Outlook outlook_;
    Assessment assessment_;
    std::vector<fhirpath::Possibility> possibilities_;  // by variable, where it is known
    std::vector<bool> is_possibility_known_;
    std::vector<fhirpath::Possibility> domains_;  // by question: any answer, or none
    bool was_used_ = false;
    std::vector<BlankVariable> blank_variables_;  // by variable; none before they are remembered
    std::vector<BlankRule> blank_rules_;          // by rule
    std::vector<bool> is_blank_;                  // by variable
    std::vector<std::size_t> rules_by_urgency_;   // most urgent first, then in the pack's order
    std::vector<fhirpath::Item> fired_;           // ids of the rules that fired, for %findings
};

}  // namespace selfcheck::engine
