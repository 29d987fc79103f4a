// SPDX-License-Identifier: MIT
//
// level.h: how soon a reader should be seen, from nothing found to now.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace selfcheck::engine {

/// Rising urgency; comparing two levels compares their urgency. `not_applicable` stands below all.
enum class Level : std::uint8_t {
    not_applicable,  // the pack is not for this reader
    self_care,       // no rule fired
    routine,         // at the next visit, within about 3 months
    soon,            // book within 2 to 4 weeks
    urgent,          // today
    emergency,       // now
};

[[nodiscard]] constexpr std::string_view name_of(Level level) noexcept {
    switch (level) {
        case Level::not_applicable:
            return "not_applicable";
        case Level::self_care:
            return "self_care";
        case Level::routine:
            return "routine";
        case Level::soon:
            return "soon";
        case Level::urgent:
            return "urgent";
        case Level::emergency:
            return "emergency";
    }
    return "";
}

/// The level a rule may have: routine, soon, urgent or emergency; nothing for any other word.
[[nodiscard]] constexpr std::optional<Level> rule_level_from(std::string_view name) noexcept {
    for (const Level level : {Level::routine, Level::soon, Level::urgent, Level::emergency}) {
        if (name_of(level) == name) return level;
    }
    return std::nullopt;
}

}  // namespace selfcheck::engine
