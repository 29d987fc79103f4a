// SPDX-License-Identifier: MIT
#include "session/keeping_section.h"
#include "session/navigation.h"
#include "session/screen_context.h"

namespace selfcheck::session {
namespace {

/// How long the check is, and its first part where it pauses.
std::string length_text(const ScreenContext& context) {
    const std::size_t all = asked_screens(context.pack, context.assessment, context.state).size();
    const std::size_t first = screens_of_part(context.pack, context.assessment, context.state, 0).size();
    return context.ui({"welcome", first < all ? "length_in_parts" : "length"}, {{"steps", std::to_string(all)},
                                                                                {"minutes", minutes_for(all)},
                                                                                {"first_steps", std::to_string(first)},
                                                                                {"first_minutes", minutes_for(first)}});
}

/// The reader was here before and agreed that the answers are kept.
void add_return(const ScreenContext& context, Screen& screen) {
    screen.blocks.push_back(
        Callout{"kept", Tone::accent, context.ui({"keep", "back_title"}), {context.ui({"keep", "back_text"})}, {}});
    screen.blocks.push_back(Buttons{
        "return",
        {{context.control("resume", {"keep", "resume"}, {ActionKind::resume, "", ""}), ButtonRole::primary},
         {context.control("restart", {"keep", "restart"}, {ActionKind::restart, "", ""}), ButtonRole::secondary},
         {context.control("erase", {"keep", "erase"}, {ActionKind::erase, "", ""}), ButtonRole::quiet}}});
}

}  // namespace

Screen welcome_screen(const ScreenContext& context) {
    Screen screen = context.new_screen("welcome");
    screen.title = context.wording.get({"pack", "title"});

    context.add_picture(screen);
    screen.blocks.push_back(Heading{"title", 1, screen.title});
    screen.blocks.push_back(Paragraph{"purpose", context.wording.get({"pack", "purpose"}), Tone::plain});
    add_left_alone(context, screen);
    if (context.state.ways_back.empty()) {
        screen.blocks.push_back(
            Buttons{"start",
                    {{context.control("start.button", {"welcome", "start"}, {ActionKind::start, "", "self"}),
                      ButtonRole::primary},
                     {context.control("start.other", {"welcome", "start_other"}, {ActionKind::start, "", "other"}),
                      ButtonRole::secondary}}});
    } else {
        add_return(context, screen);
    }
    const bool can_keep = context.state.preferences.keep != Keep::unavailable;
    screen.blocks.push_back(List{"promises",
                                 false,
                                 {length_text(context), context.ui({"welcome", "skip"}),
                                  context.ui({"welcome", can_keep ? "private" : "private_here"})}});
    add_keeping(context, screen);
    add_privacy(context, screen);
    screen.blocks.push_back(Callout{
        "limits", Tone::plain, context.ui({"welcome", "limits"}), {context.wording.get({"pack", "limits"})}, {}});
    screen.blocks.push_back(Buttons{
        "paper", {{context.control("form", {"welcome", "form"}, {ActionKind::print, "", "form"}), ButtonRole::quiet}}});
    add_offline(context, screen);
    return screen;
}

}  // namespace selfcheck::session
