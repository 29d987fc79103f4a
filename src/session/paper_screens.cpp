// SPDX-License-Identifier: MIT
//
// paper_screens.cpp: what is laid out for a printer and never on the canvas.
#include <algorithm>

#include "session/question_blocks.h"
#include "session/screen_context.h"
#include "session/sheet_section.h"

namespace selfcheck::session {
namespace {

Screen paper(const ScreenContext& context, const char* id, std::string title) {
    Screen screen;
    screen.id = id;
    screen.language = context.state.preferences.language;
    screen.title = std::move(title) + " - " + context.wording.get({"pack", "title"});
    return screen;
}

/// A sign among the options that cannot wait: what to do then. The most urgent level alone.
void add_warning(const ScreenContext& context, std::size_t index, Screen& screen) {
    if (context.pack.questions[index].type != engine::QuestionType::multi) return;
    for (const engine::Level level : {engine::Level::emergency, engine::Level::urgent}) {
        const bool warns =
            std::any_of(context.pack.rules.begin(), context.pack.rules.end(), [&](const engine::Rule& rule) {
                const auto read = rule.when.variables();
                return rule.level == level && std::find(read.begin(), read.end(), index) != read.end();
            });
        if (!warns) continue;
        const std::string name(engine::name_of(level));
        const auto& region = engine::region_for(context.pack, context.state.preferences.region, screen.language);
        screen.blocks.push_back(Callout{context.pack.questions[index].id + ".warning",
                                        tone_of(level),
                                        context.ui({"levels", name, "word"}),
                                        {context.ui({"form", name}, {{"emergency_number", region.emergency}})},
                                        {}});
        return;
    }
}

/// The question as a box to tick or a line to write on, whatever it depends on.
void add_question(const ScreenContext& context, std::size_t index, Screen& screen) {
    const engine::Question& question = context.pack.questions[index];
    const std::string condition = question.when ? context.ui({"form", "condition"}) : std::string();
    const auto add = [&](auto block) {
        if (!condition.empty()) {
            const std::string gap = block.help.empty() ? std::string() : context.ui({"plan", "sentence_gap"});
            block.help = condition + gap + block.help;
        }
        screen.blocks.push_back(std::move(block));
    };
    if (question.is_number()) {
        add(number_block(context, index));
    } else {
        add(choice_block(context, index));
        add_warning(context, index, screen);
    }
}

}  // namespace

Screen sheet_screen(const ScreenContext& context) {
    Screen screen = paper(context, "sheet", context.ui({"sheet", "title"}));
    screen.blocks.push_back(sheet_block(context));
    return screen;
}

Screen form_screen(const ScreenContext& context) {
    const std::string title = context.wording.get({"pack", "title"});
    Screen screen = paper(context, "form", context.ui({"form", "title"}));
    screen.blocks.push_back(Heading{"title", 1, title});
    screen.blocks.push_back(Paragraph{"intro", context.ui({"form", "intro"}), Tone::plain});
    for (const std::string& section : context.pack.sections) {
        screen.blocks.push_back(Heading{"heading." + section, 2, context.wording.get({"sections", section})});
        for (const auto& pack_screen : context.pack.screens) {
            if (pack_screen.section != section) continue;
            for (const std::size_t question : pack_screen.questions) add_question(context, question, screen);
        }
    }
    screen.blocks.push_back(Callout{
        "limits", Tone::plain, context.ui({"welcome", "limits"}), {context.wording.get({"pack", "limits"})}, {}});
    return screen;
}

}  // namespace selfcheck::session
