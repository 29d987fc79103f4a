// SPDX-License-Identifier: MIT
#include "session/question_blocks.h"

#include <algorithm>

#include "session/navigation.h"

namespace selfcheck::session {
namespace {

using engine::EntryUnit;
using engine::Question;
using engine::QuestionType;
using engine::Wording;

std::string question_text(const ScreenContext& context, const Question& question, const char* part) {
    return context.wording.get({"questions", question.id, part});
}

/// How it is measured, where the pack has a picture of that.
std::vector<Figure> figures_of(const ScreenContext& context, const Question& question) {
    if (question.figure.empty()) return {};
    return {{question.id + ".figure", question.figure, question_text(context, question, "alt")}};
}

Control skip_control(const ScreenContext& context, const Question& question) {
    Control control =
        context.control(question.id + ".skip", {"question", "not_sure"}, {ActionKind::skip, question.id, ""});
    control.selected = context.state.skipped.contains(question.id);
    return control;
}

bool is_missing(const ScreenContext& context, std::size_t index) {
    const Question& question = context.pack.questions[index];
    return context.state.show_missing && question.required && !context.state.answers.answered(index);
}

std::string lower(std::string_view typed) {
    std::string text(typed);
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool mentions(const std::string& text, const std::string& wanted) {
    return lower(text).find(wanted) != std::string::npos;
}

/// A sign that cannot wait says so where it was chosen: what follows the options may be out of sight.
void add_warnings(const ScreenContext& context, std::size_t index, Choice& choice) {
    engine::Level level = engine::Level::self_care;
    for (const auto& finding : context.assessment.findings) {
        const engine::Rule& rule = context.pack.rules[finding.rule];
        const auto read = rule.when.variables();
        const bool reads_this_alone = read.size() == 1 && read.front() == index;
        if (reads_this_alone) level = std::max(level, rule.level);
    }
    if (level < engine::Level::urgent) return;
    for (auto& option : choice.options) {
        if (!option.control.selected) continue;
        option.warning = context.ui({"levels", std::string(engine::name_of(level)), "word"});
        option.tone = tone_of(level);
    }
}

/// Leaves the options that what is typed leads to, and those that are chosen.
void find_options(const ScreenContext& context, std::size_t index, Choice& choice) {
    const Question& question = context.pack.questions[index];
    if (question.find.empty()) return;
    const auto typed = context.state.finds.find(index);
    const std::string text = typed == context.state.finds.end() ? std::string() : typed->second;
    choice.find.push_back(
        {question.id + ".find", context.ui({"question", "find"}), "", text, 24, {ActionKind::find, question.id, ""}});
    const std::string wanted = lower(trim(text));
    if (wanted.empty()) return;
    std::size_t found = 0;
    std::vector<Choice::Option> left;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const Choice::Option& option = choice.options[i];
        const auto& words = question.find[i];
        const bool is_found =
            mentions(option.control.label, wanted) || mentions(option.hint, wanted) ||
            std::any_of(words.begin(), words.end(), [&](const std::string& word) { return mentions(word, wanted); });
        found += is_found ? 1 : 0;
        if (is_found || option.control.selected) left.push_back(option);
    }
    choice.options = std::move(left);
    choice.found = found == 0 ? context.ui({"question", "found_none"})
                              : context.ui({"question", "found"}, {{"count", std::to_string(found)}});
}

std::string fault_text(const ScreenContext& context, const Question& question, EntryFault fault) {
    const std::string unit = question_text(context, question, "unit");
    const auto with = [&](const char* key) {
        return context.ui(
            {"question", key},
            {{"min", Wording::number(question.min)}, {"max", Wording::number(question.max)}, {"unit", unit}});
    };
    switch (fault) {
        case EntryFault::none:
            return {};
        case EntryFault::empty:
            return with("type_number");
        case EntryFault::not_a_number:
            return with("not_a_number");
        case EntryFault::not_whole:
            return with("not_whole");
        case EntryFault::too_low:
        case EntryFault::too_high: {
            const std::string text = with(fault == EntryFault::too_low ? "too_low" : "too_high");
            return question.entry.size() == 1 ? text : text + context.ui({"question", "check_unit"});
        }
    }
    return {};
}

bool is_offered(const EntryUnit& unit, const std::string& language) {
    return unit.languages.empty() ||
           std::find(unit.languages.begin(), unit.languages.end(), language) != unit.languages.end();
}

}  // namespace

Choice choice_block(const ScreenContext& context, std::size_t index) {
    const Question& question = context.pack.questions[index];
    Choice choice;
    choice.key = question.id;
    choice.legend = question_text(context, question, "text");
    choice.help = question_text(context, question, "help");
    choice.figures = figures_of(context, question);
    choice.multiple = question.type == QuestionType::multi;
    const ActionKind kind = choice.multiple ? ActionKind::toggle : ActionKind::answer;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const std::string& code = question.options[i];
        const auto part = [&](const char* name) {
            return context.wording.get({"questions", question.id, "options", code, name});
        };
        Control control{question.id + "." + code,
                        part("label"),
                        {kind, question.id, code},
                        context.state.answers.has_code(index, question.codes[i]),
                        false,
                        ""};
        choice.options.push_back({std::move(control), part("hint")});
    }
    if (choice.multiple) add_warnings(context, index, choice);
    find_options(context, index, choice);
    if (!question.required) choice.options.push_back({skip_control(context, question), ""});
    if (is_missing(context, index)) choice.error = context.ui({"question", "choose_one"});
    return choice;
}

