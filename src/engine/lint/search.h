// SPDX-License-Identifier: MIT
//
// search.h: looks for answers that make something happen. Internal to lint.
//
// It begins with answers that are known to matter (golden cases) and a few hundred drawn by the
// Sampler; where these do not do, it climbs: changes answers to the questions that matter, keeps
// what comes nearer. The effort is bounded and the outcome the same every time.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "engine/assess.h"
#include "engine/lint/nearness.h"
#include "engine/sample.h"

namespace selfcheck::engine {

/// What should happen: all conditions true, and `value`, if there is one, not {} and within the
/// bounds.
struct Goal {
    std::vector<const fhirpath::Program*> conditions = {};
    const fhirpath::Program* value = nullptr;
    std::optional<Decimal> above = {};    // the value is greater
    std::optional<Decimal> at_most = {};  // the value is not greater
};

class AnswerSearch {
public:
    /// Answers with which it began or that reached a goal, and the questions asked with them.
    struct Found {
        Answers answers;
        std::vector<bool> asked;
    };

    AnswerSearch(const Pack& pack, std::vector<Answers> seeds);

    /// For each goal whether answers were found that reach it.
    [[nodiscard]] std::vector<bool> reach(const std::vector<Goal>& goals);

    [[nodiscard]] const std::vector<Found>& found() const { return found_; }
    [[nodiscard]] const Assessment& assess(const Answers& answers) { return assessor_.assess(answers); }
    [[nodiscard]] Sampler& sampler() { return sampler_; }

private:
    void add(Answers answers);
    [[nodiscard]] bool reached(const Goal& goal);
    [[nodiscard]] std::int64_t nearness(const Goal& goal);
    [[nodiscard]] bool climb(const Goal& goal);
    [[nodiscard]] std::vector<std::size_t> questions_behind(const Goal& goal) const;
    void note_questions(const fhirpath::Program& program, std::set<std::size_t>& variables) const;
    void change(Answers& answers, const std::vector<std::size_t>& questions);
    /// Moves a number a little; false where there is none or it would leave its range.
    [[nodiscard]] bool nudge(Answers& answers, std::size_t question);

    const Pack& pack_;
    Assessor assessor_;
    Sampler sampler_;
    const Assessment* assessment_ = nullptr;  // the latest
    fhirpath::Workspace workspace_;
    std::optional<Nearness> nearness_;
    std::vector<Found> found_;
};

}  // namespace selfcheck::engine
