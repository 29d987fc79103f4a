// SPDX-License-Identifier: MIT
#include "session/navigation.h"
#include "session/screen_context.h"

namespace selfcheck::session {

Screen welcome_screen(const ScreenContext& context) {
    Screen screen = context.new_screen("welcome");
    screen.title = context.wording.get({"pack", "title"});
    const std::string steps = std::to_string(asked_screens(context.pack, context.assessment).size());

    screen.blocks.push_back(Figure{"hero", "welcome", context.ui({"welcome", "picture"})});
    screen.blocks.push_back(Heading{"title", 1, screen.title});
    screen.blocks.push_back(Paragraph{"purpose", context.wording.get({"pack", "purpose"}), Tone::plain});
    screen.blocks.push_back(Buttons{
        "start", {{context.control("start.button", {"welcome", "start"}, {ActionKind::start, "", ""}), ButtonRole::primary}}});
    screen.blocks.push_back(List{"promises",
                                 false,
                                 {context.ui({"welcome", "length"}, {{"steps", steps}}),
                                  context.ui({"welcome", "skip"}), context.ui({"welcome", "private"})}});
    screen.blocks.push_back(
        Callout{"limits", Tone::plain, context.ui({"welcome", "limits"}), {context.wording.get({"pack", "limits"})}, {}});
    return screen;
}

}  // namespace selfcheck::session
