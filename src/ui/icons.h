// SPDX-License-Identifier: MIT
//
// icons.h: the icons, as strokes on a grid of 24.
//
// The five levels differ in outline (octagon, triangle, calendar, clipboard, heart), not only in what is
// inside, so that they are told apart at a glance, in greyscale and by readers who see no red.
#pragma once

#include <cstdint>

#include "session/screen.h"  // Tone

namespace selfcheck::ui {

class Brush;

enum class Icon : std::uint8_t {
    info,
    emergency,  // stop sign
    urgent,     // warning triangle
    soon,       // calendar
    routine,    // clipboard
    self_care,  // heart
    error,      // ring with an exclamation mark
    check,
    chevron,    // pointing down
    outward,    // leaves the page
    phone,
};

/// The icon that goes with a tone; info for those without one.
[[nodiscard]] Icon icon_of(session::Tone tone) noexcept;

/// Draws with the ink of `brush`, which must have a grid of 24.
void draw_icon(Icon icon, Brush& brush);

}  // namespace selfcheck::ui
