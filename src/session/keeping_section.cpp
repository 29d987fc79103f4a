// SPDX-License-Identifier: MIT
#include "session/keeping_section.h"

namespace selfcheck::session {
namespace {

constexpr const char* kPrivacyKey = "privacy";

std::string with_minutes(const ScreenContext& context, const char* part, const char* name) {
    return context.ui({part, name}, {{"minutes", std::to_string(kSharedMinutes)}});
}

bool is_shared(const ScreenContext& context) { return context.state.preferences.shared == Shared::yes; }

void add_option(const ScreenContext& context, Choice& choice, const char* name, Action action, std::string hint) {
    const Preferences& now = context.state.preferences;
    const char* chosen = is_shared(context) ? "shared" : now.keep == Keep::yes ? "yes" : "no";
    Control control = context.control(std::string("keep.") + name, {"keep", name}, std::move(action));
    control.selected = std::string_view(chosen) == name;
    choice.options.push_back({std::move(control), std::move(hint)});
}

std::vector<std::string> what_is_kept(const ScreenContext& context) {
    const Preferences& now = context.state.preferences;
    std::vector<std::string> lines;
    if (is_shared(context)) {
        lines.push_back(with_minutes(context, "privacy", "answers_shared"));
    } else if (now.keep == Keep::yes) {
        lines.push_back(context.ui({"privacy", "answers_kept"}, {{"pack", context.pack.id}}));
    } else {
        lines.push_back(context.ui({"privacy", "answers_open"}));
    }
    lines.push_back(context.ui({"privacy", now.offline ? "program_kept" : "program_open"}));
    lines.push_back(context.ui({"privacy", "files"}));
    lines.push_back(context.ui({"privacy", "nothing_sent"}));
    lines.push_back(context.ui({"privacy", "erasing"}));
    return lines;
}

}  // namespace

void add_keeping(const ScreenContext& context, Screen& screen) {
    const Preferences& now = context.state.preferences;
    if (now.keep == Keep::unavailable && now.shared == Shared::unavailable) return;
    if (is_shared(context) && context.state.position.place != Place::welcome) {
        screen.blocks.push_back(Paragraph{"shared", with_minutes(context, "keep", "shared_note"), Tone::muted});
        return;
    }
    Choice choice;
    choice.key = "keep";
    choice.legend = context.ui({"keep", "question"});
    choice.help = context.ui({"keep", "help"});
    add_option(context, choice, "no", {ActionKind::set_keep, "", "no"}, "");
    if (now.keep != Keep::unavailable) add_option(context, choice, "yes", {ActionKind::set_keep, "", "yes"}, "");
    if (now.shared != Shared::unavailable) {
        add_option(context, choice, "shared", {ActionKind::set_shared, "", "yes"},
                   with_minutes(context, "keep", "shared_hint"));
    }
    screen.blocks.push_back(std::move(choice));
}

void add_privacy(const ScreenContext& context, Screen& screen) {
    Card card;
    card.key = kPrivacyKey;
    card.open = context.expanded(card.key);
    card.toggle = context.control("privacy.toggle", {"privacy", "title"}, {ActionKind::expand, card.key, ""});
    card.toggle.selected = card.open;
    card.summary = context.ui({"privacy", "summary"});
    if (card.open) card.body = what_is_kept(context);
    const bool open = card.open;
    screen.blocks.push_back(std::move(card));
    if (!open) return;
    screen.blocks.push_back(Buttons{
        "privacy.actions",
        {{context.control("privacy.erase", {"keep", "erase"}, {ActionKind::erase, "", ""}), ButtonRole::secondary}}});
}

void add_offline(const ScreenContext& context, Screen& screen) {
    if (!context.state.preferences.offline) return;
    screen.blocks.push_back(Paragraph{"offline", context.ui({"privacy", "offline"}), Tone::muted});
}

void add_left_alone(const ScreenContext& context, Screen& screen) {
    if (!context.state.left_alone) return;
    screen.blocks.push_back(Callout{"left_alone",
                                    Tone::accent,
                                    context.ui({"keep", "left_alone"}),
                                    {with_minutes(context, "keep", "left_alone_text")},
                                    {}});
}

}  // namespace selfcheck::session
