// SPDX-License-Identifier: MIT
#include "session/number_entry.h"

#include <algorithm>

#include "engine/answers.h"  // check_number

namespace selfcheck::session {
namespace {

using engine::Decimal;
using engine::EntryUnit;
using engine::Question;

struct Replacement {
    std::string_view typed;  // UTF-8
    std::string_view plain;
};

/// Signs that input methods and copied texts put where ASCII is meant.
constexpr Replacement kReplacements[] = {
    {"\xEF\xBC\x8E", "."},  // U+FF0E full-width full stop
    {"\xE3\x80\x82", "."},  // U+3002 ideographic full stop
    {"\xC2\xB7", "."},      // U+00B7 middle dot
    {"\xEF\xBC\x8C", "."},  // U+FF0C full-width comma
    {",", "."},
    {"\xE2\x88\x92", "-"},  // U+2212 minus sign
    {"\xE2\x80\x93", "-"},  // U+2013 en dash
    {"\xEF\xBC\x8D", "-"},  // U+FF0D full-width hyphen
    {"\xEF\xBC\x8B", "+"},  // U+FF0B full-width plus
    {"\xE3\x80\x80", " "},  // U+3000 ideographic space
    {"\xC2\xA0", " "},      // U+00A0 no-break space
};

std::string plain(std::string_view typed) {
    std::string text;
    while (!typed.empty()) {
        const auto found = std::find_if(std::begin(kReplacements), std::end(kReplacements),
                                        [&](const Replacement& one) { return typed.starts_with(one.typed); });
        if (found != std::end(kReplacements)) {
            text += found->plain;
            typed.remove_prefix(found->typed.size());
        } else if (typed.size() >= 3 && typed.starts_with("\xEF\xBC") && typed[2] >= '\x90' && typed[2] <= '\x99') {
            text += static_cast<char>('0' + (typed[2] - '\x90'));  // U+FF10 to U+FF19
            typed.remove_prefix(3);
        } else {
            text += typed.front();
            typed.remove_prefix(1);
        }
    }
    return text;
}

bool is_number_sign(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+'; }

const EntryUnit* find_unit(const Question& question, std::string_view unit) {
    const auto found = std::find_if(question.entry.begin(), question.entry.end(),
                                    [&](const EntryUnit& one) { return one.unit == unit; });
    return found == question.entry.end() ? nullptr : &*found;
}

/// "62.5 kg" is split into its number and the word after it.
struct Split {
    std::optional<Decimal> number;
    std::string word;
};

Split split(std::string_view typed) {
    const std::string text = plain(typed);
    std::string_view rest = trim(text);
    std::size_t length = 0;
    while (length < rest.size() && is_number_sign(rest[length])) ++length;
    std::string digits(rest.substr(0, length));
    if (digits.size() > 1 && digits.front() == '.') digits.insert(0, 1, '0');
    if (digits.size() > 1 && digits.back() == '.') digits.pop_back();
    return {Decimal::parse(digits), std::string(trim(rest.substr(length)))};
}

}  // namespace

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Entry understand(const Question& question, const Draft& draft, const std::vector<UnitName>& unit_names) {
    const EntryUnit* unit = find_unit(question, draft.unit);
    if (unit == nullptr) unit = &question.entry.front();

    if (std::all_of(draft.texts.begin(), draft.texts.end(),
                    [](const std::string& text) { return trim(plain(text)).empty(); })) {
        return {EntryFault::empty, std::nullopt, false};
    }

    std::optional<Decimal> sum = Decimal();
    for (std::size_t i = 0; i < unit->parts.size() && sum; ++i) {
        // Inches may be left out: "5 ft" is understood.
        if (i > 0 && trim(plain(draft.texts[i])).empty()) continue;
        const Split typed = split(draft.texts[i]);
        if (!typed.number) return {EntryFault::not_a_number, std::nullopt, false};
        Decimal factor = unit->parts[i].factor;
        if (!typed.word.empty()) {
            const auto name = std::find_if(unit_names.begin(), unit_names.end(),
                                           [&](const UnitName& one) { return one.word == typed.word; });
            const EntryUnit* named = name == unit_names.end() ? nullptr : find_unit(question, name->unit);
            if (named == nullptr || named->parts.size() != 1 || unit->parts.size() != 1) {
                return {EntryFault::not_a_number, std::nullopt, false};
            }
            unit = named;
            factor = named->parts.front().factor;
        }
        const auto product = multiply(*typed.number, factor);
        sum = product ? add(*sum, *product) : std::nullopt;
    }
    if (!sum) return {EntryFault::too_high, std::nullopt, false};

    const bool converted = std::ranges::any_of(
        unit->parts, [](const EntryUnit::Part& part) { return part.factor != Decimal::from_integer(1); });
    Decimal number = *sum;
    if (converted) number = round(number, question.type == engine::QuestionType::integer ? 0 : 1).value_or(number);
    switch (engine::check_number(question, number)) {
        case engine::NumberFault::none:
            return {EntryFault::none, number, converted};
        case engine::NumberFault::not_whole:
            return {EntryFault::not_whole, std::nullopt, converted};
        case engine::NumberFault::too_low:
            return {EntryFault::too_low, std::nullopt, converted};
        case engine::NumberFault::too_high:
            return {EntryFault::too_high, std::nullopt, converted};
    }
    return {};
}

}  // namespace selfcheck::session
