// SPDX-License-Identifier: MIT
//
// what_if.h: which single answer, given or changed, would lower or raise the guidance.
//
// Each change is tried by assessing the changed answers, so that it means what the rules mean.
//
//   for (const Change& change : what_if(pack, answers))
//       if (change.actionable) ...   // change.question answered with change.to gives change.level
#pragma once

#include <optional>
#include <vector>

#include "engine/answers.h"
#include "engine/fhirpath/value.h"
#include "engine/level.h"
#include "engine/pack.h"

namespace selfcheck::engine {

struct Change {
    std::size_t question = 0;
    std::vector<fhirpath::Item> to;         // the whole new answer, never empty
    Level level = Level::self_care;         // the guidance it leads to
    std::vector<std::size_t> appearing;     // rules that fire only then, as an Assessment orders them
    std::vector<std::size_t> disappearing;  // rules that fire only now, likewise
    bool actionable = false;                // see below

    [[nodiscard]] fhirpath::Value value() const { return fhirpath::Value::of(to); }
};

/// Every single answer that leads to another level, in the pack's order of questions, then of
/// options or rising numbers. Only questions that are asked with these answers. Tried are: each
/// other option of a choice; a multi with one code more or less, or with `none`; of a number the
/// value nearest to the present one (where there is none: to the middle of the values that change
/// nothing) in each direction for each level.
///
/// Left out: what makes the pack inapplicable, and what is lower only because a rule that fires now
/// would become undetermined: that is less knowledge, not less risk.
///
/// Actionable are an answer that is there, changed to what its question's `act` allows, if that
/// lowers the level; and an answer that is missing and can be found out (`find_out`), whichever way
/// it goes.
[[nodiscard]] std::vector<Change> what_if(const Pack& pack, const Answers& answers);

/// Those of them that change an answer that is there and are actionable, without trying the others:
/// quick enough for every drawing of a page. Numbers as a person would name them: a little beyond
/// the nearest one where that leads to the same level.
[[nodiscard]] std::vector<Change> what_reader_could_change(const Pack& pack, const Answers& answers);

/// The unanswered question each answer to which would complete the score (of Pack::scores) that is
/// now given with a range; the first in the pack's order, if there is any.
[[nodiscard]] std::optional<std::size_t> settling_question(const Pack& pack, const Answers& answers, std::size_t score);

}  // namespace selfcheck::engine
