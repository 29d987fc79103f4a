// SPDX-License-Identifier: MIT
#include "engine/input.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/json_fields.h"

namespace selfcheck::engine {
namespace {

/// What the parser of nlohmann/json calls while it reads. It takes a right input straight into Answers,
/// and gives up at anything else without saying why: a stream of a hundred thousand inputs is all but
/// free of faults, and the thorough reader explains those there are.
class QuickReader {
public:
    explicit QuickReader(const Pack& pack) : pack_(pack), answers_(pack) {}

    bool null() { return false; }
    bool boolean(bool) { return false; }
    bool number_integer(Json::number_integer_t value) { return enter(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return enter(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return enter(value); }
    bool string(const std::string& code) {
        if (question_ == nullptr || question_->is_number()) return false;
        const auto option = question_->option_index(code);
        if (!option) return false;
        return place_ == Place::codes ? add(question_->codes[*option]) : choose(question_->codes[*option]);
    }
    bool binary(const Json::binary_t&) { return false; }
    bool start_object(std::size_t) {
        if (place_ == Place::outside) return go(Place::input);
        return place_ == Place::input && has_answers_ && go(Place::answers);
    }
    bool key(const std::string& name) {
        if (place_ == Place::input) {
            const bool is_first = !has_answers_;
            has_answers_ = true;
            return is_first && name == "answers";
        }
        const auto index = find(name);
        if (!index || given_.contains(*index)) return false;
        given_.insert(*index);
        index_ = *index;
        question_ = &pack_.questions[*index];
        return true;
    }
    bool end_object() { return go(place_ == Place::answers ? Place::input : Place::outside); }
    bool start_array(std::size_t) {
        return place_ == Place::answers && question_->type == QuestionType::multi && go(Place::codes);
    }
    bool end_array() { return go(Place::answers); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

    /// The answers, once the text has been read to its end.
    std::optional<Answers> take() {
        if (!has_answers_) return std::nullopt;
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (pack_.questions[i].required && !answers_.answered(i)) return std::nullopt;
        }
        return std::move(answers_);
    }

private:
    enum class Place { outside, input, answers, codes };

    /// Answers mostly come in the pack's order, a few questions left out.
    std::optional<std::size_t> find(std::string_view name) const {
        constexpr std::size_t kNear = 6;
        const std::size_t end = std::min(pack_.questions.size(), index_ + kNear);
        for (std::size_t i = index_; i < end; ++i) {
            if (pack_.questions[i].id == name) return i;
        }
        return pack_.question_index(name);
    }
    bool go(Place place) {
        place_ = place;
        return true;
    }
    bool enter(Json number) {
        if (place_ != Place::answers || !question_->is_number()) return false;
        const auto value = decimal_from_json(number);
        if (!value || check_number(*question_, *value) != NumberFault::none) return false;
        answers_.enter(pack_, index_, *value);
        return true;
    }
    bool choose(SymbolId code) {
        if (question_->type != QuestionType::choice) return false;
        answers_.choose(index_, code);
        return true;
    }
    bool add(SymbolId code) {
        if (!answers_.can_add(pack_, index_, code)) return false;
        answers_.toggle(pack_, index_, code);
        return true;
    }

    const Pack& pack_;
    Answers answers_;
    Place place_ = Place::outside;
    bool has_answers_ = false;
    fhirpath::SourceSet given_;           // questions whose answer has been read
    std::size_t index_ = 0;               // of the question that is answered
    const Question* question_ = nullptr;  // likewise
};

Result<Answers> read_thoroughly(const Pack& pack, std::string_view text) {
    const Result<Json> input = parse_json(text);
    if (!input.ok()) return input.problems();
    Problems problems;
    Fields fields(input.value(), "", problems);
    const Json* given = fields.find("answers");
    if (given == nullptr) fields.problem("answers", "is missing");
    fields.reject_others();
    if (given == nullptr || !problems.empty()) return problems;

    Result<Answers> answers = answers_from_json(pack, *given, "/answers");
    if (!answers.ok()) return answers;
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (!pack.questions[i].required || answers.value().answered(i)) continue;
        problems.push_back({"", pointer("/answers", pack.questions[i].id), "is required"});
    }
    if (!problems.empty()) return problems;
    return answers;
}

}  // namespace

Result<Answers> answers_from_input(const Pack& pack, std::string_view text) {
    QuickReader reader(pack);
    if (text.size() <= kMaxJsonBytes && Json::sax_parse(text, &reader)) {
        if (auto answers = reader.take()) return std::move(*answers);
    }
    return read_thoroughly(pack, text);
}

}  // namespace selfcheck::engine
