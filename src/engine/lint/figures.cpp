// SPDX-License-Identifier: MIT
#include "engine/lint/figures.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/lint/characters.h"
#include "engine/lint/checks.h"
#include "engine/texts.h"

namespace selfcheck::engine {
namespace {

constexpr char32_t kMinus = 0x2212;

/// Reads one number of `text` after another.
class FigureReader {
public:
    explicit FigureReader(std::u32string text) : text_(std::move(text)) {}

    std::set<Decimal> read() {
        std::set<Decimal> figures;
        while (here_ < text_.size()) {
            if (!is_digit(text_[here_])) {
                ++here_;
                continue;
            }
            const std::size_t start = here_;
            const std::string digits = take_number();
            if (start > 0 && is_latin(text_[start - 1])) continue;
            if (const auto figure = Decimal::parse((is_negative(start) ? "-" : "") + digits)) figures.insert(*figure);
        }
        return figures;
    }

private:
    std::string take_number() {
        std::string digits = take_digits();
        // A comma before exactly three digits groups thousands, otherwise it ends a clause.
        while (at(here_) == U',' && is_digit(at(here_ + 1)) && is_digit(at(here_ + 2)) && is_digit(at(here_ + 3)) &&
               !is_digit(at(here_ + 4))) {
            ++here_;
            digits += take_digits();
        }
        if (at(here_) == U'.' && is_digit(at(here_ + 1))) {
            ++here_;
            digits += "." + take_digits();
        }
        return digits;
    }

    std::string take_digits() {
        std::string digits;
        for (; is_digit(at(here_)); ++here_) digits += static_cast<char>(text_[here_]);
        return digits;
    }

    [[nodiscard]] bool is_negative(std::size_t start) const {
        if (start == 0 || (text_[start - 1] != U'-' && text_[start - 1] != kMinus)) return false;
        return start == 1 || !(is_digit(text_[start - 2]) || is_latin(text_[start - 2]));
    }

    [[nodiscard]] char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : U' '; }

    std::u32string text_;
    std::size_t here_ = 0;
};

std::string list_of(const std::set<Decimal>& figures) {
    std::string list;
    for (const Decimal figure : figures) list += (list.empty() ? "" : ", ") + figure.to_string();
    return list;
}

std::set<Decimal> without(const std::set<Decimal>& figures, const std::set<Decimal>& others) {
    std::set<Decimal> rest;
    std::set_difference(figures.begin(), figures.end(), others.begin(), others.end(), std::inserter(rest, rest.end()));
    return rest;
}

}  // namespace

std::set<Decimal> figures_of(std::string_view text) {
    const auto unnamed = [](std::string_view) { return std::string(" "); };
    std::set<Decimal> figures;
    for (const Voice voice : {Voice::self, Voice::other}) {
        figures.merge(FigureReader(code_points(fill(voiced(text, voice), unnamed))).read());
    }
    return figures;
}

std::set<std::size_t> derived_behind(const Pack& pack, const fhirpath::Program& program) {
    std::set<std::size_t> behind;
    const auto visit = [&](const auto& self, const fhirpath::Program& reader) -> void {
        for (const auto variable : reader.variables()) {
            if (variable < pack.questions.size()) continue;
            const std::size_t index = variable - pack.questions.size();
            if (index < pack.derived.size() && behind.insert(index).second) self(self, pack.derived[index].value);
        }
    };
    visit(visit, program);
    return behind;
}

std::set<Decimal> numbers_behind(const Pack& pack, const fhirpath::Program& program) {
    const auto own = program.numbers();
    std::set<Decimal> numbers(own.begin(), own.end());
    for (const std::size_t index : derived_behind(pack, program)) {
        for (const Decimal number : pack.derived[index].value.numbers()) numbers.insert(number);
    }
    return numbers;
}

namespace lint_checks {
namespace {

void check_rule(const Context& context, std::size_t index) {
    const Rule& rule = context.pack.rules[index];
    std::set<Decimal> listed(rule.figures.begin(), rule.figures.end());
    const std::set<Decimal> tested = numbers_behind(context.pack, rule.when);
    std::set<Decimal> mentioned;
    for (const auto& [language, texts] : context.bundle.texts) {
        std::set<Decimal> in_steps;
        for (const std::string& step : rule.steps) in_steps.merge(figures_of(texts.get({"steps", step})));
        for (const char* part : {"title", "text", "action"}) {
            const auto figures = figures_of(texts.get({"rules", rule.id, part}));
            mentioned.insert(figures.begin(), figures.end());
            const auto strange = without(without(without(figures, tested), in_steps), listed);
            if (strange.empty()) continue;
            context.add(language + ".json", pointer(pointer("/rules", rule.id), part),
                        "mentions " + list_of(strange) +
                            ", which neither its condition nor its steps do; correct it, or list "
                            "it under " +
                            pointer(pointer("/rules", index), "figures") + " of pack.json when its sources say so");
        }
    }
    for (std::size_t i = 0; i < rule.figures.size(); ++i) {
        if (mentioned.contains(rule.figures[i])) continue;
        context.add("pack.json", pointer(pointer(pointer("/rules", index), "figures"), i),
                    "no text of the rule mentions " + rule.figures[i].to_string() + "; take it out");
    }
}

/// Up to twelve a language may write a number as a word.
bool may_be_a_word(Decimal figure) {
    return figure.is_whole() && figure >= Decimal() && figure <= Decimal::from_integer(12);
}

/// Figures that only one of two texts has are words in the other, or the texts say different
/// things.
bool agree(const std::set<Decimal>& one, const std::set<Decimal>& other) {
    const auto only_one = without(one, other);
    const auto only_other = without(other, one);
    if (!only_one.empty() && !only_other.empty()) return false;
    return std::all_of(only_one.begin(), only_one.end(), may_be_a_word) &&
           std::all_of(only_other.begin(), only_other.end(), may_be_a_word);
}

std::string difference(const std::set<Decimal>& here, const std::set<Decimal>& there, const std::string& there_file) {
    const auto only_here = without(here, there);
    const auto only_there = without(there, here);
    if (only_there.empty()) return "has " + list_of(only_here) + ", which " + there_file + " has not";
    if (only_here.empty()) return "lacks " + list_of(only_there) + ", which " + there_file + " has";
    return "has " + list_of(only_here) + " where " + there_file + " has " + list_of(only_there);
}

void compare_languages(const Context& context) {
    const std::string& first = context.pack.languages.front();
    std::map<std::string, std::set<Decimal>> originals;
    const auto texts = context.bundle.texts.find(first);
    if (texts == context.bundle.texts.end()) return;
    for (const Text& text : texts_of(texts->second.json())) originals[text.at] = figures_of(text.words);
    for (const auto& [language, translations] : context.bundle.texts) {
        if (language == first) continue;
        for (const Text& text : texts_of(translations.json())) {
            const auto original = originals.find(text.at);
            if (original == originals.end()) continue;
            const auto figures = figures_of(text.words);
            if (agree(original->second, figures)) continue;
            context.add(language + ".json", text.at,
                        difference(figures, original->second, first + ".json") + "; write the same figures in both");
        }
    }
}

}  // namespace

void check_figures(const Context& context) {
    for (std::size_t i = 0; i < context.pack.rules.size(); ++i) check_rule(context, i);
    compare_languages(context);
}

}  // namespace lint_checks
}  // namespace selfcheck::engine
