// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/fhirpath/evaluate.h"
#include "session/navigation.h"
#include "session/screen_context.h"
#include "session/stopwatch_block.h"

namespace selfcheck::session {
namespace {

using engine::EntryUnit;
using engine::Question;
using engine::QuestionType;
using engine::Wording;

std::string question_text(const ScreenContext& context, const Question& question, const char* part) {
    return context.wording.get({"questions", question.id, part});
}

Control skip_control(const ScreenContext& context, const Question& question) {
    Control control = context.control(question.id + ".skip", {"question", "not_sure"}, {ActionKind::skip, question.id, ""});
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

bool mentions(const std::string& text, const std::string& wanted) { return lower(text).find(wanted) != std::string::npos; }

/// Leaves the options that what is typed leads to, and those that are chosen.
void find_options(const ScreenContext& context, std::size_t index, Choice& choice) {
    const Question& question = context.pack.questions[index];
    if (question.find.empty()) return;
    const auto typed = context.state.finds.find(index);
    const std::string text = typed == context.state.finds.end() ? std::string() : typed->second;
    choice.find.push_back({question.id + ".find", context.ui({"question", "find"}), "", text, 24,
                           {ActionKind::find, question.id, ""}});
    const std::string wanted = lower(trim(text));
    if (wanted.empty()) return;
    std::size_t found = 0;
    std::vector<Choice::Option> left;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const Choice::Option& option = choice.options[i];
        const auto& words = question.find[i];
        const bool is_found = mentions(option.control.label, wanted) || mentions(option.hint, wanted) ||
                              std::any_of(words.begin(), words.end(), [&](const std::string& word) { return mentions(word, wanted); });
        found += is_found ? 1 : 0;
        if (is_found || option.control.selected) left.push_back(option);
    }
    choice.options = std::move(left);
    choice.found = found == 0 ? context.ui({"question", "found_none"})
                              : context.ui({"question", "found"}, {{"count", std::to_string(found)}});
}

Choice choice_block(const ScreenContext& context, std::size_t index) {
    const Question& question = context.pack.questions[index];
    Choice choice;
    choice.key = question.id;
    choice.legend = question_text(context, question, "text");
    choice.help = question_text(context, question, "help");
    choice.multiple = question.type == QuestionType::multi;
    const ActionKind kind = choice.multiple ? ActionKind::toggle : ActionKind::answer;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const std::string& code = question.options[i];
        const auto part = [&](const char* name) {
            return context.wording.get({"questions", question.id, "options", code, name});
        };
        Control control{question.id + "." + code, part("label"), {kind, question.id, code},
                        context.state.answers.has_code(index, question.codes[i]), false, ""};
        choice.options.push_back({std::move(control), part("hint")});
    }
    find_options(context, index, choice);
    if (!question.required) choice.options.push_back({skip_control(context, question), ""});
    if (is_missing(context, index)) choice.error = context.ui({"question", "choose_one"});
    return choice;
}

std::string fault_text(const ScreenContext& context, const Question& question, EntryFault fault) {
    const std::string unit = question_text(context, question, "unit");
    const auto with = [&](const char* key) {
        return context.ui({"question", key}, {{"min", Wording::number(question.min)},
                                              {"max", Wording::number(question.max)},
                                              {"unit", unit}});
    };
    switch (fault) {
        case EntryFault::none: return {};
        case EntryFault::empty: return with("type_number");
        case EntryFault::not_a_number: return with("not_a_number");
        case EntryFault::not_whole: return with("not_whole");
        case EntryFault::too_low: return with("too_low");
        case EntryFault::too_high: return with("too_high");
    }
    return {};
}

bool is_offered(const EntryUnit& unit, const std::string& language) {
    return unit.languages.empty() ||
           std::find(unit.languages.begin(), unit.languages.end(), language) != unit.languages.end();
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
    number.units_label = context.ui({"question", "unit"});
    const EntryUnit* chosen = &question.entry.front();
    for (const EntryUnit& unit : question.entry) {
        if (unit.unit == draft.unit) chosen = &unit;
        if (question.entry.size() == 1 || !is_offered(unit, language)) continue;
        number.units.push_back({question.id + ".unit." + unit.unit, unit_label(unit.unit),
                                {ActionKind::unit, question.id, unit.unit}, unit.unit == draft.unit, false, ""});
    }
    if (number.units.size() == 1) number.units.clear();  // nothing to choose in this language
    for (std::size_t i = 0; i < chosen->parts.size(); ++i) {
        const std::string unit = unit_label(chosen->parts[i].unit);
        number.fields.push_back({question.id + ".field." + std::to_string(i),
                                 question_text(context, question, "short") + " (" + unit + ")", unit, draft.texts[i], 12,
                                 {ActionKind::type, question.id, std::to_string(i) + ":"}});
    }
    if (!question.step.is_zero() && draft.unit == question.entry.front().unit) {
        const std::string step = Wording::number(question.step);
        number.steps = {{question.id + ".less", "\u2212" + step, {ActionKind::step, question.id, "down"}, false, false, ""},
                        {question.id + ".more", "+" + step, {ActionKind::step, question.id, "up"}, false, false, ""}};
    }
    if (!question.required) number.skip.push_back(skip_control(context, question));

    const Entry entry = understand(question, draft, unit_names(context.bundle, question, language));
    if (entry.number && entry.converted) {
        number.understood = "= " + Wording::number(*entry.number) + " " + question_text(context, question, "unit");
    }
    const bool typed = entry.fault != EntryFault::none && entry.fault != EntryFault::empty;
    if (typed && (draft.committed || context.state.show_missing)) number.error = fault_text(context, question, entry.fault);
    if (is_missing(context, index) && number.error.empty()) number.error = fault_text(context, question, entry.fault);
    return number;
}

/// Kind questions about a number that is valid but unlikely.
void add_plausibility(const ScreenContext& context, std::size_t index, Screen& screen) {
    const Question& question = context.pack.questions[index];
    engine::fhirpath::Workspace workspace;
    const engine::fhirpath::Environment environment{context.assessment.variables, &context.pack.symbols};
    for (const auto& note : question.plausible) {
        if (!evaluate(note.when, environment, workspace).is_true()) continue;
        screen.blocks.push_back(
            Callout{question.id + ".note." + note.text, Tone::plain, "", {context.wording.get({"plausible", note.text})}, {}});
    }
}

/// Emergency and urgent signs that are ticked on this very screen are answered at once.
void add_alerts(const ScreenContext& context, std::size_t screen_index, Screen& screen) {
    const auto& questions = context.pack.screens[screen_index].questions;
    std::vector<std::string> titles;
    engine::Level level = engine::Level::self_care;
    for (const auto& finding : context.assessment.findings) {
        const auto& rule = context.pack.rules[finding.rule];
        const bool from_here = std::any_of(questions.begin(), questions.end(),
                                           [&](std::size_t question) { return finding.because.contains(question); });
        if (rule.level < engine::Level::urgent || !from_here) continue;
        level = std::max(level, rule.level);
        titles.push_back(context.wording.get({"rules", rule.id, "title"}));
    }
    if (titles.empty()) return;
    const std::string word(engine::name_of(level));
    const auto& region = engine::region_for(context.pack, context.state.preferences.region, screen.language);
    Callout callout{"alert.now", tone_of(level), context.ui({"levels", word, "word"}),
                    {context.ui({"levels", word, "text"}, {{"emergency_number", region.emergency}})}, titles};
    screen.blocks.push_back(std::move(callout));
    screen.announce = context.ui({"levels", word, "word"});
}

}  // namespace