Number number_block(const ScreenContext& context, std::size_t index) {
    const Question& question = context.pack.questions[index];
    const std::string& language = context.state.preferences.language;
    const Draft draft = draft_of(context.state, context.bundle, index);
    const auto unit_label = [&](const std::string& unit) {
        const std::string label = context.wording.get({"units", unit});
        return label.empty() ? question_text(context, question, "unit") : label;
    };

    Number number;
    number.key = question.id;
    number.legend = question_text(context, question, "text");
    number.help = question_text(context, question, "help");
    number.figures = figures_of(context, question);
    const EntryUnit* chosen = &question.entry.front();
    for (const EntryUnit& unit : question.entry) {
        if (unit.unit == draft.unit) chosen = &unit;
        if (question.entry.size() == 1 || !is_offered(unit, language)) continue;
        number.units.push_back({question.id + ".unit." + unit.unit,
                                unit_label(unit.unit),
                                {ActionKind::unit, question.id, unit.unit},
                                unit.unit == draft.unit,
                                false,
                                ""});
    }
    if (number.units.size() == 1) number.units.clear();  // nothing to choose in this language
    if (!number.units.empty()) number.units_label = context.ui({"question", "unit"});
    const bool one_part = chosen->parts.size() == 1;
    for (std::size_t i = 0; i < chosen->parts.size(); ++i) {
        const std::string unit = unit_label(chosen->parts[i].unit);
        const std::string name = question_text(context, question, "short");
        number.fields.push_back({question.id + ".field." + std::to_string(i),
                                 one_part ? name : name + " " + unit,
                                 unit,
                                 draft.texts[i],
                                 12,
                                 {ActionKind::type, question.id, std::to_string(i) + ":"}});
    }
    if (!question.step.is_zero() && draft.unit == question.entry.front().unit) {
        const std::string step = Wording::number(question.step);
        const auto now = context.state.answers.value(index).number();
        const bool least = !now || *now <= question.min;
        const bool most = now && *now >= question.max;
        number.steps = {
            {question.id + ".less", "\u2212" + step, {ActionKind::step, question.id, "down"}, false, least, ""},
            {question.id + ".more", "+" + step, {ActionKind::step, question.id, "up"}, false, most, ""}};
    }
    if (!question.required) number.skip.push_back(skip_control(context, question));

    const Entry entry = understand(question, draft, unit_names(context.bundle, question, language));
    if (entry.number && entry.converted) {
        number.understood = "= " + Wording::measure(*entry.number, question_text(context, question, "unit"));
    }
    const bool typed = entry.fault != EntryFault::none && entry.fault != EntryFault::empty;
    if (typed && (draft.committed || context.state.show_missing))
        number.error = fault_text(context, question, entry.fault);
    if (is_missing(context, index) && number.error.empty()) number.error = fault_text(context, question, entry.fault);
    return number;
}

}  // namespace selfcheck::session
