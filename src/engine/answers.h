// SPDX-License-Identifier: MIT
//
// answers.h: what a reader has answered, each answer already known to fit its question.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/fhirpath/value.h"
#include "engine/json.h"
#include "engine/pack.h"

namespace selfcheck::engine {

/// Answers by question index. No answer is an empty value. Valid for the Pack it was made for.
class Answers {
public:
    explicit Answers(const Pack& pack) : items_(pack.questions.size()) {}

    [[nodiscard]] fhirpath::Value value(std::size_t question) const { return fhirpath::Value::of(items_[question]); }
    [[nodiscard]] bool answered(std::size_t question) const { return !items_[question].empty(); }
    [[nodiscard]] bool has_code(std::size_t question, SymbolId code) const;

    void clear(std::size_t question) { items_[question].clear(); }

    /// Requires a code of the question, which is a choice.
    void choose(std::size_t question, SymbolId code);

    /// Whether the code may stand beside the multi's others: it is not among them, and `none` stands alone.
    [[nodiscard]] bool can_add(const Pack& pack, std::size_t question, SymbolId code) const;

    /// Adds the code to a multi or takes it away. `none` and all others exclude each other. The codes
    /// are kept in the order of the options, so that the order of answering never matters.
    void toggle(const Pack& pack, std::size_t question, SymbolId code);

    /// Requires min <= number <= max of the question, and a whole number for an integer.
    void enter(const Pack& pack, std::size_t question, Decimal number);

    friend bool operator==(const Answers&, const Answers&) = default;

private:
    std::vector<std::vector<fhirpath::Item>> items_;
};

/// Why a number does not fit its question, or nothing.
enum class NumberFault { none, not_whole, too_low, too_high };
[[nodiscard]] NumberFault check_number(const Question& question, Decimal number);

/// Reads {"age": 68, "sex": "female", "medications": ["statin"]}. Problems name the place below `at`:
/// an unknown question or code, a wrong type, a number out of range, a code given twice, `none` beside others.
[[nodiscard]] Result<Answers> answers_from_json(const Pack& pack, const Json& json, std::string_view at);

/// Questions in the pack's order; those without an answer are left out.
[[nodiscard]] Json to_json(const Pack& pack, const Answers& answers);

}  // namespace selfcheck::engine