Screen question_screen(const ScreenContext& context, bool can_undo) {
    const std::size_t index = context.state.position.screen;
    const auto& pack_screen = context.pack.screens[index];
    Screen screen = context.new_screen(pack_screen.id);
    screen.section = pack_screen.section;

    const auto part = screens_of_part(context.pack, context.assessment, context.state, index);
    const auto here = std::find(part.begin(), part.end(), index);
    const int step = static_cast<int>(here - part.begin()) + 1;
    const int total = static_cast<int>(part.size());
    const std::string section = context.wording.get({"sections", pack_screen.section});
    Progress progress{"progress", step - 1, total,
                      context.ui({"question", "progress"}, {{"section", section},
                                                            {"step", std::to_string(step)},
                                                            {"total", std::to_string(total)}})};
    screen.blocks.push_back(std::move(progress));

    const std::string title = context.wording.get({"screens", pack_screen.id, "title"});
    screen.title = title + " - " + context.wording.get({"pack", "title"});
    screen.blocks.push_back(Heading{"title", 1, title});
    const std::string intro = context.wording.get({"screens", pack_screen.id, "intro"});
    if (!intro.empty()) screen.blocks.push_back(Paragraph{"intro", intro, Tone::plain});

    for (const std::size_t question : pack_screen.questions) {
        if (!context.assessment.asked[question]) continue;
        if (context.pack.questions[question].is_number()) {
            screen.blocks.push_back(number_block(context, question));
            add_plausibility(context, question, screen);
            if (context.pack.questions[question].stopwatch) add_stopwatch(context, question, screen);
        } else {
            screen.blocks.push_back(choice_block(context, question));
            const auto& found = std::get<Choice>(screen.blocks.back()).found;
            if (!found.empty()) screen.announce = found;
        }
    }
    add_alerts(context, index, screen);
    if (is_counting(screen)) return screen;  // below what is tapped in a hurry nothing may lead away

    const bool returns = !context.state.ways_back.empty();
    Buttons buttons{"navigation", {}};
    buttons.buttons.push_back({context.control("next", {"question", returns ? "done" : "next"}, {ActionKind::next, "", ""}),
                               ButtonRole::primary});
    buttons.buttons.push_back({context.control("back", {"question", "back"}, {ActionKind::back, "", ""}), ButtonRole::quiet});
    if (can_undo) {
        buttons.buttons.push_back(
            {context.control("undo", {"question", "undo"}, {ActionKind::undo, "", ""}), ButtonRole::quiet});
        buttons.buttons.push_back({context.control("review", {"question", "review"}, {ActionKind::go, "", "review"}),
                                   ButtonRole::quiet});
    }
    screen.blocks.push_back(std::move(buttons));
    return screen;
}

}  // namespace selfcheck::session
