// SPDX-License-Identifier: MIT
#include "session/action.h"

#include <algorithm>
#include <utility>

namespace selfcheck::session {
namespace {

using engine::Json;

constexpr std::pair<ActionKind, std::string_view> kNames[] = {
    {ActionKind::start, "start"},
    {ActionKind::answer, "answer"},
    {ActionKind::toggle, "toggle"},
    {ActionKind::type, "type"},
    {ActionKind::unit, "unit"},
    {ActionKind::commit, "commit"},
    {ActionKind::skip, "skip"},
    {ActionKind::next, "next"},
    {ActionKind::back, "back"},
    {ActionKind::go, "go"},
    {ActionKind::acknowledge, "acknowledge"},
    {ActionKind::expand, "expand"},
    {ActionKind::set_language, "set_language"},
    {ActionKind::set_text_size, "set_text_size"},
    {ActionKind::set_theme, "set_theme"},
    {ActionKind::set_region, "set_region"},
    {ActionKind::restart, "restart"},
    {ActionKind::save_result, "save_result"},
};

}  // namespace

std::string_view name_of(ActionKind kind) {
    const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.first == kind; });
    return found == std::end(kNames) ? std::string_view() : found->second;
}

std::optional<ActionKind> action_kind_from(std::string_view name) {
    const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.second == name; });
    if (found == std::end(kNames)) return std::nullopt;
    return found->first;
}

Json to_json(const Action& action) {
    return {{"kind", std::string(name_of(action.kind))}, {"id", action.id}, {"value", action.value}};
}

std::optional<Action> action_from_json(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    Action action;
    bool has_kind = false;
    for (const auto& [name, value] : json.items()) {
        if (!value.is_string()) return std::nullopt;
        const auto& text = value.get_ref<const std::string&>();
        if (name == "kind") {
            const auto kind = action_kind_from(text);
            if (!kind) return std::nullopt;
            action.kind = *kind;
            has_kind = true;
        } else if (name == "id") {
            action.id = text;
        } else if (name == "value") {
            action.value = text;
        } else {
            return std::nullopt;
        }
    }
    return has_kind ? std::optional(std::move(action)) : std::nullopt;
}

}  // namespace selfcheck::session
