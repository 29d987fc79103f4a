// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/fhirpath/evaluate.h"
#include "session/navigation.h"
#include "session/question_blocks.h"
#include "session/screen_context.h"
#include "session/stopwatch_block.h"

namespace selfcheck::session {
namespace {

using engine::Question;

/// Kind questions about a number that is valid but unlikely.
void add_plausibility(const ScreenContext& context, std::size_t index, Screen& screen) {
    const Question& question = context.pack.questions[index];
    engine::fhirpath::Workspace workspace;
    const engine::fhirpath::Environment environment{context.assessment.variables, &context.pack.symbols};
    for (const auto& note : question.plausible) {
        if (!evaluate(note.when, environment, workspace).is_true()) continue;
        screen.blocks.push_back(Callout{
            question.id + ".note." + note.text, Tone::plain, "", {context.wording.get({"plausible", note.text})}, {}});
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
    Callout callout{"alert.now",
                    tone_of(level),
                    context.ui({"levels", word, "word"}),
                    {context.ui({"levels", word, "text"}, {{"emergency_number", region.emergency}})},
                    titles};
    screen.blocks.push_back(std::move(callout));
    if (level == engine::Level::emergency) context.add_call(screen);
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
    Progress progress{
        "progress", step - 1, total,
        context.ui({"question", "progress"},
                   {{"section", section}, {"step", std::to_string(step)}, {"total", std::to_string(total)}})};
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
    buttons.buttons.push_back(
        {context.control("next", {"question", returns ? "done" : "next"}, {ActionKind::next, "", ""}),
         ButtonRole::primary});
    buttons.buttons.push_back(
        {context.control("back", {"question", "back"}, {ActionKind::back, "", ""}), ButtonRole::quiet});
    if (can_undo) {
        buttons.buttons.push_back(
            {context.control("undo", {"question", "undo"}, {ActionKind::undo, "", ""}), ButtonRole::quiet});
        buttons.buttons.push_back(
            {context.control("review", {"question", "review"}, {ActionKind::go, "", "review"}), ButtonRole::quiet});
    }
    screen.blocks.push_back(std::move(buttons));
    return screen;
}

}  // namespace selfcheck::session
