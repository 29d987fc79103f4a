// SPDX-License-Identifier: MIT
#include "engine/answers.h"

#include <algorithm>
#include <set>

#include "engine/json_fields.h"

namespace selfcheck::engine {
namespace {

using fhirpath::Item;

std::string quoted_list(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

class AnswersReader {
public:
    AnswersReader(const Pack& pack, std::string_view at) : pack_(pack), at_(at), answers_(pack) {}

    Result<Answers> read(const Json& json) {
        if (!json.is_object()) return Problem{"", at_, "expected an object with an answer per question"};
        for (const auto& [id, value] : json.get_ref<const Json::object_t&>()) {
            id_ = id;
            const auto question = pack_.question_index(id);
            if (!question) {
                add("there is no question \"" + id + "\"");
                continue;
            }
            switch (pack_.questions[*question].type) {
                case QuestionType::choice:
                    read_choice(*question, value);
                    break;
                case QuestionType::multi:
                    read_multi(*question, value);
                    break;
                case QuestionType::integer:
                case QuestionType::decimal:
                    read_number(*question, value);
                    break;
            }
        }
        if (!problems_.empty()) return std::move(problems_);
        return std::move(answers_);
    }

private:
    /// The code, or nothing and in `fault` what is wrong.
    static std::optional<SymbolId> code(const Question& question, const Json& value, std::string& fault) {
        if (!value.is_string()) {
            fault = "expected a text, one of: " + quoted_list(question.options);
            return std::nullopt;
        }
        const auto index = question.option_index(value.get_ref<const std::string&>());
        if (!index) {
            fault = "\"" + value.get<std::string>() + "\" is not one of: " + quoted_list(question.options);
            return std::nullopt;
        }
        return question.codes[*index];
    }

    void read_choice(std::size_t index, const Json& value) {
        std::string fault;
        const auto chosen = code(pack_.questions[index], value, fault);
        if (!chosen) return add(std::move(fault));
        answers_.choose(index, *chosen);
    }

    void read_multi(std::size_t index, const Json& value) {
        const Question& question = pack_.questions[index];
        if (!value.is_array()) return add("expected an array of: " + quoted_list(question.options));
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::string fault;
            const auto chosen = code(question, value[i], fault);
            if (!chosen) {
                add(i, std::move(fault));
            } else if (answers_.has_code(index, *chosen)) {
                add(i, "is given twice");
            } else if (!answers_.can_add(pack_, index, *chosen)) {
                add("\"none\" cannot stand beside another answer");
            } else {
                answers_.toggle(pack_, index, *chosen);
            }
        }
    }

    void read_number(std::size_t index, const Json& value) {
        const Question& question = pack_.questions[index];
        if (!value.is_number()) return add("expected a number, " + range_of(question));
        const auto number = decimal_from_json(value);
        if (!number) return add("expected " + range_of(question) + ", with at most 8 decimals");
        switch (check_number(question, *number)) {
            case NumberFault::none:
                return answers_.enter(pack_, index, *number);
            case NumberFault::not_whole:
                return add(number->to_string() + " is not a whole number; expected " + range_of(question));
            case NumberFault::too_low:
            case NumberFault::too_high:
                return add(number->to_string() + " is out of range; expected " + range_of(question));
        }
    }

    static std::string range_of(const Question& question) {
        return question.min.to_string() + " to " + question.max.to_string() + " " + question.unit;
    }

    std::string at() const { return pointer(at_, id_); }
    void add(std::string message) { problems_.push_back({"", at(), std::move(message)}); }
    void add(std::size_t element, std::string message) {
        problems_.push_back({"", pointer(at(), element), std::move(message)});
    }

    const Pack& pack_;
    std::string at_;
    std::string_view id_;  // of the answer that is read
    Answers answers_;
    Problems problems_;
};

}  // namespace

bool Answers::has_code(std::size_t question, SymbolId code) const {
    const auto& items = items_[question];
    return std::find(items.begin(), items.end(), Item::code(code)) != items.end();
}

bool Answers::can_add(const Pack& pack, std::size_t question, SymbolId code) const {
    if (!answered(question)) return true;
    const auto none = pack.symbols.find(kNone);
    return !has_code(question, code) && (!none || (code != *none && !has_code(question, *none)));
}

void Answers::choose(std::size_t question, SymbolId code) { items_[question].assign(1, Item::code(code)); }

void Answers::toggle(const Pack& pack, std::size_t question, SymbolId code) {
    auto& items = items_[question];
    const auto found = std::find(items.begin(), items.end(), Item::code(code));
    if (found != items.end()) {
        items.erase(found);
        return;
    }
    const Item none = Item::code(pack.symbols.find(kNone).value_or(code));
    if (none == Item::code(code)) {
        items.clear();
    } else {
        std::erase(items, none);
    }
    items.push_back(Item::code(code));
    const auto& codes = pack.questions[question].codes;
    const auto place = [&](const Item& item) { return std::find(codes.begin(), codes.end(), item.as_code()); };
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return place(a) < place(b); });
}

void Answers::enter(const Pack& pack, std::size_t question, Decimal number) {
    const bool integer = pack.questions[question].type == QuestionType::integer;
    items_[question].assign(1, integer
                                   ? Item::integer(static_cast<std::int32_t>(number.steps() / Decimal::kStepsPerUnit))
                                   : Item::decimal(number));
}

NumberFault check_number(const Question& question, Decimal number) {
    if (number < question.min) return NumberFault::too_low;
    if (number > question.max) return NumberFault::too_high;
    if (question.type == QuestionType::integer && !number.is_whole()) return NumberFault::not_whole;
    return NumberFault::none;
}

Result<Answers> answers_from_json(const Pack& pack, const Json& json, std::string_view at) {
    return AnswersReader(pack, at).read(json);
}

Json to_json(const Pack& pack, const Answers& answers) {
    Json json = Json::object();
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (!answers.answered(i)) continue;
        const Question& question = pack.questions[i];
        const auto value = answers.value(i);
        if (question.is_number()) {
            json[question.id] = json_from_decimal(*value.number());
        } else if (question.type == QuestionType::choice) {
            json[question.id] = std::string(pack.symbols.text(value.front().as_code()));
        } else {
            Json codes = Json::array();
            for (const auto& item : value.items()) codes.push_back(std::string(pack.symbols.text(item.as_code())));
            json[question.id] = std::move(codes);
        }
    }
    return json;
}

}  // namespace selfcheck::engine
