// SPDX-License-Identifier: MIT
//
// review_screen.cpp: all answers, section by section, each a tap away from being changed.
#include <algorithm>

#include "session/navigation.h"
#include "session/screen_context.h"

namespace selfcheck::session {

Screen review_screen(const ScreenContext& context) {
    Screen screen = context.new_screen("review");
    const std::string title = context.ui({"answers", "title"});
    screen.title = title + " - " + context.wording.get({"pack", "title"});
    screen.blocks.push_back(Heading{"title", 1, title});
    screen.blocks.push_back(Paragraph{"intro", context.ui({"answers", "intro"}), Tone::plain});
    const Buttons done{
        "navigation",
        {{context.control("next", {"answers", "done"}, {ActionKind::next, "", ""}), ButtonRole::primary}}};

    const auto asked = asked_questions(context.pack, context.assessment, context.state);
    // Each section once, whatever lies between its screens.
    for (const std::string& section : context.pack.sections) {
        Answers answers{"answers." + section, {}};
        for (const auto& pack_screen : context.pack.screens) {
            if (pack_screen.section != section) continue;
            for (const std::size_t question : pack_screen.questions) {
                if (asked[question]) answers.rows.push_back(context.answer_row(question, "review."));
            }
        }
        if (answers.rows.empty()) continue;
        screen.blocks.push_back(Heading{"heading." + section, 2, context.wording.get({"sections", section})});
        screen.blocks.push_back(std::move(answers));
    }
    screen.blocks.push_back(done);
    return screen;
}

}  // namespace selfcheck::session
