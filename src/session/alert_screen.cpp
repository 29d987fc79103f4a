// SPDX-License-Identifier: MIT
#include "session/navigation.h"
#include "session/screen_context.h"

namespace selfcheck::session {

Screen alert_screen(const ScreenContext& context) {
    const auto rules = open_alerts(context.pack, context.assessment, context.state);
    engine::Level level = engine::Level::urgent;
    for (const std::size_t rule : rules) level = std::max(level, context.pack.rules[rule].level);
    const std::string word(engine::name_of(level));
    const bool emergency = level == engine::Level::emergency;

    Screen screen = context.new_screen("alert");
    const auto& region = engine::region_for(context.pack, context.state.preferences.region, screen.language);
    const std::string title = context.ui({"alert", "title"});
    screen.title = title + " - " + context.wording.get({"pack", "title"});
    screen.blocks.push_back(Heading{"title", 1, title});
    screen.blocks.push_back(Banner{"banner", tone_of(level), context.ui({"levels", word, "word"}),
                                   context.ui({"levels", word, "text"}, {{"emergency_number", region.emergency}})});
    if (emergency) context.add_call(screen);
    for (const std::size_t index : rules) {
        const auto& rule = context.pack.rules[index];
        screen.blocks.push_back(Callout{
            "alert." + rule.id,
            tone_of(rule.level),
            context.wording.get({"rules", rule.id, "title"}),
            {context.wording.get({"rules", rule.id, "action"}), context.wording.get({"rules", rule.id, "text"})},
            {}});
    }
    if (emergency) context.add_elsewhere(screen);
    screen.blocks.push_back(
        Paragraph{"later", context.ui({"alert", emergency ? "later" : "later_today"}), Tone::muted});
    Buttons buttons{"navigation", {}};
    buttons.buttons.push_back(
        {context.control("acknowledge", {"alert", "go_on"}, {ActionKind::acknowledge, "", ""}), ButtonRole::secondary});
    buttons.buttons.push_back(
        {context.control("back", {"alert", "change"}, {ActionKind::back, "", ""}), ButtonRole::quiet});
    screen.blocks.push_back(std::move(buttons));
    return screen;
}

}  // namespace selfcheck::session
