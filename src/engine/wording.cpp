// SPDX-License-Identifier: MIT
#include "engine/wording.h"

#include <algorithm>

namespace selfcheck::engine {

const Region& region_for(const Pack& pack, std::string_view chosen, std::string_view language) {
    const auto matches = [&](auto&& predicate) {
        return std::find_if(pack.regions.begin(), pack.regions.end(), predicate);
    };
    auto found = matches([&](const Region& region) { return region.id == chosen; });
    if (found == pack.regions.end()) {
        found = matches([&](const Region& region) {
            return std::find(region.default_for.begin(), region.default_for.end(), language) !=
                   region.default_for.end();
        });
    }
    return found == pack.regions.end() ? pack.regions.front() : *found;
}

Wording::Wording(const Bundle& bundle, const Assessment& assessment, const Texts& texts, Voice voice,
                 std::string_view region)
    : bundle_(bundle), assessment_(assessment), texts_(texts), voice_(voice), region_(region) {}

std::string Wording::get(std::initializer_list<std::string_view> path) const { return say(texts_.get(path)); }

std::vector<std::string> Wording::list(std::initializer_list<std::string_view> path) const {
    std::vector<std::string> texts = texts_.list(path);
    for (std::string& text : texts) text = say(text);
    return texts;
}

std::string Wording::say(std::string_view text) const {
    return fill(voiced(text, voice_), [this](std::string_view name) { return value_of(name); });
}

std::string Wording::answer(std::size_t index) const { return answer(index, assessment_.variables[index].value); }

std::string Wording::answer(std::size_t index, const fhirpath::Value& value) const {
    const Question& question = bundle_.pack.questions[index];
    if (value.empty()) return {};
    if (question.is_number()) {
        const bool one = *value.number() == Decimal::from_integer(1);
        std::string unit = one ? get({"questions", question.id, "unit_one"}) : std::string();
        if (unit.empty()) unit = get({"questions", question.id, "unit"});
        return measure(*value.number(), unit);
    }
    std::vector<std::string> labels;
    for (const auto& item : value.items()) {
        labels.push_back(
            get({"questions", question.id, "options", bundle_.pack.symbols.text(item.as_code()), "label"}));
    }
    return joined(labels);
}

std::string Wording::joined(const std::vector<std::string>& parts) const {
    const std::string separator = get({"pack", "list_separator"});
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

std::string Wording::measure(Decimal value, const std::string& unit) {
    if (unit.empty()) return number(value);
    const auto first = static_cast<unsigned char>(unit.front());
    const bool ideograph = first >= 0xE3 && first <= 0xE9;  // as UTF-8
    return number(value) + (ideograph ? "" : " ") + unit;
}

std::string Wording::number(Decimal value) {
    std::string text = value.to_string();
    if (text.front() == '-') text.replace(0, 1, "\xE2\x88\x92");
    return text;
}

std::string Wording::value_of(std::string_view name) const {
    const Pack& pack = bundle_.pack;
    if (name == "emergency_number") {
        return region_for(pack, region_, texts_.get({"language"})).emergency;
    }
    const auto variable = pack.variables.find(name);
    if (!variable) return {};
    if (*variable < pack.questions.size()) return answer(*variable);
    const auto value = assessment_.variables[*variable].value.number();
    return value ? number(*value) : std::string();
}

}  // namespace selfcheck::engine
