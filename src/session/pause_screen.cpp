// SPDX-License-Identifier: MIT
//
// pause_screen.cpp: between two parts of the check: the result so far, or on.
#include <algorithm>

#include "session/keeping_section.h"
#include "session/navigation.h"
#include "session/screen_context.h"

namespace selfcheck::session {

Screen pause_screen(const ScreenContext& context) {
    Screen screen = context.new_screen("pause");
    const std::string title = context.ui({"pause", "title"});
    screen.title = title + " - " + context.wording.get({"pack", "title"});

    List sections{"sections", false, {}};
    std::size_t steps = 0;
    for (const std::size_t index : asked_screens(context.pack, context.assessment, context.state)) {
        if (index <= context.state.position.screen) continue;
        ++steps;
        const std::string name = context.wording.get({"sections", context.pack.screens[index].section});
        if (sections.items.empty() || sections.items.back() != name) sections.items.push_back(name);
    }
    context.add_picture(screen);
    screen.blocks.push_back(Heading{"title", 1, title});
    screen.blocks.push_back(Paragraph{"text", context.ui({"pause", "text"}), Tone::plain});
    screen.blocks.push_back(
        Buttons{"choice",
                {{context.control("so_far", {"pause", "so_far"}, {ActionKind::go, "", "result"}), ButtonRole::primary},
                 {context.control("next", {"pause", "go_on"}, {ActionKind::next, "", ""}), ButtonRole::secondary}}});
    screen.blocks.push_back(Paragraph{
        "rest", context.ui({"pause", "rest"}, {{"steps", std::to_string(steps)}, {"minutes", minutes_for(steps)}}),
        Tone::plain});
    screen.blocks.push_back(std::move(sections));
    add_keeping(context, screen);
    screen.blocks.push_back(Buttons{
        "navigation",
        {{context.control("back", {"question", "back"}, {ActionKind::back, "", ""}), ButtonRole::quiet},
         {context.control("review", {"question", "review"}, {ActionKind::go, "", "review"}), ButtonRole::quiet}}});
    return screen;
}

}  // namespace selfcheck::session
