// SPDX-License-Identifier: MIT
#include "session/action.h"

#include <algorithm>
#include <utility>

namespace selfcheck::session {
namespace {

constexpr std::pair<ActionKind, std::string_view> kNames[] = {
    {ActionKind::start, "start"},
    {ActionKind::answer, "answer"},
    {ActionKind::toggle, "toggle"},
    {ActionKind::type, "type"},
    {ActionKind::unit, "unit"},
    {ActionKind::commit, "commit"},
    {ActionKind::step, "step"},
    {ActionKind::find, "find"},
    {ActionKind::skip, "skip"},
    {ActionKind::stopwatch, "stopwatch"},
    {ActionKind::next, "next"},
    {ActionKind::back, "back"},
    {ActionKind::go, "go"},
    {ActionKind::open, "open"},
    {ActionKind::acknowledge, "acknowledge"},
    {ActionKind::expand, "expand"},
    {ActionKind::explore, "explore"},
    {ActionKind::set_language, "set_language"},
    {ActionKind::set_text_size, "set_text_size"},
    {ActionKind::set_theme, "set_theme"},
    {ActionKind::set_date, "set_date"},
    {ActionKind::set_region, "set_region"},
    {ActionKind::set_sections, "set_sections"},
    {ActionKind::set_cards, "set_cards"},
    {ActionKind::set_contrast, "set_contrast"},
    {ActionKind::set_text_view, "set_text_view"},
    {ActionKind::set_sheet_language, "set_sheet_language"},
    {ActionKind::set_voice, "set_voice"},
    {ActionKind::set_keep, "set_keep"},
    {ActionKind::set_shared, "set_shared"},
    {ActionKind::set_offline, "set_offline"},
    {ActionKind::undo, "undo"},
    {ActionKind::come_back, "come_back"},
    {ActionKind::resume, "resume"},
    {ActionKind::restart, "restart"},
    {ActionKind::erase, "erase"},
    {ActionKind::save_result, "save_result"},
    {ActionKind::print, "print"},
    {ActionKind::read, "read"},
};

}  // namespace

std::string_view name_of(ActionKind kind) {
    const auto found =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.first == kind; });
    return found == std::end(kNames) ? std::string_view() : found->second;
}

std::optional<ActionKind> action_kind_from(std::string_view name) {
    const auto found =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.second == name; });
    if (found == std::end(kNames)) return std::nullopt;
    return found->first;
}

}  // namespace selfcheck::session
